package org.somoim.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somoim.Covers;

@Covers("PRV-2")
class StretchTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T12:00:00Z,       P3M, 2026-q4,    2026-10-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2026-10-01T00:00:00Z,       P3M, 2026-q4,    2026-10-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2026-09-30T23:59:59.999Z,   P3M, 2026-q3,    2026-07-01T00:00:00Z, 2026-10-01T00:00:00Z",
        "1999-02-28T00:00:00Z,       P3M, 1999-q1,    1999-01-01T00:00:00Z, 1999-04-01T00:00:00Z",
        "2026-11-21T12:00:00Z,       P1M, 2026-11,    2026-11-01T00:00:00Z, 2026-12-01T00:00:00Z",
        "2026-11-21T12:00:00Z,       P1Y, 2026-01,    2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2026-11-21T12:00:00Z,       P7D, 2026-11-16, 2026-11-16T00:00:00Z, 2026-11-23T00:00:00Z"
    })
    void anEpochIsAMatterOfTheCalendar(Instant now, Period length, String name, Instant starts, Instant ends) {
        Stretch stretch = Stretch.at(now, length);

        assertThat(stretch.name().value()).isEqualTo(name);
        assertThat(stretch.starts()).isEqualTo(starts);
        assertThat(stretch.ends()).isEqualTo(ends);
        assertThat(stretch.before(length).ends()).isEqualTo(starts);
    }

    @Test
    void anEpochIsMonthsOrDays() {
        assertThatThrownBy(() -> Stretch.at(Instant.EPOCH, Period.of(0, 1, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
