/** The front door of the library: {@code Somoim}. */
@NullMarked
package org.somoim;

import org.jspecify.annotations.NullMarked;
