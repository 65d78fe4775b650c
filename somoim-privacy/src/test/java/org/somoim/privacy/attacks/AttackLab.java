package org.somoim.privacy.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every attack on one target. A host tests its own plan with {@code AttackLab.of(InProcess.under(plan)).run()}, or its own
 * community with a {@link Target} that it writes itself.
 */
public final class AttackLab {
    /** In each of two worlds, for every day. */
    public static final int DAILY_RUNS = 30_000;

    /** All there are, in the order of the threat model. */
    static final List<Attack> ATTACKS = List.of(
            new Differencing(),
            new Averaging(),
            new TailoredPredicates(),
            new GateProbing(),
            new Homogeneity(),
            new BackgroundKnowledge(),
            new SybilStuffing(),
            new WeakRandomness(),
            new Timing(),
            new BudgetExhaustion(),
            new PercentileOfMe(),
            new Overlap(),
            new CrashAndRestart(),
            new OptOut(),
            new SideOutputs(),
            new LongRun());

    private final Target target;
    private final Lab lab;

    private AttackLab(Target target, Lab lab) {
        this.target = target;
        this.lab = lab;
    }

    public static AttackLab of(Target target) {
        return new AttackLab(target, Lab.of(DAILY_RUNS));
    }

    /** @param runs in each of two worlds, at least 20 */
    public AttackLab runs(int runs) {
        return new AttackLab(target, Lab.of(runs));
    }

    /**
     * What came of one attack.
     *
     * @param findings one or more
     */
    public record Result(Attack attack, List<Finding> findings) {

        public boolean isBreach() {
            return findings.stream().anyMatch(Finding::isBreach);
        }

        @Override
        public String toString() {
            var text = new StringBuilder(attack.id() + " " + attack.name() + (isBreach() ? ": BREACH" : ": held"));
            findings.forEach(finding -> text.append("\n  ")
                    .append(finding.isBreach() ? "BREACH " : "")
                    .append(finding.what())
                    .append(": ")
                    .append(finding.seen()));
            return text.toString();
        }
    }

    static Attack attack(String id) {
        return ATTACKS.stream()
                .filter(attack -> attack.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** All of them. */
    public List<Result> run() {
        List<Result> results = new ArrayList<>();
        for (Attack attack : ATTACKS) {
            results.add(run(attack));
        }
        return List.copyOf(results);
    }

    /** Those there are, in the order of the threat model. */
    public List<Attack> attacks() {
        return ATTACKS;
    }

    /** One of them. */
    public Result run(Attack attack) {
        return new Result(attack, attack.on(target, lab));
    }

    /** Until one gets through; an attack that is thrown off by a community was let see something, too. */
    public Optional<Result> firstBreach() {
        return ATTACKS.stream().map(this::run).filter(Result::isBreach).findFirst();
    }
}
