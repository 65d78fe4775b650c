package org.somoim.privacy.attacks;

import static org.somoim.privacy.attacks.Suspicion.bit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somoim.privacy.Metric;

/** A15. Reads receipts, logs and errors, and submits what no one would. */
final class SideOutputs implements Attack {
    private static final List<Double> ODD = List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            -1.0,
            -Double.MAX_VALUE,
            Double.MAX_VALUE,
            Double.MIN_VALUE,
            -0.0);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?(E-?\\d+)?(?![\\w])");

    @Override
    public String id() {
        return "A15";
    }

    @Override
    public String name() {
        return "Receipts, logs, errors and odd values";
    }

    @Override
    public String defence() {
        return "nothing raw in what leaves the mechanisms; odd values are clipped";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        return List.of(odd(target, lab), marked(target, lab), exact(target, lab));
    }

    /** Whether it fails on a value must not tell that there is one. */
    private static Finding odd(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        Evidence evidence = lab.with(ODD.size() * 10).compare(0, 0, List.of(), (isOdd, noise, random) -> {
            try (CommunityUnderAttack community = target.open(noise)) {
                crowd.moveIn(community);
                Map<String, Double> values = new HashMap<>();
                for (Metric metric : target.plan().metrics()) {
                    values.put(metric.id(), isOdd ? ODD.get(random.nextInt(ODD.size())) : Double.valueOf(1));
                }
                community.submit(Crowd.VICTIM, crowd.home, values);
                Crowd.ripen(community);
                community.runEpoch();
                for (Metric metric : target.plan().metrics()) {
                    community.compare(Crowd.VICTIM, metric.id(), null, null);
                    community.compare(Crowd.ATTACKER, metric.id(), crowd.home, values.get(metric.id()));
                    community.insight(Crowd.VICTIM, metric.id(), null);
                }
                return 0;
            }
        });
        long thrown = evidence.with()[0];
        return Finding.rule(
                "no value is so odd that anything fails",
                thrown == 0 && evidence.without()[0] == 0,
                String.format(Locale.ROOT, "failed in %,d of %,d", thrown, evidence.runs()));
    }

    /** Of a thousand values that occur nowhere else, none comes out again. */
    private static Finding marked(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        SplittableRandom random = lab.random(17);
        Set<Double> marks = new HashSet<>();
        try (CommunityUnderAttack community = target.open(lab.noise(17))) {
            for (int person = 0; person < crowd.people; person++) {
                Map<String, Double> values = new HashMap<>();
                for (Metric metric : target.plan().metrics()) {
                    int bin = 1 + random.nextInt(metric.bins().count() - 1);
                    double mark = Crowd.within(metric.bins(), bin, random);
                    values.put(metric.id(), mark);
                    marks.add(mark);
                }
                community.submit("m" + person, crowd.home, values);
            }
            Crowd.ripen(community);
            community.runEpoch();
            Set<Double> told = new HashSet<>();
            for (int person = 0; person < Math.min(50, crowd.people); person++) {
                told.addAll(numbers(everything(crowd, community, "m" + person, null)));
            }
            for (Publication.Part part : community.published("m0").orElseThrow().parts()) {
                part.cells().values().forEach(cells -> {
                    told.addAll(cells.numbers());
                    told.addAll(cells.edges());
                });
            }
            told.retainAll(marks);
            return Finding.rule(
                    "no value that was submitted comes out again",
                    told.isEmpty(),
                    String.format(Locale.ROOT, "%,d marked values, %d seen", marks.size(), told.size()));
        }
    }

    /** The number of people, to one: it may come up by chance, but no more often if it is right. */
    private static Finding exact(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        double right = crowd.people + 1.0;
        List<String> events =
                List.of("the exact number of people is told", "the exact number without the victim is told");
        Evidence evidence = lab.with(lab.runs() / 10)
                .compare(
                        Evidence.nats(target.plan().epsilon()),
                        target.plan().delta().doubleValue(),
                        events,
                        (isThere, noise, random) -> {
                            try (CommunityUnderAttack community = target.open(noise)) {
                                crowd.moveIn(community);
                                if (isThere) {
                                    community.submit(Crowd.VICTIM, crowd.home, crowd.victim());
                                }
                                Crowd.ripen(community);
                                community.runEpoch();
                                Set<Double> told = numbers(everything(crowd, community, "m0", 1.0));
                                return bit(0, told.contains(right)) | bit(1, told.contains(right - 1));
                            }
                        });
        return Finding.of("no text tells how many they are", evidence);
    }

    private static String everything(
            Crowd crowd, CommunityUnderAttack community, String viewer, @org.jspecify.annotations.Nullable Double own) {
        List<Object> all = new ArrayList<>(community.said());
        for (Metric metric : crowd.plan.metrics()) {
            all.add(community.compare(viewer, metric.id(), null, own));
            all.add(community.receipt(viewer, metric.id(), null));
            all.add(community.insight(viewer, metric.id(), null));
        }
        try {
            all.add(community.compare(viewer, "no-such-metric", null, own));
        } catch (RuntimeException e) {
            all.add(e);
        }
        return all.toString();
    }

    private static Set<Double> numbers(String text) {
        Set<Double> numbers = new HashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(Double.parseDouble(matcher.group()));
        }
        return numbers;
    }
}
