package org.somoim.events;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * By which something comes again: an RRULE of RFC 5545 without its name, such as {@code FREQ=WEEKLY;BYDAY=TU}. By hours at
 * most, never by minutes or seconds; an interval of at most 999; of the Gregorian calendar. Upper case, at most 200
 * characters.
 */
public record Rule(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]+=[A-Z0-9,+-]+(?:;[A-Z]+=[A-Z0-9,+-]+)*");
    private static final Pattern REFUSED =
            Pattern.compile("(?:FREQ=(?:SECONDLY|MINUTELY)|BYMINUTE=|BYSECOND=|RSCALE=|SKIP=|INTERVAL=[0-9]{4})");
    private static final int MAX = 200;

    /** @throws org.somoim.kernel.Refusal {@link EventReason#NOT_A_RULE} if it is not even of this form */
    public Rule {
        if (value.length() > MAX
                || !FORM.matcher(value).matches()
                || REFUSED.matcher(value).find()) {
            throw EventReason.NOT_A_RULE.refuse();
        }
    }

    /** @param raw lower case becomes upper case, and {@code RRULE:} in front is dropped */
    public static Rule of(String raw) {
        String upper = raw.strip().toUpperCase(Locale.ROOT);
        return new Rule(upper.startsWith("RRULE:") ? upper.substring("RRULE:".length()) : upper);
    }
}
