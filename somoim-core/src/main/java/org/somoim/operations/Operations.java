package org.somoim.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.FactPost;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;
import org.somoim.metrics.Counters;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Readings;
import org.somoim.metrics.Series;

/**
 * How the library works, for those who run it: what has happened and who has yet to hear of it, what time has brought due,
 * and the store underneath. Shows of a fact its name and nothing that is in it: who blocked or reported whom is not for
 * operators either.
 */
public final class Operations {
    /** A job that has not had its turn for longer is overdue: {@code Somoim.tick()} is for once a minute. */
    public static final Duration LATE = Duration.ofMinutes(5);

    /** In which numbers of people's deeds go up; those of people do so too, in {@link org.somoim.statistics.Statistics}. */
    public static final int STEP = 10;

    private final FactPost post;
    private final FactLog log;
    private final List<Word> listeners;
    private final Rounds rounds;
    private final Metrics metrics;
    private final InstantSource clock;
    private final Access access;
    private final Work work;

    /** @param listeners their names, in the order in which they are told */
    public Operations(
            FactPost post,
            FactLog log,
            List<Word> listeners,
            Rounds rounds,
            Metrics metrics,
            InstantSource clock,
            Access access,
            Work work) {
        this.post = post;
        this.log = log;
        this.listeners = List.copyOf(listeners);
        this.rounds = rounds;
        this.metrics = metrics;
        this.clock = clock;
        this.access = access;
        this.work = work;
    }

    /**
     * How far a listener has come.
     *
     * @param behind how many positions it has yet to hear of
     * @param waitingSince when the first of these happened, or null if it has heard everything
     * @param failures how often that one has failed so far
     * @param retryAt not to be tried before, or null if it has not failed
     */
    public record Listening(
            Word name,
            long position,
            long behind,
            @Nullable Instant waitingSince,
            int failures,
            @Nullable Instant retryAt) {}

    /** A fact, without what is in it. */
    public record Happened(long position, Word fact, Instant at) {}

    /**
     * A fact that a listener could not take.
     *
     * @param fact null if the log holds it no more
     */
    public record Unheard(
            Word listener, long position, @Nullable Word fact, int failures, FactLog.Error error, Instant since) {}

    /**
     * A job of {@code Somoim.tick()}.
     *
     * @param last null if it has not had its turn in this process
     * @param isDue whether there is more to do, it failed, or it should have had its turn by now
     */
    public record Job(Word name, Rounds.@Nullable Round last, boolean isDue) {}

    /**
     * In the order in which they are told.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public List<Listening> listeners(Actor actor) {
        return work.read(() -> {
            access.requireSite(actor, OperationsAction.WATCH);
            long newest = log.newest();
            return listeners.stream().map(name -> listening(name, newest)).toList();
        });
    }

    private Listening listening(Word name, long newest) {
        FactLog.Progress progress = log.progress(name);
        Instant since = log.after(progress.position(), 1).stream()
                .findFirst()
                .map(FactLog.Entry::at)
                .orElse(null);
        return new Listening(
                name,
                progress.position(),
                Math.max(0, newest - progress.position()),
                since,
                progress.failures(),
                progress.retryAt());
    }

    /**
     * What the log still holds, oldest first: whatever somebody has yet to hear of, and what was set aside.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public Page<Happened> facts(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            access.requireSite(actor, OperationsAction.WATCH);
            return Page.of(ask, (after, limit) -> after(after, limit), Operations::place);
        });
    }

    private List<Happened> after(@Nullable Cursor place, int limit) {
        long position = place == null ? 0 : place.id().getLeastSignificantBits();
        return log.after(position, limit).stream()
                .map(entry ->
                        new Happened(entry.position(), new Word(entry.fact().name()), entry.at()))
                .toList();
    }

    /** Entries have a number for an id; a cursor has room for it. */
    private static Cursor place(Happened happened) {
        return new Cursor(happened.at(), new UUID(0, happened.position()));
    }

    /**
     * Longest set aside first.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public List<Unheard> setAside(Actor actor) {
        return work.read(() -> {
            access.requireSite(actor, OperationsAction.WATCH);
            return log.setAside().stream()
                    .map(one -> new Unheard(
                            one.listener(),
                            one.position(),
                            log.find(one.position())
                                    .map(entry -> new Word(entry.fact().name()))
                                    .orElse(null),
                            one.failures(),
                            one.error(),
                            one.since()))
                    .toList();
        });
    }

    /**
     * Lets a listener try once more what was set aside for it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}, {@link OperationsReason#NOT_SET_ASIDE}, {@link
     *     OperationsReason#STILL_FAILS}, with which nothing has changed
     */
    public void retry(Actor actor, Word listener, long position) {
        Optional<Id<User>> by = work.read(() -> access.requireSite(actor, OperationsAction.RETRY));
        var retried = new OperationsFact.Retried(position, by.orElse(null));
        if (!heard(listener, position, retried)) {
            throw OperationsReason.NOT_SET_ASIDE.refuse();
        }
    }

