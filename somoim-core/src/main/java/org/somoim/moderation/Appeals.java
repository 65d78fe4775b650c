package org.somoim.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Lets people know why they are restricted, and object; also who is banned. Whoever judges an objection had no part in the
 * decision. A decision that was wrong is taken back with everything that followed from it: what was hidden is shown, strikes
 * do not count, what they led to ends, and nobody's reports count for having been right.
 */
public final class Appeals {
    /** How long after a decision one can object. */
    public static final Duration WINDOW = Duration.ofDays(183);

    private final MeasureStore store;
    private final CaseStore cases;
    private final ReportStore reports;
    private final Docket docket;
    private final Handlers handlers;
    private final Enforcement enforcement;
    private final InstantSource clock;
    private final Access access;
    private final Work work;

    public Appeals(
            MeasureStore store,
            CaseStore cases,
            ReportStore reports,
            List<? extends ContentHandler> handlers,
            GroupBans groupBans,
            ModerationTerms terms,
            InstantSource clock,
            Access access,
            Work work) {
        this.store = store;
        this.cases = cases;
        this.reports = reports;
        this.docket = new Docket(cases, reports);
        this.handlers = new Handlers(handlers);
        this.enforcement = new Enforcement(store, groupBans, terms, access);
        this.clock = clock;
        this.access = access;
        this.work = work;
    }

    /**
     * What somebody made of an objection of theirs. Does not say who decided, nor who judged it.
     *
     * @param measureId what it is against, or null
     * @param reportId whose dismissal it is against, or null
     * @param answer of whoever judged it, or null
     */
    public record Own(
            Id<Appeal> id,
            @Nullable Id<Measure> measureId,
            @Nullable Id<Report> reportId,
            Prose words,
            Appeal.Status status,
            @Nullable Prose answer,
            Instant filedAt,
            @Nullable Instant decidedAt) {
        static Own of(Appeal appeal) {
            return new Own(
                    appeal.id(),
                    appeal.measureId(),
                    appeal.reportId(),
                    appeal.words(),
                    appeal.status(),
                    appeal.answer(),
                    appeal.filedAt(),
                    appeal.decidedAt());
        }
    }

