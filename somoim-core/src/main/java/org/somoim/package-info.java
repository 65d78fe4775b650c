/** The front door of the library: {@link org.somoim.Somoim}. */
@NullMarked
package org.somoim;

import org.jspecify.annotations.NullMarked;
