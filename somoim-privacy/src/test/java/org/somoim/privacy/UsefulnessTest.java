package org.somoim.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.privacy.noise.ExactDiscreteLaplace;
import org.somoim.privacy.noise.NoiseSource;

/** What members get for it, measured on real households. Says on the way out what it measured. */
class UsefulnessTest {
    private static final boolean NIGHTLY = Boolean.getBoolean("somoim.nightly");
    private static final Comparison.Account ACCOUNT =
            new Comparison.Account("2026-q3", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), 1_000_000);

    static final Split INCOME_THIRDS = new Split(1, 1);
    static final Split AGE_THIRDS = new Split(0, 2);
    static final Split FINER_INCOME = new Split(1, 0);

    private final NoiseSource noise = ExactDiscreteLaplace.with(new SecureRandom());
    private final Random random = new Random(20261121);

    @BeforeEach
    void householdsAreThere() {
        assumeTrue(Households.areThere(), Households.whereTheyWouldBe());
    }

    /** What was measured over many communities of the same size. */
    private static final class Measured {
        int runs;
        int people;
        double tiles;
        double covered;
        double standing;
        double error;
        double stated;
        double rightThird;
        double thirds;
        int tilesOfMetrics;
        int alike;

        @Override
        public String toString() {
            return String.format(
                    "%d people, %d communities: %.1f tiles, coverage %.2f%%, mean error %.2f (stated %.2f) points, right third %.1f%%, withheld as alike %.1f%%",
                    people,
                    runs,
                    tiles(),
                    coverage(),
                    meanError(),
                    meanStated(),
                    thirdsRight(),
                    100.0 * alike / Math.max(1, tilesOfMetrics));
        }

        double tiles() {
            return tiles / runs;
        }

        double coverage() {
            return 100 * standing / covered;
        }

        double meanError() {
            return error / standing;
        }

        double meanStated() {
            return stated / standing;
        }

        double thirdsRight() {
            return 100 * rightThird / standing;
        }
    }

    private Measured measure(PrivacyPlan plan, int people, int runs) {
        Households households = Households.read();
        var measured = new Measured();
        measured.people = people;
        measured.runs = runs;
        for (int run = 0; run < runs; run++) {
            List<Households.Person> drawn = households.draw(people, random);
            Frozen frozen = Frozen.of(plan);
            for (Households.Person person : drawn) {
                frozen.add(
                        person.leaves(),
                        plan.metrics().stream()
                                .mapToInt(metric -> metric.binOf(value(person, metric)))
                                .toArray());
            }
            EpochDraw draw = Epoch.draw(plan, frozen, noise);
            Map<String, List<Households.Person>> byTile = new LinkedHashMap<>();
            for (Households.Person person : drawn) {
                byTile.computeIfAbsent(draw.tileOf(person.place()).orElseThrow().id(), id -> new ArrayList<>())
                        .add(person);
            }
            measured.tiles += draw.tiles().stream().filter(Tile::stands).count();
            Comparison comparison = Comparison.of(plan, draw, ACCOUNT);
            for (Metric metric : plan.metrics()) {
                for (Tile tile : draw.tiles()) {
                    measured.tilesOfMetrics++;
                    measured.alike +=
                            draw.release(tile, metric).fold(r -> 0, w -> w.why() == Release.Why.NOT_DIVERSE ? 1 : 0);
                    measure(measured, comparison, metric, byTile.getOrDefault(tile.id(), List.of()));
                }
            }
        }
        System.out.println(measured);
        return measured;
    }

    private static void measure(Measured measured, Comparison comparison, Metric metric, List<Households.Person> tile) {
        double[] values = tile.stream()
                .mapToDouble(person -> value(person, metric))
                .sorted()
                .toArray();
        measured.covered += tile.size();
        if (tile.isEmpty()) {
            return;
        }
        Double stated = comparison
                .insight(metric.id(), tile.get(0).place())
                .<Double>fold(r -> r.value().expectedErrorPoints(), w -> null);
        if (stated == null) {
            return;
        }
        for (Households.Person person : tile) {
            double own = value(person, metric);
            double told = comparison
                    .percentile(metric.id(), person.place(), own)
                    .<Double>fold(Release.Released::value, w -> Double.NaN);
            double truth = percentile(values, own);
            measured.standing++;
            measured.stated += stated;
            measured.error += Math.abs(told - truth);
            measured.rightThird += third(told) == third(truth) ? 1 : 0;
        }
    }

    private static int third(double percentile) {
        return (int) Math.min(2, percentile * 3 / 100);
    }

    /** Half of those who are the same count as below. */
    private static double percentile(double[] sorted, double own) {
        return 50.0 * (firstNotBelow(sorted, own) + firstNotBelow(sorted, Math.nextUp(own))) / sorted.length;
    }

    private static int firstNotBelow(double[] sorted, double own) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < own) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double value(Households.Person person, Metric metric) {
        return person.values()[Households.METRICS.indexOf(metric)];
    }

    private static PrivacyPlan plan(List<Metric> metrics, Split... order) {
        return PrivacyPlan.of("households", Label.of("Households"), Households.schema(order), metrics)
                .build();
    }

    @Test
    @Covers({"CMP-2", "PRV-2"})
    void aThousandPeopleGetAnswersThatAreAboutRight() {
        Measured measured =
                measure(plan(Households.METRICS, INCOME_THIRDS, AGE_THIRDS, FINER_INCOME), 1_000, NIGHTLY ? 500 : 60);

        assertThat(measured.coverage()).isGreaterThanOrEqualTo(99);
        assertThat(measured.meanError()).isLessThanOrEqualTo(2.5);
        assertThat(measured.thirdsRight()).isGreaterThanOrEqualTo(95);
    }

    @Test
    @Covers({"CMP-2", "PRV-2"})
    void tenThousandPeopleGetCohortsThatAreLikeThem() {
        Measured measured =
                measure(plan(Households.METRICS, INCOME_THIRDS, AGE_THIRDS, FINER_INCOME), 10_000, NIGHTLY ? 100 : 10);

        assertThat(measured.meanError()).isLessThanOrEqualTo(2.0);
        assertThat(measured.tiles()).isGreaterThanOrEqualTo(10);
    }

    @Test
    @Covers({"CMP-2", "PRV-2"})
    void threeHundredPeopleCanCompareOneThing() {
        Measured measured = measure(plan(List.of(Metric.EMERGENCY_FUND), INCOME_THIRDS), 300, NIGHTLY ? 1000 : 100);

        assertThat(measured.coverage()).isGreaterThanOrEqualTo(80);
        assertThat(measured.meanError()).isLessThanOrEqualTo(3);
    }

    /** Never further from the truth than a quarter of it, from the smallest communities that are answered to large ones. */
    @ParameterizedTest
    @ValueSource(ints = {400, 700, 2_000, 5_000, 30_000})
    @Covers({"CMP-4", "PRV-2"})
    void theErrorThatIsStatedIsTheErrorThereIs(int people) {
        PrivacyPlan plan = plan(Households.METRICS, INCOME_THIRDS, AGE_THIRDS, FINER_INCOME);
        int runs = Math.max(5, (NIGHTLY ? 400_000 : 40_000) / people);
        Measured measured = measure(plan, people, runs);

        assertThat(measured.meanStated()).isBetween(measured.meanError() * 0.75, measured.meanError() * 1.25);
        assertThat(measured.meanStated()).isLessThanOrEqualTo(6.5);
    }

    @Test
    @Covers("PRV-3")
    void realPeopleAreHardlyEverWithheldAsAlike() {
        Measured measured =
                measure(plan(Households.METRICS, INCOME_THIRDS, AGE_THIRDS, FINER_INCOME), 10_000, NIGHTLY ? 100 : 10);

        assertThat(measured.alike).isLessThanOrEqualTo(measured.tilesOfMetrics * 5 / 100);
    }
}
