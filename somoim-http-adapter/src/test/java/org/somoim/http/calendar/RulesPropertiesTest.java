package org.somoim.http.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.somoim.Covers;
import org.somoim.events.Rule;
import org.somoim.events.Zone;
import org.somoim.events.recur.LibRecurrence;

/** Two libraries that know nothing of one another read the same rules the same way. */
@Covers({"EVT-5", "CAL-1"})
class RulesPropertiesTest {
    private static final int YEARS = 3;
    private static final int MOST = 5000;
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    /** @param later the first time the rule comes true then or later is where the series begins, as the library wants it */
    @Property(tries = 1000)
    void everyRuleComesTrueOnTheSameDaysForBoth(
            @ForAll("rules") String rule, @ForAll("ends") String end, @ForAll("starts") LocalDateTime later) {
        List<LocalDateTime> first = ours(rule, later, later.plusYears(9), 1);
        Assume.that(!first.isEmpty());
        LocalDateTime start = first.get(0);
        LocalDateTime until = start.plusYears(YEARS);
        List<LocalDateTime> theirs = new Recur<LocalDateTime>(explicit(rule + end))
                .getDates(start, start, until).stream()
                        .filter(date -> date.isBefore(until))
                        .distinct()
                        .sorted()
                        .toList();
        assertThat(ours(rule + end, start, until, MOST)).isEqualTo(theirs);
    }

    private static List<LocalDateTime> ours(String rule, LocalDateTime start, LocalDateTime until, int most) {
        return new LibRecurrence().starts(new Rule(rule), start, new Zone("Asia/Seoul"), start, until, most);
    }

    /** A week begins on Monday unless it is said (RFC 5545, 3.3.10); the other library goes by the machine's country. */
    private static String explicit(String rule) {
        return rule.contains("WKST") ? rule : rule + ";WKST=MO";
    }

    @Provide
    Arbitrary<LocalDateTime> starts() {
        return Combinators.combine(
                        Arbitraries.integers().between(2026, 2032),
                        Arbitraries.integers().between(1, 366),
                        Arbitraries.integers().between(0, 24 * 60 - 1))
                .as((year, day, minute) ->
                        LocalDateTime.of(year, 1, 1, 0, 0).plusDays(day).plusMinutes(minute));
    }

    @Provide
    Arbitrary<String> rules() {
        Arbitrary<String> parts = Arbitraries.oneOf(daily(), weekly(), monthly(), yearly());
        Arbitrary<Integer> interval = Arbitraries.integers().between(1, 5);
        return Combinators.combine(parts, interval)
                .as((part, every) -> part + (every == 1 ? "" : ";INTERVAL=" + every));
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.integers().between(1, 60).map(count -> ";COUNT=" + count),
                Arbitraries.integers().between(2026, 2036).map(year -> ";UNTIL=" + year + "0630T120000"));
    }

    private static Arbitrary<String> daily() {
        return Arbitraries.oneOf(
                Arbitraries.just("FREQ=DAILY"),
                days().map(days -> "FREQ=DAILY;BYDAY=" + days),
                months().map(months -> "FREQ=DAILY;BYMONTH=" + months));
    }

    private static Arbitrary<String> weekly() {
        return Combinators.combine(days(), Arbitraries.of("", ";WKST=SU", ";WKST=MO"))
                .as((days, week) -> "FREQ=WEEKLY;BYDAY=" + days + week);
    }

    private static Arbitrary<String> monthly() {
        return Arbitraries.oneOf(
                monthDays().map(days -> "FREQ=MONTHLY;BYMONTHDAY=" + days),
                nth().map(day -> "FREQ=MONTHLY;BYDAY=" + day),
                Combinators.combine(days(), Arbitraries.of("1", "-1", "2"))
                        .as((days, place) -> "FREQ=MONTHLY;BYDAY=" + days + ";BYSETPOS=" + place));
    }

    private static Arbitrary<String> yearly() {
        return Arbitraries.oneOf(
                Combinators.combine(months(), monthDays())
                        .as((months, days) -> "FREQ=YEARLY;BYMONTH=" + months + ";BYMONTHDAY=" + days),
                Combinators.combine(Arbitraries.integers().between(1, 12), nth())
                        .as((month, day) -> "FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=" + day));
    }

    private static Arbitrary<String> days() {
        return Arbitraries.of(DAYS).set().ofMinSize(1).ofMaxSize(4).map(set -> String.join(",", set));
    }

    private static Arbitrary<String> nth() {
        return Combinators.combine(Arbitraries.of("1", "2", "3", "4", "-1", "-2"), Arbitraries.of(DAYS))
                .as((which, day) -> which + day);
    }

    private static Arbitrary<String> months() {
        return numbers(1, 12);
    }

    private static Arbitrary<String> monthDays() {
        return Arbitraries.oneOf(numbers(1, 31), numbers(-5, -1));
    }

    private static Arbitrary<String> numbers(int least, int most) {
        return Arbitraries.integers()
                .between(least, most)
                .set()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(set -> set.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
}
