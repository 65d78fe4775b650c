package org.somoim.privacy.attacks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.somoim.privacy.Metric;
import org.somoim.privacy.Place;
import org.somoim.privacy.noise.NoiseSource;
import org.somoim.privacy.noise.SeededNoise;

/** A14. Waits until somebody opts out, and looks what changes. */
final class OptOut implements Attack {
    private static final int CASES_OF_ONE_NOISE = 50;

    /** In how many ways somebody stops to count. */
    private enum Way {
        OPTS_OUT,
        LEAVES,
        IS_ERASED,
        IS_SUSPENDED;

        void happens(CommunityUnderAttack community, String user) {
            switch (this) {
                case OPTS_OUT -> community.setPrivacy(user, false);
                case LEAVES -> community.leave(user);
                case IS_ERASED -> community.erase(user);
                case IS_SUSPENDED -> community.suspend(user);
            }
        }
    }

    @Override
    public String id() {
        return "A14";
    }

    @Override
    public String name() {
        return "Opting out after the release";
    }

    @Override
    public String defence() {
        return "a release is never drawn again; the next one is drawn without";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        return List.of(running(target, lab), next(target, lab), both(target, lab));
    }

    private Finding running(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        boolean same = true;
        for (Way way : Way.values()) {
            try (CommunityUnderAttack community = target.open(lab.noise(way.ordinal()))) {
                crowd.moveIn(community);
                community.submit(Crowd.VICTIM, crowd.home, crowd.victim());
                Crowd.ripen(community);
                community.runEpoch();
                Publication before = community.published(Crowd.ATTACKER).orElseThrow();
                way.happens(community, Crowd.VICTIM);
                community.runEpoch();
                Optional<Publication> after = community.published(Crowd.ATTACKER);
                same &= after.isEmpty() || after.get().equals(before);
            }
        }
        return Finding.rule("the running release stays as it is, or goes whole", same, Way.values().length + " ways");
    }

    /** With the same noise, whatever the excluded person holds, and also if they never were. */
    private static Finding next(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        int blocks = Math.max(1, lab.runs() * 10 / 3 / CASES_OF_ONE_NOISE);
        long same = IntStream.range(0, blocks)
                .parallel()
                .mapToLong(block -> {
                    String without = hash(target, crowd, block, null, Way.LEAVES);
                    SplittableRandom random = lab.random(block);
                    return IntStream.range(0, CASES_OF_ONE_NOISE)
                            .filter(number -> without.equals(
                                    hash(target, crowd, block, random, Way.values()[number % Way.values().length])))
                            .count();
                })
                .sum();
        int cases = blocks * CASES_OF_ONE_NOISE;
        return Finding.rule(
                "the next release is the same to the byte, whatever the excluded person holds",
                same == cases,
                String.format(Locale.ROOT, "%,d of %,d", same, cases));
    }

    private static String hash(
            Target target,
            Crowd crowd,
            long seed,
            @org.jspecify.annotations.Nullable SplittableRandom random,
            Way way) {
        NoiseSource noise = SeededNoise.of(seed);
        try (CommunityUnderAttack community = target.open(noise)) {
            crowd.moveIn(community);
            if (random != null) {
                List<Integer> leaves = target.plan().schema().dimensions().stream()
                        .map(dimension -> random.nextInt(dimension.leaves()))
                        .toList();
                var values = new java.util.HashMap<String, Double>();
                for (Metric metric : target.plan().metrics()) {
                    int bin = random.nextInt(metric.bins().count());
                    values.put(metric.id(), Crowd.within(metric.bins(), bin, random));
                }
                community.submit(Crowd.VICTIM, new Place(leaves), values);
                Crowd.ripen(community);
                way.happens(community, Crowd.VICTIM);
            } else {
                Crowd.ripen(community);
            }
            community.runEpoch();
            return community.published(Crowd.ATTACKER).orElseThrow().hash();
        }
    }

    /** Counted once, opted out, and both releases known. */
    private static Finding both(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        Suspicion suspicion = Suspicion.of(crowd, Crowd::victimBin);
        List<String> events = new java.util.ArrayList<>(Suspicion.EVENTS);
        Suspicion.EVENTS.forEach(event -> events.add("after opting out, " + event));
        Evidence evidence = lab.with(lab.runs() / 4)
                .compare(
                        Evidence.nats(target.plan().epsilon()),
                        2 * target.plan().delta().doubleValue(),
                        events,
                        (isThere, noise, random) -> {
                            try (CommunityUnderAttack community = target.open(noise)) {
                                crowd.moveIn(community);
                                if (isThere) {
                                    community.submit(Crowd.VICTIM, crowd.home, crowd.victim());
                                }
                                Crowd.ripen(community);
                                community.runEpoch();
                                long first = suspicion.hits(
                                        community.published(Crowd.ATTACKER).orElseThrow());
                                community.setPrivacy(Crowd.VICTIM, false);
                                do {
                                    community.nextEpoch();
                                } while (!community.runEpoch());
                                long second = suspicion.hits(
                                        community.published(Crowd.ATTACKER).orElseThrow());
                                return first | second << Suspicion.EVENTS.size();
                            }
                        });
        return Finding.of("both epochs together cost no more than the one in which the victim counted", evidence);
    }
}
