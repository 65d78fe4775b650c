package org.somoim.events;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Action;
import org.somoim.kernel.Word;
import org.somoim.notifications.NotificationKind;

/** What people are told about events; those that begin with OWN are about events that a person hosts. */
public enum EventNotification implements NotificationKind {
    /** To every member of the group. */
    CALLED(EventAction.SEE),
    /** To those who come, may come or wait: another time, or another place. */
    CHANGED(EventAction.SEE),
    /** To the same. */
    CANCELLED(EventAction.SEE),
    /** To whoever called the event: somebody wants to be let in. */
    ASKED(EventAction.SEE),
    /** To whoever asked. */
    ADMITTED(EventAction.SEE),
    /** To whoever is not going now, by no wish of their own. */
    TURNED_DOWN(EventAction.SEE),
    /** To whoever waited. */
    SEAT_FOUND(EventAction.SEE),
    /** To whoever waits. */
    SEAT_OFFERED(EventAction.SEE),
    /** To whoever wanted it, before the start. */
    REMINDER(EventAction.SEE),
    OWN_CHANGED(OwnEventAction.SEE),
    /** Also when the one who hosts it is gone, and their page with them. */
    OWN_CANCELLED(null),
    OWN_ASKED(OwnEventAction.SEE),
    OWN_ADMITTED(OwnEventAction.SEE),
    OWN_TURNED_DOWN(OwnEventAction.SEE),
    OWN_SEAT_FOUND(OwnEventAction.SEE),
    OWN_SEAT_OFFERED(OwnEventAction.SEE),
    OWN_REMINDER(OwnEventAction.SEE);

    private final Word word =
            new Word("events." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    private final @Nullable Action needs;

    EventNotification(@Nullable Action needs) {
        this.needs = needs;
    }

    @Override
    public Word word() {
        return word;
    }

    @Override
    public @Nullable Action needs() {
        return needs;
    }

    /** The same about an event that a person hosts. */
    EventNotification onPage() {
        return valueOf("OWN_" + name());
    }
}
