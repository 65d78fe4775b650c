package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.somoim.Covers;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;

/** Whatever is decided and taken back, in any order. */
@Covers({"MOD-5", "MOD-10"})
class LadderPropertiesTest {

    /**
     * @param strikes of a hiding; 0 takes one of those that stand back instead
     * @param which of them
     */
    record Turn(int strikes, int which, int hours) {}

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 60))
                .as(Turn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    /** What strikes brought about stands only while the strikes do that it took, and everything wrong leaves no trace. */
    @Property(tries = 150)
    void nothingStandsOnStrikesThatWereTakenBack(@ForAll("turns") List<Turn> turns) {
        var court = new Court();
        List<Measure> standing = new ArrayList<>();
        List<Id<org.somoim.posts.Post>> posts = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            posts.add(court.post("Something about " + i).id());
            court.town.clock.advance(Pace.BETWEEN);
        }
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            court.town.clock.advance(Duration.ofHours(turn.hours()).plusMillis(1));
            if (turn.strikes() > 0) {
                standing.add(court.decide(
                        court.first,
                        Subject.of("post", posts.get(i)),
                        Court.ruling(Measure.Kind.HIDE).striking(turn.strikes())));
            } else if (!standing.isEmpty()) {
                Measure wrong = standing.remove(turn.which() % standing.size());
                Appeals.Own appeal = court.appeals().object(court.author, wrong.id(), Prose.of("Why?"));
                court.appeals().overturn(court.second, appeal.id(), Prose.of("It was wrong"));
            }
            mustStandOn(court, standing);
        }
        standing.forEach(wrong -> {
            Appeals.Own appeal = court.appeals().object(court.author, wrong.id(), Prose.of("Why?"));
            court.appeals().overturn(court.second, appeal.id(), Prose.of("It was wrong"));
        });
        assertThat(inForce(court)).isEmpty();
        assertThat(court.town.ports.transactor().read(() -> court.town
                        .ports
                        .measures()
                        .points(court.author.id(), Instant.EPOCH, court.town.clock.instant())))
                .isZero();
        assertThat(court.cases().proposals(court.second)).isEmpty();
        posts.forEach(post -> court.town.somoim.posts().get(court.member, post));
        court.post("As free as ever");
        court.post("And again");
    }

    private static Set<org.somoim.access.Restraint> inForce(Court court) {
        return court.town
                .ports
                .restraints()
                .on(Set.of(court.author.id()), court.town.clock.instant())
                .getOrDefault(court.author.id(), Set.of());
    }

    private static void mustStandOn(Court court, List<Measure> standing) {
        List<Measure> consequences = court.town
                .ports
                .transactor()
                .read(() -> court.town.ports.measures().consequences(court.author.id()));
        for (Measure consequence : consequences) {
            int points = standing.stream()
                    .filter(one -> !one.decidedAt().isAfter(consequence.decidedAt()))
                    .filter(one -> one.decidedAt()
                            .isAfter(consequence.decidedAt().minus(ModerationTerms.PRESET.strikesCount())))
                    .mapToInt(Measure::points)
                    .sum();
            assertThat(points).isGreaterThanOrEqualTo(consequence.rung());
            assertThat(standing).extracting(Measure::id).contains(consequence.followsId());
        }
    }
}
