package org.somoim.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.SiteRole;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Where moderators decide. Whoever decides holds the case, knows its present version and has no part in it. What is severe
 * takes two.
 */
public final class Cases {
    /** How long a case can be put off at once. */
    public static final Duration LONGEST_SNOOZE = Duration.ofDays(30);

    private static final int MOST_KIN = 200;
    private static final int WOKEN_AT_ONCE = 200;

    private final CaseStore store;
    private final ReportStore reports;
    private final MeasureStore measures;
    private final Docket docket;
    private final Enforcement enforcement;
    private final Handlers handlers;
    private final ModerationTerms terms;
    private final Access access;
    private final Work work;

    public Cases(
            CaseStore store,
            ReportStore reports,
            MeasureStore measures,
            List<? extends ContentHandler> handlers,
            GroupBans groupBans,
            ModerationTerms terms,
            Access access,
            Work work) {
        this.store = store;
        this.reports = reports;
        this.measures = measures;
        this.docket = new Docket(store, reports);
        this.enforcement = new Enforcement(measures, groupBans, terms, access);
        this.handlers = new Handlers(handlers);
        this.terms = terms;
        this.access = access;
        this.work = work;
    }

    /** What is in front of the moderators: the most urgent open cases, as many as the host has chosen. The rest waits. */
    public List<Case> window(Actor actor) {
        return work.read(() -> {
            Id<User> person = reviewer(actor);
            List<Case> urgent = store.mostUrgent(person, seesEscalated(person), terms.window());
            Set<Id<?>> own = handlers.unnamedOf(
                    person, urgent.stream().map(Case::subjectKind).collect(Collectors.toSet()));
            return urgent.stream()
                    .filter(about -> !own.contains(about.subjectId()))
                    .map(Cases::shown)
                    .toList();
        });
    }

    /**
     * One case with everything in it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found} also for one's own, {@code access.not-allowed}
     */
    public CaseFile get(Actor actor, Id<Case> id) {
        return work.read(() -> {
            Id<User> person = reviewer(actor);
            return file(existing(person, id));
        });
    }

    private CaseFile file(Case about) {
        Snapshot now = handlers.find(about.subject()).orElse(null);
        List<Report.Kept> before = reports.snapshots(about.subject().id(), MOST_KIN);
        List<Report> complaints = reports.ofCase(about.id(), MOST_KIN);
        boolean isForDeciders = !complaints.isEmpty() || isOpen(now, before);
        return new CaseFile(
                shown(about),
                isForDeciders ? now : null,
                isForDeciders ? before : List.of(),
                complaints.stream().map(CaseFile.Complaint::of).toList(),
                isUntold(about) ? List.of() : signals(about, isForDeciders),
                measures.ofCase(about.id()).stream()
                        .filter(measure -> !isUntold(about) || measure.source() != Measure.Source.DETECTOR)
                        .toList(),
                store.kin(about.kinId(), MOST_KIN).stream()
                        .map(Case::id)
                        .filter(other -> !other.equals(about.id()))
                        .toList());
    }

    /** What only some may read, and none of them has reported, is not for those who decide either. */
    private boolean isOpen(@Nullable Snapshot now, List<Report.Kept> before) {
        return (now == null ? before.stream().map(Report.Kept::snapshot) : Stream.of(now)).allMatch(handlers::isOpen);
    }

    private List<Signal.Kept> signals(Case about, boolean withReasons) {
        return store.signals(about.id(), MOST_KIN).stream()
                .map(kept -> withReasons ? kept : kept.withoutReasons())
                .toList();
    }

    /** Some who decide are not told what detectors said: else nobody would know whether they only believe it. */
    private static boolean isUntold(Case about) {
        return !about.status().isDecided() && Lot.isUnaware(about);
    }

    private static Case shown(Case about) {
        return isUntold(about) ? about.untold() : about;
    }

