package org.somoim.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.goals.Sharing.EVERYTHING;
import static org.somoim.goals.Sharing.HOST;
import static org.somoim.memory.Refused.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.notifications.Notification;

class InspirationTest {
    private final Sharing sharing = new Sharing(new Community());
    private final Community town = sharing.town;
    private final Inspiration inspiration = sharing.inspiration;
    private final Actor.Person minji = sharing.openSharer();
    private final Actor.Person jun = sharing.openSharer();
    private final GoalShare share = sharing.shares.share(minji, EVERYTHING);

    private GoalShare seen() {
        return inspiration.see(jun, share.id()).share();
    }

    private List<Notification> toldTo(Actor.Person person) {
        town.somoim.deliver();
        return town.somoim.notifications().list(person, Page.Ask.first(), false).items();
    }

    @Test
    @Covers("GOL-5")
    void cheersAreCountedOnceEachAtTheTurnOfADay() {
        Actor.Person sora = town.person();
        sharing.nextDay();
        for (Actor.Person person : List.of(jun, jun, sora)) {
            inspiration.cheer(person, share.id(), Cheer.INSPIRED);
            inspiration.cheer(person, share.id(), Cheer.LIKE);
        }
        inspiration.takeBack(sora, share.id(), Cheer.LIKE);
        town.somoim.tick();
        assertThat(seen().inspirations()).isZero();
        assertThat(inspiration.see(jun, share.id()).given()).isEqualTo(Set.of(Cheer.LIKE, Cheer.INSPIRED));
        assertThat(inspiration.see(sora, share.id()).given()).isEqualTo(Set.of(Cheer.INSPIRED));

        sharing.nextDay();
        assertThat(seen().inspirations()).isZero();
        assertThat(inspiration.turn(HOST)).isOne();
        assertThat(inspiration.turn(HOST)).isZero();
        assertThat(seen().inspirations()).isEqualTo(2);
        assertThat(seen().likes()).isOne();

        inspiration.takeBack(jun, share.id(), Cheer.INSPIRED);
        town.somoim.tick();
        assertThat(seen().inspirations()).isEqualTo(2);
        sharing.nextDay();
        town.somoim.tick();
        assertThat(seen().inspirations()).isOne();
    }

    @Test
    @Covers({"GOL-5", "GOL-8"})
    void cheeringOnesOwnLooksLikeCheeringAnothersAndCountsNothing() {
        sharing.nextDay();
        inspiration.cheer(minji, share.id(), Cheer.INSPIRED);
        inspiration.takeBack(minji, share.id(), Cheer.LIKE);
        sharing.nextDay();
        town.somoim.tick();
        assertThat(seen().inspirations()).isZero();
        assertThat(toldTo(minji)).isEmpty();
    }