    private boolean heard(Word listener, long position, OperationsFact.Retried retried) {
        try {
            return post.retry(
                    listener,
                    position,
                    () -> work.call(tx -> {
                        tx.announce(retried);
                        return true;
                    }));
        } catch (StoreFailure broken) {
            throw broken;
        } catch (RuntimeException again) {
            throw OperationsReason.STILL_FAILS.refuse();
        }
    }

    /**
     * In the order in which they have their turn.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public List<Job> jobs(Actor actor) {
        work.read(() -> access.requireSite(actor, OperationsAction.WATCH));
        Map<Word, Rounds.Round> latest = rounds.latest();
        Instant late = clock.instant().minus(LATE);
        return rounds.jobs().stream()
                .map(job -> {
                    Rounds.Round last = latest.get(job);
                    return new Job(job, last, rounds.lastSeen(job).isBefore(late) || last != null && isDue(last));
                })
                .toList();
    }

    private static boolean isDue(Rounds.Round last) {
        return last.isLeft() || last.error() != null;
    }

    /**
     * What was counted and timed in this process, in the order of names; nothing where it is kept elsewhere. What tells how
     * often people did one thing, by its fact or by the call that did it, is rounded down to a multiple of {@link #STEP}.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public Map<Series, Counters.Reading> numbers(Actor actor) {
        work.read(() -> access.requireSite(actor, OperationsAction.WATCH));
        var shown = new LinkedHashMap<Series, Counters.Reading>();
        if (metrics instanceof Readings readings) {
            readings.readings()
                    .forEach((series, reading) -> shown.put(series, tellsOfDeeds(series) ? rounded(reading) : reading));
        }
        return shown;
    }

    private static boolean tellsOfDeeds(Series series) {
        return series.metric() == Metric.FACTS
                || series.metric() == Metric.HTTP_CALLS
                        && series.tags().stream().anyMatch(tag -> tag.value().equals("2xx"));
    }

    /** The mean stays as it is. */
    private static Counters.Reading rounded(Counters.Reading reading) {
        long count = reading.count() - reading.count() % STEP;
        return count == 0
                ? new Counters.Reading(0, Duration.ZERO, Duration.ZERO)
                : new Counters.Reading(
                        count, reading.total().dividedBy(reading.count()).multipliedBy(count), reading.longest());
    }

    /**
     * The steps that brought the store to its present form, oldest first.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public List<Upkeep.Step> steps(Actor actor, Upkeep upkeep) {
        work.read(() -> access.requireSite(actor, OperationsAction.WATCH));
        return upkeep.steps();
    }

    /**
     * The copies there are, newest first.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public List<Upkeep.Copy> copies(Actor actor, Upkeep upkeep) {
        work.read(() -> access.requireSite(actor, OperationsAction.WATCH));
        return upkeep.copies();
    }

    /**
     * Copies the whole community. Takes as long as writing it down, and holds up nobody. Who did is in the audit log.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}, {@link OperationsReason#NO_UPKEEP}
     */
    public Upkeep.Copy backUp(Actor actor, Upkeep upkeep) {
        // Said before it is done: there must be no copy that the audit log does not know of.
        work.call(tx -> {
            Optional<Id<User>> by = access.requireSite(actor, OperationsAction.BACK_UP);
            if (!upkeep.isThere()) {
                throw OperationsReason.NO_UPKEEP.refuse();
            }
            tx.announce(new OperationsFact.BackupTaken(by.orElse(null)));
            return true;
        });
        return upkeep.take();
    }

    /**
     * What is wrong with the store in use. Takes as long as reading all of it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}, {@link OperationsReason#NO_UPKEEP}
     */
    public Upkeep.Findings check(Actor actor, Upkeep upkeep) {
        work.read(() -> access.requireSite(actor, OperationsAction.VERIFY));
        return upkeep.check();
    }

    /**
     * What is wrong with a copy.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}, {@link OperationsReason#NO_UPKEEP}, {@link
     *     OperationsReason#NO_SUCH_COPY}
     */
    public Upkeep.Findings checkCopy(Actor actor, Upkeep upkeep, Line copy) {
        work.read(() -> access.requireSite(actor, OperationsAction.VERIFY));
        return upkeep.check(copy).orElseThrow(OperationsReason.NO_SUCH_COPY::refuse);
    }
}
