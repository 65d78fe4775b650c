package org.somoim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class JobsTest {
    private final Jobs jobs = new Jobs();

    @Test
    void aJobIsDoneUntilNothingOfItIsLeft() {
        var left = new AtomicInteger(7);

        jobs.untilNothingIsLeft(() -> left.get() == 0 ? 0 : left.getAndDecrement());

        assertThat(left).hasValue(0);
        jobs.end();
    }

    @Test
    void aJobThatNeverEndsLeavesTheOthersTheirTurn() {
        var batches = new AtomicInteger();
        var done = new ArrayList<String>();

        jobs.untilNothingIsLeft(batches::incrementAndGet);
        jobs.once(() -> done.add("the next"));

        assertThat(batches).hasValueLessThanOrEqualTo(Jobs.MOST_BATCHES);
        assertThat(done).containsExactly("the next");
    }

    @Test
    void whatFailsIsThrownOnceAllOthersHadTheirTurn() {
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second");
        var done = new ArrayList<Integer>();

        jobs.once(() -> {
            throw first;
        });
        jobs.untilNothingIsLeft(() -> {
            throw second;
        });
        jobs.once(() -> done.add(3));

        assertThat(done).isEqualTo(List.of(3));
        assertThatThrownBy(jobs::end).isSameAs(first).hasSuppressedException(second);
    }
}
