package org.somoim.privacy;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.somoim.privacy.noise.ExactDiscreteLaplace;

/**
 * What a host promises its members about one population, and all that follows from it. Public as a whole: nothing in it is
 * derived from anyone's data, and an attacker may know it.
 *
 * <p>Epsilon is the loss of everything that one epoch publishes about one person, all metrics and counts together, where
 * neighbours differ by one person being there or not.
 */
public final class PrivacyPlan {
    /** Least epsilon of an epoch. */
    public static final Epsilon LEAST = Epsilon.of("0.05");
    /** Most epsilon of an epoch. */
    public static final Epsilon MOST = Epsilon.of("10");
    /** Fewest people that may be spoken of, whatever a host says. */
    public static final int LEAST_K = 10;

    private static final MathContext DOWN = new MathContext(30, RoundingMode.FLOOR);
    private static final int MOST_METRICS = 12;

    private final String population;
    private final Label name;
    private final CohortSchema schema;
    private final List<Metric> metrics;
    private final Epsilon epsilon;
    private final Epsilon yearlyCap;
    private final BigDecimal delta;
    private final int k;
    private final Period epoch;
    private final int targetErrorPoints;
    private final Epsilon countEpsilon;
    private final List<Epsilon> metricEpsilons;
    private final Gates gates;
    private final List<Long> metricThresholds;

    private final AtomicReference<@Nullable Consequences> explained = new AtomicReference<>();

    private PrivacyPlan(Builder wanted) {
        this.population = wanted.population;
        this.name = wanted.name;
        this.schema = wanted.schema;
        this.metrics = List.copyOf(wanted.metrics);
        this.epsilon = wanted.epsilon;
        this.yearlyCap = wanted.yearlyCap;
        this.delta = wanted.delta;
        this.k = wanted.k;
        this.epoch = wanted.epoch;
        this.targetErrorPoints = wanted.targetErrorPoints;
        this.countEpsilon = wanted.countEpsilon == null ? balanced() : wanted.countEpsilon;
        this.metricEpsilons = metricEpsilons(countEpsilon);
        this.gates = gates(countEpsilon);
        this.metricThresholds = new ArrayList<>();
        for (int at = 0; at < metrics.size(); at++) {
            metricThresholds.add(
                    Gates.metric(k, metrics.get(at).bins().count(), metricEpsilons.get(at), deltaOfOneGate()));
        }
    }

    /**
     * A plan with the figures of the house: epsilon 1 an epoch and 4 a year, delta one in a million, k 10, an epoch of three
     * months, answers to about five points.
     *
     * @param population a slug
     */
    public static Builder of(String population, Label name, CohortSchema schema, List<Metric> metrics) {
        return new Builder(population, name, schema, metrics);
    }

    /**
     * The plan of the house for money matters: rate of saving, emergency fund and debt, by age and income; cut by thirds of
     * income, thirds of age and bands of income.
     *
     * @param population a slug
     */
    public static Builder ofHouseholds(String population, Label name, Currency currency) {
        var schema = new CohortSchema(
                List.of(Hierarchies.age(), Hierarchies.income(currency)),
                List.of(new Split(1, 1), new Split(0, 2), new Split(1, 0)));
        return of(population, name, schema, List.of(Metric.SAVINGS_RATE, Metric.EMERGENCY_FUND, Metric.DEBT_TO_INCOME));
    }

    public String population() {
        return population;
    }

    public Label name() {
        return name;
    }

    public CohortSchema schema() {
        return schema;
    }

    public List<Metric> metrics() {
        return metrics;
    }

    public Optional<Metric> metric(String id) {
        return metrics.stream().filter(metric -> metric.id().equals(id)).findFirst();
    }

    /** Of everything one epoch publishes about one person. */
    public Epsilon epsilon() {
        return epsilon;
    }

    /** Of everything published about one person in any twelve months. */
    public Epsilon yearlyCap() {
        return yearlyCap;
    }

    /** The chance, for each epoch, that the promise of epsilon does not hold. */
    public BigDecimal delta() {
        return delta;
    }

