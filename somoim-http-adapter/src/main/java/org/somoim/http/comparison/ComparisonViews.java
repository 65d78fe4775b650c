package org.somoim.http.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.somoim.comparison.Compliance;
import org.somoim.comparison.Contribution;
import org.somoim.comparison.EpochAccount;
import org.somoim.comparison.GivenReceipt;
import org.somoim.comparison.Insights;
import org.somoim.comparison.LedgerCheck;
import org.somoim.comparison.Trend;
import org.somoim.http.wire.View;
import org.somoim.kernel.Word;
import org.somoim.privacy.Consequences;
import org.somoim.privacy.Epsilon;
import org.somoim.privacy.Hierarchy;
import org.somoim.privacy.Insight;
import org.somoim.privacy.Label;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PeerStanding;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.PrivacyReceipt;
import org.somoim.privacy.Release;
import org.somoim.privacy.Suggestion;

/** What is said of comparisons over HTTP, spelled out. */
final class ComparisonViews {
    /** What "always in the middle" would be off by on average, in points: an answer as bad as that tells nothing. */
    private static final double POINTS_OF_A_GUESS = 25;

    private ComparisonViews() {}

    /** In both languages. */
    record LabelView(String korean, String english) implements View {
        static LabelView of(Label label) {
            return new LabelView(label.korean(), label.english());
        }

        static @Nullable LabelView ofNullable(@Nullable Label label) {
            return label == null ? null : of(label);
        }
    }

    /** Why there is no answer, and what would help. */
    record WithheldView(String reason, LabelView meaning, LabelView help) implements View {
        static WithheldView of(Release.Why why) {
            return new WithheldView(
                    why.name().toLowerCase(Locale.ROOT), LabelView.of(why.meaning()), LabelView.of(why.help()));
        }
    }

    static <T> @Nullable WithheldView withheld(Release<T> release) {
        return release instanceof Release.Withheld<T> withheld ? WithheldView.of(withheld.why()) : null;
    }

    /**
     * @param epsilonSpent what the epoch cost everybody who counted in it
     * @param epsilonYear spent in the year up to it, with it
     */
    record AccountView(
            String epoch,
            String outcome,
            String startsAt,
            String endsAt,
            double epsilonSpent,
            double epsilonYear,
            double epsilonCap,
            List<CohortView> cohorts)
            implements View {
        static AccountView of(EpochAccount account) {
            return new AccountView(
                    account.epoch().epoch().value(),
                    account.epoch().outcome().name().toLowerCase(Locale.ROOT),
                    account.epoch().starts().toString(),
                    account.epoch().ends().toString(),
                    account.spentMicro() / 1e6,
                    account.yearMicro() / 1e6,
                    account.capMicro() / 1e6,
                    account.cohorts().stream().map(CohortView::of).toList());
        }
    }

    record CohortView(LabelView name, List<AnswerView> answers) implements View {
        static CohortView of(EpochAccount.Cohort cohort) {
            return new CohortView(
                    LabelView.of(cohort.name()),
                    cohort.answers().stream().map(AnswerView::of).toList());
        }
    }

    /** @param withheld why nothing is said about this metric, or nothing if something is */
    record AnswerView(
            String metric, LabelView name, @Nullable WithheldView withheld) implements View {
        static AnswerView of(EpochAccount.Answer answer) {
            return new AnswerView(
                    answer.metric().value(),
                    LabelView.of(answer.name()),
                    answer.withheld() == null ? null : WithheldView.of(answer.withheld()));
        }
    }

    record PeersView(List<StandingView> metrics) implements View {}

