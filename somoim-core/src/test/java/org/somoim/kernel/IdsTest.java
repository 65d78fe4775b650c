package org.somoim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

@Covers({"DAT-3", "SEC-6"})
class IdsTest {
    private final TestClock clock = new TestClock();
    private final Ids ids = new UuidIds(clock, new Random(3));

    @Test
    void laterIdsAreGreaterAlsoWithinAMillisecondAndWhenTheClockIsSetBack() {
        List<Id<User>> made = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            made.add(ids.timeOrdered());
            if (i == 2_000) {
                clock.advance(Duration.ofMillis(-5));
            }
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).allMatch(id -> id.value().version() == 7);
    }

    @Test
    void randomIdsSayNothingOfTheirTime() {
        Id<User> id = ids.random();

        assertThat(id.value().version()).isEqualTo(4);
        assertThat(id.value().getMostSignificantBits() >>> 16).isNotEqualTo(clock.millis());
    }

    @Test
    void theSameSeedAndClockMakeTheSameIds() {
        Ids again = new UuidIds(new TestClock(), new Random(3));

        assertThat(again.<User>timeOrdered()).isEqualTo(ids.<User>timeOrdered());
        assertThat(again.<User>random()).isEqualTo(ids.<User>random());
    }
}
