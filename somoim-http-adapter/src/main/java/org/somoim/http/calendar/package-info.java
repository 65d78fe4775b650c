/** Calendars over HTTP, and as files that calendar programs read. */
@NullMarked
package org.somoim.http.calendar;

import org.jspecify.annotations.NullMarked;
