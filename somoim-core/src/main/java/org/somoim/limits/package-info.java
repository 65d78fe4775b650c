/** How much one caller may ask for in a time. */
@NullMarked
package org.somoim.limits;

import org.jspecify.annotations.NullMarked;
