/** The community in numbers, none of which is about few. */
@NullMarked
package org.somoim.statistics;

import org.jspecify.annotations.NullMarked;
