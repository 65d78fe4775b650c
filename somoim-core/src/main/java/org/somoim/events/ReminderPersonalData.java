package org.somoim.events;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for who wants to be reminded of what. */
public final class ReminderPersonalData implements PersonalDataSource {
    private static final Inventory KEPT = Inventory.of("reminders")
            .table("event-reminders", Purpose.OPERATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "event-id", "minutes", "is-wanted", "due-at", "done-for", "created-at")
            .keptAfter("due", Reminders.KEPT)
            .table("event-uids", Purpose.OPERATION)
            .plain("uid", "event-id", "series-id", "created-at")
            .table("event-exceptions", Purpose.OPERATION)
            .plain("series-id", "recurrence", "created-at")
            .done();

    private static final int PAGE = 200;

    private final ReminderStore store;

    public ReminderPersonalData(ReminderStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        @Nullable Reminder after = null;
        List<Reminder> page;
        do {
            page = store.ofPerson(person, after, PAGE);
            for (Reminder reminder : page) {
                to.accept(Excerpt.of("event-reminders")
                        .id("event-id", reminder.eventId())
                        .number("minutes", reminder.minutes())
                        .truth("is-wanted", reminder.isWanted())
                        .done());
                after = reminder;
            }
        } while (page.size() == PAGE);
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        return store.removeAll(leaving.person(), most);
    }
}
