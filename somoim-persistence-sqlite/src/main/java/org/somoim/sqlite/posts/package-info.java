/** Posts, comments and reactions on SQLite. */
@NullMarked
package org.somoim.sqlite.posts;

import org.jspecify.annotations.NullMarked;
