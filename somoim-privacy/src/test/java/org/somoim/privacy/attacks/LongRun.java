package org.somoim.privacy.attacks;

import static org.somoim.privacy.attacks.Suspicion.bit;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.somoim.privacy.Epsilon;
import org.somoim.privacy.PrivacyPlan;

/** A16. Is patient, and adds up what one epoch after the other lets out. */
final class LongRun implements Attack {
    private static final int EPOCHS = 24;
    private static final int EPOCHS_A_YEAR = 4;
    private static final int MOST_EPOCHS = 8;

    @Override
    public String id() {
        return "A16";
    }

    @Override
    public String name() {
        return "Adding up many epochs";
    }

    @Override
    public String defence() {
        return "a yearly cap in the ledger";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        Epsilon tenth = Epsilon.of("0.1");
        return List.of(
                refusals(
                        target,
                        lab,
                        like(
                                target.plan(),
                                target.plan().epsilon(),
                                target.plan().yearlyCap())),
                refusals(
                        target,
                        lab,
                        like(
                                target.plan(),
                                target.plan().epsilon(),
                                target.plan().epsilon().times(2))),
                // Three tenths, which do not add up to three tenths in floating point.
                refusals(target, lab, like(target.plan(), tenth, tenth.times(3))),
                sum(target, lab));
    }

    /** The same promise with another epsilon, by quarters. */
    private static PrivacyPlan like(PrivacyPlan plan, Epsilon epsilon, Epsilon cap) {
        return PrivacyPlan.of(plan.population(), plan.name(), plan.schema(), plan.metrics())
                .epsilon(epsilon)
                .yearlyCap(cap)
                .delta(plan.delta())
                .k(plan.k())
                .epoch(Period.ofMonths(12 / EPOCHS_A_YEAR))
                .targetErrorPoints(plan.targetErrorPoints())
                .build();
    }

    /** Also if the power is cut between any two of them. */
    private static Finding refusals(Target target, Lab lab, PrivacyPlan plan) {
        Crowd crowd = Crowd.of(plan, 20);
        List<Boolean> wanted = new ArrayList<>();
        List<Boolean> drawn = new ArrayList<>();
        try (CommunityUnderAttack community = target.open(plan, lab.noise(19))) {
            crowd.moveIn(community);
            Crowd.ripen(community);
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                long spent = wanted.subList(Math.max(0, epoch - EPOCHS_A_YEAR + 1), epoch).stream()
                                .filter(done -> done)
                                .count()
                        * plan.epsilon().micro();
                wanted.add(spent + plan.epsilon().micro() <= plan.yearlyCap().micro());
                drawn.add(community.runEpoch());
                community.restart();
                community.nextEpoch();
            }
        }
        return Finding.rule(
                "with epsilon " + plan.epsilon() + ", refusals begin exactly at a yearly cap of " + plan.yearlyCap(),
                drawn.equals(wanted),
                String.format(
                        Locale.ROOT,
                        "%d of %d epochs drawn, %d due",
                        drawn.stream().filter(done -> done).count(),
                        EPOCHS,
                        wanted.stream().filter(due -> due).count()));
    }

    /** The victim counts in every epoch of a year. */
    private static Finding sum(Target target, Lab lab) {
        PrivacyPlan plan = target.plan();
        Crowd crowd = Crowd.of(plan);
        Suspicion suspicion = Suspicion.of(crowd, Crowd::victimBin);
        double most = Evidence.nats(plan.yearlyCap());
        double one = Evidence.nats(plan.epsilon());
        List<String> events = List.of(
                "all in all the victim is more likely there",
                "by a nat",
                "by two nats",
                "by three nats",
                "by what two epochs may tell");
        int epochs = (int) Math.min(
                MOST_EPOCHS, Math.min(plan.yearlyCap().micro() / plan.epsilon().micro(), EPOCHS));
        Evidence evidence = lab.with(lab.runs() / 6)
                .compare(most, epochs * plan.delta().doubleValue(), events, (isThere, noise, random) -> {
                    try (CommunityUnderAttack community = target.open(noise)) {
                        crowd.moveIn(community);
                        if (isThere) {
                            community.submit(Crowd.VICTIM, crowd.home, crowd.victim());
                        }
                        Crowd.ripen(community);
                        double score = 0;
                        for (int epoch = 0; epoch < epochs; epoch++) {
                            if (community.runEpoch()) {
                                score += suspicion.score(
                                        community.published(Crowd.ATTACKER).orElseThrow());
                            }
                            community.nextEpoch();
                        }
                        return bit(0, score > 0)
                                | bit(1, score >= 1)
                                | bit(2, score >= 2)
                                | bit(3, score >= 3)
                                | bit(4, score >= 2 * one);
                    }
                });
        return Finding.of("all epochs of a year together keep to the yearly cap", evidence);
    }
}
