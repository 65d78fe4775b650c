package org.somoim.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somoim.Covers;

/** What the clock on the wall shows, and what that comes to. */
@Covers("EVT-4")
class ZonesTest {

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        // No change of the clocks at all.
        "2026-03-29T02:30, Asia/Seoul, 2026-03-28T17:30:00Z",
        // Skipped: half an hour into the gap is half an hour after it.
        "2026-03-29T02:30, Europe/Berlin, 2026-03-29T01:30:00Z",
        "2026-03-08T02:30, America/New_York, 2026-03-08T07:30:00Z",
        "2026-10-04T02:15, Australia/Lord_Howe, 2026-10-03T15:45:00Z",
        // Twice: the first of the two.
        "2026-10-25T02:30, Europe/Berlin, 2026-10-25T00:30:00Z",
        "2026-11-01T01:30, America/New_York, 2026-11-01T05:30:00Z",
        "2026-04-05T01:45, Australia/Lord_Howe, 2026-04-04T14:45:00Z",
        // Clocks that go back for Ramadan, and forward after it.
        "2026-02-15T02:30, Africa/Casablanca, 2026-02-15T01:30:00Z",
        "2026-03-22T02:30, Africa/Casablanca, 2026-03-22T02:30:00Z",
        // A day that was never there: Samoa went from the 29th to the 31st.
        "2011-12-30T12:00, Pacific/Apia, 2011-12-30T22:00:00Z"
    })
    void aTimeOnTheWallIsOneInstantWhateverTheClocksDo(LocalDateTime local, String zone, Instant instant) {
        assertThat(new Zone(zone).at(local)).isEqualTo(instant);
    }

    @Test
    void theSameTimeOnTheWallStaysTheSameOverAChangeOfTheClocks() {
        var berlin = new Zone("Europe/Berlin");
        LocalDateTime saturday = LocalDateTime.parse("2026-03-28T19:00");
        Duration day = Duration.between(berlin.at(saturday), berlin.at(saturday.plusDays(1)));
        assertThat(day).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void aZoneHasANameAndIsNoBareOffset() {
        for (String name : new String[] {"+09:00", "Z", "GMT+9", "Asia/Nowhere", "asia/seoul", ""}) {
            assertRefused("events.no-such-zone", () -> new Zone(name));
        }
        assertThat(new Zone("Asia/Seoul").id().getId()).isEqualTo("Asia/Seoul");
    }

    @Test
    @Covers("EVT-6")
    void whatEndsIsComparedAsTimeReallyPasses() {
        var berlin = new Zone("Europe/Berlin");
        // On the wall the end comes first; but the start is skipped to 03:30, so that it would come even earlier.
        LocalDateTime start = LocalDateTime.parse("2026-03-29T02:30");
        assertRefused(
                "events.ends-before-it-starts", () -> new When(start, LocalDateTime.parse("2026-03-29T03:15"), berlin));
        assertThat(new When(start, LocalDateTime.parse("2026-03-29T03:45"), berlin).endsAt())
                .isEqualTo("2026-03-29T01:45:00Z");
        assertRefused("events.ends-before-it-starts", () -> new When(start, start, berlin));
        assertRefused("events.too-long", () -> new When(start, start.plusDays(32), berlin));
        assertRefused("events.no-such-time", () -> new When(start.withYear(1969), null, berlin));
        assertRefused("events.no-such-time", () -> new When(start.withYear(9999), null, berlin));
    }

    @Test
    void whatIsMovedLastsAsLongAsBefore() {
        var berlin = new Zone("Europe/Berlin");
        var night = new When(LocalDateTime.parse("2026-03-21T22:00"), LocalDateTime.parse("2026-03-22T06:00"), berlin);
        When moved = night.movedTo(LocalDateTime.parse("2026-03-28T22:00"));
        assertThat(moved.ends()).isEqualTo("2026-03-29T07:00");
        assertThat(Duration.between(moved.startsAt(), moved.endsAt())).isEqualTo(Duration.ofHours(8));
    }
}
