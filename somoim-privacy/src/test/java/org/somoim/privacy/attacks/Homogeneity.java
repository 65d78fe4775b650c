package org.somoim.privacy.attacks;

import static org.somoim.privacy.attacks.Suspicion.bit;

import java.util.List;
import java.util.Locale;
import org.somoim.privacy.Metric;

/** A5. Looks for a cohort in which all are alike: what is said of it is said of each. */
final class Homogeneity implements Attack {
    private static final double MOST_ALIKE_TOLD = 0.001;
    private static final double MOST_MIXED_WITHHELD = 0.05;

    @Override
    public String id() {
        return "A5";
    }

    @Override
    public String name() {
        return "Cohorts in which all are alike";
    }

    @Override
    public String defence() {
        return "a gate on the noised histogram: no bin with more than 60%";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        List<String> events = List.of("a metric is told");
        // Here the worlds are two kinds of cohort, not one with a victim and one without.
        Evidence evidence = lab.with(lab.runs() / 3).compare(0, 0, events, (isAlike, noise, random) -> {
            try (CommunityUnderAttack community = target.open(noise)) {
                if (isAlike) {
                    var same = crowd.all(Homogeneity::telling);
                    for (int person = 0; person < crowd.people; person++) {
                        community.submit("m" + person, crowd.home, same);
                    }
                } else {
                    crowd.moveIn(community);
                }
                Crowd.ripen(community);
                community.runEpoch();
                Publication publication = community.published(Crowd.ATTACKER).orElseThrow();
                return bit(0, publication.of(crowd.home).stream().anyMatch(part -> !part.cells()
                        .isEmpty()));
            }
        });
        long alike = evidence.with()[0];
        long mixed = evidence.without()[0];
        return List.of(
                Finding.rule(
                        "where all are alike nothing is said",
                        Bounds.lower(alike, evidence.runs()) <= MOST_ALIKE_TOLD && evidence.with()[1] == 0,
                        String.format(Locale.ROOT, "told in %,d of %,d", alike, evidence.runs())),
                Finding.rule(
                        "where people differ something is",
                        Bounds.upper(mixed, evidence.runs()) >= 1 - MOST_MIXED_WITHHELD,
                        String.format(Locale.ROOT, "told in %,d of %,d", mixed, evidence.runs())));
    }

    /** A bin that gives somebody away who is in it. */
    private static int telling(Metric metric) {
        int bin = 0;
        while (metric.harmless().contains(bin) && bin < metric.bins().count() - 1) {
            bin++;
        }
        return bin;
    }
}
