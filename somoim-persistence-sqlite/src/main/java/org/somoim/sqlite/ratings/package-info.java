/** What people who met think of one another, in SQLite. */
@NullMarked
package org.somoim.sqlite.ratings;

import org.jspecify.annotations.NullMarked;