    /** Fewest people who may be spoken of. */
    public int k() {
        return k;
    }

    public Period epoch() {
        return epoch;
    }

    public int targetErrorPoints() {
        return targetErrorPoints;
    }

    /** Of each of the counts by which tiles are cut: one of everyone, and one for each split. */
    public Epsilon countEpsilon() {
        return countEpsilon;
    }

    /** Of one metric of this plan. */
    public Epsilon epsilonOf(Metric metric) {
        return metricEpsilons.get(metrics.indexOf(metric));
    }

    /** The noised count from which on everyone may be spoken of together, in people. */
    public long threshold() {
        return gates.everyone();
    }

    /** The sum of the noised bins from which on a metric may be spoken of, in people. */
    public long thresholdOf(Metric metric) {
        return metricThresholds.get(metrics.indexOf(metric));
    }

    /** What an epoch costs each person, part by part. Adds up to {@link #epsilon()} exactly. */
    public List<Spend> spends() {
        List<Spend> spends = new ArrayList<>();
        for (int level = 0; level <= schema.order().size(); level++) {
            spends.add(new Spend(Spend.count(level), countEpsilon));
        }
        for (int at = 0; at < metrics.size(); at++) {
            spends.add(new Spend(Spend.metric(metrics.get(at).id()), metricEpsilons.get(at)));
        }
        return List.copyOf(spends);
    }

    /** What it means for members and attackers, in figures. */
    public synchronized Consequences explain() {
        // Reckoned once: it takes seconds, and whoever asks must not be able to keep a server busy with it.
        Consequences known = explained.get();
        if (known == null) {
            known = Consequences.of(this);
            explained.set(known);
        }
        return known;
    }

    /** Everything that decides how a release is read; one of another shape cannot be. */
    public String shape() {
        return schema.shape() + ";" + metrics.stream().map(Metric::shape).collect(joining(","));
    }

    /** The same but for epsilon, with the yearly cap in proportion. */
    PrivacyPlan at(Epsilon other) {
        int epochs = Math.toIntExact(Math.max(1, yearlyCap.micro() / epsilon.micro()));
        return new Builder(population, name, schema, metrics)
                .epsilon(other)
                .yearlyCap(other.times(epochs))
                .delta(delta)
                .k(k)
                .epoch(epoch)
                .targetErrorPoints(targetErrorPoints)
                .build();
    }

    Gates gates() {
        return gates;
    }

    /**
     * A person is in one tile, which stands by one of the counts, and in one histogram for each metric. Behind each of these
     * gates is a veto that one person can tip, with this chance each.
     */
    BigDecimal deltaOfOneGate() {
        return delta.divide(BigDecimal.valueOf(schema.order().size() + 1L + metrics.size()), DOWN);
    }

    private Gates gates(Epsilon count) {
        Epsilon least = metricEpsilons(count).stream().min(Epsilon::compareTo).orElseThrow();
        return new Gates(
                k,
                count,
                deltaOfOneGate(),
                Gates.people(5 * Gates.WORTH_PERCENTILES / targetErrorPoints, least),
                Gates.people(5 * Gates.WORTH_SPLITTING / targetErrorPoints, least));
    }

    private List<Epsilon> metricEpsilons(Epsilon count) {
        long left = epsilon.micro()
                - Math.multiplyExact(count.micro(), schema.order().size() + 1L);
        if (left < metrics.size() * ExactDiscreteLaplace.LEAST.micro()) {
            throw new IllegalArgumentException("epsilon of counts leaves too little for metrics: " + count);
        }
        return new Epsilon(left).split(metrics.stream().map(Metric::weight).toList());
    }

