/** Tests of the forum, and what every store of it does. */
@NullMarked
package org.somoim.forum;

import org.jspecify.annotations.NullMarked;
