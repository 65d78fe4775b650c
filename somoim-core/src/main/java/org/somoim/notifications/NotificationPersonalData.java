package org.somoim.notifications;

import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for what is kept of what people were told and do not want to be told. */
public final class NotificationPersonalData {
    public static final Inventory KEPT = Inventory.of("notifications")
            .table("notifications", Purpose.ATTENTION)
            .person("user-id", OnErasure.REMOVED)
            .person("page-of", OnErasure.REMOVED)
            .person("by-id", OnErasure.EMPTIED)
            .about("user-id", "kind", "count", "window-start", "created-at", "updated-at", "read-at")
            .plain("id", "group-id", "thread", "subject")
            .keptAfter("told", Notifications.KEPT)
            .table("notification-prefs", Purpose.ATTENTION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "kind", "created-at")
            .plain("group-id")
            .done();

    private NotificationPersonalData() {}
}
