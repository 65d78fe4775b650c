package org.somoim.events;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/**
 * What is planned: what, when, where and for whom. Start from {@link #of} and say what differs.
 *
 * @param description null if nobody wrote one
 * @param isPublic seen by whoever sees what is inside the host; if not, by the host group's members only, or by those who
 *     share a group with the person who hosts it. Never wider than the host
 * @param venue null while nobody has said
 * @param maxAttendees most people who may come, guests included, at least 1; null for no limit
 */
public record Plan(
        Line title,
        @Nullable Prose description,
        Event.Kind kind,
        boolean isPublic,
        When when,
        @Nullable Venue venue,
        @Nullable Integer maxAttendees,
        Admission admission) {

    /** @throws org.somoim.kernel.Refusal {@link EventReason#NO_SEATS} */
    public Plan {
        if (maxAttendees != null && maxAttendees < 1) {
            throw EventReason.NO_SEATS.refuse();
        }
    }

    /** Of no particular kind, for everyone who sees the host, without limit. */
    public static Plan of(Line title, When when) {
        return new Plan(title, null, Event.Kind.OTHER, true, when, null, null, Admission.PRESET);
    }

    public Plan titled(Line title) {
        return new Plan(title, description, kind, isPublic, when, venue, maxAttendees, admission);
    }

    /** @param description null to take it away */
    public Plan described(@Nullable Prose description) {
        return new Plan(title, description, kind, isPublic, when, venue, maxAttendees, admission);
    }

    public Plan of(Event.Kind kind) {
        return new Plan(title, description, kind, isPublic, when, venue, maxAttendees, admission);
    }

    public Plan open(boolean isPublic) {
        return new Plan(title, description, kind, isPublic, when, venue, maxAttendees, admission);
    }

    public Plan at(When when) {
        return new Plan(title, description, kind, isPublic, when, venue, maxAttendees, admission);
    }

    /** @param venue null if it is not known yet */
    public Plan in(@Nullable Venue venue) {
        return new Plan(title, description, kind, isPublic, when, venue, maxAttendees, admission);
    }

    /** @param maxAttendees null for no limit; nobody is put out when it is lowered */
    public Plan limited(@Nullable Integer maxAttendees) {
        return new Plan(title, description, kind, isPublic, when, venue, maxAttendees, admission);
    }

    public Plan admitting(Admission admission) {
        return new Plan(title, description, kind, isPublic, when, venue, maxAttendees, admission);
    }
}
