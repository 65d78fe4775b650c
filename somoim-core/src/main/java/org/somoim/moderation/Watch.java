package org.somoim.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;

/**
 * Hears what is said and changed, and what people decide. Shows what is said to the detectors, outside of any change, does
 * what {@link Course} says, and learns from the decisions. What was changed is looked at again, and what was made of it
 * before no longer counts; cases come back whose subject has changed since they were decided.
 *
 * <p>What not everyone may read is shown to no detector before somebody who may read it has reported it.
 */
public final class Watch implements FactListener {
    private static final Word NAME = new Word("moderation");
    /** What has waited longer, or is behind more, waits for the next round. */
    private static final int MOST = 1_000;
    /** What somebody said before counts for so long. */
    private static final Duration LATELY = Duration.ofDays(1);

    private static final int MOST_LATELY = 20;

    private final CaseStore cases;
    private final ReportStore reports;
    private final MeasureStore measures;
    private final Docket docket;
    private final Enforcement enforcement;
    private final Handlers handlers;
    private final Lookout lookout;
    private final Schooling schooling;
    private final Function<Id<User>, Optional<Instant>> signUps;
    private final ModerationTerms terms;
    private final Work work;

    /** @param signUps when somebody signed up */
    public Watch(
            CaseStore cases,
            ReportStore reports,
            MeasureStore measures,
            List<? extends ContentHandler> handlers,
            Lookout lookout,
            Schooling schooling,
            Function<Id<User>, Optional<Instant>> signUps,
            GroupBans groupBans,
            ModerationTerms terms,
            Access access,
            Work work) {
        this.cases = cases;
        this.reports = reports;
        this.measures = measures;
        this.docket = new Docket(cases, reports);
        this.enforcement = new Enforcement(measures, groupBans, terms, access);
        this.handlers = new Handlers(handlers);
        this.lookout = lookout;
        this.schooling = schooling;
        this.signUps = signUps;
        this.terms = terms;
        this.work = work;
    }

    @Override
    public Word name() {
        return NAME;
    }

