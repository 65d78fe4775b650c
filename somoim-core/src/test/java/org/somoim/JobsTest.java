package org.somoim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.somoim.Jobs.Job;

final class JobsTest {
    private static Jobs jobs(Job... all) {
        return new Jobs(List.of(all), () -> Instant.EPOCH);
    }

    @Test
    void aJobIsDoneUntilNothingOfItIsLeft() {
        var left = new AtomicInteger(7);

        jobs(Job.untilNothingIsLeft("count", () -> left.get() == 0 ? 0 : left.getAndDecrement()))
                .round();

        assertThat(left).hasValue(0);
    }

    @Test
    void aJobThatNeverEndsLeavesTheOthersTheirTurn() {
        var batches = new AtomicInteger();
        var done = new ArrayList<String>();

        jobs(
                        Job.untilNothingIsLeft("endless", batches::incrementAndGet),
                        Job.uncounted("next", () -> done.add("the next")))
                .round();

        assertThat(batches).hasValueLessThanOrEqualTo(Jobs.MOST_BATCHES);
        assertThat(done).containsExactly("the next");
    }

    @Test
    void whatFailsIsThrownOnceAllOthersHadTheirTurn() {
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second");
        var done = new ArrayList<Integer>();

        Jobs jobs = jobs(
                Job.once("first", () -> {
                    throw first;
                }),
                Job.untilNothingIsLeft("second", () -> {
                    throw second;
                }),
                Job.uncounted("third", () -> done.add(3)));

        assertThatThrownBy(jobs::round).isSameAs(first).hasSuppressedException(second);
        assertThat(done).isEqualTo(List.of(3));
    }
}