    /**
     * @param percentileFrom where the band begins in which one stands
     * @param percentileTo where it ends
     * @param better whether one is on the better side of the middle
     * @param expectedErrorPoints by which the percentile is off on average
     * @param confidenceScore 1 for an answer without error, 0 for one that is as good as a guess
     * @param cohortSize a band, such as {@code 100+}
     * @param distribution how the cohort is spread over the public bins, as it was released
     * @param topPerformingBehaviors what those in the better quarter have, from the release
     * @param privacyProtectionApplied what makes the numbers noisy, and its version
     * @param withheld why there is no answer, or nothing if there is one
     */
    record StandingView(
            String metric,
            LabelView name,
            LabelView unit,
            @Nullable Integer percentileFrom,
            @Nullable Integer percentileTo,
            @Nullable String precision,
            @Nullable LabelView third,
            @Nullable Boolean better,
            @Nullable Double expectedErrorPoints,
            @Nullable Double confidenceScore,
            @Nullable LabelView cohort,
            @Nullable String cohortSize,
            List<BinView> distribution,
            List<LabelView> topPerformingBehaviors,
            List<LabelView> improvementSuggestions,
            @Nullable String privacyProtectionApplied,
            @Nullable WithheldView withheld,
            @Nullable ReceiptView receipt)
            implements View {

        static StandingView of(
                Metric metric,
                Release<PeerStanding> release,
                Release<List<Suggestion>> suggestions,
                Release<Insight> insight,
                @Nullable GivenReceipt given) {
            PeerStanding standing = value(release);
            return new StandingView(
                    metric.id(),
                    LabelView.of(metric.name()),
                    LabelView.of(metric.unit()),
                    standing == null ? null : (Integer) standing.low(),
                    standing == null ? null : (Integer) standing.high(),
                    standing == null ? null : standing.precision().name().toLowerCase(Locale.ROOT),
                    standing == null ? null : LabelView.of(standing.third().label()),
                    standing == null ? null : (Boolean) standing.better(),
                    standing == null ? null : (Double) standing.expectedErrorPoints(),
                    standing == null ? null : (Double) confidence(standing.expectedErrorPoints()),
                    standing == null ? null : LabelView.of(standing.cohort()),
                    standing == null ? null : standing.size().text(),
                    standing == null
                            ? List.of()
                            : insight.fold(released -> BinView.of(metric, released.value()), withheld -> List.of()),
                    insight.fold(released -> List.of(behaviour(metric, released.value())), withheld -> List.of()),
                    suggestions.fold(
                            released -> released.value().stream()
                                    .map(suggestion -> LabelView.of(suggestion.text()))
                                    .toList(),
                            withheld -> List.of()),
                    given == null ? null : given.receipt().mechanism(),
                    ComparisonViews.withheld(release),
                    given == null ? null : ReceiptView.of(given.id().toString(), given.receipt()));
        }

        private static double confidence(double points) {
            return Math.round(100 * Math.max(0, 1 - points / POINTS_OF_A_GUESS)) / 100.0;
        }

        private static LabelView behaviour(Metric metric, Insight insight) {
            boolean higher = metric.direction() == Metric.Direction.HIGHER_IS_BETTER;
            double edge = higher
                    ? insight.upperQuartile().from()
                    : insight.lowerQuartile().to();
            String number = Double.isFinite(edge)
                    ? number(edge)
                    : number(metric.bins().edges().get(0));
            return new LabelView(
                    "이 집단에서 앞선 4분의 1: " + metric.name().korean() + " " + number + " "
                            + metric.unit().korean() + (higher ? " 이상" : " 이하"),
                    "The better quarter of this cohort: "
                            + metric.name().english().toLowerCase(Locale.ROOT) + " of "
                            + (higher ? "at least " : "at most ") + number + " "
                            + metric.unit().english());
        }
    }

