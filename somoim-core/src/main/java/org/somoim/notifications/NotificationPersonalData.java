package org.somoim.notifications;

import java.util.function.Consumer;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;
import org.somoim.personaldata.Walk;

/** Plug. Answers for what is kept of what people were told and do not want to be told. */
public final class NotificationPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("notifications")
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

    private final NotificationStore store;

    public NotificationPersonalData(NotificationStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    /** Not what each was about, nor by whom: that may have gone out of the person's sight since. */
    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        Walk.through(
                (after, limit) -> store.newest(person, false, after, limit),
                Notification::place,
                told -> to.accept(Excerpt.of("notifications")
                        .text("kind", told.kind())
                        .number("count", told.count())
                        .time("created-at", told.createdAt())
                        .time("updated-at", told.updatedAt())
                        .time("read-at", told.readAt())
                        .done()));
        store.silences(person)
                .forEach(silence -> to.accept(Excerpt.of("notification-prefs")
                        .text("kind", silence.kind())
                        .id("group-id", silence.groupId())
                        .time("created-at", silence.createdAt())
                        .done()));
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        return store.forget(leaving.person(), most);
    }
}