    @Override
    public boolean isSlow() {
        return lookout.isManned();
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public void on(Fact fact, Instant at) {
        ready(fact, at).run();
    }

    @Override
    public Runnable ready(Fact fact, Instant at) {
        List<Looked> looked = work.read(() -> questions(fact)).stream()
                .map(question -> new Looked(question, sightings(question)))
                .toList();
        return () -> {
            looked.forEach(one -> work.call(tx -> {
                weigh(tx, one);
                return one;
            }));
            forget(fact);
            caseIn(fact).ifPresent(schooling::take);
        };
    }

    /**
     * Something to ask the detectors about.
     *
     * @param background null if they are not to be asked, only whether it has changed
     */
    private record Question(
            Snapshot seen, ContentHandler by, @Nullable Background background, boolean anew) {}

    private record Looked(Question about, List<Found> found) {}

    /** @param said what the detector had said; the signal has what was made of it */
    private record Found(Signal signal, int said, int proven) {}

    private List<Question> questions(Fact fact) {
        var questions = new ArrayList<Question>();
        for (ContentHandler handler : handlers.all()) {
            handler.saidIn(fact).ifPresent(said -> handler.find(said.id()).ifPresent(seen -> {
                boolean mayAsk = handler.isOpen(seen) || isReported(seen);
                questions.add(question(seen, handler, mayAsk, said.anew()));
            }));
        }
        if (fact instanceof ModerationFact.Reported reported) {
            reports.find(reported.reportId()).flatMap(this::unseen).ifPresent(questions::add);
        }
        return questions;
    }

    private Question question(Snapshot seen, ContentHandler handler, boolean mayAsk, boolean anew) {
        return new Question(seen, handler, mayAsk && lookout.isManned() ? background(seen, handler) : null, anew);
    }

    private boolean isReported(Snapshot seen) {
        return cases.about(seen.subject().id())
                .filter(about -> !reports.ofCase(about.id(), 1).isEmpty())
                .isPresent();
    }

    /** What no detector was shown until now, as it was not for all to read, or came from elsewhere. */
    private Optional<Question> unseen(Report report) {
        return handlers.of(report.subject())
                .filter(handler -> cases.signals(report.caseId(), 1).isEmpty())
                .flatMap(handler -> handler.find(report.subjectId()).map(seen -> question(seen, handler, true, false)));
    }

    private Background background(Snapshot seen, ContentHandler handler) {
        Duration age = Optional.ofNullable(seen.authorId())
                .flatMap(signUps)
                .map(since -> Duration.between(since, seen.saidAt()))
                .filter(old -> !old.isNegative())
                .orElse(Background.LONG);
        return new Background(age, handler.lately(seen, seen.saidAt().minus(LATELY), MOST_LATELY));
    }

    private List<Found> sightings(Question question) {
        return question.background() == null
                ? List.of()
                : lookout.look(question.seen(), question.background()).stream()
                        .map(this::found)
                        .sorted(Comparator.comparingInt(
                                        (Found one) -> one.signal().probability())
                                .reversed())
                        .toList();
    }

    private Found found(Lookout.Sighting sighting) {
        Signal signal = sighting.signal();
        Experience experience = schooling.of(signal.detector(), signal.ground());
        int probability = Math.min(sighting.detector().most(), experience.calibrated(signal.probability()));
        return new Found(signal.at(probability), signal.probability(), experience.proven());
    }

    private void weigh(Work.Tx tx, Looked looked) {
        Snapshot seen = looked.about().seen();
        Optional<Snapshot> now = handlers.find(seen.subject());
        if (now.isEmpty() || !now.get().words().equals(seen.words())) {
            // Gone; or changed, which is a fact of its own.
            return;
        }
        Optional<Case> known = cases.about(seen.subject().id());
        List<Found> suspicious = looked.found().stream()
                .filter(one -> courseOf(one) != Course.PUBLISH)
                .toList();
        if (suspicious.isEmpty()) {
            known.ifPresentOrElse(about -> clear(tx, about, looked), () -> draw(tx, looked));
            return;
        }
        Found strongest = suspicious.get(0);
        boolean isCleared =
                known.filter(about -> isClearedByPeople(about, seen)).isPresent();
        Case about = docket.of(tx, seen, strongest.signal().ground());
        docket.kept(tx, seen);
        keep(tx, about, suspicious);
        Case weighed = docket.weigh(tx, about, seen, null, strongest.signal().probability());
        Found decisive =
                suspicious.stream().max(Comparator.comparing(this::courseOf)).orElse(strongest);
        Course course =
                isCleared || weighed.status() != Case.Status.OPEN ? Course.PUBLISH_AND_QUEUE : courseOf(decisive);
        follow(tx, weighed, looked.about().by(), course, decisive);
    }

    private Course courseOf(Found found) {
        return Course.of(found.signal().ground(), found.signal().probability(), terms, found.proven());
    }

    /** Nothing speaks against it as it stands now. */
    private void clear(Work.Tx tx, Case about, Looked looked) {
        Snapshot seen = looked.about().seen();
        boolean hasChanged = seen.saidAt().isAfter(about.saidAt());
        if (looked.about().background() != null && hasChanged) {
            cases.removeSignals(about.id());
            lift(tx, about, Course.PUBLISH);
        }
        if (hasChanged) {
            docket.kept(tx, seen);
            docket.weigh(tx, about, seen, null, looked.about().background() == null ? Docket.AS_BEFORE : 0);
        }
    }

    /** Now and then people look at what no detector suspects: else nobody would ever know what they overlook. */
    private void draw(Work.Tx tx, Looked looked) {
        Snapshot seen = looked.about().seen();
        List<Found> found = looked.found();
        if (!found.isEmpty()
                && looked.about().anew()
                && Lot.isDrawn(seen.subject().id(), terms.drawn())) {
            Found strongest = found.get(0);
            Case about = docket.of(tx, seen, strongest.signal().ground());
            keep(tx, about, found);
            docket.weigh(tx, about, seen, null, strongest.signal().probability());
        }
    }

    private void keep(Work.Tx tx, Case about, List<Found> found) {
        cases.removeSignals(about.id());
        found.forEach(one -> cases.add(new Signal.Kept(about.id(), one.signal(), one.said(), tx.now())));
    }

    /** Whether a person has let through nearly the same words: then a machine does not know better. */
    private boolean isClearedByPeople(Case about, Snapshot seen) {
        return about.deciderId() != null
                && measures.ofCase(about.id()).stream()
                        .noneMatch(measure -> !measure.automated() && measure.state() == Measure.State.TAKEN)
                && reports.lastSnapshot(seen.subject().id())
                        .filter(kept -> Likeness.areAlike(kept.snapshot(), seen))
                        .isPresent();
    }

    private void follow(Work.Tx tx, Case about, ContentHandler handler, Course wanted, Found decisive) {
        Course course = isPossible(handler, wanted) ? wanted : Course.PUBLISH_AND_QUEUE;
        lift(tx, about, course);
        Measure.@Nullable Kind kind = course.kind();
        boolean isLaid = measures.inForce(about.subject().id(), tx.now()).stream()
                .anyMatch(measure -> !measure.automated() || rank(measure) >= course.ordinal());
        if (kind == null || isLaid) {
            return;
        }
        Ground ground = decisive.signal().ground();
        enforcement.imposeAutomatically(
                tx,
                about,
                kind,
                ground,
                Measure.Source.DETECTOR,
                decisive.signal().probability(),
                Rules.ruleOf(course, ground),
                Rules.factsOf(course, ground));
    }

    private static boolean isPossible(ContentHandler handler, Course course) {
        Set<Measure.Kind> automatic = handler.automatic();
        return course.kind() == null || automatic.contains(course.kind());
    }

    /** Ends what detectors have done and would not do any more. */
    private void lift(Work.Tx tx, Case about, Course wanted) {
        measures.ofCase(about.id()).stream()
                .filter(measure -> measure.automated() && measure.source() == Measure.Source.DETECTOR)
                .filter(measure -> measure.isInForce(tx.now()) && rank(measure) > wanted.ordinal())
                .toList()
                .forEach(measure -> enforcement.end(tx, measure, Measure.State.LIFTED, null));
    }

    private static int rank(Measure measure) {
        return Stream.of(Course.values())
                .filter(course -> course.kind() == measure.kind())
                .mapToInt(Course::ordinal)
                .max()
                // Anything else that is laid on it is none of a detector's business, and enough.
                .orElse(Course.values().length);
    }

    /** What is gone is not suspected any more, and no piece of it is left with the suspicion. */
    private void forget(Fact fact) {
        for (ContentHandler handler : handlers.all()) {
            handler.goneIn(fact).flatMap(cases::about).ifPresent(about -> cases.removeSignals(about.id()));
        }
    }

    /** The case that people have just decided. */
    private Optional<Id<Case>> caseIn(Fact fact) {
        if (fact instanceof ModerationFact.CaseDismissed dismissed) {
            return Optional.of(dismissed.caseId());
        }
        if (fact instanceof ModerationFact.MeasureTaken taken) {
            return measures.find(taken.measureId()).map(Measure::caseId);
        }
        if (fact instanceof ModerationFact.MeasureEnded ended) {
            return measures.find(ended.measureId()).map(Measure::caseId);
        }
        return Optional.empty();
    }
}