    /** Everything that restricts the actor or did, newest first. */
    public Page<Statement> statements(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requireHeard(actor);
            Page<Measure> page = Page.of(
                    ask,
                    (after, limit) -> store.against(person, after, limit),
                    measure -> Cursor.of(measure.decidedAt(), measure.id()));
            Instant now = clock.instant();
            Map<Id<Measure>, Id<Appeal>> appeals = appeals(person, page.items());
            return page.map(measure -> Statement.of(measure, now, appeals.get(measure.id())));
        });
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} for anyone else's */
    public Statement statement(Actor actor, Id<Measure> id) {
        return work.read(() -> {
            Id<User> person = access.requireHeard(actor);
            Measure measure = own(person, id);
            Id<Appeal> objection = measure.personId() == null
                    ? store.unnamed(Set.of(id)).stream()
                            .map(Appeal::id)
                            .findFirst()
                            .orElse(null)
                    : appeals(person, List.of(measure)).get(id);
            return Statement.of(measure, clock.instant(), objection);
        });
    }

    /** What the person filed against each of these; those that they let be are left out. */
    private Map<Id<Measure>, Id<Appeal>> appeals(Id<User> person, List<Measure> measures) {
        return store.against(person, ids(measures)).stream()
                .collect(Collectors.toMap(appeal -> Objects.requireNonNull(appeal.measureId()), Appeal::id));
    }

    private Measure own(Id<User> person, Id<Measure> id) {
        return store.find(id)
                .filter(found -> restricts(found, person))
                .filter(Appeals::isTold)
                .orElseThrow(() -> access.notFound(id));
    }

    private boolean restricts(Measure measure, Id<User> person) {
        return measure.personId() == null
                ? handlers.isUnnamedOf(person, measure.subject())
                : person.equals(measure.personId());
    }

    private static boolean isTold(Measure measure) {
        return measure.state() != Measure.State.PROPOSED && measure.state() != Measure.State.DECLINED;
    }

    /**
     * What restricts a thing that does not say whose it is, for the one whose it is.
     *
     * @param objection what they objected, or null
     */
    public record Told(Statement statement, @Nullable Own objection) {}

    /**
     * Everything that restricts a thing of the actor's that does not say whose it is, such as a shared goal, or did; last
     * decided first. They object like anybody, see {@link #object}, and nobody learns by it whose it is: nothing is announced
     * and no notification is sent, as its time would tell.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found} also for what is somebody else's
     */
    public List<Told> statementsOn(Actor actor, Subject subject) {
        return work.read(() -> {
            Id<User> person = access.requireHeard(actor);
            if (!handlers.isUnnamedOf(person, subject)) {
                throw access.notFound(subject.id());
            }
            List<Measure> measures =
                    cases.about(subject.id()).map(about -> store.ofCase(about.id())).orElse(List.of()).stream()
                            .filter(measure -> measure.personId() == null && isTold(measure))
                            .sorted(Comparator.comparing(Measure::decidedAt).reversed())
                            .toList();
            Map<Id<Measure>, Appeal> objections = store.unnamed(ids(measures)).stream()
                    .collect(Collectors.toMap(appeal -> Objects.requireNonNull(appeal.measureId()), appeal -> appeal));
            Instant now = clock.instant();
            return measures.stream()
                    .map(measure -> told(measure, now, objections.get(measure.id())))
                    .toList();
        });
    }

    private static Told told(Measure measure, Instant now, @Nullable Appeal objection) {
        return objection == null
                ? new Told(Statement.of(measure, now, null), null)
                : new Told(Statement.of(measure, now, objection.id()), Own.of(objection));
    }

    private static Set<Id<Measure>> ids(List<Measure> measures) {
        return measures.stream().map(Measure::id).collect(Collectors.toSet());
    }

    /**
     * Objects to a measure that restricts the actor, or a thing of theirs that does not say so; then without their name.
     *
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#NOTHING_TO_APPEAL}, {@link
     *     ModerationReason#TOO_LATE_TO_APPEAL}, {@link ModerationReason#ALREADY_APPEALED}, {@link
     *     ModerationReason#TOO_LONG}, {@code access.not-found}
     */
    public Own object(Actor actor, Id<Measure> id, Prose words) {
        return work.call(tx -> {
            Id<User> person = access.requireHeard(actor);
            Measure measure = own(person, id);
            if (measure.state() != Measure.State.TAKEN) {
                throw ModerationReason.NOTHING_TO_APPEAL.refuse(id);
            }
            mustBeInTime(measure.decidedAt(), tx.now(), id);
            boolean isNamed = measure.personId() != null;
            return filed(
                    tx,
                    new Appeal(
                            tx.newRandomId(),
                            id,
                            null,
                            measure.caseId(),
                            isNamed ? person : null,
                            words,
                            Appeal.Status.FILED,
                            measure.deciderId(),
                            measure.secondId(),
                            null,
                            null,
                            isNamed ? tx.now() : tx.now().truncatedTo(ChronoUnit.DAYS),
                            null));
        });
    }

    /**
     * Objects to a report of the actor's being dismissed.
     *
     * @throws org.somoim.kernel.Refusal as {@link #object}
     */
    public Own insist(Actor actor, Id<Report> id, Prose words) {
        return work.call(tx -> {
            Id<User> person = access.requireHeard(actor);
            Report report = reports.find(id)
                    .filter(found -> person.equals(found.reporterId()))
                    .orElseThrow(() -> access.notFound(id));
            Case about = cases.find(report.caseId()).orElseThrow(() -> access.notFound(id));
            if (report.status() != Report.Status.DISMISSED || report.closedAt() == null) {
                throw ModerationReason.NOTHING_TO_APPEAL.refuse(id);
            }
            mustBeInTime(report.closedAt(), tx.now(), id);
            return filed(
                    tx,
                    new Appeal(
                            tx.newRandomId(),
                            null,
                            id,
                            about.id(),
                            person,
                            words,
                            Appeal.Status.FILED,
                            about.deciderId(),
                            null,
                            null,
                            null,
                            tx.now(),
                            null));
        });
    }

    private static void mustBeInTime(Instant decided, Instant now, Id<?> id) {
        if (now.isAfter(decided.plus(WINDOW))) {
            throw ModerationReason.TOO_LATE_TO_APPEAL.refuse(id);
        }
    }

    private Own filed(Work.Tx tx, Appeal appeal) {
        if (!store.add(appeal)) {
            throw ModerationReason.ALREADY_APPEALED.refuse(appeal.id());
        }
        if (appeal.appellantId() != null) {
            tx.announce(new ModerationFact.Appealed(appeal.id()));
        }
        return Own.of(appeal);
    }

    /** What the actor objected to, newest first. */
    public Page<Own> mine(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requireHeard(actor);
            return Page.of(
                            ask,
                            (after, limit) -> store.by(person, after, limit),
                            appeal -> Cursor.of(appeal.filedAt(), appeal.id()))
                    .map(Own::of);
        });
    }

    /** What waits to be judged by somebody like the actor, longest first. */
    public Page<Appeal> waiting(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = judge(actor);
            return Page.of(
                    ask,
                    (after, limit) -> store.filed(person, after, limit),
                    appeal -> Cursor.of(appeal.filedAt(), appeal.id()));
        });
    }

    private Id<User> judge(Actor actor) {
        return access.requireSite(actor, ModerationAction.JUDGE).orElseGet(() -> access.requirePerson(actor));
    }

    /** Says that the decision stands. */
    public Appeal uphold(Actor actor, Id<Appeal> id, Prose answer) {
        return work.call(tx -> judged(tx, judge(actor), id, Appeal.Status.UPHELD, answer));
    }

    /**
     * Lets a measure end sooner.
     *
     * @param until after now, and before it would end
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#BAD_END}, and as {@link #overturn}
     */
    public Appeal reduce(Actor actor, Id<Appeal> id, Instant until, Prose answer) {
        return work.call(tx -> {
            Id<User> person = judge(actor);
            Measure measure = Optional.ofNullable(waiting(person, id).measureId())
                    .flatMap(store::find)
                    .orElseThrow(() -> ModerationReason.NOTHING_TO_APPEAL.refuse(id));
            if (!until.isAfter(tx.now())
                    || measure.until() == null && measure.kind() != Measure.Kind.BAN
                    || measure.until() != null && !until.isBefore(measure.until())) {
                throw ModerationReason.BAD_END.refuse(id);
            }
            enforcement.shorten(tx, measure, until);
            return judged(tx, person, id, Appeal.Status.REDUCED, answer);
        });
    }

    /**
     * Says that the decision was wrong.
     *
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#REVIEWER_IS_DECIDER}, {@link
     *     ModerationReason#NOTHING_TO_APPEAL} if it was judged or taken back already, {@code access.not-found}, {@code
     *     access.not-allowed}
     */
    public Appeal overturn(Actor actor, Id<Appeal> id, Prose answer) {
        return work.call(tx -> {
            Id<User> person = judge(actor);
            Appeal appeal = judged(tx, person, id, Appeal.Status.OVERTURNED, answer);
            if (appeal.measureId() != null) {
                store.find(appeal.measureId())
                        .filter(measure -> measure.state() == Measure.State.TAKEN)
                        .ifPresent(measure -> takeBack(tx, measure, person));
            }
            if (appeal.reportId() != null) {
                reports.find(appeal.reportId()).ifPresent(report -> reopen(tx, report, appeal));
            }
            return appeal;
        });
    }

    private void takeBack(Work.Tx tx, Measure measure, Id<User> by) {
        enforcement.end(tx, measure, Measure.State.OVERTURNED, by);
        boolean another = store.ofCase(measure.caseId()).stream()
                .anyMatch(other ->
                        other.state() == Measure.State.TAKEN && !other.automated() && other.followsId() == null);
        Optional<Case> about = cases.find(measure.caseId());
        if (measure.followsId() != null || another || about.isEmpty()) {
            return;
        }
        if (about.get().status() == Case.Status.ACTIONED) {
            docket.put(
                    about.get().moved(Case.Status.DISMISSED, null, by, tx.now()),
                    about.get().version());
            tx.announce(new ModerationFact.CaseDismissed(measure.caseId(), by));
        }
        docket.avoid(tx, measure.caseId());
    }

    private void reopen(Work.Tx tx, Report report, Appeal appeal) {
        if (report.status() != Report.Status.DISMISSED) {
            return;
        }
        if (isMadeAnew(report)) {
            // Theirs is open already; this one ceases to count against them.
            reports.put(report.closed(Report.Status.VOID, tx.now()));
            tx.announce(new ModerationFact.ReportClosed(report.id(), Report.Status.VOID));
            return;
        }
        reports.put(report.reopened());
        tx.announce(new ModerationFact.ReportReopened(report.id()));
        cases.find(report.caseId()).filter(about -> about.status().isDecided()).ifPresent(about -> {
            docket.put(about.reopened(appeal.deciderId(), tx.now()), about.version());
            tx.announce(new ModerationFact.CaseReopened(about.id()));
        });
    }

    /** Whether whoever made it has reported the same again since, which is still open. */
    private boolean isMadeAnew(Report report) {
        Id<User> reporter = report.reporterId();
        return reporter != null
                && !reports.reportersOf(Set.of(report.subjectId()), Set.of(reporter))
                        .isEmpty();
    }

    private Appeal waiting(Id<User> person, Id<Appeal> id) {
        return store.appeal(id)
                .filter(found -> !person.equals(found.appellantId()))
                .filter(found -> found.measureId() == null
                        || store.find(found.measureId())
                                .filter(measure -> restricts(measure, person))
                                .isEmpty())
                .orElseThrow(() -> access.notFound(id));
    }

    private Appeal judged(Work.Tx tx, Id<User> person, Id<Appeal> id, Appeal.Status as, Prose answer) {
        Appeal judged = waiting(person, id).judged(as, person, answer, tx.now());
        if (!store.judge(judged)) {
            throw ModerationReason.NOTHING_TO_APPEAL.refuse(id);
        }
        tx.announce(new ModerationFact.AppealJudged(id, person, as));
        return judged;
    }

    /** Who is kept out of the community or slowed, muted or suspended now, last decided first. */
    public Page<Measure> restricted(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            access.requireSite(actor, ModerationAction.LIFT);
            Instant now = clock.instant();
            return Page.of(
                    ask,
                    (after, limit) -> store.banned(now, after, limit),
                    measure -> Cursor.of(measure.decidedAt(), measure.id()));
        });
    }

    /**
     * Takes a measure back although it was right, such as a ban that has lasted long enough. Strikes stay.
     *
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#NOT_IN_FORCE}, {@code access.not-found}, {@code
     *     access.not-allowed}
     */
    public Measure lift(Actor actor, Id<Measure> id) {
        return work.call(tx -> {
            Optional<Id<User>> by = access.requireSite(actor, ModerationAction.LIFT);
            Measure measure = store.find(id)
                    .filter(found -> by.isEmpty() || !by.get().equals(found.personId()))
                    .orElseThrow(() -> access.notFound(id));
            if (!measure.isInForce(tx.now())) {
                throw ModerationReason.NOT_IN_FORCE.refuse(id);
            }
            enforcement.end(tx, measure, Measure.State.LIFTED, by.orElse(null));
            return store.find(id).orElseThrow(() -> access.notFound(id));
        });
    }

    /** Every measure that was taken, last decided first. */
    public Page<Measure> record(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            access.requireSite(actor, ModerationAction.REVIEW);
            return Page.of(
                    ask,
                    (after, limit) -> store.taken(after, limit),
                    measure -> Cursor.of(measure.decidedAt(), measure.id()));
        });
    }
}
