/** What people have to look forward to, from every capability that dates things; to be read here or in a calendar of their own. */
@NullMarked
package org.somoim.calendar;

import org.jspecify.annotations.NullMarked;
