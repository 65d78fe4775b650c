package org.somoim.moderation;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.mail.Email;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;
import org.somoim.personaldata.Walk;

/**
 * Plug. Answers for due process. A measure that is laid on a thing outlives the person it restricted, without them and without
 * a word about them: what was hidden stays hidden. Who decided stays as a bare id, so that nobody judges themselves later.
 */
public final class ModerationPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("moderation")
            .table("cases", Purpose.SAFETY)
            .person("author-id", OnErasure.EMPTIED)
            .person("claimant-id", OnErasure.EMPTIED)
            .person("outsider-id", OnErasure.UNNAMED)
            .person("decider-id", OnErasure.UNNAMED)
            .about("author-id", "ground", "status", "probability", "weight")
            .about("claimant-id", "claimed-until")
            .about("decider-id", "decided-at")
            .plain(
                    "id",
                    "subject-kind",
                    "subject-id",
                    "place-id",
                    "escalated",
                    "standing",
                    "reach",
                    "like-first",
                    "like-second",
                    "kin-id",
                    "snoozed-until",
                    "settled-weight",
                    "version",
                    "said-at",
                    "opened-at",
                    "created-at")
            .keptAfter("decided", Oversight.KEPT)
            .table("case-signals", Purpose.SAFETY)
            .plain("case-id", "number", "detector", "ground", "probability", "said", "because", "created-at")
            .table("case-lessons", Purpose.SAFETY)
            .plain("case-id", "detector", "ground", "said", "probability", "violating", "unaware", "created-at")
            .table("report-snapshots", Purpose.SAFETY)
            .person("author-id", OnErasure.REMOVED)
            .about("author-id", "title", "body", "said-at", "created-at")
            .plain("id", "subject-kind", "subject-id", "place-id", "reach")
            .keptAfter("unneeded", Oversight.KEPT)
            .table("reports", Purpose.SAFETY)
            .person("reporter-id", OnErasure.EMPTIED)
            .about("reporter-id", "ground", "words", "weight", "trusted", "status", "created-at", "closed-at")
            .plain("id", "case-id", "subject-kind", "subject-id", "snapshot-id")
            .keptAfter("closed", Oversight.KEPT)
            .table("notices", Purpose.SAFETY)
            .person("sender", OnErasure.REMOVED)
            .about("sender", "ground", "words", "created-at", "expires-at")
            .plain("digest", "subject-kind", "subject-id")
            .keptAfter("expired", java.time.Duration.ZERO)
            .table("flaggers", Purpose.SAFETY)
            .person("user-id", OnErasure.REMOVED)
            .person("by-id", OnErasure.UNNAMED)
            .about("user-id", "created-at")
            .table("measures", Purpose.SAFETY)
            .person("person-id", OnErasure.EMPTIED)
            .person("decider-id", OnErasure.UNNAMED)
            .person("second-id", OnErasure.UNNAMED)
            .about("person-id", "kind", "state", "ground", "facts", "points", "rung", "former", "ends-at")
            .about("decider-id", "created-at")
            .plain(
                    "id",
                    "case-id",
                    "follows-id",
                    "subject-kind",
                    "subject-id",
                    "target-id",
                    "place-id",
                    "rule",
                    "automated",
                    "confidence",
                    "source",
                    "starts-at",
                    "ended-at")
            .keptAfter("over", Oversight.KEPT)
            .table("appeals", Purpose.SAFETY)
            .person("appellant-id", OnErasure.REMOVED)
            .person("decider-id", OnErasure.UNNAMED)
            .person("second-id", OnErasure.UNNAMED)
            .person("reviewer-id", OnErasure.UNNAMED)
            .about("appellant-id", "words", "answer", "status", "created-at")
            .about("reviewer-id", "decided-at")
            .plain("id", "measure-id", "report-id", "case-id")
            .keptAfter("judged", Oversight.KEPT)
            .table("paces", Purpose.SAFETY)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "created-at")
            .done();

    private final ReportStore reports;
    private final CaseStore cases;
    private final MeasureStore measures;
    private final Function<Id<User>, Set<Email>> addresses;

    /** @param addresses at which somebody is written to */
    public ModerationPersonalData(
            ReportStore reports, CaseStore cases, MeasureStore measures, Function<Id<User>, Set<Email>> addresses) {
        this.reports = reports;
        this.cases = cases;
        this.measures = measures;
        this.addresses = addresses;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    /** What restricts a person, and what they said. Not who decided, and not what others said against them, nor
     * that they did: between two people that would name whoever it was. What was kept of the person's words is what they wrote. */
    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        Walk.through(
                (after, limit) -> measures.against(person, after, limit),
                measure -> Cursor.of(measure.decidedAt(), measure.id()),
                measure -> to.accept(Excerpt.of("measures")
                        .id("id", measure.id())
                        .text("kind", measure.kind())
                        .text("state", measure.state())
                        .text("ground", measure.ground())
                        .text("rule", measure.rule())
                        .text("facts", measure.facts())
                        .number("points", measure.points())
                        .time("decided-at", measure.decidedAt())
                        .time("ends-at", measure.until())
                        .done()));
        Walk.through(
                (after, limit) -> measures.by(person, after, limit),
                appeal -> Cursor.of(appeal.filedAt(), appeal.id()),
                appeal -> to.accept(Excerpt.of("appeals")
                        .text("words", appeal.words())
                        .text("answer", appeal.answer())
                        .text("status", appeal.status())
                        .time("created-at", appeal.filedAt())
                        .done()));
        Walk.through(
                (after, limit) -> reports.by(person, after, limit),
                report -> Cursor.of(report.createdAt(), report.id()),
                report -> to.accept(Excerpt.of("reports")
                        .text("ground", report.ground())
                        .text("words", report.words())
                        .text("status", report.status())
                        .time("created-at", report.createdAt())
                        .done()));
        if (reports.isTrusted(person)) {
            to.accept(Excerpt.of("flaggers").id("user-id", person).done());
        }
        addresses.apply(person).stream()
                .flatMap(address -> reports.noticesFrom(address).stream())
                .forEach(notice -> to.accept(Excerpt.of("notices")
                        .text("sender", notice.from().value())
                        .text("ground", notice.ground())
                        .text("words", notice.words())
                        .time("created-at", notice.createdAt())
                        .done()));
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        int notices = addresses.apply(leaving.person()).stream()
                .mapToInt(reports::removeNoticesFrom)
                .sum();
        return notices
                + measures.forget(leaving.person(), most)
                + reports.forget(leaving.person(), most)
                + cases.forget(leaving.person(), most);
    }
}
