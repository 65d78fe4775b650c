package org.somoim.privacy.attacks;

import static org.somoim.privacy.attacks.Suspicion.bit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.somoim.privacy.Place;
import org.somoim.privacy.noise.NoiseSource;

/** A4. Fills a cohort with fakes until the victim decides whether it is spoken of, or cut in two. */
final class GateProbing implements Attack {
    private static final List<String> EVENTS = List.of(
            "the cohort is spoken of",
            "a metric is spoken of",
            "there is more than one cohort",
            "somebody else is apart");
    private static final int MOST_FAKES = 400;
    private static final int REHEARSALS = 9;

    @Override
    public String id() {
        return "A4";
    }

    @Override
    public String name() {
        return "Probing the gate with fakes";
    }

    @Override
    public String defence() {
        return "a gate of noised counts in front of the raw one";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        List<Finding> findings = new ArrayList<>();
        int k = target.plan().k();
        int threshold = (int) target.plan().threshold();
        int tipping = tipping(threshold * 2, fakes -> majority(target, lab, fakes, 0));
        for (int fakes : List.of(k - 1, k - 2, Math.min(MOST_FAKES, threshold) - 1, tipping - 1)) {
            findings.add(gate(target, lab, fakes));
        }
        if (!target.plan().schema().order().isEmpty()) {
            int others = (int) (4 * target.plan().threshold());
            int cut = tipping(others, fakes -> majority(target, lab, others, fakes));
            findings.add(split(target, lab, others, cut - 1));
        }
        return findings;
    }

    private static Finding gate(Target target, Lab lab, int fakes) {
        Evidence evidence = lab.with(lab.runs() / 4)
                .compare(
                        Evidence.nats(target.plan().epsilon()),
                        target.plan().delta().doubleValue(),
                        EVENTS,
                        (isThere, noise, random) -> seen(target, noise, fakes, 0, isThere));
        return Finding.of("with " + fakes + " fakes, the gate does not tell of the victim", evidence);
    }

    private static Finding split(Target target, Lab lab, int others, int fakes) {
        Evidence evidence = lab.with(lab.runs() / 4)
                .compare(
                        Evidence.nats(target.plan().epsilon()),
                        target.plan().delta().doubleValue(),
                        EVENTS,
                        (isThere, noise, random) -> seen(target, noise, others, fakes, isThere));
        return Finding.of(
                "with " + fakes + " fakes beside " + others + " others, the cut does not tell of the victim", evidence);
    }

    /** The fewest at which it happens, found by rehearsing at home, where the attacker runs the same code. */
    private static int tipping(int most, IntPredicate happens) {
        int low = 1;
        int high = most;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (happens.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Math.max(2, low);
    }

    private static boolean majority(Target target, Lab lab, int others, int fakes) {
        int times = 0;
        for (int rehearsal = 0; rehearsal < REHEARSALS; rehearsal++) {
            long seen = seen(target, lab.noise(7_000 + rehearsal), others, fakes, false);
            times += (seen >>> (fakes == 0 ? 0 : 2) & 1) != 0 ? 1 : 0;
        }
        return 2 * times > REHEARSALS;
    }

    /** The victim is among the fakes; if there are none, among the others. */
    private static long seen(Target target, NoiseSource noise, int others, int fakes, boolean isThere) {
        Crowd crowd = Crowd.of(target.plan(), others + fakes);
        Place away = fakes == 0 ? crowd.home : away(target, crowd.home);
        try (CommunityUnderAttack community = target.open(noise)) {
            crowd.moveIn(community, crowd.home, 0, others);
            crowd.moveIn(community, away, others, others + fakes);
            if (isThere) {
                community.submit(Crowd.VICTIM, away, crowd.popular());
            }
            Crowd.ripen(community);
            community.runEpoch();
            Publication publication = community.published(Crowd.ATTACKER).orElseThrow();
            boolean apart =
                    publication.of(away).stream().noneMatch(part -> part.tile().contains(crowd.home));
            return bit(0, publication.stands(away))
                    | bit(1, publication.of(away).stream().anyMatch(part -> !part.cells()
                            .isEmpty()))
                    | bit(2, publication.parts().size() > 1)
                    | bit(3, apart);
        }
    }

    /** The other end of what is cut first. */
    private static Place away(Target target, Place home) {
        int cut = target.plan().schema().order().get(0).dimension();
        List<Integer> leaves = new ArrayList<>(home.leaves());
        leaves.set(cut, target.plan().schema().dimensions().get(cut).leaves() - 1);
        return new Place(leaves);
    }
}
