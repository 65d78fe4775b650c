/** Notifications over HTTP. */
@NullMarked
package org.somoim.http.notifications;

import org.jspecify.annotations.NullMarked;
