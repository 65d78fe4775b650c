/** Due process, in SQLite. */
@NullMarked
package org.somoim.sqlite.moderation;

import org.jspecify.annotations.NullMarked;
