package org.somoim.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;
import org.somoim.mail.Email;
import org.somoim.mail.Letter;
import org.somoim.mail.Mail;

/**
 * Lets people say that something is wrong. Who did is known to them alone. What enough people report who were right before,
 * and who have nothing to do with one another, is hidden until somebody has looked.
 */
public final class Reports {
    /** How many reports one person makes in a day. */
    public static final int MOST_A_DAY = 50;
    /** How long the letter of a notice is good. */
    public static final Duration NOTICE_GOOD = Duration.ofHours(24);
    /** How many notices from one address wait to be confirmed. */
    public static final int MOST_NOTICES = 5;

    /** More are not hidden by reports at once: then people have to catch up. */
    private static final int MOST_HIDDEN = 100;

    private static final int PRUNED_AT_ONCE = 200;

    private final ReportStore store;
    private final MeasureStore measures;
    private final Docket docket;
    private final Reporters reporters;
    private final Enforcement enforcement;
    private final Handlers handlers;
    private final Mail mail;
    private final Notices notices;
    private final Secrets secrets;
    private final ModerationTerms terms;
    private final Access access;
    private final Work work;

    public Reports(
            ReportStore store,
            CaseStore cases,
            MeasureStore measures,
            List<? extends ContentHandler> handlers,
            GroupBans groupBans,
            Mail mail,
            Notices notices,
            Secrets secrets,
            ModerationTerms terms,
            Access access,
            Work work) {
        this.store = store;
        this.measures = measures;
        this.docket = new Docket(cases, store);
        this.reporters = new Reporters(store);
        this.enforcement = new Enforcement(measures, groupBans, terms, access);
        this.handlers = new Handlers(handlers);
        this.mail = mail;
        this.notices = notices;
        this.secrets = secrets;
        this.terms = terms;
        this.access = access;
        this.work = work;
    }

    /**
     * What somebody made of a report of theirs.
     *
     * @param words null if they said none
     */
    public record Own(
            Id<Report> id,
            Subject subject,
            Ground ground,
            @Nullable Prose words,
            Report.Status status,
            Instant createdAt,
            @Nullable Instant closedAt) {
        static Own of(Report report) {
            return new Own(
                    report.id(),
                    report.subject(),
                    report.ground(),
                    report.words(),
                    report.status(),
                    report.createdAt(),
                    report.closedAt());
        }
    }

    /** What can be reported, in the order of the alphabet. */
    public List<Word> kinds() {
        return handlers.kinds();
    }

