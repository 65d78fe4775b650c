package org.somoim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Word;
import org.somoim.operations.Rounds;

/**
 * What time brings due, in rounds. A job that fails, or that never ends, does not keep those behind it from their turn. Safe
 * between threads.
 */
final class Jobs {
    /** How many batches of one job a round does. What is left is for the next round. */
    static final int MOST_BATCHES = 1_000;

    private final List<Job> jobs;
    private final Rounds rounds;
    private final InstantSource clock;

    Jobs(List<Job> jobs, InstantSource clock) {
        this.jobs = List.copyOf(jobs);
        this.rounds = new Rounds(jobs.stream().map(Job::name).toList(), clock.instant());
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param batch does some of it and says how much; zero once there is nothing left to do
     * @param most batches in a round
     */
    record Job(Word name, IntSupplier batch, int most) {
        static Job untilNothingIsLeft(String name, IntSupplier batch) {
            return new Job(new Word(name), batch, MOST_BATCHES);
        }

        static Job once(String name, IntSupplier job) {
            return new Job(new Word(name), job, 1);
        }

        /** Of which there is nothing to count. */
        static Job uncounted(String name, Runnable job) {
            return once(name, () -> {
                job.run();
                return 0;
            });
        }
    }

    /** What they did last. */
    Rounds rounds() {
        return rounds;
    }

    /**
     * Gives each its turn. Throws what the first job to fail threw, as it is; what others threw is suppressed in it.
     */
    void round() {
        List<RuntimeException> failures = new ArrayList<>();
        for (Job job : jobs) {
            RuntimeException failure = turn(job);
            if (failure != null) {
                failures.add(failure);
            }
        }
        end(failures);
    }

    private @Nullable RuntimeException turn(Job job) {
        Instant begun = clock.instant();
        long done = 0;
        int batches = 0;
        int latest = 1;
        try {
            while (batches < job.most() && latest > 0) {
                latest = job.batch().getAsInt();
                done += latest;
                batches++;
            }
        } catch (RuntimeException failure) {
            note(job, begun, done, false, new FactLog.Error(failure.getClass().getSimpleName()));
            return failure;
        }
        note(job, begun, done, job.most() > 1 && latest > 0, null);
        return null;
    }

    private void note(Job job, Instant begun, long done, boolean isLeft, FactLog.@Nullable Error error) {
        rounds.ended(
                job.name(), new Rounds.Round(begun, Duration.between(begun, clock.instant()), done, isLeft, error));
    }

    private static void end(List<RuntimeException> failures) {
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
