package org.somoim.moderation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;

/**
 * Learns from what people decide. What is kept are the lessons; what follows from them is made out anew when there are more,
 * by a timer and never while somebody waits, and is the same in every process.
 */
public final class Schooling {
    private static final int MOST_SIGNALS = 50;

    private final CaseStore cases;
    private final MeasureStore measures;
    private final ModerationTerms terms;
    private final Access access;
    private final Work work;
    private final AtomicReference<Learned> learned = new AtomicReference<>(new Learned(Map.of(), Map.of()));

    public Schooling(CaseStore cases, MeasureStore measures, ModerationTerms terms, Access access, Work work) {
        this.cases = cases;
        this.measures = measures;
        this.terms = terms;
        this.access = access;
        this.work = work;
    }

    /** What one detector says on one ground. */
    private record Topic(Word detector, Ground ground) {}

    private record Learned(Map<Topic, CaseStore.Taught> from, Map<Topic, Experience> experience) {}

    /**
     * Makes out what follows from what has been decided since the last time.
     *
     * @return for how many detectors and grounds
     */
    public int learn(Actor actor) {
        access.requireSite(actor, ModerationAction.KEEP_TIME);
        Learned before = learned.get();
        Map<Topic, CaseStore.Taught> from = work.read(cases::taught).stream()
                .collect(Collectors.toMap(taught -> new Topic(taught.detector(), taught.ground()), taught -> taught));
        Map<Topic, Experience> experience = new HashMap<>();
        int anew = 0;
        for (Map.Entry<Topic, CaseStore.Taught> entry : from.entrySet()) {
            Topic topic = entry.getKey();
            Experience known = before.experience().get(topic);
            if (known != null && entry.getValue().equals(before.from().get(topic))) {
                experience.put(topic, known);
            } else {
                List<Lesson> lessons =
                        work.read(() -> cases.lessons(topic.detector(), topic.ground(), Experience.MOST));
                experience.put(topic, Experience.of(lessons, terms.confidence()));
                anew++;
            }
        }
        learned.set(new Learned(Map.copyOf(from), Map.copyOf(experience)));
        return anew;
    }

    /** What is known about a detector and a ground as far as it was made out. */
    Experience of(Word detector, Ground ground) {
        return learned.get().experience().getOrDefault(new Topic(detector, ground), Experience.none());
    }

    /**
     * Writes down what a case teaches as it stands. Nothing while it is open: what it taught before stands until it is
     * decided anew. The same case teaches the same, however often it is asked.
     */
    void take(Id<Case> id) {
        cases.find(id).filter(about -> about.status().isDecided()).ifPresent(about -> {
            Instant decided = about.decidedAt();
            if (decided == null) {
                return;
            }
            Set<Ground> broken = brokenIn(about);
            cases.signals(id, MOST_SIGNALS).stream()
                    .filter(kept -> !kept.at().isAfter(decided))
                    .forEach(kept -> cases.put(new Lesson(
                            id,
                            kept.signal().detector(),
                            kept.signal().ground(),
                            kept.said(),
                            kept.signal().probability(),
                            broken.contains(kept.signal().ground()),
                            Lot.isUnaware(about),
                            decided)));
        });
    }

    /** What people found to be broken, and was not taken back as wrong. */
    private Set<Ground> brokenIn(Case about) {
        return about.status() == Case.Status.DISMISSED
                ? Set.of()
                : measures.ofCase(about.id()).stream()
                        .filter(measure -> !measure.automated() && measure.followsId() == null)
                        .filter(measure -> measure.kind() != Measure.Kind.LOCK)
                        .filter(measure ->
                                measure.state() == Measure.State.TAKEN || measure.state() == Measure.State.LIFTED)
                        .map(Measure::ground)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
