package org.somoim.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import org.somoim.Covers;
import org.somoim.detection.Calibrator.Decision;

@Covers("MOD-7")
class CalibratorPropertiesTest {
    /** Three times as much as was lost by chance at most in 4,000 draws. */
    private static final double BY_CHANCE = 0.02;

    /** Whatever the detector said and whatever moderators decided. */
    @Property(tries = 1000)
    void itExplainsDecisionsNoWorseThanTheirShareDoes(@ForAll("decisions") List<Decision> decisions) {
        Calibrator calibrator = Calibrator.learn(decisions);
        double violating = decisions.stream().filter(Decision::violating).count();
        double share = (violating + 1) / (decisions.size() + 2);

        double learned = decisions.stream()
                .mapToDouble(it -> loss(calibrator.probability(it.probability()), it))
                .sum();
        double constant = decisions.stream().mapToDouble(it -> loss(share, it)).sum();
        assertThat(learned).isLessThanOrEqualTo(constant + 1e-9 * decisions.size());
    }

    @Property(tries = 500)
    void itNeverTurnsTheOrderAround(
            @ForAll("decisions") List<Decision> decisions,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Calibrator calibrator = Calibrator.learn(decisions);

        double lower = calibrator.probability(Math.min(one, other));
        double upper = calibrator.probability(Math.max(one, other));
        assertThat(lower).isBetween(0.0, upper);
        assertThat(upper).isBetween(lower, 1.0);
    }

    @Property(tries = 200)
    void theSameDecisionsTeachTheSame(@ForAll("decisions") List<Decision> decisions) {
        assertThat(Calibrator.learn(decisions).learned())
                .isEqualTo(Calibrator.learn(new ArrayList<>(decisions)).learned());
    }

    /** On texts it has not learned from, of a place where the detector is off in any direction. */
    @Property(tries = 100)
    void whatItLearnedHoldsTomorrow(
            @ForAll @DoubleRange(min = 0, max = 2) double slope,
            @ForAll @DoubleRange(min = -3, max = 3) double offset,
            @ForAll long seed) {
        var chance = new Random(seed);
        List<Decision> today = draw(1_000, chance, slope, offset);
        List<Decision> tomorrow = draw(10_000, chance, slope, offset);
        Calibrator calibrator = Calibrator.learn(today);
        double share = (today.stream().filter(Decision::violating).count() + 1.0) / (today.size() + 2);

        double learned = tomorrow.stream()
                .mapToDouble(it -> loss(calibrator.probability(it.probability()), it))
                .sum();
        double constant = tomorrow.stream().mapToDouble(it -> loss(share, it)).sum();
        assertThat(learned / tomorrow.size()).isLessThanOrEqualTo(constant / tomorrow.size() + BY_CHANCE);
    }

    @Provide
    Arbitrary<List<Decision>> decisions() {
        Arbitrary<Decision> decision = Combinators.combine(
                        Arbitraries.doubles().between(0, 1).withSpecialValue(0.5), Arbitraries.of(true, false))
                .as(Decision::new);
        Arbitrary<Decision> mostlyFine = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.frequency(Tuple.of(30, false), Tuple.of(1, true)))
                .as(Decision::new);
        return Arbitraries.oneOf(
                decision.list().ofMinSize(Calibrator.FEWEST).ofMaxSize(200),
                mostlyFine.list().ofMinSize(Calibrator.FEWEST).ofMaxSize(200));
    }

    private static List<Decision> draw(int many, Random chance, double slope, double offset) {
        var decisions = new ArrayList<Decision>();
        for (int i = 0; i < many; i++) {
            double logOdds = 3 * chance.nextGaussian();
            double truly = 1 / (1 + Math.exp(-(slope * logOdds + offset)));
            decisions.add(new Decision(1 / (1 + Math.exp(-logOdds)), chance.nextDouble() < truly));
        }
        return decisions;
    }

    private static double loss(double probability, Decision decision) {
        return -Math.log(decision.violating() ? probability : 1 - probability);
    }
}
