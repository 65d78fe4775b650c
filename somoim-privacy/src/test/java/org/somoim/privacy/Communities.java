package org.somoim.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Invented communities and plans for laws that hold for all of them. */
final class Communities {
    static final Metric FEW_BINS = new Metric(
            "few", Label.of("Few"), Label.of("x"), Bins.of(0, 1, 2, 3), Metric.Direction.HIGHER_IS_BETTER, 2, Set.of());

    static final List<PrivacyPlan> PLANS = List.of(
            plan("0.25", List.of(Metric.EMERGENCY_FUND)),
            plan(
                    "1",
                    List.of(Metric.EMERGENCY_FUND, Metric.DEBT_TO_INCOME, FEW_BINS),
                    new Split(0, 1),
                    new Split(1, 1)),
            plan("1", List.of(FEW_BINS), new Split(0, 1), new Split(1, 1), new Split(1, 0), new Split(0, 0)),
            plan("3", List.of(FEW_BINS, Metric.SAVINGS_RATE), new Split(1, 0), new Split(0, 1)),
            plan("10", List.of(Metric.DISCIPLINE_SCORE, FEW_BINS), new Split(0, 0), new Split(1, 1), new Split(1, 0)));

    private Communities() {}

    /**
     * One person.
     *
     * @param bins less than 0 for no value
     */
    record Person(int[] leaves, int[] bins) {}

    static PrivacyPlan plan(String epsilon, List<Metric> metrics, Split... order) {
        var schema = new CohortSchema(List.of(letters("first", 5), letters("second", 6)), List.of(order));
        return PrivacyPlan.of("invented", Label.of("Invented"), schema, metrics)
                .epsilon(Epsilon.of(epsilon))
                .yearlyCap(Epsilon.of(epsilon).times(4))
                .build();
    }

    /** So many leaves, then pairs of them, then all. */
    static Hierarchy letters(String id, int leaves) {
        List<Hierarchy.Band> fine = new ArrayList<>();
        List<Hierarchy.Band> pairs = new ArrayList<>();
        for (int leaf = 0; leaf < leaves; leaf++) {
            fine.add(new Hierarchy.Band("leaf-" + leaf, Label.of("leaf " + leaf), new Range(leaf, leaf)));
            if (leaf % 2 == 0) {
                pairs.add(new Hierarchy.Band(
                        "pair-" + leaf, Label.of("pair " + leaf), new Range(leaf, Math.min(leaf + 1, leaves - 1))));
            }
        }
        return Hierarchy.of(
                id,
                Label.of(id),
                List.of(
                        new Hierarchy.Level(Label.of("leaves"), fine),
                        new Hierarchy.Level(Label.of("pairs"), pairs),
                        new Hierarchy.Level(
                                Label.of("all"),
                                List.of(new Hierarchy.Band("all", Label.of("all"), new Range(0, leaves - 1))))),
                Hierarchy.Naming.listed());
    }

    static List<Person> people(PrivacyPlan plan, int count, Random random) {
        List<Person> people = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            people.add(person(plan, random));
        }
        return people;
    }

    /** Near the low end more often than not, so that some cells are full and others all but empty. */
    static Person person(PrivacyPlan plan, Random random) {
        return new Person(
                plan.schema().dimensions().stream()
                        .mapToInt(dimension -> random.nextInt(1 + random.nextInt(dimension.leaves())))
                        .toArray(),
                plan.metrics().stream()
                        .mapToInt(metric -> random.nextInt(metric.bins().count() + 1) - 1)
                        .toArray());
    }

    static Frozen freeze(PrivacyPlan plan, List<Person> people) {
        Frozen frozen = Frozen.of(plan);
        people.forEach(person -> frozen.add(person.leaves(), person.bins()));
        return frozen;
    }

    /** An epoch whose noised counts are those, whoever is there. */
    static Epoch with(Counting counting) {
        return new Epoch(counting, counting, Tiling::byNoisedCounts, Spread::onEveryBin, Veto::byRawCount);
    }

    /** Every leaf of every dimension with each other. */
    static List<Place> places(PrivacyPlan plan) {
        List<Place> places = new ArrayList<>();
        for (int one = 0; one < 5; one++) {
            for (int other = 0; other < 6; other++) {
                places.add(Place.of(one, other));
            }
        }
        return places;
    }
}
