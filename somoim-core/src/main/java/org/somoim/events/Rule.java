package org.somoim.events;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * By which something comes again: an RRULE of RFC 5545 without its name, such as {@code FREQ=WEEKLY;BYDAY=TU}. Days at
 * most, never hours: at what time of day it starts is said by its first start. Upper case, at most 200 characters.
 */
public record Rule(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]+=[A-Z0-9,+-]+(?:;[A-Z]+=[A-Z0-9,+-]+)*");
    private static final Pattern OFTEN = Pattern.compile("(?:.*;)?FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;.*)?");
    private static final Pattern REFUSED = Pattern.compile("(?:.*;)?(?:BYHOUR|BYMINUTE|BYSECOND|RSCALE|SKIP|X)[=-].*");
    private static final int MAX = 200;

    /** @throws org.somoim.kernel.Refusal {@link EventReason#NOT_A_RULE} if it is not even of this form */
    public Rule {
        if (value.length() > MAX
                || !FORM.matcher(value).matches()
                || !OFTEN.matcher(value).matches()
                || REFUSED.matcher(value).matches()) {
            throw EventReason.NOT_A_RULE.refuse();
        }
    }

    /** @param raw lower case becomes upper case, and {@code RRULE:} in front is dropped */
    public static Rule of(String raw) {
        String upper = raw.strip().toUpperCase(Locale.ROOT);
        return new Rule(upper.startsWith("RRULE:") ? upper.substring("RRULE:".length()) : upper);
    }
}