    /**
     * Takes the most urgent case that nobody holds, for a time.
     *
     * @return empty if there is none
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public Optional<Case> claimNext(Actor actor) {
        return work.call(tx -> {
            Id<User> person = reviewer(actor);
            List<Case> own = new ArrayList<>();
            Optional<Case> next = claimed(tx, person);
            while (next.isPresent() && handlers.isUnnamedOf(person, next.get().subject())) {
                own.add(next.get());
                next = claimed(tx, person);
            }
            own.forEach(one -> docket.put(one.held(null, null), one.version()));
            return next.map(Cases::shown);
        });
    }

    private Optional<Case> claimed(Work.Tx tx, Id<User> person) {
        return store.claimNext(person, seesEscalated(person), tx.now(), tx.now().plus(terms.lease()));
    }

    /**
     * Takes one case, or keeps it longer.
     *
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#CLAIMED_ALREADY}, {@link ModerationReason#NOT_OPEN}, {@link
     *     ModerationReason#NOT_FOR_YOU}, {@code access.not-found}, {@code access.not-allowed}
     */
    public Case claim(Actor actor, Id<Case> id) {
        return work.call(tx -> {
            Id<User> person = reviewer(actor);
            Case found = existing(person, id);
            mustHaveNoPart(person, found);
            if (found.status() != Case.Status.OPEN) {
                throw ModerationReason.NOT_OPEN.refuse(id);
            }
            if (found.isHeld(tx.now()) && !found.isHeldBy(person, tx.now())) {
                throw ModerationReason.CLAIMED_ALREADY.refuse(id);
            }
            Case held = found.held(person, tx.now().plus(terms.lease()));
            docket.put(held, found.version());
            return shown(held);
        });
    }

    /**
     * Begins a case about something one came across and can read, or takes the one there is.
     *
     * @throws org.somoim.kernel.Refusal as {@link #claim}; {@code access.not-found} also where one was escalated and is for others
     */
    public Case open(Actor actor, Subject subject, Ground ground) {
        return work.call(tx -> {
            Id<User> person = reviewer(actor);
            Case about = docket.of(tx, seen(actor, subject), ground);
            if (about.escalated() && !seesEscalated(person)) {
                throw access.notFound(subject.id());
            }
            mustHaveNoPart(person, about);
            if (about.status() == Case.Status.PROPOSED) {
                throw ModerationReason.NOT_OPEN.refuse(about.id());
            }
            if (about.isHeld(tx.now()) && !about.isHeldBy(person, tx.now())) {
                throw ModerationReason.CLAIMED_ALREADY.refuse(about.id());
            }
            boolean isOpen = about.status() == Case.Status.OPEN;
            Case open = isOpen ? about : about.reopened(null, tx.now());
            Case held = open.held(person, tx.now().plus(terms.lease()));
            docket.put(held, about.version());
            if (!isOpen) {
                tx.announce(new ModerationFact.CaseReopened(about.id()));
            }
            return shown(held);
        });
    }

    /** What somebody has reported, as it is now; otherwise only what one can read oneself. */
    private Snapshot seen(Actor actor, Subject subject) {
        boolean isKnown = subject.isPerson() || store.about(subject.id()).isPresent();
        return isKnown
                ? handlers.find(subject).orElseThrow(() -> access.notFound(subject.id()))
                : handlers.read(actor, subject);
    }

    /** Gives a case back that one holds. */
    public Case release(Actor actor, Id<Case> id, int version) {
        return work.call(tx -> {
            Case found = held(tx, actor, id, version);
            Case free = found.held(null, null);
            docket.put(free, version);
            return shown(free);
        });
    }

    /** Hands a case on to administrators. */
    public Case escalate(Actor actor, Id<Case> id, int version) {
        return work.call(tx -> {
            Id<User> person = reviewer(actor);
            Case raised = held(tx, actor, id, version).raised();
            docket.put(raised, version);
            tx.announce(new ModerationFact.CaseEscalated(id, person));
            return shown(raised);
        });
    }

    /**
     * Puts a case off. It comes back by itself, and at once when something new is said.
     *
     * @param time at most 30 days
     */
    public Case snooze(Actor actor, Id<Case> id, int version, Duration time) {
        return work.call(tx -> {
            Id<User> person = reviewer(actor);
            if (time.isNegative() || time.isZero() || time.compareTo(LONGEST_SNOOZE) > 0) {
                throw ModerationReason.BAD_SNOOZE.refuse(id);
            }
            Instant until = tx.now().plus(time);
            Case put = held(tx, actor, id, version).moved(Case.Status.SNOOZED, until, null, tx.now());
            docket.put(put, version);
            tx.announce(new ModerationFact.CaseSnoozed(id, person, until.toEpochMilli()));
            return shown(put);
        });
    }

