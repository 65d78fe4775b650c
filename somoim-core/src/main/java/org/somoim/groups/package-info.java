/** People who gather, and how they come in and go out. Start at {@link org.somoim.groups.Groups}. */
@NullMarked
package org.somoim.groups;

import org.jspecify.annotations.NullMarked;
