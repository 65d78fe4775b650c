package org.somoim.http.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.chat.Reaction;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.User;

@Covers({"CHT-5", "ARC-5"})
class LiveHubTest {
    private final Hall hall = new Hall();
    private final Actor.Person minji = hall.town.memberOf(hall.group);
    private final Actor.Person jun = hall.town.memberOf(hall.group);
    private final Ear ear = new Ear();

    @Test
    void whoListensIsGreetedAndToldOfWhatIsSaidFromThenOn() {
        hall.say(minji, "before");
        hall.listens(jun, ear);
        hall.work();
        hall.say(minji, "one");
        hall.work();
        hall.say(minji, "two");
        hall.work();

        assertThat(ear.frames.get(0).path("type").asText()).isEqualTo("ready");
        assertThat(ear.frames.get(0).path("change").asLong()).isEqualTo(1);
        assertThat(ear.words()).containsExactly("one", "two");
    }

    @Test
    void changesOfWhatWasSaidAreToldAsWell() {
        Message message = hall.say(minji, "helo");
        hall.listens(jun, ear);
        hall.work();
        hall.somoim.chat().edit(minji, message.id(), Prose.of("hello"));
        hall.somoim.chat().react(minji, message.id(), Reaction.Kind.WOW);
        hall.somoim.deliver();
        hall.work();
        hall.somoim.chat().delete(minji, message.id());
        hall.somoim.deliver();
        hall.work();

        assertThat(ear.words()).containsExactly("hello", "-");
        assertThat(ear.messages().get(0).path("is_edited").asBoolean()).isTrue();
        assertThat(ear.messages().get(0).path("reactions")).hasSize(1);
        assertThat(ear.messages().get(1).path("is_gone").asBoolean()).isTrue();
    }

    @Test
    void whoMissedSomethingIsToldFromTheChangeTheyKnow() {
        for (int i = 1; i <= 45; i++) {
            hall.say(minji, "" + i);
        }
        hall.listensAfter(jun, ear, 3);
        hall.work();

        assertThat(ear.words()).hasSize(42).startsWith("4", "5").endsWith("44", "45");
        assertThat(ear.ofType("changes")).hasSizeGreaterThan(1);
    }

    @Test
    void whoIsTooFarBehindIsToldOfTheGapAndReadsItByThemself() {
        for (int i = 1; i <= 205; i++) {
            hall.say(minji, "" + i);
        }
        hall.listensAfter(jun, ear, 1);
        hall.work();
        hall.say(minji, "after");
        hall.work();

        assertThat(ear.ofType("gap")).hasSize(1);
        assertThat(ear.ofType("gap").get(0).path("after").asLong()).isEqualTo(1);
        assertThat(ear.ofType("gap").get(0).path("change").asLong()).isEqualTo(205);
        assertThat(ear.words()).containsExactly("after");
    }

    @Test
    void whoKnowsMoreThanThereIsIsToldSo() {
        hall.say(minji, "one");
        hall.listensAfter(jun, ear, 7);
        hall.work();

        assertThat(ear.ofType("gap").get(0).path("change").asLong()).isEqualTo(1);
    }

    @Test
    void nothingIsToldOnceTheRightHasEnded() {
        hall.listens(jun, ear);
        hall.work();
        hall.say(minji, "heard of, not read");
        hall.somoim.members().remove(hall.owner, hall.group.id(), jun.id());
        hall.work();

        assertThat(ear.words()).isEmpty();
        assertThat(ear.closed).isEqualTo(Closing.NOT_HERE);
        assertThat(hall.hub.sockets()).isZero();
    }

    @Test
    void aBanIsNoticedWithinFiveSecondsThoughNothingIsSaid() {
        hall.listens(jun, ear);
        hall.work();
        hall.somoim.members().ban(hall.owner, hall.group.id(), jun.id());
        hall.pass(4);

        assertThat(ear.closed).isEqualTo(Closing.NOT_HERE);
    }