    /** The epsilon of a count with which the smallest tile is smallest: more of it tells sizes better, less tells values better. */
    private Epsilon balanced() {
        int children = schema.order().stream().mapToInt(schema::children).min().orElse(1);
        long step = Math.max(1, epsilon.micro() / (200L * (schema.order().size() + 1)));
        long low = 1;
        long high = 150;
        while (low < high) {
            long middle = (low + high) >>> 1;
            Gates gates = gates(new Epsilon(step * middle));
            if (gates.secrecy(1, children) > gates.worthSplitting()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return new Epsilon(Math.max(step * low, ExactDiscreteLaplace.LEAST.micro()));
    }

    /** What a host may choose. */
    public static final class Builder {
        private final String population;
        private final Label name;
        private final CohortSchema schema;
        private final List<Metric> metrics;
        private Epsilon epsilon = Epsilon.of("1");
        private Epsilon yearlyCap = Epsilon.of("4");
        private BigDecimal delta = new BigDecimal("0.000001");
        private int k = LEAST_K;
        private Period epoch = Period.ofMonths(3);
        private int targetErrorPoints = 5;
        private @Nullable Epsilon countEpsilon;

        private Builder(String population, Label name, CohortSchema schema, List<Metric> metrics) {
            this.population = Slug.checked("population", population);
            this.name = Objects.requireNonNull(name, "name");
            this.schema = Objects.requireNonNull(schema, "schema");
            this.metrics = List.copyOf(metrics);
            if (this.metrics.isEmpty() || this.metrics.size() > MOST_METRICS) {
                throw new IllegalArgumentException("metrics must be 1 to 12, not " + metrics.size());
            }
            if (new HashSet<>(this.metrics.stream().map(Metric::id).toList()).size() < this.metrics.size()) {
                throw new IllegalArgumentException("metrics must have different ids");
            }
        }

        /** For each epoch, 0.05 to 10. */
        public Builder epsilon(Epsilon epsilon) {
            if (epsilon.compareTo(LEAST) < 0 || epsilon.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("epsilon must be 0.05 to 10, not " + epsilon);
            }
            this.epsilon = epsilon;
            return this;
        }

        /** For any twelve months; at least that of an epoch. */
        public Builder yearlyCap(Epsilon yearlyCap) {
            this.yearlyCap = Objects.requireNonNull(yearlyCap, "yearlyCap");
            return this;
        }

        /** For each epoch, one in a trillion to one in a thousand. */
        public Builder delta(BigDecimal delta) {
            if (delta.compareTo(new BigDecimal("0.000000000001")) < 0 || delta.compareTo(new BigDecimal("0.001")) > 0) {
                throw new IllegalArgumentException("delta must be 0.000000000001 to 0.001, not " + delta);
            }
            this.delta = delta;
            return this;
        }

        /** 10 or more. */
        public Builder k(int k) {
            if (k < LEAST_K || k > 10_000) {
                throw new IllegalArgumentException("k must be 10 to 10000, not " + k);
            }
            this.k = k;
            return this;
        }

        /** A week or more. */
        public Builder epoch(Period epoch) {
            if (epoch.isNegative() || epoch.toTotalMonths() == 0 && epoch.getDays() < 7) {
                throw new IllegalArgumentException("an epoch must be a week or more, not " + epoch);
            }
            this.epoch = epoch;
            return this;
        }

        /** About how far off an answer may be for the smallest tile, 3 to 6 points. */
        public Builder targetErrorPoints(int points) {
            if (points < 3 || points > 6) {
                throw new IllegalArgumentException("target error must be 3 to 6 points, not " + points);
            }
            this.targetErrorPoints = points;
            return this;
        }

        /** Of each count by which tiles are cut, for hosts that know better than the balance of the house. */
        public Builder countEpsilon(Epsilon countEpsilon) {
            this.countEpsilon = Objects.requireNonNull(countEpsilon, "countEpsilon");
            return this;
        }

        /** @throws IllegalArgumentException if a year may not hold even one epoch, or counts leave too little for metrics */
        public PrivacyPlan build() {
            if (yearlyCap.compareTo(epsilon) < 0) {
                throw new IllegalArgumentException(
                        "a year must hold an epoch: " + yearlyCap + " is less than " + epsilon);
            }
            return new PrivacyPlan(this);
        }
    }
}
