package org.somoim.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * How much the reports of people count. Someone of whom nothing is known counts for little in the queue and for nothing when
 * something is to be hidden without being looked at; there only those count who were right before, and those who report
 * together count once.
 */
final class Reporters {
    /** What anybody's report weighs in the queue, in thousandths: somebody has seen something. */
    static final int LEAST = 50;
    /** What the report of a trusted flagger weighs, in thousandths. */
    static final int FULL = 1_000;
    /** So many who have nothing to do with one another it takes to hide something. */
    static final int FEWEST_INDEPENDENT = 5;
    /** So many who report together are no coincidence. */
    static final int SEVERAL = 3;
    /** What notices from outside weigh together at most, in thousandths. */
    private static final int MOST_FROM_OUTSIDE = 500;
    /** Who reported the same things so long ago need not have arranged it. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private final ReportStore store;

    Reporters(ReportStore store) {
        this.store = store;
    }

    /** In the queue. */
    int weight(Id<User> person) {
        return store.isTrusted(person) ? FULL : Math.max(LEAST, standing(person));
    }

    private int standing(Id<User> person) {
        ReportStore.Record record = store.record(person);
        return Wilson.atLeast(record.upheld(), record.dismissed());
    }

    /**
     * What open reports weigh together in the queue, in thousandths. People who report together count once, and so do all
     * notices from outside together, beyond the first few.
     */
    int weightInQueue(Id<?> subject, List<Report> open, Instant now) {
        Map<Id<User>, Integer> weights = new HashMap<>();
        int outside = 0;
        for (Report report : open) {
            if (report.reporterId() == null) {
                outside += report.weight();
            } else {
                weights.put(report.reporterId(), report.weight());
            }
        }
        return Math.min(outside, MOST_FROM_OUTSIDE)
                + circles(subject, weights.keySet(), now).stream()
                        .mapToInt(circle -> greatest(circle, weights))
                        .sum();
    }

    /**
     * What open reports weigh together when nobody has looked yet, in thousandths: 0 if too few who are independent of one
     * another have made them and do not hide something else already, or if several who report together are among them. Then somebody has to look.
     *
     * @param hidden what is hidden by reports and nobody has looked at
     */
    int independentWeight(Id<?> subject, List<Report> open, List<Id<?>> hidden, Instant now) {
        Map<Id<User>, Integer> standings = new HashMap<>();
        open.stream()
                .map(Report::reporterId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(person -> standings.put(person, standing(person)));
        standings.values().removeIf(standing -> standing == 0);
        if (standings.size() < FEWEST_INDEPENDENT) {
            return 0;
        }
        List<Set<Id<User>>> circles = circles(subject, standings.keySet(), now);
        if (circles.stream().anyMatch(circle -> circle.size() >= SEVERAL)) {
            return 0;
        }
        // Nobody's word hides two things at once: who hides one that nobody has looked at waits for somebody to look.
        Set<Id<User>> busy = store.reportersOf(Set.copyOf(hidden), standings.keySet());
        List<Set<Id<User>>> free = circles.stream()
                .filter(circle -> circle.stream().noneMatch(busy::contains))
                .toList();
        return free.size() < FEWEST_INDEPENDENT
                ? 0
                : free.stream().mapToInt(circle -> greatest(circle, standings)).sum();
    }

    private static int greatest(Set<Id<User>> circle, Map<Id<User>, Integer> of) {
        return circle.stream()
                .mapToInt(person -> of.getOrDefault(person, 0))
                .max()
                .orElse(0);
    }

    private List<Set<Id<User>>> circles(Id<?> subject, Set<Id<User>> people, Instant now) {
        return people.size() < 2
                ? people.stream().map(Set::of).toList()
                : circles(people, store.together(people, subject, now.minus(MEMORY)));
    }

    /** Everyone together with those they report together with, and those with theirs. */
    private static List<Set<Id<User>>> circles(Set<Id<User>> people, Set<ReportStore.Pair> pairs) {
        Map<Id<User>, Set<Id<User>>> ties = new HashMap<>();
        pairs.forEach(pair -> {
            ties.computeIfAbsent(pair.one(), key -> new HashSet<>()).add(pair.other());
            ties.computeIfAbsent(pair.other(), key -> new HashSet<>()).add(pair.one());
        });
        Set<Id<User>> left = new HashSet<>(people);
        return people.stream()
                .sorted()
                .filter(left::contains)
                .map(person -> circle(person, ties, left))
                .collect(Collectors.toList());
    }

    private static Set<Id<User>> circle(Id<User> first, Map<Id<User>, Set<Id<User>>> ties, Set<Id<User>> left) {
        Set<Id<User>> circle = new HashSet<>();
        Deque<Id<User>> next = new ArrayDeque<>();
        next.add(first);
        left.remove(first);
        while (!next.isEmpty()) {
            Id<User> person = next.remove();
            circle.add(person);
            ties.getOrDefault(person, Set.of()).stream().filter(left::remove).forEach(next::add);
        }
        return circle;
    }
}
