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
    /** To those who come: another time, or another place. */
    CHANGED(EventAction.SEE),
    /** To those who come. */
    CANCELLED(EventAction.SEE),
    OWN_CHANGED(OwnEventAction.SEE),
    /** Also when the one who hosts it is gone, and their page with them. */
    OWN_CANCELLED(null);

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
}
