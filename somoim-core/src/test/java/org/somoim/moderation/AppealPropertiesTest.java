package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.somoim.Covers;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;

/** Whoever judges, in whatever order they try. */
@Covers("MOD-10")
class AppealPropertiesTest {

    record Turn(int judge, Appeal.Status verdict) {}

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Appeal.Status.UPHELD, Appeal.Status.OVERTURNED))
                .as(Turn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    /** An objection is judged once, and by nobody who decided. */
    @Property(tries = 200)
    void oneOfTheOthersJudgesOnce(@ForAll("turns") List<Turn> turns, @ForAll boolean severe) {
        var court = new Court();
        Measure measure = court.decide(
                court.first,
                Court.of(court.post("Something")),
                Court.ruling(severe ? Measure.Kind.BAN : Measure.Kind.HIDE).striking(0));
        if (severe) {
            measure = court.cases().agree(court.second, measure.id());
        }
        var judges = List.of(court.first, court.second, court.moderator(), court.admin);
        Appeals.Own appeal = court.appeals().object(court.author, measure.id(), Prose.of("Why?"));
        int judged = 0;
        for (Turn turn : turns) {
            boolean hadPart = turn.judge() == 0 || severe && turn.judge() == 1;
            try {
                Appeal answer = turn.verdict() == Appeal.Status.UPHELD
                        ? court.appeals().uphold(judges.get(turn.judge()), appeal.id(), Prose.of("Yes"))
                        : court.appeals().overturn(judges.get(turn.judge()), appeal.id(), Prose.of("No"));
                assertThat(hadPart).isFalse();
                assertThat(answer.status()).isEqualTo(turn.verdict());
                judged++;
            } catch (Refusal refused) {
                assertThat(refused.reason().code())
                        .isEqualTo(hadPart ? "moderation.reviewer-is-decider" : "moderation.nothing-to-appeal");
            }
        }
        assertThat(judged).isLessThanOrEqualTo(1);
        boolean stands = court.appeals().statement(court.author, measure.id()).inForce();
        Appeals.Own last = court.appeals()
                .mine(court.author, org.somoim.kernel.Page.Ask.first())
                .items()
                .get(0);
        assertThat(stands).isEqualTo(last.status() != Appeal.Status.OVERTURNED);
    }
}
