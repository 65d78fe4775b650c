package org.somoim.events.recur;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.somoim.events.EventReason;
import org.somoim.events.Recurrence;
import org.somoim.events.Rule;
import org.somoim.events.Zone;

/**
 * RRULE as lib-recur reads it. Everything is reckoned by the clock on the wall; what a start comes to is the zone's matter.
 * The library gives up by itself on a rule that never comes true, and {@link Rule} keeps out the intervals over which that
 * would take it long.
 */
public final class LibRecurrence implements Recurrence {

    @Override
    public List<LocalDateTime> starts(
            Rule rule, LocalDateTime first, Zone zone, LocalDateTime from, LocalDateTime until, int most) {
        RecurrenceRule parsed = parsed(rule, zone);
        List<LocalDateTime> starts = new ArrayList<>();
        try {
            RecurrenceRuleIterator all = parsed.iterator(floating(first));
            while (all.hasNext() && starts.size() < most) {
                LocalDateTime start = local(all.nextDateTime());
                if (!start.isBefore(until)) {
                    break;
                }
                if (!start.isBefore(from)) {
                    starts.add(start);
                }
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            // The library has searched long enough: no more comes of the rule.
            return List.copyOf(starts);
        }
        return List.copyOf(starts);
    }

    private static RecurrenceRule parsed(Rule rule, Zone zone) {
        try {
            var parsed = new RecurrenceRule(rule.value(), RecurrenceRule.RfcMode.RFC5545_STRICT);
            if (parsed.getUntil() != null) {
                parsed.setUntil(floating(lastStart(parsed.getUntil(), zone)));
            }
            return parsed;
        } catch (InvalidRecurrenceRuleException e) {
            throw EventReason.NOT_A_RULE.refuse();
        }
    }

    /** A day includes its evening, an instant is what the clock on the wall shows then. */
    private static LocalDateTime lastStart(DateTime until, Zone zone) {
        if (until.isAllDay()) {
            return local(until).toLocalDate().atTime(23, 59, 59);
        }
        return until.isFloating() ? local(until) : zone.local(Instant.ofEpochMilli(until.getTimestamp()));
    }

    private static DateTime floating(LocalDateTime time) {
        return new DateTime(
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }
}
