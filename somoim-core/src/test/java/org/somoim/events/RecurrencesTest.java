package org.somoim.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.events.recur.LibRecurrence;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.memory.Community;

@Covers({"EVT-4", "EVT-11"})
class RecurrencesTest {
    private static final Zone BERLIN = new Zone("Europe/Berlin");
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-03-10T19:00:00");

    private final Community town = new Community();
    private final Recurrences recurrences = town.somoim.recurrences();
    private final Actor.Person owner = town.person();
    private final Group group = town.openGroup(owner);
    private final Actor.Person member = town.memberOf(group);
    private final Actor.Person other = town.memberOf(group);
    private final Actor.Person stranger = town.person();

    private Plan plan() {
        return Plan.of(Line.of("화요 모임"), new When(FIRST, FIRST.plusHours(2), BERLIN));
    }

    private Course weekly() {
        return recurrences.begin(member, group.id(), plan(), new Rule("FREQ=WEEKLY"));
    }

    private List<Event> occurrences(Actor reader, Id<Series> series) {
        return recurrences
                .occurrences(reader, series, Span.from(Instant.EPOCH), Page.Ask.first(50))
                .items();
    }

    // Expansion

    @Test
    void whatComesWeeklyStaysAtSevenInTheEveningOverTheChangeOfTheClocks() {
        List<Event> all = occurrences(stranger, weekly().id());
        assertThat(all).hasSize(26);
        assertThat(all).extracting(Event::startsOn).allMatch(start -> start.getHour() == 19);
        // Summer time begins on 29 March.
        assertThat(all.get(2).startsAt()).isEqualTo("2026-03-24T18:00:00Z");
        assertThat(all.get(3).startsAt()).isEqualTo("2026-03-31T17:00:00Z");
        assertThat(all.get(3).endsAt()).isEqualTo("2026-03-31T19:00:00Z");
    }

