package org.somoim.privacy.attacks;

import static org.somoim.privacy.attacks.Suspicion.bit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.somoim.privacy.Metric;

/** A2. Asks again and again, by many accounts and in many ways, and takes the mean. */
final class Averaging implements Attack {
    private static final int ACCOUNTS = 1_000;
    private static final int ASKS = 128;

    @Override
    public String id() {
        return "A2";
    }

    @Override
    public String name() {
        return "Averaging over repeats";
    }

    @Override
    public String defence() {
        return "one kept release, whoever asks for whatever";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        return List.of(same(target, lab), mean(target, lab));
    }

    /** The same question must get the same answer from the same release. */
    private Finding same(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        int accounts = Math.min(ACCOUNTS, Math.max(10, lab.runs() / 30));
        // A million by night.
        int asks = (int) Math.max(1_000, (long) lab.runs() * lab.runs() / 900);
        try (CommunityUnderAttack community = target.open(lab.noise(id().hashCode()))) {
            crowd.moveIn(community);
            IntStream.range(0, accounts)
                    .forEach(account -> community.submit("a" + account, crowd.home, crowd.popular()));
            Crowd.ripen(community);
            community.runEpoch();
            Map<String, Object> answers = new HashMap<>();
            Map<Object, Boolean> releases = new HashMap<>();
            boolean same = true;
            Metric metric = target.plan().metrics().get(0);
            List<Double> edges = metric.bins().edges();
            for (int ask = 0; ask < asks; ask++) {
                String viewer = "a" + ask % accounts;
                int edge = ask % edges.size();
                Object answer = community.compare(viewer, metric.id(), crowd.home, edges.get(edge));
                Object before = answers.putIfAbsent("" + edge, answer);
                same &= before == null || before.equals(answer);
                community
                        .receipt(viewer, metric.id(), crowd.home)
                        .ifPresent(receipt -> releases.put(receipt.releaseHash(), true));
            }
            return Finding.rule(
                    "one question has one answer, and all answers have one release",
                    same && releases.size() == 1,
                    String.format(
                            Locale.ROOT,
                            "%,d questions by %,d accounts, %d release(s)",
                            asks,
                            accounts,
                            releases.size()));
        }
    }

    private Finding mean(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        List<String> events = List.of(
                "the mean is at least half above what it was without the victim", "at least a quarter", "at least one");
        Metric metric = target.plan().metrics().get(0);
        int bin = Crowd.victimBin(metric);
        Evidence evidence = lab.with(lab.runs() / 5)
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
                                double mean = IntStream.range(0, ASKS)
                                        .mapToObj(ask -> community
                                                .published("m" + ask)
                                                .flatMap(it -> it.cell(crowd.home, metric.id(), bin)))
                                        .flatMap(Optional::stream)
                                        .mapToDouble(Objects::requireNonNull)
                                        .average()
                                        .orElse(0);
                                return bit(0, mean >= 0.5) | bit(1, mean >= 0.25) | bit(2, mean >= 1);
                            }
                        });
        return Finding.of("asking again tells no more", evidence);
    }
}
