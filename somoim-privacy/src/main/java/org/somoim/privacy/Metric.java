package org.somoim.privacy;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that people can be compared by. All of it is public and fixed before anyone takes part.
 *
 * @param id a slug
 * @param unit of the values, such as months
 * @param weight of its share of the epsilon for metrics, at least 1
 * @param harmless bins that may hold nearly everyone without giving anyone away, such as having no debt
 */
public record Metric(
        String id, Label name, Label unit, Bins bins, Direction direction, int weight, Set<Integer> harmless) {

    /** What is left of income at the end of a month, in percent of it. */
    public static final Metric SAVINGS_RATE = new Metric(
            "savings-rate",
            new Label("저축률", "Savings rate"),
            new Label("소득의 %", "% of income"),
            Bins.of(0, 1, 2, 3, 5, 7, 10, 13, 17, 22, 28, 35, 45, 57, 75, 100),
            Direction.HIGHER_IS_BETTER,
            1,
            Set.of());

    /** How long the money at hand would pay for what is spent in a month. */
    public static final Metric EMERGENCY_FUND = new Metric(
            "emergency-fund",
            new Label("비상금", "Emergency fund"),
            new Label("개월", "months"),
            Bins.of(0, 0.1, 0.25, 0.5, 0.8, 1.2, 1.8, 2.7, 4, 6, 9, 14, 24, 45, 120, 1000),
            Direction.HIGHER_IS_BETTER,
            1,
            Set.of());

    /** All debt, in years of income. */
    public static final Metric DEBT_TO_INCOME = new Metric(
            "debt-to-income",
            new Label("소득 대비 부채", "Debt to income"),
            new Label("연 소득의 배", "years of income"),
            Bins.of(0, 0.03, 0.07, 0.13, 0.2, 0.3, 0.45, 0.65, 0.9, 1.25, 1.7, 2.3, 3.2, 5, 10, 50),
            Direction.LOWER_IS_BETTER,
            1,
            Set.of(0));

    /** How steadily somebody sticks to a plan. */
    public static final Metric DISCIPLINE_SCORE = new Metric(
            "discipline-score",
            new Label("재무 습관 점수", "Discipline score"),
            new Label("점", "points"),
            Bins.of(0, 10, 20, 30, 38, 45, 51, 57, 63, 69, 75, 80, 85, 90, 95, 100),
            Direction.HIGHER_IS_BETTER,
            1,
            Set.of());

    public Metric {
        Slug.checked("id of a metric", id);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(bins, "bins");
        Objects.requireNonNull(direction, "direction");
        if (weight < 1 || weight > 1000) {
            throw new IllegalArgumentException("weight of a metric must be 1 to 1000, not " + weight);
        }
        harmless = Set.copyOf(harmless);
        int count = bins.count();
        if (harmless.stream().anyMatch(bin -> bin < 0 || bin >= count)) {
            throw new IllegalArgumentException("harmless bins must be among the " + count + " bins");
        }
    }

    /** Where a value is counted. Never fails, whatever the value is. */
    public int binOf(double value) {
        return bins.of(value);
    }

    /** All that decides how its counts are read, for {@link PrivacyPlan#shape()}. */
    String shape() {
        return id + bins.edges() + new TreeSet<>(harmless);
    }

    /** What people would rather have. */
    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER
    }
}
