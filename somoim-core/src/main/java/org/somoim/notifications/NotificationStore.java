package org.somoim.notifications;

/** Port. Keeps notifications and preferences. Writes must happen inside a transaction. */
public interface NotificationStore {}
