package org.somoim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * One round of what time has brought due. A job that fails, or that never ends, does not keep those behind it from their
 * turn. Used by one thread, once.
 */
final class Jobs {
    /** How many batches of one job a round does. What is left is for the next round. */
    static final int MOST_BATCHES = 1_000;

    private final List<RuntimeException> failures = new ArrayList<>();

    /** @param batch does some of a job and says how much; zero once there is nothing left to do */
    void untilNothingIsLeft(IntSupplier batch) {
        once(() -> {
            int batches = 0;
            while (batches < MOST_BATCHES && batch.getAsInt() > 0) {
                batches++;
            }
        });
    }

    void once(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    /** Throws what the first job to fail threw, as it is; what others threw is suppressed in it. */
    void end() {
        if (failures.isEmpty()) {
            return;
        }
        RuntimeException first = failures.get(0);
        for (RuntimeException later : failures.subList(1, failures.size())) {
            if (later != first) {
                first.addSuppressed(later);
            }
        }
        throw first;
    }
}