    /**
     * Says that something is wrong. It is kept as it stands now.
     *
     * @param words in one's own words, or null
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#NO_SUCH_KIND}, {@link ModerationReason#YOUR_OWN}, {@link
     *     ModerationReason#ALREADY_REPORTED}, {@link ModerationReason#TOO_MANY_REPORTS}, {@link
     *     ModerationReason#TOO_LONG}, {@code access.not-found}
     */
    public Own report(Actor actor, Subject subject, Ground ground, @Nullable Prose words) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Snapshot seen = handlers.read(actor, subject);
            if (person.equals(seen.authorId())) {
                throw ModerationReason.YOUR_OWN.refuse(subject.id());
            }
            if (store.countSince(person, tx.now().minus(Duration.ofDays(1))) >= MOST_A_DAY) {
                throw ModerationReason.TOO_MANY_REPORTS.refuse();
            }
            return Own.of(made(tx, seen, person, ground, words));
        });
    }

    private Report made(Work.Tx tx, Snapshot seen, @Nullable Id<User> person, Ground ground, @Nullable Prose words) {
        Case about = docket.of(tx, seen, ground);
        var report = new Report(
                tx.newRandomId(),
                about.id(),
                seen.subject().kind(),
                seen.subject().id(),
                docket.kept(tx, seen).id(),
                person,
                ground,
                words,
                person == null ? Reporters.LEAST : reporters.weight(person),
                person != null && store.isTrusted(person),
                Report.Status.OPEN,
                tx.now(),
                null);
        if (!store.add(report)) {
            throw ModerationReason.ALREADY_REPORTED.refuse(seen.subject().id());
        }
        tx.announce(new ModerationFact.Reported(report.id()));
        Case weighed = docket.weigh(tx, about, seen, report, Docket.AS_BEFORE);
        hideIfEnoughSay(tx, weighed);
        return report;
    }

    private void hideIfEnoughSay(Work.Tx tx, Case about) {
        if (!terms.automatic()
                || about.status() != Case.Status.OPEN
                || about.subject().isPerson()
                || !handlers.takes(about.subject(), Measure.Kind.HIDE)
                || about.weight() < terms.hidingWeight()
                || !measures.inForce(about.subject().id(), tx.now()).isEmpty()) {
            return;
        }
        List<Report> open = store.ofCase(about.id(), Docket.MOST_REPORTS).stream()
                .filter(report -> report.status() == Report.Status.OPEN)
                .toList();
        if (reporters.independentWeight(about.subjectId(), open, measures.hiddenByReports(MOST_HIDDEN), tx.now())
                >= terms.hidingWeight()) {
            enforcement.imposeAutomatically(
                    tx,
                    about,
                    Measure.Kind.HIDE,
                    about.ground(),
                    Measure.Source.REPORT,
                    null,
                    Line.of(Rules.HIDDEN_BY_REPORTS),
                    Prose.of(Rules.ENOUGH_PEOPLE));
        }
    }

    /** What the actor reported, newest first. */
    public Page<Own> mine(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requireHeard(actor);
            return Page.of(
                            ask,
                            (after, limit) -> store.by(person, after, limit),
                            report -> Cursor.of(report.createdAt(), report.id()))
                    .map(Own::of);
        });
    }

    /**
     * Takes a notice from somebody who need not have an account, and sends a letter to the address they give; whoever comes
     * back with its secret has proved it, and then the notice counts as a report. Whether there is such a thing is told to
     * nobody.
     *
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#TOO_LONG}
     */
    public void notice(Actor actor, Email from, Subject subject, Ground ground, @Nullable Prose words) {
        work.call(tx -> {
            access.letAnyone(actor);
            if (store.noticesFrom(from).size() >= MOST_NOTICES) {
                // Nobody floods somebody else's mailbox from here.
                return false;
            }
            Secrets.Secret secret = secrets.next();
            store.add(new Notice(
                    secret.digest(),
                    from,
                    subject,
                    ground,
                    words,
                    tx.now(),
                    tx.now().plus(NOTICE_GOOD)));
            mail.post(tx, notices.confirm(from, secret));
            return true;
        });
    }

    /**
     * Comes back with the secret of a letter. The secret is spent.
     *
     * @throws org.somoim.kernel.Refusal {@link ModerationReason#LETTER_SPENT}
     */
    public void confirm(Actor actor, Secrets.Secret secret) {
        work.call(tx -> {
            access.letAnyone(actor);
            Notice notice = store.take(secret.digest())
                    .filter(found -> found.expiresAt().isAfter(tx.now()))
                    .orElseThrow(ModerationReason.LETTER_SPENT::refuse);
            Optional<Snapshot> seen = handlers.find(notice.subject());
            seen.ifPresent(found -> made(tx, found, null, notice.ground(), notice.words()));
            return seen.isPresent();
        });
    }

    /**
     * Forgets notices that nobody confirmed, a limited number in each change.
     *
     * @return how many
     */
    public int prune(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, ModerationAction.KEEP_TIME);
            return store.removeExpired(tx.now(), PRUNED_AT_ONCE);
        });
    }

    /** What is written to whoever sends a notice. The host chooses the words. */
    @FunctionalInterface
    public interface Notices {
        /** Asks to come back with {@code secret}. */
        Letter confirm(Email to, Secrets.Secret secret);
    }
}
