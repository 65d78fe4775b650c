/** Links to calendars in SQLite. */
@NullMarked
package org.somoim.sqlite.calendar;

import org.jspecify.annotations.NullMarked;
