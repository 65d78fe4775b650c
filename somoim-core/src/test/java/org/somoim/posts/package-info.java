/** What must stay true of posts, comments and reactions. */
@NullMarked
package org.somoim.posts;

import org.jspecify.annotations.NullMarked;
