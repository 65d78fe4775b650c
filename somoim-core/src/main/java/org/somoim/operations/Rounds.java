package org.somoim.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Word;

/**
 * What each job did in its last round in this process. Forgotten when the process ends; of other processes nothing is known.
 * Safe between threads.
 */
public final class Rounds {
    private final List<Word> jobs;
    private final Instant since;
    private final Map<Word, Round> latest = new ConcurrentHashMap<>();

    /**
     * @param jobs all there are, in the order in which they have their turn
     * @param since when the first could have had its turn
     */
    public Rounds(List<Word> jobs, Instant since) {
        this.jobs = List.copyOf(jobs);
        this.since = since;
    }

    /**
     * One job's round.
     *
     * @param done how much it did, in whatever it counts
     * @param isLeft whether there was more to do than one round does
     * @param error what it failed with, or null if it did not
     */
    public record Round(Instant at, Duration took, long done, boolean isLeft, FactLog.@Nullable Error error) {}

    public void ended(Word job, Round round) {
        latest.put(job, round);
    }

    /** When the job had its turn, or could have had its first. */
    Instant lastSeen(Word job) {
        Round last = latest.get(job);
        return last == null ? since : last.at();
    }

    List<Word> jobs() {
        return jobs;
    }

    Map<Word, Round> latest() {
        return Map.copyOf(latest);
    }
}
