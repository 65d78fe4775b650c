package org.somoim.privacy.attacks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.somoim.privacy.PrivacyPlan;

/** What the lab measured, as a document. */
final class PrivacyReport {
    private static final List<Integer> POWER = List.of(1_000, 5_000, 10_000, 30_000, 100_000, 1_000_000);

    private PrivacyReport() {}

    /**
     * @param usual all attacks on the usual plan
     * @param sharp some of them on the plan where all that is spent can be seen
     * @param alive canaries that no attack got through to
     */
    static String text(List<AttackLab.Result> usual, List<AttackLab.Result> sharp, List<Canary> alive) {
        var text = new StringBuilder();
        text.append(BEGINNING);
        text.append(plan("The usual plan", Plans.USUAL));
        text.append(table(usual));
        text.append(DEFENCES);
        AttackLab.ATTACKS.forEach(
                attack -> text.append("| " + attack.id() + " " + attack.name() + " | " + attack.defence() + " |\n"));
        text.append(SHARP);
        text.append(plan("The sharp plan", Plans.SHARP));
        text.append(table(sharp));
        text.append(POWER_TEXT);
        POWER.forEach(runs -> text.append(String.format(
                Locale.ROOT,
                "| %,d | %.2f times | %.2f times |%n",
                runs,
                Evidence.caughtFrom(Plans.SHARP, runs),
                Evidence.caughtFrom(Plans.USUAL, runs))));
        text.append(CANARIES);
        text.append(String.format(
                Locale.ROOT, "%d of %d killed.%n%n", Canary.values().length - alive.size(), Canary.values().length));
        text.append("| Bug | Killed by |\n|---|---|\n");
        Stream.of(Canary.values())
                .forEach(canary -> text.append("| " + canary.bug() + " | "
                        + (alive.contains(canary)
                                ? "nothing"
                                : canary.killer().id() + " " + canary.killer().name())
                        + " |\n"));
        text.append(END);
        return text.toString().replace("\r\n", "\n");
    }

    private static String plan(String name, PrivacyPlan plan) {
        return String.format(
                Locale.ROOT,
                "%s: epsilon %s an epoch and %s a year, delta %s, k %d, %d metric(s), %d cut(s); nothing is said of fewer than %d people by their noised count.%n%n",
                name,
                plan.epsilon(),
                plan.yearlyCap(),
                plan.delta().toPlainString(),
                plan.k(),
                plan.metrics().size(),
                plan.schema().order().size(),
                plan.threshold());
    }

    private static String table(List<AttackLab.Result> results) {
        var text = new StringBuilder(
                "| Attack | What must hold | | Claimed | Shown at least | Right in | At most | Runs a world |\n|---|---|---|---|---|---|---|---|\n");
        for (AttackLab.Result result : results) {
            String attack = result.attack().id() + " " + result.attack().name();
            for (Finding finding : result.findings()) {
                text.append("| " + attack + " | " + finding.what() + " | " + (finding.isBreach() ? "BREACH" : "held")
                        + " | " + figures(finding) + " |\n");
                attack = "";
            }
        }
        return text + "\n";
    }

    private static String figures(Finding finding) {
        return finding.evidence()
                .map(evidence -> String.format(
                        Locale.ROOT,
                        "%.2f | %.3f | %.1f%% | %.1f%% | %,d",
                        evidence.claimed(),
                        evidence.lower(),
                        100 * evidence.accuracy(),
                        100 * evidence.mostAccuracy(),
                        evidence.runs()))
                .orElse(finding.seen() + " | | | |");
    }

    /** Without figures, which differ from run to run. */
    static String stable(String text) {
        return text.lines().map(line -> line.replaceAll("\\d[\\d.,]*", "#")).collect(Collectors.joining("\n"));
    }

    private static final String BEGINNING = """
            # Privacy report

            Printed by the attack lab, from a run. What peer comparison promises is in [privacy.md](privacy.md); here it is put
            to the test by programs that try to break it.

            Each program meets a community as members do: it can submit figures, change settings, leave, be erased, start
            epochs, ask, and read receipts, the ledger and the log. It knows the code, the plan and everyone but one person, the
            victim. It also reads the whole release, which no member does. So what gets nowhere here gets nowhere with less.

            Where there is chance in it, the program runs many times in two worlds that differ by the victim. For each event that it
            looks for, and its opposite, Clopper-Pearson bounds (each wrong once in two million) are put around how often it was
            seen. It counts as a breach if even the ratio of the lower bound in one world to the upper bound in the other is
            above what epsilon allows. "Shown at least" is the logarithm of the largest such ratio, in nats. "Right in" is how often
            an attacker is right who goes by the best event, and "at most" is what epsilon allows.

            "Held" means that no breach was shown with that many runs. How large a breach would have been seen is told below.

            ## Attacks

            """;

    private static final String DEFENCES = """
            | Attack | What keeps it from its goal |
            |---|---|
            """;

    private static final String SHARP = """

            ## What can be seen of the budget

            The usual plan spends part of its epsilon on counts that are never shown, so an attacker can never see all of
            it. The sharp plan hides as little as possible: what it overspends shows soonest.

            """;

    private static final String POWER_TEXT = """
            ## What would have been caught

            If all noise were too small by a factor, this is the factor from which the strongest attack (A6) is expected to show it.
            Reckoned for what is shown: one count and the bins of each metric. Smaller overspends go unseen with that many runs.

            | Runs a world | Sharp plan | Usual plan |
            |---|---|---|
            """;

    private static final String CANARIES = """

            ## Canaries

            An attack that fails may be a bad attack. So each is run on a community that lacks what keeps it out, and must reach its
            goal there (`GoalsTest`); and the lab is run on communities with one privacy bug each, and must find it.

            """;

    private static final String END = """

            ## What this does not show

            - Attacks find bugs; they do not prove that there are none. The proof is in [privacy.md](privacy.md), and the
              noise is verified by itself.
            - A lower bound below what was claimed does not mean that less is spent. It means that this attack saw no more.
            - The real community, with accounts, settings and erasure, is attacked by the same programs with few runs
              (`ComparisonAttackTest`). They are enough for what is certain, not for noise that is somewhat too small. Crashes between any two writes to a database are tested elsewhere: [faults.md](faults.md).
            - Who wrote what (A17) is asked elsewhere: `LinkageTest` sets an attacker on a thousand shared goals
              ([goals.md](goals.md)), and [redaction.md](redaction.md) says what cannot be promised of free text.
            - The host sees the data. Nothing here is about that.

            ## Run it

            ```sh
            mvn -Pnightly verify
            ```

            attacks with 30,000 runs a world and more; `mvn verify` with fewer. `-Dsomoim.docs=write` prints this page anew.
            Noise is real unless `-Dsomoim.attacks.seed=1` asks for noise that can be had again.

            On a plan of your own, with the test-jar of `somoim-privacy` among your test dependencies:

            ```java
            List<AttackLab.Result> results =
                    AttackLab.of(InProcess.under(plan)).runs(runs).run();
            ```

            Each result says what was tried, whether it held, and in which figures. On a whole community of your own, write a `Target` that opens
            it; the lab does the rest.
            """;
}
