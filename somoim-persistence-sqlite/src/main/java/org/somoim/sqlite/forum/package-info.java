/** The forum on SQLite. */
@NullMarked
package org.somoim.sqlite.forum;

import org.jspecify.annotations.NullMarked;
