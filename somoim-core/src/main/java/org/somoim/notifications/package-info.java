/** Tells people what concerns them. Knows no other capability: each one plugs in its own {@link org.somoim.notifications.NotificationSource}. */
@NullMarked
package org.somoim.notifications;

import org.jspecify.annotations.NullMarked;
