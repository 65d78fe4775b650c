package org.somoim.events;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;

/**
 * Where people meet. The label is for everyone who sees the event; how to get there is for those whom {@code shownTo}
 * names.
 *
 * @param label such as the name of a cafe or a part of town, or null
 * @param address where to go, or null
 * @param coordinates where to go, or null
 * @param online where to meet online, or null
 */
public record Venue(
        @Nullable Line label,
        @Nullable Line address,
        @Nullable Coordinates coordinates,
        @Nullable MeetingLink online,
        ShownTo shownTo) {

    /** @throws org.somoim.kernel.Refusal {@link EventReason#NOWHERE} if nothing says how to get there */
    public Venue {
        if (address == null && coordinates == null && online == null) {
            throw EventReason.NOWHERE.refuse();
        }
    }

    /** Who learns how to get there, besides whoever called the event and those who look after the place it is called in. */
    public enum ShownTo {
        /** Everyone who sees the event. */
        EVERYONE,
        /** Members of the group; for a person's event those who share a group with them. */
        MEMBERS,
        /** Those who are going. */
        GOING
    }

    /** An address, for everyone who sees the event. */
    public static Venue at(Line address) {
        return new Venue(null, address, null, null, ShownTo.EVERYONE);
    }

    /** On the web, for members. */
    public static Venue online(MeetingLink link) {
        return new Venue(null, null, null, link, ShownTo.MEMBERS);
    }

    /** @param label null for none */
    public Venue labelled(@Nullable Line label) {
        return new Venue(label, address, coordinates, online, shownTo);
    }

    /** @param coordinates null for none */
    public Venue on(@Nullable Coordinates coordinates) {
        return new Venue(label, address, coordinates, online, shownTo);
    }

    public Venue shownTo(ShownTo people) {
        return new Venue(label, address, coordinates, online, people);
    }
}
