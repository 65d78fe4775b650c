package org.somoim.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.somoim.privacy.PeerStanding.Precision;
import org.somoim.privacy.noise.ExactDiscreteLaplace;

class ComparisonPropertiesTest {
    private static final PrivacyPlan PLAN = Communities.PLANS.get(1);
    private static final Comparison.Account ACCOUNT =
            new Comparison.Account("2026-q3", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), 2_000_000);
    private static final Place ANYWHERE = Place.of(0, 0);
    private static final String FUND = Metric.EMERGENCY_FUND.id();

    private static EpochDraw drawn(long seed) {
        return Epoch.draw(
                PLAN,
                Communities.freeze(PLAN, Communities.people(PLAN, 3_000, new Random(seed))),
                ExactDiscreteLaplace.with(new SecureRandom()));
    }

    private static Comparison of(EpochDraw draw) {
        return Comparison.of(PLAN, draw, ACCOUNT);
    }

    /** Everyone in one tile, with that histogram of emergency funds. */
    private static EpochDraw spread(List<Long> bins) {
        var histogram = new Histogram(FUND, PLAN.epsilonOf(Metric.EMERGENCY_FUND), bins);
        var tile = new Tile("t1", Label.of("everyone"), PLAN.schema().all(), 400, true);
        return new EpochDraw(
                PLAN.population(),
                PLAN.shape(),
                PLAN.k(),
                PLAN.delta(),
                List.of(tile),
                Map.of("t1", Map.of(FUND, new Release.Released<>(histogram))),
                PLAN.spends());
    }

    private static List<Long> bins(Random random) {
        List<Long> bins = new ArrayList<>();
        for (int bin = 0; bin < 16; bin++) {
            bins.add((long) random.nextInt(60) - 15);
        }
        return bins;
    }

    private static <T> T value(Release<T> release) {
        return release.fold(Release.Released::value, withheld -> {
            throw new AssertionError(withheld);
        });
    }

    private static <T> Release.Why why(Release<T> release) {
        return release.fold(
                released -> {
                    throw new AssertionError(released);
                },
                Release.Withheld::why);
    }

    /** P7. */
    @Property(tries = 500)
    @Covers("CMP-2")
    void aHigherValueNeverRanksLower(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -1, max = 150) double one,
            @ForAll @DoubleRange(min = -1, max = 15) double other) {
        Comparison comparison = of(spread(bins(new Random(seed))));
        double low = value(comparison.percentile(FUND, ANYWHERE, Math.min(one, other)));
        double high = value(comparison.percentile(FUND, ANYWHERE, Math.max(one, other)));

        assertThat(low).isBetween(0.0, 100.0);
        assertThat(high).isBetween(low, 100.0);
    }

    @Property(tries = 500)
    @Covers({"CMP-1", "CMP-2"})
    void aBandHoldsThePercentileAndIsNoNarrowerThanTenPoints(
            @ForAll long seed, @ForAll @IntRange(max = 2000) int tenths) {
        EpochDraw draw = drawn(seed % 20);
        Comparison comparison = of(draw);
        for (Metric metric : PLAN.metrics()) {
            comparison.compare(metric.id(), ANYWHERE, tenths / 10.0).map(standing -> {
                double percentile = value(comparison.percentile(metric.id(), ANYWHERE, tenths / 10.0));
                assertThat(percentile).isBetween(standing.low() - 1.0, standing.high() + 1.0);
                assertThat(standing.high() - standing.low())
                        .isGreaterThanOrEqualTo(standing.precision() == Precision.PERCENTILES ? 10 : 33);
                assertThat(standing.expectedErrorPoints()).isBetween(0.1, 6.5);
                assertThat(standing.receipt()).isEqualTo(comparison.receipt(metric.id(), ANYWHERE));
                return standing;
            });
        }
    }

    @Property(tries = 500)
    @Covers("PRV-2")
    void aHistogramIsReadAsPartsThatMakeAWhole(@ForAll long seed) {
        var random = new Random(seed);
        List<Long> noisy = bins(random);
        List<Double> shares = new Histogram(FUND, Epsilon.of("1"), noisy).shares();

        assertThat(shares).allMatch(share -> share >= 0);
        assertThat(shares.stream().mapToDouble(Double::doubleValue).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
        for (int one = 0; one < 16; one++) {
            for (int other = 0; other < 16; other++) {
                assertThat(noisy.get(one) <= noisy.get(other) || shares.get(one) >= shares.get(other))
                        .isTrue();
            }
        }
    }

    /** The nearest such histogram: no other that is tried comes nearer. */
    @Property(tries = 200)
    void noOtherHistogramOfTheSameSizeIsNearerToWhatWasDrawn(@ForAll long seed) {
        var random = new Random(seed);
        var histogram = new Histogram(FUND, Epsilon.of("1"), bins(random));
        if (histogram.total() == 0) {
            return;
        }
        List<Double> shares = histogram.shares();
        for (int attempt = 0; attempt < 50; attempt++) {
            int from = random.nextInt(16);
            int to = random.nextInt(16);
            double moved = Math.min(shares.get(from), random.nextDouble() * 0.05);
            List<Double> other = new ArrayList<>(shares);
            other.set(from, other.get(from) - moved);
            other.set(to, other.get(to) + moved);
            assertThat(distance(histogram, other)).isGreaterThanOrEqualTo(distance(histogram, shares) - 1e-6);
        }
    }

    private static double distance(Histogram histogram, List<Double> shares) {
        double distance = 0;
        for (int bin = 0; bin < shares.size(); bin++) {
            distance += Math.pow(histogram.noisy().get(bin) - shares.get(bin) * histogram.total(), 2);
        }
        return distance;
    }

    /** A11: somebody's exact value is not in it, so no number of questions brings it out. */
    @Property(tries = 200)
    @Covers({"PRV-1", "PRV-2"})
    void aValueThatMovesInsideItsBinMovesNothing(@ForAll @IntRange(min = 1, max = 14) int bin, @ForAll long seed) {
        var random = new Random(seed);
        Bins bins = Metric.EMERGENCY_FUND.bins();
        double one = bins.at(bin, 0.001 + 0.998 * random.nextDouble());
        double other = bins.at(bin, 0.001 + 0.998 * random.nextDouble());

        assertThat(Metric.EMERGENCY_FUND.binOf(one))
                .isEqualTo(Metric.EMERGENCY_FUND.binOf(other))
                .isEqualTo(bin);
    }

    @Property
    @Covers("PRV-2")
    void noValueBreaksACount(@ForAll double value) {
        for (Metric metric :
                List.of(Metric.SAVINGS_RATE, Metric.EMERGENCY_FUND, Metric.DEBT_TO_INCOME, Metric.DISCIPLINE_SCORE)) {
            assertThat(metric.binOf(value)).isBetween(0, 15);
            assertThat(metric.binOf(value)).isLessThanOrEqualTo(metric.binOf(value + Math.abs(value)));
        }
    }

    @Test
    @Covers("PRV-2")
    void oddValuesAreClippedAndToldNothing() {
        Metric fund = Metric.EMERGENCY_FUND;
        assertThat(fund.binOf(Double.NaN)).isZero();
        assertThat(fund.binOf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(fund.binOf(-0.0)).isZero();
        assertThat(fund.binOf(Double.MAX_VALUE)).isEqualTo(15);
        assertThat(fund.binOf(Double.POSITIVE_INFINITY)).isEqualTo(15);
        Frozen frozen = Frozen.of(PLAN);
        frozen.add(new int[] {-7, Integer.MAX_VALUE}, new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, 2});
        assertThat(frozen.people(List.of(new Range(0, 0), new Range(5, 5)))).isEqualTo(1);

        Comparison comparison = of(spread(bins(new Random(1))));
        assertThat(value(comparison.compare(FUND, ANYWHERE, Double.POSITIVE_INFINITY))
                        .high())
                .isEqualTo(100);
        assertThat(value(comparison.compare(FUND, ANYWHERE, Double.NEGATIVE_INFINITY))
                        .low())
                .isZero();
        assertThat(why(comparison.compare(FUND, ANYWHERE, Double.NaN))).isEqualTo(Release.Why.VIEWER_VALUE_MISSING);
        assertThat(value(comparison.compare(FUND, Place.of(-9, 99), 3.0)).cohort())
                .isEqualTo(Label.of("everyone"));
    }

    @Test
    @Covers({"PRV-3", "CMP-4"})
    void everyAnswerThatIsWithheldSaysWhyAndWhatWouldHelp() {
        Comparison comparison = of(spread(bins(new Random(1))));

        assertThat(why(comparison.compare("unheard-of", ANYWHERE, 1.0))).isEqualTo(Release.Why.NOT_COLLECTED);
        assertThat(why(comparison.compare(FUND, null, 1.0))).isEqualTo(Release.Why.VIEWER_BAND_MISSING);
        assertThat(why(comparison.compare(FUND, Place.of(1), 1.0))).isEqualTo(Release.Why.VIEWER_BAND_MISSING);
        assertThat(why(comparison.compare(FUND, ANYWHERE, null))).isEqualTo(Release.Why.VIEWER_VALUE_MISSING);
        PrivacyPlan other = Communities.PLANS.get(0);
        assertThat(why(Comparison.of(other, spread(bins(new Random(1))), ACCOUNT)
                        .compare(FUND, ANYWHERE, 1.0)))
                .isEqualTo(Release.Why.EPOCH_NOT_READY);
        EpochDraw few = Epoch.draw(PLAN, Frozen.of(PLAN), ExactDiscreteLaplace.with(new SecureRandom()));
        assertThat(why(of(few).compare(FUND, ANYWHERE, 1.0))).isEqualTo(Release.Why.NOT_ENOUGH_PEOPLE);
        assertThat(of(few).receipt(FUND, ANYWHERE).aboutPeople()).isNull();
        assertThat(Release.Why.values())
                .allSatisfy(why -> assertThat(List.of(
                                why.meaning().korean(),
                                why.meaning().english(),
                                why.help().korean(),
                                why.help().english()))
                        .noneMatch(String::isBlank))
                .extracting(Release.Why::meaning)
                .doesNotHaveDuplicates();
    }

    /** P9: all that is in a receipt is in the release as it is kept, the ledger and the plan. */
    @Test
    @Covers({"CMP-4", "PRV-5"})
    void aReceiptCanBeReckonedAgain() {
        EpochDraw draw = drawn(7);
        var at = Instant.parse("2026-10-01T00:00:00Z");
        Ledger before =
                Ledger.of(value(Ledger.of(List.of()).next(PLAN, "2026-q2", draw, at.minusSeconds(90 * 86_400))));
        List<LedgerEntry> entries = new ArrayList<>(before.entries());
        entries.addAll(value(before.next(PLAN, "2026-q3", draw, at)));
        PrivacyReceipt receipt = value(of(draw).compare(FUND, ANYWHERE, 3.0)).receipt();

        List<LedgerEntry> ofEpoch = entries.stream()
                .filter(entry -> entry.epoch().equals(receipt.epoch()))
                .toList();
        assertThat(ofEpoch.stream().mapToLong(LedgerEntry::microEpsilon).sum())
                .isEqualTo(receipt.epochEpsilon().micro());
        assertThat(ofEpoch)
                .filteredOn(entry -> entry.purpose().equals("metric-" + FUND))
                .extracting(LedgerEntry::microEpsilon)
                .containsExactly(receipt.metricEpsilon().micro());
        assertThat(Ledger.of(entries).spentInYearBefore(at)).isEqualTo(receipt.yearMicro());
        EpochDraw kept = EpochDraw.decode(draw.encode());
        assertThat(kept.hash())
                .isEqualTo(receipt.releaseHash())
                .isEqualTo(ofEpoch.get(0).releaseHash());
        assertThat(of(kept).receipt(FUND, ANYWHERE)).isEqualTo(receipt);
        assertThat(receipt.aboutPeople()).isNotNull().satisfies(people -> assertThat(people % 10)
                .isZero());
    }

    @Test
    @Covers("CMP-1")
    void theSizeOfACohortIsToldAsABand() {
        assertThat(List.of(10L, 24L, 25L, 49L, 50L, 99L, 100L, 10_000L))
                .extracting(size -> PeerStanding.SizeBand.of(size).text())
                .containsExactly("10+", "10+", "25+", "25+", "50+", "50+", "100+", "100+");
    }

    @Test
    @Covers({"CMP-3", "CMP-7"})
    void whatToDoNextFollowsFromTheCohortAndOnesOwnValueAlone() {
        List<Long> even = new ArrayList<>(java.util.Collections.nCopies(16, 25L));
        Comparison comparison = of(spread(even));

        Insight insight = value(comparison.insight(FUND, ANYWHERE));
        assertThat(insight.lowerQuartile()).isEqualTo(new Insight.Between(0.25, 0.5));
        assertThat(insight.median()).isEqualTo(new Insight.Between(1.8, 2.7));
        assertThat(insight.upperQuartile()).isEqualTo(new Insight.Between(9, 14));
        assertThat(value(comparison.suggestions(FUND, ANYWHERE, 0.0)))
                .extracting(Suggestion::goal)
                .containsExactly(insight.lowerQuartile());
        assertThat(value(comparison.suggestions(FUND, ANYWHERE, 1.0)))
                .extracting(suggestion -> suggestion.text().english())
                .containsExactly("About 50% of people like you have at least 1.8 months: emergency fund.");
        assertThat(value(comparison.suggestions(FUND, ANYWHERE, 100.0))).isEmpty();
    }
}
