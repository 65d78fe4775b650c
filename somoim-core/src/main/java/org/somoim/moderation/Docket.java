package org.somoim.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Work;

/** Where everything that is said against one subject comes together in one case. */
final class Docket {
    static final int MOST_REPORTS = 1_000;
    /** Nobody has looked at it with a detector since. */
    static final int AS_BEFORE = -1;

    private static final int MOST_LIKE = 50;

    private final CaseStore cases;
    private final ReportStore reports;
    private final Reporters reporters;

    Docket(CaseStore cases, ReportStore reports) {
        this.cases = cases;
        this.reports = reports;
        this.reporters = new Reporters(reports);
    }

    /** The case about a subject; a new one where there is none. */
    Case of(Work.Tx tx, Snapshot seen, Ground ground) {
        return cases.about(seen.subject().id()).orElseGet(() -> begun(tx, seen, ground));
    }

    private Case begun(Work.Tx tx, Snapshot seen, Ground ground) {
        Id<Case> id = tx.newRandomId();
        Likeness likeness = Likeness.of(seen);
        var begun = new Case(
                id,
                seen.subject().kind(),
                seen.subject().id(),
                seen.authorId(),
                seen.placeId(),
                Case.Status.OPEN,
                ground,
                false,
                Priority.standing(ground, 0, seen.reach(), 0, tx.now()),
                0,
                seen.reach(),
                0,
                likeness == null ? null : likeness.first(),
                likeness == null ? null : likeness.second(),
                kin(id, likeness, seen),
                null,
                null,
                null,
                null,
                null,
                0,
                1,
                seen.saidAt(),
                tx.now(),
                null);
        cases.add(begun);
        kept(tx, seen);
        tx.announce(new ModerationFact.CaseOpened(id));
        return begun;
    }

    private Id<Case> kin(Id<Case> id, @Nullable Likeness likeness, Snapshot seen) {
        if (likeness == null) {
            return id;
        }
        return cases.like(likeness, MOST_LIKE).stream()
                .filter(other -> reports.lastSnapshot(other.subject().id())
                        .filter(kept -> Likeness.areAlike(kept.snapshot(), seen))
                        .isPresent())
                .findFirst()
                .map(Case::kinId)
                .orElse(id);
    }

    /** The snapshot of this state: the last one, unless something has changed since. */
    Report.Kept kept(Work.Tx tx, Snapshot seen) {
        Optional<Report.Kept> last = reports.lastSnapshot(seen.subject().id())
                .filter(kept -> kept.snapshot().words().equals(seen.words()));
        if (last.isPresent()) {
            return last.get();
        }
        var kept = new Report.Kept(tx.newRandomId(), seen, tx.now());
        reports.add(kept);
        return kept;
    }

    /**
     * Weighs a case anew, and opens it again where it was decided or put off and there is something new: another ground, other
     * words, or so much weight that it counts as a full report.
     *
     * @param made the report that was just made, or null
     * @param probability what detectors made of it as it stands, in millionths, or {@link #AS_BEFORE}
     */
    Case weigh(Work.Tx tx, Case known, Snapshot seen, @Nullable Report made, int probability) {
        Ground ground = made == null ? null : made.ground();
        List<Report> all = reports.ofCase(known.id(), MOST_REPORTS);
        int weight = reporters.weightInQueue(
                known.subjectId(),
                all.stream()
                        .filter(report -> report.status() == Report.Status.OPEN)
                        .toList(),
                tx.now());
        Ground worst = ground != null && ground.severity() > known.ground().severity() ? ground : known.ground();
        Instant said = seen.saidAt().isAfter(known.saidAt()) ? seen.saidAt() : known.saidAt();
        Case told = known.told(
                worst, probability == AS_BEFORE ? known.probability() : probability, seen.reach(), weight, said);
        boolean isEdited = seen.saidAt().isAfter(known.saidAt());
        boolean isNewGround = made != null
                && all.stream()
                        .filter(report -> !report.id().equals(made.id()))
                        .noneMatch(report -> report.ground() == made.ground());
        boolean waits = known.status().isDecided() || known.status() == Case.Status.SNOOZED;
        if (waits && (isEdited || isNewGround || weight >= Reporters.FULL)) {
            told = told.reopened(null, tx.now());
            tx.announce(new ModerationFact.CaseReopened(known.id()));
        }
        put(told, known.version());
        return told;
    }

    /** @throws org.somoim.kernel.Refusal {@link ModerationReason#CHANGED_MEANWHILE} */
    void put(Case moved, int version) {
        if (!cases.move(moved, version)) {
            throw ModerationReason.CHANGED_MEANWHILE.refuse(moved.id());
        }
    }

    /** Closes what is open of a case's reports. */
    void close(Work.Tx tx, Case decided, Report.Status as) {
        reports.ofCase(decided.id(), MOST_REPORTS).stream()
                .filter(report -> report.status() == Report.Status.OPEN)
                .forEach(report -> {
                    reports.put(report.closed(as, tx.now()));
                    tx.announce(new ModerationFact.ReportClosed(report.id(), as));
                });
    }

    /** Takes back that the reports of a case were upheld: they count for and against nobody. */
    void avoid(Work.Tx tx, Id<Case> id) {
        reports.ofCase(id, MOST_REPORTS).stream()
                .filter(report -> report.status() == Report.Status.UPHELD)
                .forEach(report -> {
                    reports.put(report.closed(Report.Status.VOID, tx.now()));
                    tx.announce(new ModerationFact.ReportClosed(report.id(), Report.Status.VOID));
                });
    }
}