    /**
     * Decides that nothing is to be done. What was done before anybody had looked is taken back, and those who reported it
     * hear of it.
     *
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#NOT_CLAIMED}, {@link ModerationReason#CHANGED_MEANWHILE}, {@code
     *     access.not-found}, {@code access.not-allowed}
     */
    public Case dismiss(Actor actor, Id<Case> id, int version) {
        return work.call(tx -> {
            Id<User> person = reviewer(actor);
            Case dismissed = held(tx, actor, id, version).moved(Case.Status.DISMISSED, null, person, tx.now());
            docket.put(dismissed, version);
            enforcement.endAutomatic(tx, dismissed, Measure.State.OVERTURNED, person);
            docket.close(tx, dismissed, Report.Status.DISMISSED);
            tx.announce(new ModerationFact.CaseDismissed(id, person));
            return dismissed;
        });
    }

    /**
     * Decides what is to be done. Whom it restricts is told why and how to object. A severe measure waits for a second person.
     *
     * @return what was decided about this case; what strikes led to is kept besides
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#NOT_CLAIMED}, {@link ModerationReason#CHANGED_MEANWHILE}, {@link
     *     ModerationReason#NOT_FOR_THIS}, {@link ModerationReason#NOT_BELOW_YOU}, {@link ModerationReason#NOBODY_THERE},
     *     {@code access.not-found}, {@code access.not-allowed}
     */
    public Measure decide(Actor actor, Id<Case> id, int version, Ruling ruling) {
        return work.call(tx -> {
            Id<User> person = reviewer(actor);
            Case found = held(tx, actor, id, version);
            Measure measure = decided(tx, person, found, ruling);
            if (ruling.withKin()) {
                store.kin(found.kinId(), MOST_KIN).stream()
                        .filter(other -> !other.id().equals(id) && !other.isHeld(tx.now()))
                        .filter(other -> other.status() == Case.Status.OPEN && hasNoPart(person, other))
                        .forEach(other -> decided(tx, person, other, ruling));
            }
            return measure;
        });
    }

    private Measure decided(Work.Tx tx, Id<User> person, Case about, Ruling ruling) {
        handlers.mustTake(about.subject(), ruling.kind());
        if (ruling.kind().isAgainstPerson()
                && about.authorId() != null
                && !enforcement.isBelow(about.authorId(), person)) {
            throw ModerationReason.NOT_BELOW_YOU.refuse(about.id());
        }
        enforcement.endAutomatic(tx, about, Measure.State.LIFTED, person);
        Measure measure = enforcement.impose(tx, about, ruling, source(about), person);
        boolean waits = measure.state() == Measure.State.PROPOSED;
        Case moved =
                about.moved(waits ? Case.Status.PROPOSED : Case.Status.ACTIONED, null, waits ? null : person, tx.now());
        docket.put(moved, about.version());
        if (waits) {
            tx.announce(new ModerationFact.CaseProposed(about.id(), person));
        } else {
            actioned(tx, moved);
        }
        return measure;
    }

    private void actioned(Work.Tx tx, Case moved) {
        tx.announce(new ModerationFact.CaseActioned(moved.id(), moved.deciderId()));
        docket.close(tx, moved, Report.Status.UPHELD);
    }

    private Measure.Source source(Case about) {
        List<Report> all = reports.ofCase(about.id(), Docket.MOST_REPORTS);
        if (all.stream().anyMatch(Report::trusted)) {
            return Measure.Source.TRUSTED_FLAGGER;
        }
        if (all.stream().anyMatch(report -> report.reporterId() != null)) {
            return Measure.Source.REPORT;
        }
        if (!all.isEmpty()) {
            return Measure.Source.NOTICE;
        }
        return about.probability() > 0 ? Measure.Source.DETECTOR : Measure.Source.OWN_INITIATIVE;
    }

    /** What waits for a second person, longest first. Without what the actor proposed. */
    public List<Measure> proposals(Actor actor) {
        return work.read(() -> measures.proposed(
                access.requireSite(actor, ModerationAction.SECOND).orElseGet(() -> access.requirePerson(actor)),
                terms.window()));
    }

