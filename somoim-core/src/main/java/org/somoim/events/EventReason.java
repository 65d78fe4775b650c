package org.somoim.events;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about events, series and who comes. */
public enum EventReason implements Reason {
    NO_SUCH_ZONE(
            Kind.INVALID,
            "A time zone is named as in the IANA database, such as Asia/Seoul or Europe/Berlin. An offset will not do."),
    NO_SUCH_TIME(Kind.INVALID, "Events take place between the years 1970 and 9998. Send a time between them."),
    IN_THE_PAST(Kind.INVALID, "An event starts after it is called. Send a time that is still to come."),
    ENDS_BEFORE_IT_STARTS(Kind.INVALID, "An event ends after it starts. Send a later end, or none."),
    TOO_LONG(Kind.INVALID, "An event lasts 31 days at most. Make several of it."),
    NOT_ON_EARTH(
            Kind.INVALID,
            "A latitude is -90 to 90 degrees and a longitude -180 to 180, with at most 8 decimals. Send both or neither."),
    NOT_A_MEETING_LINK(
            Kind.INVALID,
            "A meeting link begins with https:// and has at most 500 characters, without a user name or password."),
    NOWHERE(
            Kind.INVALID,
            "A place needs an address, coordinates or a meeting link; a label alone leads nowhere. Leave it out if it is not known yet."),
    TOO_FAR(Kind.INVALID, "One looks around within 1 to 100000 metres. Send a number between them."),
    NO_SEATS(Kind.INVALID, "An event that limits who comes must take at least one. Send 1 or more, or no limit."),
    BAD_ADMISSION(Kind.INVALID, "Seats are offered 1 to 720 hours ahead, and one brings 0 to 20 guests along."),
    CANCELLED(Kind.CONFLICT, "The event was called off. Call another one."),
    OVER(Kind.GONE, "The event is over. Call another one."),
    TOO_LATE_TO_RESTORE(
            Kind.GONE, "The event was deleted more than 30 days ago and cannot be brought back. Call another one."),
    TOO_MANY_GUESTS(Kind.INVALID, "The event does not take so many guests of one person. Bring fewer."),
    FULL(Kind.CONFLICT, "There are not enough free seats, or others wait for them. Bring fewer guests, or wait."),
    NOT_WAITING(Kind.CONFLICT, "They do not wait for that. Read the list of those who wait again."),
    NOT_ANSWERED(Kind.CONFLICT, "They have not answered. There is nothing to change."),
    NOT_GOING(Kind.CONFLICT, "They are not going, so there is nothing to note down about whether they came."),
    TOO_EARLY(
            Kind.CONFLICT,
            "Who came is noted from 12 hours before the start on, and who did not from the start on. Try again then."),
    BAD_REMINDERS(
            Kind.INVALID, "One is reminded of an event up to 5 times, 0 to 40320 minutes before it starts (4 weeks)."),
    NOT_A_UID(Kind.INVALID, "What another calendar calls a meeting has 1 to 1000 characters. Mend it there."),
    NOT_A_RULE(
            Kind.INVALID,
            "A series needs an RRULE by hours or longer, with an interval of at most 999, such as FREQ=WEEKLY;BYDAY=TU."),
    TOO_OFTEN(Kind.INVALID, "A series takes place 200 times in 180 days at most. Make the rule coarser."),
    NEVER(
            Kind.INVALID,
            "The rule never comes true, or not at the first start. Let the first one start as the rule says.");

    private final Kind kind;
    private final String advice;

    EventReason(Kind kind, String advice) {
        this.kind = kind;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String advice() {
        return advice;
    }
}
