/** What must stay true of events, series and who comes. */
@NullMarked
package org.somoim.events;

import org.jspecify.annotations.NullMarked;