    /**
     * Agrees to a severe measure that somebody else proposed. It comes into force now.
     *
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#SECOND_IS_FIRST}, {@link ModerationReason#NOT_IN_FORCE}, {@link
     *     ModerationReason#NOT_FOR_YOU}, {@code access.not-found}, {@code access.not-allowed}
     */
    public Measure agree(Actor actor, Id<Measure> id) {
        return work.call(tx -> {
            Id<User> person = second(actor);
            Measure proposed = proposal(person, id);
            Measure taken = enforcement.agree(tx, proposed, person);
            Case about = of(taken);
            if (about.status() == Case.Status.PROPOSED) {
                Case moved = about.moved(Case.Status.ACTIONED, null, proposed.deciderId(), tx.now());
                docket.put(moved, about.version());
                actioned(tx, moved);
            }
            return taken;
        });
    }

    /** Does not agree. The case, if it waited for this, is open again. */
    public Measure disagree(Actor actor, Id<Measure> id) {
        return work.call(tx -> {
            Id<User> person = second(actor);
            Measure declined = enforcement.decline(tx, proposal(person, id), person);
            Case about = of(declined);
            if (about.status() == Case.Status.PROPOSED) {
                docket.put(about.moved(Case.Status.OPEN, null, null, tx.now()), about.version());
                tx.announce(new ModerationFact.CaseReopened(about.id()));
            }
            return declined;
        });
    }

    private Id<User> second(Actor actor) {
        return access.requireSite(actor, ModerationAction.SECOND).orElseGet(() -> access.requirePerson(actor));
    }

    private Measure proposal(Id<User> person, Id<Measure> id) {
        Measure proposed = measures.find(id)
                .filter(found -> !person.equals(found.personId()))
                .orElseThrow(() -> access.notFound(id));
        if (proposed.state() != Measure.State.PROPOSED) {
            throw ModerationReason.NOT_IN_FORCE.refuse(id);
        }
        if (person.equals(proposed.deciderId())) {
            throw ModerationReason.SECOND_IS_FIRST.refuse(id);
        }
        if (reports.hasReported(proposed.caseId(), person)) {
            throw ModerationReason.NOT_FOR_YOU.refuse(id);
        }
        return proposed;
    }

    private Case of(Measure measure) {
        return store.find(measure.caseId()).orElseThrow(() -> access.notFound(measure.caseId()));
    }

    /**
     * Lets cases come back that were put off until now, a limited number in each change.
     *
     * @return how many
     */
    public int wake(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, ModerationAction.KEEP_TIME);
            List<Case> due = store.due(tx.now(), WOKEN_AT_ONCE);
            due.forEach(put -> {
                docket.put(put.moved(Case.Status.OPEN, null, null, tx.now()), put.version());
                tx.announce(new ModerationFact.CaseWoken(put.id()));
            });
            return due.size();
        });
    }

    private Id<User> reviewer(Actor actor) {
        // The host belongs to no group and is nobody: what is decided is decided by somebody.
        return access.requireSite(actor, ModerationAction.REVIEW).orElseGet(() -> access.requirePerson(actor));
    }

    private boolean seesEscalated(Id<User> person) {
        return access.role(person).orElse(SiteRole.USER).isAtLeast(ModerationAction.REVIEW_ESCALATED.least());
    }

    /** What is said against oneself is as good as nothing, and so is what is for others. */
    private Case existing(Id<User> person, Id<Case> id) {
        return store.find(id)
                .filter(found -> !person.equals(found.authorId()))
                .filter(found -> !handlers.isUnnamedOf(person, found.subject()))
                .filter(found -> !found.escalated() || seesEscalated(person))
                .orElseThrow(() -> access.notFound(id));
    }

    private boolean hasNoPart(Id<User> person, Case about) {
        return !person.equals(about.authorId())
                && !person.equals(about.outsiderId())
                && !handlers.isUnnamedOf(person, about.subject())
                && !reports.hasReported(about.id(), person);
    }

    private void mustHaveNoPart(Id<User> person, Case about) {
        if (!hasNoPart(person, about)) {
            throw ModerationReason.NOT_FOR_YOU.refuse(about.id());
        }
    }

    private Case held(Work.Tx tx, Actor actor, Id<Case> id, int version) {
        Id<User> person = reviewer(actor);
        Case found = existing(person, id);
        Instant now = tx.now();
        if (!found.isHeldBy(person, now)) {
            throw ModerationReason.NOT_CLAIMED.refuse(id);
        }
        if (found.version() != version) {
            throw ModerationReason.CHANGED_MEANWHILE.refuse(id);
        }
        mustHaveNoPart(person, found);
        return found;
    }
}
