package org.somoim.privacy.attacks;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.somoim.privacy.Place;
import org.somoim.privacy.Range;

/** A12. Looks for a cohort and a part of it, to take one from the other. */
final class Overlap implements Attack {
    @Override
    public String id() {
        return "A12";
    }

    @Override
    public String name() {
        return "A cohort less a part of it";
    }

    @Override
    public String defence() {
        return "cohorts partition the population";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        int communities = Math.max(20, lab.runs() / 300);
        int sound = 0;
        int most = 0;
        List<Place> places = TailoredPredicates.places(target.plan());
        for (int number = 0; number < communities; number++) {
            Publication publication = some(target, lab, places, number);
            most = Math.max(most, publication.parts().size());
            sound += isPartition(publication, places) ? 1 : 0;
        }
        return List.of(Finding.rule(
                "cohorts have nobody in common, and together hold everyone",
                sound == communities,
                String.format(Locale.ROOT, "%,d of %,d communities, of up to %d cohorts", sound, communities, most)));
    }

    private static Publication some(Target target, Lab lab, List<Place> places, int number) {
        SplittableRandom random = lab.random(number);
        int people = random.nextInt(1, (int) target.plan().threshold() * 8);
        Crowd crowd = Crowd.of(target.plan(), people);
        try (CommunityUnderAttack community = target.open(lab.noise(9_000 + number))) {
            int few = 1 + random.nextInt(places.size());
            for (int person = 0; person < people; person++) {
                crowd.moveIn(community, places.get(random.nextInt(few)), person, person + 1);
            }
            Crowd.ripen(community);
            community.runEpoch();
            return community.published(Crowd.ATTACKER).orElseThrow();
        }
    }

    private static boolean isPartition(Publication publication, List<Place> places) {
        boolean everyoneOnce =
                places.stream().allMatch(place -> publication.of(place).size() == 1);
        List<Publication.Part> parts = publication.parts();
        for (int one = 0; one < parts.size(); one++) {
            for (int other = one + 1; other < parts.size(); other++) {
                everyoneOnce &= areApart(
                        parts.get(one).tile().ranges(), parts.get(other).tile().ranges());
            }
        }
        return everyoneOnce;
    }

    private static boolean areApart(List<Range> one, List<Range> other) {
        for (int at = 0; at < one.size(); at++) {
            if (one.get(at).to() < other.get(at).from()
                    || other.get(at).to() < one.get(at).from()) {
                return true;
            }
        }
        return false;
    }
}