    @Test
    @Covers({"NTF-7", "GOL-5"})
    void theOwnerIsToldOncePerDayAndNotWhichGoal() {
        GoalShare second = sharing.shares.share(minji, EVERYTHING);
        sharing.nextDay();
        inspiration.cheer(jun, share.id(), Cheer.INSPIRED);
        inspiration.cheer(jun, second.id(), Cheer.INSPIRED);
        inspiration.cheer(town.person(), share.id(), Cheer.INSPIRED);
        inspiration.cheer(town.person(), share.id(), Cheer.LIKE);
        town.somoim.tick();
        assertThat(toldTo(minji)).isEmpty();

        sharing.nextDay();
        town.somoim.tick();
        List<Notification> told = toldTo(minji);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).kind()).isEqualTo(new Word("goals.new-inspiration-on-goal"));
        assertThat(told.get(0).subject().value()).isEqualTo(minji.id().value());
        assertThat(told.get(0).by()).isNull();
        assertThat(told.get(0).count()).isOne();
        assertThat(toldTo(jun)).isEmpty();

        // Less is no news, and a like is not inspiration.
        sharing.nextDay();
        inspiration.takeBack(jun, share.id(), Cheer.INSPIRED);
        inspiration.cheer(jun, share.id(), Cheer.LIKE);
        sharing.nextDay();
        town.somoim.tick();
        assertThat(toldTo(minji)).isEqualTo(told);
    }

    @Test
    @Covers({"NTF-7", "GOL-8"})
    void noFactSaysWhoseItIsOrWhenItWasMade() {
        long before = town.ports.facts().newest();
        GoalShare another = sharing.shares.share(minji, EVERYTHING);
        sharing.shares.progress(minji, another.id(), 60);
        sharing.tell(minji, another, Story.of("Words"));
        sharing.nextDay();
        inspiration.cheer(jun, share.id(), Cheer.INSPIRED);
        sharing.shares.withdraw(minji, another.id());
        sharing.shares.delete(minji, another.id());
        assertThat(town.ports.facts().newest()).isEqualTo(before);

        sharing.nextDay();
        inspiration.turn(HOST);
        List<FactLog.Entry> said = town.ports.facts().after(before, 10);
        assertThat(said).hasSize(1);
        assertThat(said.get(0).fact()).isInstanceOf(GoalFact.Inspired.class);
        assertThat(said.toString())
                .doesNotContain(
                        minji.id().toString(), jun.id().toString(), share.id().toString());
    }

    @Test
    @Covers({"PRF-12", "MOD-5", "GOL-8"})
    void aBlockInEitherDirectionChangesNothing() {
        GoalShare juns = sharing.shares.share(jun, EVERYTHING);
        sharing.nextDay();
        Actor.Person reader = town.person();
        List<GoalShare> before = sharing.seenBy(reader);
        assertThat(before).hasSize(2);

        town.somoim.profiles().block(reader, minji.id());
        town.somoim.profiles().block(jun, reader.id());
        assertThat(sharing.seenBy(reader)).isEqualTo(before);
        for (Id<GoalShare> id : List.of(share.id(), juns.id())) {
            inspiration.cheer(reader, id, Cheer.INSPIRED);
        }
        sharing.nextDay();
        town.somoim.tick();
        assertThat(sharing.seenBy(town.person()))
                .extracting(GoalShare::inspirations)
                .containsExactly(1, 1);
        assertThat(toldTo(minji)).hasSize(1);
    }

    @Test
    @Covers("PRF-13")
    void whatHoldsAMutedWordIsNotRead() {
        List<Story> stories = List.of(
                Story.of("적금으로 모으기"),
                new Story(Line.of("a"), Prose.of("적금은 힘들어요"), null, null, Tags.NONE),
                new Story(Line.of("b"), null, Prose.of("새 적금을 들었어요"), null, Tags.NONE),
                new Story(Line.of("c"), null, null, Prose.of("적금!"), Tags.NONE),
                new Story(Line.of("d"), null, null, null, Tags.of("적금")));
        List<GoalShare> muted = new ArrayList<>();
        for (Story story : stories) {
            Actor.Person person = sharing.openSharer();
            muted.add(sharing.tell(person, sharing.shares.share(person, EVERYTHING), story));
        }
        sharing.nextDay();
        Actor.Person reader = town.person();
        assertThat(sharing.seenBy(reader)).hasSize(stories.size() + 1);
        town.somoim.profiles().mute(reader, Line.of("적금"));

        assertThat(sharing.seenBy(reader)).containsExactly(share);
        for (GoalShare one : muted) {
            assertRefused("access.not-found", () -> inspiration.see(reader, one.id()));
            assertRefused("access.not-found", () -> inspiration.cheer(reader, one.id(), Cheer.LIKE));
        }
    }

    @Test
    @Covers({"GOL-7", "GOL-5"})
    void theListIsTurnedPageByPageWithoutGapsOrRepeats() {
        for (int i = 0; i < 20; i++) {
            Actor.Person person = sharing.sharer();
            sharing.shares.share(person, GoalDraft.of(GoalCategory.values()[i % 3]));
            if (i % 7 == 6) {
                sharing.nextDay();
            }
        }
        sharing.nextDay();
        List<GoalShare> all = new ArrayList<>();
        @Nullable Cursor after = null;
        do {
            Page<ShownGoal> page = inspiration.list(jun, GoalFilter.ALL, new Page.Ask(after, 4));
            page.items().forEach(shown -> all.add(shown.share()));
            after = page.next();
        } while (after != null);

        assertThat(all).hasSize(21).doesNotHaveDuplicates();
        assertThat(all).isEqualTo(sharing.seenBy(jun));
        assertThat(sharing.seenBy(jun, GoalFilter.of(GoalCategory.EMERGENCY_FUND)))
                .hasSize(7)
                .allMatch(one -> one.face().traits().category() == GoalCategory.EMERGENCY_FUND);
    }

    @Test
    @Covers("SEC-6")
    void onlyThoseWithAnAccountReadAndCheer() {
        sharing.nextDay();
        assertRefused(
                "access.not-signed-in", () -> inspiration.list(Actor.visitor(), GoalFilter.ALL, Page.Ask.first()));
        assertRefused("access.not-signed-in", () -> inspiration.see(Actor.visitor(), share.id()));
        assertRefused("access.not-signed-in", () -> inspiration.cheer(Actor.visitor(), share.id(), Cheer.LIKE));
        assertRefused(
                "access.not-found",
                () -> inspiration.cheer(jun, town.ports.ids().random(), Cheer.LIKE));
        assertRefused("access.not-allowed", () -> inspiration.turn(jun));
    }
}
