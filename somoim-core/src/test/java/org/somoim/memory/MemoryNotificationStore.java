package org.somoim.memory;

import org.somoim.notifications.NotificationStore;

/** Notifications in memory. */
public final class MemoryNotificationStore implements NotificationStore {
    public MemoryNotificationStore(Memory memory) {}
}
