package org.somoim.privacy.attacks;

import java.util.List;
import java.util.Optional;
import org.somoim.privacy.Metric;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyPlan;

/**
 * What a statistician who knows everyone else makes of a publication: by the likelihood ratio, which no other test beats
 * (Neyman and Pearson), and by some things that only broken noise does.
 */
final class Suspicion {
    static final List<String> EVENTS = List.of(
            "everything published is higher than it was without the victim",
            "on balance it is more likely with the victim",
            "the size is higher than without the victim",
            "a cell of the victim is higher than without them",
            "a cell of the victim is not what it is without them",
            "a cell of the victim is higher by three",
            "a cell of the victim is higher by seven",
            "the cohort is spoken of",
            "every metric is spoken of");

    private final PrivacyPlan plan;
    private final Place home;
    private final long people;
    private final int[] bins;
    private final long[] known;

    private Suspicion(PrivacyPlan plan, Place home, long people, int[] bins, long[] known) {
        this.plan = plan;
        this.home = home;
        this.people = people;
        this.bins = bins;
        this.known = known;
    }

    /** About a victim in these bins of the crowd. */
    static Suspicion of(Crowd crowd, java.util.function.ToIntFunction<Metric> bin) {
        int[] bins = crowd.plan.metrics().stream().mapToInt(bin).toArray();
        var known = new long[bins.length];
        for (int at = 0; at < bins.length; at++) {
            known[at] = crowd.known(crowd.plan.metrics().get(at), bins[at]);
        }
        return new Suspicion(crowd.plan, crowd.home, crowd.people, bins, known);
    }

    /** In nats, for the victim being there; what is not told counts for nothing. */
    double score(Publication publication) {
        double score = 0;
        for (Publication.Part part : publication.of(home).stream().limit(1).toList()) {
            if (part.stands()) {
                score += Evidence.nats(plan.countEpsilon()) * (part.size() > people ? 1 : -1);
            }
            for (int at = 0; at < bins.length; at++) {
                Metric metric = plan.metrics().get(at);
                long before = known[at];
                Optional<Double> cell = publication.cell(home, metric.id(), bins[at]);
                score += cell.map(value -> value > before ? 1 : -1).orElse(0) * Evidence.nats(plan.epsilonOf(metric));
            }
        }
        return score;
    }

    /** One bit for each of the events. */
    long hits(Publication publication) {
        long hits = 0;
        int higher = 0;
        int told = 0;
        for (int at = 0; at < bins.length; at++) {
            Optional<Double> cell =
                    publication.cell(home, plan.metrics().get(at).id(), bins[at]);
            if (cell.isPresent()) {
                double above = cell.get() - known[at];
                told++;
                higher += above > 0 ? 1 : 0;
                hits |= bit(3, above > 0) | bit(4, above != 0) | bit(5, above >= 3) | bit(6, above >= 7);
            }
        }
        boolean larger = publication.of(home).stream().limit(1).anyMatch(part -> part.size() > people);
        return hits
                | bit(0, larger && higher == bins.length)
                | bit(1, score(publication) > 0)
                | bit(2, larger)
                | bit(7, publication.stands(home))
                | bit(8, told == bins.length);
    }

    static long bit(int event, boolean happened) {
        return happened ? 1L << event : 0;
    }
}
