package org.somoim.privacy.attacks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.somoim.privacy.BrokenParts;
import org.somoim.privacy.Epoch;
import org.somoim.privacy.EpochDraw;
import org.somoim.privacy.Frozen;
import org.somoim.privacy.LedgerEntry;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PeerStanding;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.Release;

/** Communities that lack a defence altogether, so that an attack can be seen to reach its goal. */
final class Broken {
    private Broken() {}

    static Target withoutNoise(PrivacyPlan plan) {
        return InProcess.target(
                plan, (of, noise) -> Canary.drawing(of, noise, (frozen, ignored) -> BrokenParts.plain(of, frozen)));
    }

    /** All bins are called harmless. */
    static Target withoutDiversityGate(PrivacyPlan plan) {
        return InProcess.target(plan, (of, noise) -> new InProcess(of, noise) {
            private final PrivacyPlan careless = careless(of);

            @Override
            protected Frozen frozen() {
                Frozen frozen = Frozen.of(careless);
                members.values().stream()
                        .filter(member -> isOldEnough(member) && member.leaves != null && member.bins != null)
                        .forEach(member -> frozen.add(member.leaves, member.bins));
                return frozen;
            }

            @Override
            protected EpochDraw draw(Frozen frozen) {
                return BrokenParts.as(of, Epoch.draw(careless, frozen, noise));
            }
        });
    }

    private static PrivacyPlan careless(PrivacyPlan plan) {
        List<Metric> metrics = plan.metrics().stream()
                .map(metric -> {
                    Set<Integer> all =
                            IntStream.range(0, metric.bins().count()).boxed().collect(Collectors.toSet());
                    return new Metric(
                            metric.id(),
                            metric.name(),
                            metric.unit(),
                            metric.bins(),
                            metric.direction(),
                            metric.weight(),
                            all);
                })
                .toList();
        return PrivacyPlan.of(plan.population(), plan.name(), plan.schema(), metrics)
                .epsilon(plan.epsilon())
                .yearlyCap(plan.yearlyCap())
                .build();
    }

    static Target countingNewcomers(PrivacyPlan plan) {
        return InProcess.target(plan, (of, noise) -> new InProcess(of, noise) {
            @Override
            protected boolean isOldEnough(Member member) {
                return true;
            }
        });
    }

    /** Looks through everyone's rows for an answer, and longer if one is there. */
    static Target slowWithVictim(PrivacyPlan plan) {
        return InProcess.target(plan, (of, noise) -> new InProcess(of, noise) {
            @Override
            public Release<PeerStanding> compare(
                    String viewer, String metric, @Nullable Place place, @Nullable Double own) {
                long until = System.nanoTime() + (members.containsKey(Crowd.VICTIM) ? 20_000 : 0);
                Release<PeerStanding> answer = super.compare(viewer, metric, place, own);
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                return answer;
            }
        });
    }

    static Target withoutTransaction(PrivacyPlan plan) {
        return InProcess.target(plan, (of, noise) -> new InProcess(of, noise) {
            @Override
            protected void keep(EpochDraw draw, List<LedgerEntry> debits) {
                write(() -> disk.epochs.add(new Kept(now, draw)));
                debits.forEach(debit -> write(() -> disk.debits.add(debit)));
            }
        });
    }
}
