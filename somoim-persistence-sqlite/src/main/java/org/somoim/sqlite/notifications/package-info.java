/** Notifications on SQLite. */
@NullMarked
package org.somoim.sqlite.notifications;

import org.jspecify.annotations.NullMarked;