    @Test
    void aSeriesIsMadeHalfAYearAheadAndGoneOnWithAsTimePasses() {
        Id<Series> series = weekly().id();
        for (int week = 0; week < 60; week++) {
            town.clock.advance(Duration.ofDays(7));
            town.somoim.tick();
        }
        List<Event> all = recurrences
                .occurrences(stranger, series, Span.from(town.clock.instant()), Page.Ask.first(50))
                .items();
        assertThat(all).hasSizeBetween(25, 26);
        assertThat(all).extracting(Event::recurrence).doesNotHaveDuplicates();
        LocalDateTime next = all.get(0).startsOn();
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).startsOn()).isEqualTo(next.plusWeeks(i));
        }
    }

    @Test
    void aRuleThatComesToItsEndEndsTheSeries() {
        Course three = recurrences.begin(member, group.id(), plan(), new Rule("FREQ=WEEKLY;COUNT=3"));
        assertThat(three.endedAt()).isNotNull();
        assertThat(occurrences(stranger, three.id())).hasSize(3);
        Course until = recurrences.begin(member, group.id(), plan(), new Rule("FREQ=WEEKLY;UNTIL=20260324T180000Z"));
        assertThat(occurrences(stranger, until.id())).hasSize(3);
        Course day = recurrences.begin(member, group.id(), plan(), new Rule("FREQ=WEEKLY;UNTIL=20260323"));
        assertThat(occurrences(stranger, day.id())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;INTERVAL=5",
                "FREQ=DAILY;BYMINUTE=1,2,3",
                "FREQ=WEEKLY;BYSECOND=1",
                "FREQ=DAILY;INTERVAL=2147483647",
                "RSCALE=CHINESE;FREQ=YEARLY",
                "FREQ=WEEKLY;FOO=1",
                "FREQ=FORTNIGHTLY",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=2;UNTIL=20260401",
                "every tuesday",
                "FREQ=WEEKLY\nDTSTART:20260101"
            })
    void whatIsNoRuleIsRefused(String rule) {
        assertRefused("events.not-a-rule", () -> recurrences.begin(member, group.id(), plan(), Rule.of(rule)));
    }

    @Test
    void whatWouldNeverEndOrNeverComeIsRefused() {
        assertRefused("events.too-often", () -> begin("FREQ=HOURLY"));
        assertRefused("events.too-often", () -> begin("FREQ=DAILY;BYHOUR=8,19"));
        assertRefused("events.never", () -> begin("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
        assertRefused("events.never", () -> begin("FREQ=WEEKLY;BYDAY=WE"));
        assertThat(begin("FREQ=DAILY").rule()).isEqualTo(new Rule("FREQ=DAILY"));
        assertThat(begin("FREQ=YEARLY;INTERVAL=999").endedAt()).isNull();
    }

    private Course begin(String rule) {
        return recurrences.begin(member, group.id(), plan(), new Rule(rule));
    }

    @Test
    void anExpansionIsNeverLongerThanAskedFor() {
        var lib = new LibRecurrence();
        assertThat(lib.starts(new Rule("FREQ=HOURLY"), FIRST, BERLIN, FIRST, LocalDateTime.MAX, 1000))
                .hasSize(1000);
        assertThat(lib.starts(new Rule("FREQ=DAILY"), FIRST, BERLIN, FIRST.plusDays(3), FIRST.plusDays(5), 1000))
                .containsExactly(FIRST.plusDays(3), FIRST.plusDays(4));
        assertThat(lib.starts(new Rule("FREQ=MONTHLY;BYMONTHDAY=31"), FIRST, BERLIN, FIRST, FIRST.plusDays(90), 9))
                .containsExactly(
                        LocalDateTime.parse("2026-03-31T19:00:00"), LocalDateTime.parse("2026-05-31T19:00:00"));
    }

    // One of them

    @Test
    void oneOccurrenceIsMovedAndKeepsItsName() {
        Id<Series> series = weekly().id();
        LocalDateTime second = FIRST.plusWeeks(1);
        Event event = recurrences.occurrence(stranger, series, second);
        Event moved = town.somoim
                .events()
                .edit(member, event.id(), plan -> plan.at(plan.when().movedTo(second.plusDays(1))));

        assertThat(recurrences.occurrence(stranger, series, second)).isEqualTo(moved);
        assertThat(moved.recurrence()).isEqualTo(second);
        assertThat(moved.startsOn()).isEqualTo(second.plusDays(1));
        assertRefused("access.not-found", () -> recurrences.occurrence(stranger, series, second.plusDays(1)));
        assertThat(recurrences.occurrence(stranger, series, FIRST).startsOn()).isEqualTo(FIRST);
    }

    @Test
    void oneOccurrenceIsCalledOffAndTheOthersStay() {
        Id<Series> series = weekly().id();
        Event event = recurrences.occurrence(stranger, series, FIRST.plusWeeks(1));
        town.somoim.events().cancel(member, event.id());
        assertThat(occurrences(stranger, series).stream().filter(Event::isCancelled))
                .extracting(Event::recurrence)
                .containsExactly(FIRST.plusWeeks(1));
        town.clock.advance(Duration.ofDays(30));
        town.somoim.tick();
        assertThat(recurrences.occurrence(stranger, series, FIRST.plusWeeks(1)).isCancelled())
                .isTrue();
    }

    @Test
    void aSeriesIsEndedFromOneOccurrenceOn() {
        Id<Series> series = weekly().id();
        LocalDateTime third = FIRST.plusWeeks(2);
        Event later = recurrences.occurrence(stranger, series, FIRST.plusWeeks(3));
        // Moved to before the third; it is named by when it was first to start.
        town.somoim
                .events()
                .edit(member, later.id(), plan -> plan.at(plan.when().movedTo(FIRST.plusDays(1))));

        assertRefused("access.not-allowed", () -> recurrences.endFrom(other, series, third));
        assertThat(recurrences.endFrom(member, series, third).endedAt()).isNotNull();
        assertThat(occurrences(stranger, series).stream().filter(event -> !event.isCancelled()))
                .extracting(Event::recurrence)
                .containsExactly(FIRST, FIRST.plusWeeks(1));
        town.clock.advance(Duration.ofDays(400));
        town.somoim.tick();
        assertThat(occurrences(stranger, series)).hasSize(26);
    }

    @Test
    @Covers({"NTF-3"})
    void membersHearOfASeriesOnce() {
        weekly();
        town.somoim.deliver();
        assertThat(town.somoim.notifications().list(other, Page.Ask.first(), false).items().stream()
                        .filter(told -> told.kind().value().equals("events.called")))
                .hasSize(1);
    }

    @Test
    @Covers({"EVT-9", "EVT-12"})
    void aSeriesIsSeenAsFarAsItsOccurrences() {
        Course closed = recurrences.begin(member, group.id(), plan().open(false), new Rule("FREQ=WEEKLY"));
        assertRefused("access.not-found", () -> recurrences.find(stranger, closed.id()));
        assertRefused("access.not-found", () -> occurrences(stranger, closed.id()));
        assertRefused("access.not-found", () -> recurrences.occurrence(stranger, closed.id(), FIRST));
        assertRefused("access.not-found", () -> recurrences.endFrom(stranger, closed.id(), FIRST));
        assertThat(recurrences.find(other, closed.id())).isEqualTo(closed);
        Course own = recurrences.beginOwn(member, plan(), new Rule("FREQ=WEEKLY"));
        assertRefused("access.not-found", () -> recurrences.find(other, own.id()));
        assertThat(occurrences(member, own.id())).hasSize(26);
    }

    @Test
    void aNightThatEndsInTheHourThatComesTwiceIsMadeLikeAnyOther() {
        LocalDateTime night = LocalDateTime.parse("2026-03-08T02:30:00");
        Plan half = Plan.of(Line.of("심야"), new When(night, night.plusMinutes(30), BERLIN));
        Course nightly = recurrences.begin(member, group.id(), half, new Rule("FREQ=WEEKLY"));
        for (int week = 0; week < 40; week++) {
            town.clock.advance(Duration.ofDays(7));
            town.somoim.tick();
        }
        // On 25 October it is two o'clock twice.
        Event twice = recurrences.occurrence(member, nightly.id(), LocalDateTime.parse("2026-10-25T02:30:00"));
        assertThat(twice.endsAt()).isAfter(twice.startsAt());
    }

    @Test
    void aSeriesGoesOnAfterALongTimeInWhichNobodyWasThereToMakeIt() {
        Id<Series> series = recurrences
                .begin(member, group.id(), plan(), new Rule("FREQ=DAILY"))
                .id();
        town.clock.advance(Duration.ofDays(400));
        town.somoim.tick();
        Instant now = town.clock.instant();
        List<Event> all = recurrences
                .occurrences(stranger, series, Span.from(now), Page.Ask.first(1))
                .items();
        assertThat(all.get(0).startsAt()).isBefore(now.plus(Duration.ofDays(1)));
        LocalDateTime farthest = all.get(0).startsOn().plusDays(178);
        assertThat(recurrences.occurrence(member, series, farthest).startsOn()).isEqualTo(farthest);
    }
}
