package org.somoim.privacy.attacks;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.somoim.privacy.Epoch;
import org.somoim.privacy.Frozen;
import org.somoim.privacy.Metric;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyReceipt;
import org.somoim.privacy.noise.NoiseSource;

/** A8. Looks at the last digits, and tries the seeds that a careless generator might have had. */
final class WeakRandomness implements Attack {
    private static final int MILLIS = 1_000;

    @Override
    public String id() {
        return "A8";
    }

    @Override
    public String name() {
        return "Floating point and guessable noise";
    }

    @Override
    public String defence() {
        return "exact whole-number noise from the platform's strong generator; public bins";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        int communities = Math.max(20, lab.runs());
        long numbers = 0;
        long fractions = 0;
        long certain = 0;
        long otherEdges = 0;
        long guessed = 0;
        for (int number = 0; number < communities; number++) {
            try (CommunityUnderAttack community = target.open(lab.noise(11_000 + number))) {
                crowd.moveIn(community);
                Crowd.ripen(community);
                community.runEpoch();
                Publication publication = community.published(Crowd.ATTACKER).orElseThrow();
                for (Publication.Part part : publication.parts()) {
                    fractions += isWhole(part.size()) ? 0 : 1;
                    for (Metric metric : target.plan().metrics()) {
                        Optional<Publication.Cells> cells =
                                Optional.ofNullable(part.cells().get(metric.id()));
                        numbers += cells.map(it -> it.numbers().size()).orElse(0);
                        fractions += cells.stream()
                                .flatMap(it -> it.numbers().stream())
                                .filter(cell -> !isWhole(cell))
                                .count();
                        otherEdges += cells.filter(it ->
                                                !it.edges().equals(metric.bins().edges()))
                                        .isPresent()
                                ? 1
                                : 0;
                        certain += isCertain(crowd, metric, publication) ? 1 : 0;
                    }
                }
                guessed += number < 3 && isGuessed(crowd, community, publication) ? 1 : 0;
            }
        }
        return List.of(
                Finding.rule(
                        "every published number is whole",
                        fractions == 0,
                        String.format(Locale.ROOT, "%,d fractions in %,d numbers", fractions, numbers)),
                Finding.rule(
                        "no published number proves anything for certain",
                        certain == 0,
                        String.format(
                                Locale.ROOT,
                                "%,d certain claims in %,d looks",
                                certain,
                                (long) communities * target.plan().metrics().size())),
                Finding.rule(
                        "bins are the public ones",
                        otherEdges == 0,
                        String.format(Locale.ROOT, "%,d others", otherEdges)),
                Finding.rule(
                        "no guessed seed gives the release again",
                        guessed == 0,
                        String.format(Locale.ROOT, "%,d seeds each for 3 releases, %d found", MILLIS + 8, guessed)));
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number);
    }

    /** Whether the victim's bin, empty without them, holds a number that can come of one count but not of the other. */
    private static boolean isCertain(Crowd crowd, Metric metric, Publication publication) {
        return publication
                .cell(crowd.home, metric.id(), Crowd.victimBin(metric))
                .filter(cell -> !isWhole(cell))
                .filter(cell -> WeakNoise.canCome(cell, 0, crowd.plan.epsilonOf(metric))
                        != WeakNoise.canCome(cell, 1, crowd.plan.epsilonOf(metric)))
                .isPresent();
    }

    /** The code is known, everyone is known: with the right noise the whole release comes out again, and its hash says so. */
    private static boolean isGuessed(Crowd crowd, CommunityUnderAttack community, Publication publication) {
        Frozen frozen = Frozen.of(crowd.plan);
        int[] home = leaves(crowd.home);
        for (int person = 0; person < crowd.people; person++) {
            frozen.add(home, crowd.bins(person));
        }
        Optional<PrivacyReceipt> receipt =
                community.receipt(Crowd.ATTACKER, crowd.plan.metrics().get(0).id(), crowd.home);
        long starts = receipt.map(it -> it.from().atStartOfDay(UTC).toInstant().toEpochMilli())
                .orElse(0L);
        LongStream seeds = LongStream.concat(
                LongStream.range(starts, starts + MILLIS),
                LongStream.of(
                        0,
                        1,
                        42,
                        publication.epoch().hashCode(),
                        Crowd.ATTACKER.hashCode(),
                        crowd.plan.population().hashCode(),
                        crowd.plan.metrics().get(0).id().hashCode(),
                        crowd.home.hashCode()));
        return seeds.parallel().anyMatch(seed -> {
            NoiseSource guess = WeakNoise.seededBy(seed);
            return Epoch.draw(crowd.plan, frozen, guess).hash().equals(publication.hash());
        });
    }

    private static int[] leaves(Place place) {
        return place.leaves().stream().mapToInt(Integer::intValue).toArray();
    }
}