    @Test
    void theEndOfASessionOrTokenIsNoticedWithinFiveSeconds() {
        var isSignedIn = new AtomicBoolean(true);
        hall.listens(jun, ear, isSignedIn::get);
        hall.pass(30);
        assertThat(ear.closed).isNull();
        isSignedIn.set(false);
        hall.pass(4);

        assertThat(ear.closed).isEqualTo(Closing.SESSION_ENDED);
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyIn() {
        var isSignedIn = new AtomicBoolean(true);
        hall.listens(jun, ear, isSignedIn::get);
        hall.work();
        hall.town.clock.advance(Duration.ofDays(-1));
        isSignedIn.set(false);
        hall.pass(1);

        assertThat(ear.closed).isEqualTo(Closing.SESSION_ENDED);
    }

    @Test
    void whoDoesNotReadIsCutAndHoldsUpNobody() {
        Ear stalled = new Ear();
        stalled.isStalled = true;
        hall.listens(minji, stalled);
        hall.listens(jun, ear);
        for (int i = 0; i < 300; i++) {
            hall.say(hall.owner, "" + i);
            hall.work();
        }

        assertThat(ear.words()).hasSize(300);
        assertThat(stalled.frames).hasSize(1);
        hall.pass(10);
        assertThat(stalled.isCut).isTrue();
        assertThat(ear.closed).isNull();
        assertThat(hall.hub.sockets()).isEqualTo(1);
    }

    @Test
    void whoIsBeingSentSomethingIsNotCutBecauseTheClockIsSetBack() {
        ear.isStalled = true;
        hall.listens(jun, ear);
        hall.work();
        assertThat(ear.frames).hasSize(1);
        // As when a frame is handed over right after the hub has looked at the clock.
        hall.town.clock.advance(Duration.ofMillis(-1));
        hall.hub.tick();
        assertThat(ear.isCut).isFalse();

        hall.pass(9);
        assertThat(ear.isCut).isFalse();
        hall.pass(1);
        assertThat(ear.isCut).isTrue();
    }

    @Test
    void whoReadsSlowlyGetsAllOfItInFewerFrames() {
        Ear slow = new Ear();
        slow.isStalled = true;
        hall.listens(jun, slow);
        hall.work();
        for (int i = 0; i < 30; i++) {
            hall.say(minji, "" + i);
            hall.work();
        }
        for (int i = 0; i < 5; i++) {
            slow.take();
            hall.work();
        }

        assertThat(slow.words()).hasSize(30);
        assertThat(slow.ofType("changes")).hasSize(2);
    }

    @Test
    void whatABlockHidesKeepsItsPlaceAndSaysNothing() {
        hall.somoim.profiles().block(jun, minji.id());
        hall.listens(jun, ear);
        hall.work();
        hall.say(minji, "hello");
        hall.work();

        assertThat(ear.words()).containsExactly("-");
        assertThat(ear.messages().get(0).has("sender")).isFalse();
    }

    @Test
    void thatSomebodyIsWritingIsToldToTheOthersWhoMayKnow() {
        Ear parted = new Ear();
        Actor.Person other = hall.town.memberOf(hall.group);
        hall.somoim.profiles().block(other, minji.id());
        Line line = hall.listens(minji, new Ear());
        hall.listens(jun, ear);
        hall.listens(other, parted);
        hall.work();
        line.say("{\"type\":\"typing\"}".getBytes(StandardCharsets.UTF_8));
        hall.work();

        assertThat(ear.ofType("typing")).hasSize(1);
        assertThat(ear.ofType("typing").get(0).path("person").path("id").asText())
                .isEqualTo(minji.id().toString());
        assertThat(parted.ofType("typing")).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodOrTooMuchClosesTheSocket() {
        Line line = hall.listens(jun, ear);
        hall.work();
        line.say("{\"type\":\"send\",\"body\":\"hi\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(ear.closed).isEqualTo(Closing.NOT_UNDERSTOOD);

        Ear loud = new Ear();
        Line flood = hall.listens(minji, loud);
        hall.work();
        for (int i = 0; i < 61; i++) {
            flood.say("{\"type\":\"typing\"}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(loud.closed).isEqualTo(Closing.TOO_MUCH);
    }

    @Test
    void onePersonHasTenSocketsAndNoMore() {
        List<Ear> ears = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            ears.add(new Ear());
            hall.listens(jun, ears.get(i));
        }

        assertThat(ears.get(10).closed).isEqualTo(Closing.TOO_MUCH);
        assertThat(ears.get(9).closed).isNull();
        assertThat(hall.hub.sockets()).isEqualTo(10);
        assertThat(hall.hub.hasRoomFor(jun.id())).isFalse();
        assertThat(hall.hub.hasRoomFor(minji.id())).isTrue();
    }

    @Test
    void aHintThatComesWhileTheStoreIsReadIsNotLost() {
        Feed chat = hall.feed(
                "/groups/{group}/chat", jun, Map.of("group", hall.group.id().toString()), Map.of());
        var isFirst = new AtomicBoolean(true);
        Feed disturbed = new Through(chat, (readers, next) -> {
            Map<Id<User>, Spot.Portion> portions = next.get();
            if (isFirst.getAndSet(false)) {
                hall.say(minji, "too late for this look");
            }
            return portions;
        });
        hall.hub.open(jun.id(), () -> true, disturbed, ear);
        hall.work();

        assertThat(ear.words()).containsExactly("too late for this look");
    }

    @Test
    void aStoreThatFailsForAMomentLosesNothing() {
        Feed chat = hall.feed(
                "/groups/{group}/chat", jun, Map.of("group", hall.group.id().toString()), Map.of());
        var fails = new AtomicBoolean(false);
        Feed failing = new Through(chat, (readers, next) -> {
            if (fails.get()) {
                throw new StoreFailure("busy", new IllegalStateException());
            }
            return next.get();
        });
        hall.hub.open(jun.id(), () -> true, failing, ear);
        hall.work();
        fails.set(true);
        hall.say(minji, "one");
        hall.pass(2);
        fails.set(false);
        hall.pass(1);

        assertThat(ear.words()).containsExactly("one");
        assertThat(ear.closed).isNull();
    }

    private Feed through(Actor.Person person, Through.Asking asking) {
        Feed chat = hall.feed(
                "/groups/{group}/chat", person, Map.of("group", hall.group.id().toString()), Map.of());
        return new Through(chat, asking);
    }

    @Test
    void theStoreIsAskedOnceForAllWhoListen() {
        List<Integer> asked = new ArrayList<>();
        Through.Asking counted = (readers, next) -> {
            asked.add(readers.size());
            return next.get();
        };
        List<Ear> ears = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Actor.Person member = hall.town.memberOf(hall.group);
            ears.add(new Ear());
            hall.hub.open(member.id(), () -> true, through(member, counted), ears.get(i));
        }
        hall.work();
        asked.clear();
        hall.say(minji, "one");
        hall.work();

        assertThat(asked).containsExactly(20);
        assertThat(ears).allMatch(one -> one.words().equals(List.of("one")));
    }

    @Test
    void whatWasReadTooLongAgoIsNotSentButReadAgain() {
        var isSlow = new AtomicBoolean(false);
        Through.Asking slow = (readers, next) -> {
            Map<Id<User>, Spot.Portion> portions = next.get();
            if (isSlow.getAndSet(false)) {
                hall.town.clock.advance(Duration.ofSeconds(2));
                hall.somoim.members().remove(hall.owner, hall.group.id(), jun.id());
            }
            return portions;
        };
        Ear other = new Ear();
        hall.hub.open(jun.id(), () -> true, through(jun, slow), ear);
        hall.hub.open(minji.id(), () -> true, through(minji, slow), other);
        hall.work();
        isSlow.set(true);
        hall.say(hall.owner, "long ago");
        hall.work();

        assertThat(ear.words()).isEmpty();
        assertThat(ear.closed).isEqualTo(Closing.NOT_HERE);
        assertThat(other.words()).containsExactly("long ago");
    }

    @Test
    void whoFailsAloneFailsAlone() {
        Through.Asking failing = (readers, next) -> {
            if (readers.contains(jun.id())) {
                throw new IllegalStateException("planted");
            }
            return next.get();
        };
        Ear other = new Ear();
        hall.hub.open(jun.id(), () -> true, through(jun, failing), ear);
        hall.hub.open(minji.id(), () -> true, through(minji, failing), other);
        hall.work();
        hall.say(hall.owner, "one");
        hall.work();

        assertThat(ear.closed).isEqualTo(Closing.FAILED);
        assertThat(other.closed).isNull();
        assertThat(other.words()).containsExactly("one");
    }

    @Test
    void whoHasTakenLessIsToldFromWhereTheyStand() {
        Ear slow = new Ear();
        hall.listens(minji, slow);
        hall.listens(jun, ear);
        hall.work();
        slow.isStalled = true;
        for (int i = 0; i < 3; i++) {
            hall.say(hall.owner, "" + i);
            hall.work();
        }
        slow.isStalled = false;
        slow.take();
        hall.say(hall.owner, "3");
        hall.work();

        assertThat(ear.words()).containsExactly("0", "1", "2", "3");
        assertThat(slow.words()).containsExactly("0", "1", "2", "3");
    }

    @Test
    void aSilentSocketIsAskedForASignOfLife() {
        hall.listens(jun, ear);
        hall.pass(45);

        assertThat(ear.pings).isEqualTo(2);
    }

    @Test
    void whoStopsTellsEveryone() {
        hall.listens(jun, ear);
        hall.work();
        hall.hub.close();

        assertThat(ear.closed).isEqualTo(Closing.GOING_AWAY);
        assertThat(hall.hub.sockets()).isZero();
    }

    @Test
    void whoMayNotReadCannotListen() {
        Actor.Person stranger = hall.town.person();
        for (String pattern : List.of("/groups/{group}/chat", "/conversations/{conversation}/live")) {
            Map<String, String> named = Map.of("group", hall.in.toString(), "conversation", hall.in.toString());
            assertRefused("access.not-found", () -> hall.feed(pattern, stranger, named, Map.of()));
        }
        assertRefused(
                "access.not-found",
                () -> hall.feed(
                        "/group/chat/ws",
                        stranger,
                        Map.of(),
                        Map.of("groupID", hall.group.id().toString())));
    }

    @Test
    @Covers("CHT-6")
    void twoPeopleAreToldOfWhatTheySayUntilABlockPartsThem() {
        Id<Conversation> between =
                hall.somoim.conversations().with(minji, jun.id()).conversation().id();
        Feed feed = hall.feed(
                "/conversations/{conversation}/live", jun, Map.of("conversation", between.toString()), Map.of());
        hall.hub.open(jun.id(), () -> true, feed, ear);
        hall.work();
        hall.somoim.chat().send(minji, between, Prose.of("just us"));
        hall.somoim.deliver();
        hall.work();
        assertThat(ear.words()).containsExactly("just us");

        hall.somoim.chat().send(minji, between, Prose.of("still there?"));
        hall.somoim.deliver();
        hall.somoim.profiles().block(jun, minji.id());
        hall.work();

        assertThat(ear.words()).containsExactly("just us");
        assertThat(ear.closed).isEqualTo(Closing.NOT_HERE);
    }

    @Test
    @Covers("NTF-6")
    void peopleAreToldOfTheirNotificationsOfEveryKindAsTheyCome() {
        hall.somoim.deliver();
        hall.listensToOwn(jun, ear);
        hall.work();
        Id<Conversation> between =
                hall.somoim.conversations().with(minji, jun.id()).conversation().id();
        hall.somoim.chat().send(minji, between, Prose.of("one"));
        hall.somoim.deliver();
        hall.work();
        hall.somoim.chat().send(minji, between, Prose.of("two"));
        hall.somoim.deliver();
        hall.work();
        hall.town.post(jun, hall.group);
        var post = hall.town.post(jun, hall.group);
        hall.town.comment(minji, post);
        hall.somoim.deliver();
        hall.work();

        assertThat(ear.ofType("ready")).hasSize(1);
        assertThat(ear.ofType("notifications"))
                .extracting(
                        frame -> frame.path("notifications").get(0).path("type").asText())
                .containsExactly("chat.written", "chat.written", "posts.commented");
        assertThat(ear.ofType("notifications"))
                .extracting(frame -> frame.path("notifications")
                        .get(0)
                        .path("data")
                        .path("count")
                        .asInt())
                .containsExactly(1, 2, 1);
    }

    @Test
    @Covers("NTF-6")
    void nobodyListensToSomebodyElsesNotifications() {
        assertRefused(
                "access.not-found",
                () -> hall.feed(
                        "/ws/{user_id}", jun, Map.of("user_id", minji.id().toString()), Map.of()));
        assertThat(hall.feed("/ws/{user_id}", jun, Map.of("user_id", jun.id().toString()), Map.of())
                        .channel())
                .isEqualTo(jun.id());
    }
}
