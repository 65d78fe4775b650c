package org.somoim.calendar;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about calendars. */
public enum CalendarReason implements Reason {
    ENDS_BEFORE_IT_BEGINS(Kind.INVALID, "A stretch of time ends after it begins. Send a later end."),
    TOO_LONG(Kind.INVALID, "A calendar is read for 400 days at most. Send an earlier end, and ask again from there."),
    NOT_A_CALENDAR(
            Kind.INVALID, "This is not an iCalendar file. Send one that another calendar has written, in UTF-8."),
    TOO_MANY_ENTRIES(Kind.INVALID, "A file brings 500 meetings at most. Split it."),
    NOT_AN_ENTRY(
            Kind.INVALID,
            "The entry needs a UID and a start, and must not list its dates one by one (RDATE). Mend it where it was made."),
    TOO_MANY_LINKS(Kind.CONFLICT, "One person has 20 calendar links at most. Revoke one that is not used any more.");

    private final Kind kind;
    private final String advice;

    CalendarReason(Kind kind, String advice) {
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
