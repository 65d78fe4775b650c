/** How people stand among others like them, without anybody being given away. Start at {@link org.somoim.comparison.Comparisons}. */
@NullMarked
package org.somoim.comparison;

import org.jspecify.annotations.NullMarked;