    private static String number(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static <T> @Nullable T value(Release<T> release) {
        return release instanceof Release.Released<T> released ? released.value() : null;
    }

    /**
     * @param id under which anybody who knows it gets the same again
     * @param epsilon of this metric, in nats
     * @param epsilonOfEpoch of everything in the epoch
     * @param epsilonOfYear spent in the year up to the epoch, with it
     * @param epsilonOfYearCap most that any twelve months may cost
     * @param aboutPeople noised, rounded to tens
     */
    record ReceiptView(
            String id,
            String mechanism,
            LabelView unit,
            String epsilon,
            String epsilonOfEpoch,
            String epsilonOfYear,
            String epsilonOfYearCap,
            String delta,
            int k,
            @Nullable LabelView cohort,
            @Nullable Long aboutPeople,
            @Nullable Double expectedErrorPoints,
            String epoch,
            String from,
            String to,
            String releaseHash)
            implements View {
        static ReceiptView of(String id, PrivacyReceipt receipt) {
            return new ReceiptView(
                    id,
                    receipt.mechanism(),
                    LabelView.of(receipt.unit()),
                    receipt.metricEpsilon().toString(),
                    receipt.epochEpsilon().toString(),
                    new Epsilon(receipt.yearMicro()).toString(),
                    receipt.yearlyCap().toString(),
                    receipt.delta().toPlainString(),
                    receipt.k(),
                    LabelView.ofNullable(receipt.tile()),
                    receipt.aboutPeople(),
                    receipt.expectedErrorPoints(),
                    receipt.epoch(),
                    receipt.from().toString(),
                    receipt.to().toString(),
                    receipt.releaseHash());
        }
    }

    record PointView(
            String epoch,
            String from,
            String to,
            @Nullable Integer percentileFrom,
            @Nullable Integer percentileTo,
            @Nullable Double expectedErrorPoints,
            @Nullable WithheldView withheld)
            implements View {
        static PointView of(Trend.Point point) {
            PeerStanding standing = value(point.standing());
            return new PointView(
                    point.epoch().value(),
                    point.starts().toString(),
                    point.ends().toString(),
                    standing == null ? null : (Integer) standing.low(),
                    standing == null ? null : (Integer) standing.high(),
                    standing == null ? null : (Double) standing.expectedErrorPoints(),
                    ComparisonViews.withheld(point.standing()));
        }
    }

    record TrendView(
            String metric, List<PointView> points, @Nullable WithheldView withheld) implements View {
        static TrendView of(Word metric, Release<Trend> release) {
            Trend trend = value(release);
            return new TrendView(
                    metric.value(),
                    trend == null
                            ? List.of()
                            : trend.points().stream().map(PointView::of).toList(),
                    ComparisonViews.withheld(release));
        }
    }

    /** @param from left out where the range has no lower edge; {@code to} likewise */
    record RangeView(@Nullable Double from, @Nullable Double to) implements View {
        static RangeView of(Insight.Between between) {
            return new RangeView(
                    Double.isFinite(between.from()) ? (Double) between.from() : null,
                    Double.isFinite(between.to()) ? (Double) between.to() : null);
        }
    }

    /**
     * A public bin.
     *
     * @param from not in it; left out where there is no lower edge
     * @param to in it; left out where there is no upper edge
     * @param percent of the cohort in it, to a tenth
     */
    record BinView(@Nullable Double from, @Nullable Double to, double percent) implements View {
        static List<BinView> of(Metric metric, Insight insight) {
            List<Double> edges = metric.bins().edges();
            List<BinView> bins = new ArrayList<>();
            for (int at = 0; at < insight.shares().size(); at++) {
                bins.add(new BinView(
                        at == 0 ? null : edges.get(at - 1),
                        // What is beyond the last edge is counted in the last bin.
                        at == edges.size() - 1 ? null : edges.get(at),
                        Math.round(1_000 * insight.shares().get(at)) / 10.0));
            }
            return List.copyOf(bins);
        }
    }

    record InsightView(
            String metric,
            LabelView cohort,
            String cohortSize,
            RangeView lowerQuartile,
            RangeView median,
            RangeView upperQuartile,
            double expectedErrorPoints)
            implements View {
        static InsightView of(Insight insight) {
            return new InsightView(
                    insight.metric(),
                    LabelView.of(insight.cohort()),
                    insight.size().text(),
                    RangeView.of(insight.lowerQuartile()),
                    RangeView.of(insight.median()),
                    RangeView.of(insight.upperQuartile()),
                    insight.expectedErrorPoints());
        }
    }

    record InsightsView(
            @Nullable String epoch,
            List<InsightView> cohorts,
            @Nullable WithheldView withheld) implements View {
        static InsightsView of(Release<Insights> release) {
            Insights insights = value(release);
            return new InsightsView(
                    insights == null ? null : insights.epoch().value(),
                    insights == null
                            ? List.of()
                            : insights.all().stream().map(InsightView::of).toList(),
                    ComparisonViews.withheld(release));
        }
    }

    record BandView(String band, LabelView name) implements View {}

    record DimensionView(String dimension, LabelView name, List<BandView> bands) implements View {
        static DimensionView of(Hierarchy hierarchy) {
            return new DimensionView(
                    hierarchy.id(),
                    LabelView.of(hierarchy.name()),
                    hierarchy.levels().get(0).bands().stream()
                            .map(band -> new BandView(band.key(), LabelView.of(band.label())))
                            .toList());
        }
    }

    record MetricView(String metric, LabelView name, LabelView unit, String direction, List<Double> edges)
            implements View {
        static MetricView of(Metric metric) {
            return new MetricView(
                    metric.id(),
                    LabelView.of(metric.name()),
                    LabelView.of(metric.unit()),
                    metric.direction().name().toLowerCase(Locale.ROOT),
                    metric.bins().edges());
        }
    }

    /**
     * What an epsilon means.
     *
     * @param people needed before anything is shown
     * @param guessPerEpoch how often, at most, somebody who knows everything else is right about whether one took part, in
     *     percent; 50 is guessing
     */
    record ConsequenceView(
            String epsilon,
            String yearlyCap,
            long people,
            long peopleToSplit,
            double errorPoints,
            double guessPerEpoch,
            double guessPerYear)
            implements View {
        static ConsequenceView of(Consequences.Row row) {
            return new ConsequenceView(
                    row.epsilon().toString(),
                    row.yearlyCap().toString(),
                    row.people(),
                    row.peopleToSplit(),
                    row.errorPoints(),
                    row.guessPerEpoch(),
                    row.guessPerYear());
        }
    }

    record PlanView(
            String population,
            LabelView name,
            List<DimensionView> dimensions,
            List<MetricView> metrics,
            String epsilon,
            String yearlyCap,
            String delta,
            int k,
            String epoch,
            ConsequenceView consequences,
            List<ConsequenceView> otherwise)
            implements View {
        static PlanView of(PrivacyPlan plan) {
            Consequences explained = plan.explain();
            List<ConsequenceView> others = new ArrayList<>();
            explained.others().forEach(row -> others.add(ConsequenceView.of(row)));
            return new PlanView(
                    plan.population(),
                    LabelView.of(plan.name()),
                    plan.schema().dimensions().stream().map(DimensionView::of).toList(),
                    plan.metrics().stream().map(MetricView::of).toList(),
                    plan.epsilon().toString(),
                    plan.yearlyCap().toString(),
                    plan.delta().toPlainString(),
                    plan.k(),
                    plan.epoch().toString(),
                    ConsequenceView.of(explained.chosen()),
                    others);
        }
    }

    /** @param bands one for each dimension of the plan; empty if there is nothing, or it was given under another plan */
    record ContributionView(
            boolean contributes,
            List<KeptView> bands,
            List<KeptView> values,
            @Nullable String updatedAt) implements View {
        static final ContributionView NONE = new ContributionView(false, List.of(), List.of(), null);

        static ContributionView of(Contribution contribution, PrivacyPlan plan) {
            if (!contribution.isOf(plan)) {
                return new ContributionView(
                        false, List.of(), List.of(), contribution.updatedAt().toString());
            }
            List<KeptView> bands = new ArrayList<>();
            int[] leaves = contribution.leaves().array();
            for (int i = 0; i < leaves.length; i++) {
                Hierarchy hierarchy = plan.schema().dimensions().get(i);
                bands.add(new KeptView(
                        hierarchy.id(),
                        hierarchy.levels().get(0).bands().get(leaves[i]).key(),
                        null,
                        null));
            }
            List<KeptView> values = new ArrayList<>();
            int[] bins = contribution.bins().array();
            for (int i = 0; i < bins.length; i++) {
                if (bins[i] >= 0) {
                    Metric metric = plan.metrics().get(i);
                    List<Double> edges = metric.bins().edges();
                    values.add(new KeptView(
                            metric.id(),
                            null,
                            bins[i] == 0 ? null : edges.get(bins[i] - 1),
                            bins[i] == edges.size() - 1 ? null : edges.get(bins[i])));
                }
            }
            return new ContributionView(
                    true, bands, values, contribution.updatedAt().toString());
        }
    }

    /** @param from of the bin that is kept instead of a value; left out where it has no lower edge */
    record KeptView(
            String of,
            @Nullable String band,
            @Nullable Double from,
            @Nullable Double to) implements View {}

    record ComplianceView(
            @Nullable String week,
            @Nullable String epoch,
            @Nullable Integer cohorts,
            @Nullable Integer answeredPercent,
            @Nullable Boolean keepsK,
            @Nullable String epsilonOfYear,
            @Nullable String epsilonOfYearCap,
            @Nullable LedgerView ledger,
            @Nullable WithheldView withheld)
            implements View {
        static ComplianceView of(Release<Compliance> release, @Nullable LedgerCheck check) {
            Compliance found = value(release);
            return new ComplianceView(
                    found == null ? null : found.week().toString(),
                    found == null ? null : found.epoch().value(),
                    found == null ? null : (Integer) found.tiles(),
                    found == null ? null : (Integer) found.answeredPercent(),
                    found == null ? null : (Boolean) found.keepsK(),
                    found == null ? null : new Epsilon(found.yearMicro()).toString(),
                    found == null ? null : new Epsilon(found.capMicro()).toString(),
                    check == null ? null : LedgerView.of(check),
                    ComparisonViews.withheld(release));
        }
    }

    record LedgerView(String verifiedAt, boolean intact, long entries) implements View {
        static LedgerView of(LedgerCheck check) {
            return new LedgerView(check.at().toString(), check.isIntact(), check.entries());
        }
    }
}
