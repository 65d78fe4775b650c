package org.somoim.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.somoim.access.Access;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** Lets reminders follow what happens: whoever comes is reminded as usual, and reminders move with their event. */
public final class ReminderKeeper implements FactListener {
    private static final Word NAME = new Word("event-reminders");

    private final ReminderStore store;
    private final EventStore events;
    private final Access access;

    public ReminderKeeper(ReminderStore store, EventStore events, Access access) {
        this.store = store;
        this.events = events;
        this.access = access;
    }

    @Override
    public Word name() {
        return NAME;
    }

    @Override
    public void on(Fact fact, Instant at) {
        if (fact instanceof EventFact.Edited f && f.isNews()) {
            events.find(f.eventId()).ifPresent(event -> store.move(event.id(), event.startsAt()));
        } else if (fact instanceof EventFact.Answered f && f.answer() == Rsvp.Answer.GOING) {
            remindAsUsual(f.eventId(), f.userId(), at);
        } else if (fact instanceof EventFact.Approved f && f.answer() == Rsvp.Answer.GOING) {
            remindAsUsual(f.eventId(), f.userId(), at);
        } else if (fact instanceof EventFact.Promoted f) {
            remindAsUsual(f.eventId(), f.userId(), at);
        } else if (fact instanceof EventFact.AnswerWithdrawn f) {
            forgetTheUsual(f.eventId(), f.userId());
        }
    }

    /** Unless they said what they want. */
    private void remindAsUsual(Id<Event> id, Id<User> person, Instant at) {
        Optional<Event> event = events.find(id);
        if (event.isPresent() && access.isActive(person) && store.of(id, person).isEmpty()) {
            store.put(Reminders.fresh(event.get(), person, Reminders.USUAL, at));
        }
    }

    /** What came by itself goes by itself; what they said they want stays. */
    private void forgetTheUsual(Id<Event> id, Id<User> person) {
        List<Reminder> all = store.of(id, person);
        if (all.size() == 1 && all.get(0).isWanted() && all.get(0).minutes() == Reminders.USUAL) {
            store.remove(id, person, Reminders.USUAL);
        }
    }
}
