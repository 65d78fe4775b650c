package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.goals.GoalShare;
import org.somoim.goals.Story;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

/** What the document about shared goals shows does what it says. */
class GoalExamplesTest {
    private final Community town = new Community();
    private final Actor.Person minji = town.person("민지");
    private final Actor.Person jun = town.person("준호");

    @Test
    @Covers({"GOL-1", "GOL-4", "GOL-5"})
    void aGoalIsSharedToldAndCheered() {
        GoalShare share = SharingGoals.share(town.somoim, minji);
        assertThat(share.face().traits().target().low()).isEqualTo(200_000_000);
        assertThat(share.face().traits().progress()).isEqualTo(40);
        assertThat(share.face().traits().age()).isNull();
        assertThat(share.face().traits().area()).isNull();
        SharingGoals.tell(town.somoim, minji, share, Story.of("우리 속도대로 모으기"));
        assertThat(SharingGoals.beInspired(town.somoim, jun)).isEmpty();

        town.clock.advance(Duration.ofDays(1));
        assertThat(SharingGoals.beInspired(town.somoim, jun)).hasSize(1);
        town.clock.advance(Duration.ofDays(1));
        town.somoim.tick();
        assertThat(town.somoim.inspiration().see(jun, share.id()).share().inspirations())
                .isOne();
    }
}
