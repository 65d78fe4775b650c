package org.somoim.http.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.chat.Reaction;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.http.live.Frame;
import org.somoim.http.live.Spot;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.memory.Community;

@Covers("CHT-5")
class BroadcastTest {
    private final Community town = new Community();
    private final Group group = town.openGroup(town.person());
    private final Actor.Person sora = town.memberOf(group);
    private final List<Actor.Person> others =
            Stream.generate(() -> town.memberOf(group)).limit(5).toList();

    private Message say(String words) {
        return town.somoim.chat().send(sora, Conversation.idOf(group.id()), Prose.of(words));
    }

    private Map<Id<User>, Spot.Portion> told() {
        var sources = new Broadcast.Sources(
                town.somoim.chat(), new Rendering(town.somoim.profiles()), town.somoim.transactor());
        return new Broadcast(sources, Conversation.idOf(group.id()), 0)
                .next(Stream.concat(Stream.of(sora), others.stream())
                        .map(Actor.Person::id)
                        .collect(Collectors.toSet()));
    }

    private static Frame frame(Map<Id<User>, Spot.Portion> told, Actor.Person reader) {
        return Objects.requireNonNull(
                Objects.requireNonNull(told.get(reader.id())).frame());
    }

    /** The very same: it was made once. */
    @Test
    void whoIsToldTheSameSharesOneFrame() {
        say("hello");

        Set<Frame> frames = told().values().stream().map(Spot.Portion::frame).collect(Collectors.toSet());

        assertThat(frames).hasSize(1);
    }

    @Test
    void onlyWhoIsToldSomethingElseGetsAFrameOfTheirOwn() {
        Message message = say("hello");
        Actor.Person parted = others.get(0);
        Actor.Person touched = others.get(1);
        town.somoim.profiles().block(parted, sora.id());
        town.somoim.chat().react(touched, message.id(), Reaction.Kind.LOVE);

        Map<Id<User>, Spot.Portion> told = told();

        assertThat(told).hasSize(6);
        assertThat(frame(told, parted).text()).doesNotContain("hello");
        assertThat(frame(told, touched).text()).contains("\"is_mine\":true");
        assertThat(others.subList(2, 5)).allSatisfy(other -> assertThat(frame(told, other))
                .isSameAs(frame(told, sora))
                .isNotSameAs(frame(told, parted))
                .isNotSameAs(frame(told, touched)));
    }

    /** They look after the group and see what is said, but not what somebody who is parted from them is called. */
    @Test
    void whoLooksAfterTheGroupAndIsPartedFromTheSenderIsToldWithoutTheirName() {
        say("hello");
        Actor.Person moderator = others.get(0);
        town.somoim.members().appoint(town.ownerOf(group), group.id(), moderator.id(), Membership.Role.MODERATOR);
        town.somoim.profiles().block(sora, moderator.id());

        Map<Id<User>, Spot.Portion> told = told();

        assertThat(frame(told, moderator).text()).contains("hello").doesNotContain("\"name\"");
        assertThat(frame(told, others.get(1)).text()).contains("hello").contains("\"name\"");
    }
}
