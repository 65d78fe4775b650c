package org.somoim.privacy;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a choice of epsilon means, in figures.
 *
 * @param chosen for the plan that was asked
 * @param others for the same plan with other epsilons
 */
public record Consequences(Row chosen, List<Row> others) {
    private static final List<String> LADDER = List.of("0.05", "0.1", "0.25", "0.5", "1", "2", "4", "10");
    private static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

    public Consequences {
        others = List.copyOf(others);
    }

    /**
     * One epsilon.
     *
     * @param people with whom something is shown in 99 of 100 epochs; far below, it is never shown
     * @param peopleToSplit about how many it takes, at the least, before there are two tiles
     * @param errorPoints by which an answer is off on average in the smallest tile that may stand
     * @param guessPerEpoch how often, at most, an attacker who knows everything else is right about whether somebody took
     *     part, in percent; 50 is guessing
     * @param guessPerYear the same after as many epochs as a year may hold
     */
    public record Row(
            Epsilon epsilon,
            Epsilon yearlyCap,
            long people,
            long peopleToSplit,
            double errorPoints,
            double guessPerEpoch,
            double guessPerYear) {}

    /** As a table in Markdown: the ladder, with the one that was chosen in bold. */
    public String text() {
        return "| Epsilon per epoch | per year | People before anything is shown | People before there are two tiles"
                + " | Off by, in the smallest tile | Attacker is right, after one epoch | after a year |\n"
                + "|---|---|---|---|---|---|---|\n"
                + others.stream()
                        .map(row -> row(row, row.epsilon().equals(chosen.epsilon())))
                        .collect(joining());
    }

    private static String row(Row row, boolean chosen) {
        return Stream.of(
                        row.epsilon().toString(),
                        row.yearlyCap().toString(),
                        row.people() + "",
                        row.peopleToSplit() == Long.MAX_VALUE ? "-" : row.peopleToSplit() + "",
                        String.format(Locale.ROOT, "%.1f points", row.errorPoints()),
                        percent(row.guessPerEpoch()),
                        percent(row.guessPerYear()))
                .map(cell -> chosen ? "**" + cell + "**" : cell)
                .collect(joining(" | ", "| ", " |\n"));
    }

    /** Rounded up, as less would be a promise. */
    private static String percent(double percent) {
        return String.format(Locale.ROOT, "%.1f%%", Math.min(100, Math.ceil(10 * percent) / 10));
    }

    static Consequences of(PrivacyPlan plan) {
        return new Consequences(
                row(plan),
                LADDER.stream()
                        .map(Epsilon::of)
                        .map(plan::at)
                        .map(Consequences::row)
                        .toList());
    }

    private static Row row(PrivacyPlan plan) {
        double delta = plan.delta().doubleValue();
        long epochs = plan.yearlyCap().micro() / plan.epsilon().micro();
        return new Row(
                plan.epsilon(),
                plan.yearlyCap(),
                plan.threshold() + new NoiseSum(1, plan.countEpsilon()).quantile(ONE_PERCENT),
                peopleToSplit(plan),
                Math.round(10 * errorPoints(plan)) / 10.0,
                guess(plan.epsilon(), delta),
                guess(plan.yearlyCap(), delta * epochs));
    }

    private static long peopleToSplit(PrivacyPlan plan) {
        return plan.schema().order().stream()
                .mapToLong(split -> 2 * plan.gates().group(1, plan.schema().children(split)))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Of the metric that is told worst. */
    private static double errorPoints(PrivacyPlan plan) {
        return plan.metrics().stream()
                .mapToDouble(metric -> Accuracy.points(metric.bins().count(), plan.threshold(), plan.epsilonOf(metric)))
                .max()
                .orElseThrow();
    }

    /** {@code e^eps / (1 + e^eps) + delta}, in percent. */
    private static double guess(Epsilon epsilon, double delta) {
        double nats = epsilon.micro() / (double) Epsilon.MICRO;
        return 100 * Math.min(1, 1 / (1 + Math.exp(-nats)) + delta);
    }
}
