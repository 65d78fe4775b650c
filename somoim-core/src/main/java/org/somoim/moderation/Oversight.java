package org.somoim.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/** What those who run the community see of its due process as a whole, and whom they trust to report. */
public final class Oversight {
    /** How long a closed report, a decided case and a measure that is over are kept: as long as one can object, and a month. */
    public static final Duration KEPT = Appeals.WINDOW.plusDays(31);

    private static final int PURGED_AT_ONCE = 200;

    private final CaseStore cases;
    private final ReportStore reports;
    private final MeasureStore measures;
    private final ModerationTerms terms;
    private final InstantSource clock;
    private final Access access;
    private final Work work;

    public Oversight(
            CaseStore cases,
            ReportStore reports,
            MeasureStore measures,
            ModerationTerms terms,
            InstantSource clock,
            Access access,
            Work work) {
        this.cases = cases;
        this.reports = reports;
        this.measures = measures;
        this.terms = terms;
        this.clock = clock;
        this.access = access;
        this.work = work;
    }

    /**
     * How the queue is doing.
     *
     * @param window open cases that are in front of the moderators
     * @param backlog open cases behind them
     * @param held of the open ones, those that somebody looks at
     * @param oldest how long the oldest has waited
     */
    public record Queue(
            State state,
            int window,
            int backlog,
            int held,
            int snoozed,
            int proposed,
            int escalated,
            int appeals,
            Duration oldest) {}

    /** In a word. */
    public enum State {
        HEALTHY,
        /** There is more than fits in front of the moderators. */
        FULL,
        /** Something has waited too long. */
        LATE
    }

    public Queue queue(Actor actor) {
        return work.read(() -> {
            access.requireSite(actor, ModerationAction.OVERSEE);
            Instant now = clock.instant();
            CaseStore.Count count = cases.count(now);
            int window = Math.min(count.open(), terms.window());
            Duration oldest = count.oldest() == null ? Duration.ZERO : Duration.between(count.oldest(), now);
            State state = oldest.compareTo(Backlog.LATE) > 0
                    ? State.LATE
                    : count.open() > terms.window() ? State.FULL : State.HEALTHY;
            return new Queue(
                    state,
                    window,
                    count.open() - window,
                    count.held(),
                    count.snoozed(),
                    count.proposed(),
                    count.escalated(),
                    measures.countFiled(),
                    oldest);
        });
    }

    /**
     * What was decided in half a year, for everyone to know.
     *
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#NOT_OVER_YET}, {@code access.not-allowed}
     */
    public Transparency transparency(Actor actor, HalfYear half) {
        return work.read(() -> {
            access.requireSite(actor, ModerationAction.OVERSEE);
            if (half.to().isAfter(clock.instant())) {
                throw ModerationReason.NOT_OVER_YET.refuse();
            }
            return Transparency.of(
                    half, measures.tally(half.from(), half.to()), measures.verdicts(half.from(), half.to()));
        });
    }

    /**
     * Says whether somebody's reports count in full.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}, {@code access.not-found}
     */
    public void trust(Actor actor, Id<User> person, boolean trusted) {
        work.call(tx -> {
            Optional<Id<User>> by = access.requireSite(actor, ModerationAction.APPOINT_FLAGGER);
            if (!access.isActive(person)) {
                throw access.notFound(person);
            }
            if (reports.isTrusted(person) == trusted) {
                return false;
            }
            if (trusted) {
                reports.trust(person, by.orElse(null), tx.now());
            } else {
                reports.distrust(person);
            }
            tx.announce(new ModerationFact.FlaggerAppointed(person, trusted, by.orElse(null)));
            return true;
        });
    }

    /**
     * Removes what is over for longer than {@link #KEPT}, a limited number in each change.
     *
     * @return how many
     */
    public int purge(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, ModerationAction.KEEP_TIME);
            Instant before = tx.now().minus(KEPT);
            return measures.purge(before, tx.now(), PURGED_AT_ONCE)
                    + reports.purge(before, PURGED_AT_ONCE)
                    + cases.purge(before, PURGED_AT_ONCE);
        });
    }
}
