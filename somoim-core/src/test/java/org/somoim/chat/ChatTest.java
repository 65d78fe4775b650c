package org.somoim.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Visibility;
import org.somoim.groups.Membership;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.live.Hint;
import org.somoim.notifications.Notification;

class ChatTest {
    private final Room room = new Room();
    private final Chat chat = room.chat;
    private final Actor.Person minji = room.member();
    private final Actor.Person jun = room.member();

    @Test
    @Covers("CHT-1")
    void whatAMemberSaysTheOthersRead() {
        Message message = room.say(minji, "안녕!");

        assertThat(message.number()).isEqualTo(1);
        assertThat(message.senderId()).isEqualTo(minji.id());
        assertThat(message.sentAt()).isEqualTo(room.town.clock.instant());
        assertThat(room.words(jun)).containsExactly("안녕!");
    }

    @Test
    @Covers("CHT-2")
    void aMessageHasOneToTwoThousandCodePoints() {
        room.say(minji, "👋".repeat(2_000));

        assertRefused("chat.too-long", () -> room.say(minji, "👋".repeat(2_001)));
        assertRefused("kernel.blank", () -> room.say(minji, " "));
        assertRefused(
                "chat.too-long", () -> chat.edit(minji, room.say(minji, "short").id(), Prose.of("x".repeat(2_001))));
    }

    @Test
    @Covers("CHT-3")
    void anEditedMessageBearsAMark() {
        Message message = room.say(minji, "helo");
        assertThat(message.editedAt()).isNull();

        Message edited = chat.edit(minji, message.id(), Prose.of("hello"));

        assertThat(edited.editedAt()).isEqualTo(room.town.clock.instant());
        assertThat(edited.number()).isEqualTo(message.number());
        assertThat(room.words(jun)).containsExactly("hello");
        assertThat(chat.edit(minji, message.id(), Prose.of("hello"))).isEqualTo(edited);
        assertRefused("chat.not-yours", () -> chat.edit(jun, message.id(), Prose.of("mine")));
    }

    @Test
    @Covers("CHT-5")
    void onlyThoseWhoBelongAtThisMomentReadAndWrite() {
        Message message = room.say(minji, "unter uns");
        List<Actor.Person> outside = List.of(
                room.town.person(),
                room.town.invited(room.group),
                room.town.requested(room.group),
                room.town.left(room.group),
                room.town.removed(room.group),
                room.town.banned(room.group));

        for (Actor.Person person : outside) {
            assertRefused("access.not-found", () -> room.words(person));
            assertRefused("access.not-found", () -> chat.changes(person, room.in, 0, 9));
            assertRefused("access.not-found", () -> chat.get(person, message.id()));
            assertRefused("access.not-found", () -> chat.delete(person, message.id()));
            assertRefused("access.not-found", () -> chat.react(person, message.id(), Reaction.Kind.LIKE));
            assertRefused("access.not-found", () -> chat.typing(person, room.in));
            assertRefused("access.not-found", () -> room.conversations.get(person, room.in));
            assertRefused("access.not-found", () -> room.conversations.read(person, room.in, 1));
            assertRefused("access.not-found", () -> room.say(person, "let me in"));
            assertThat(room.conversations.list(person, Page.Ask.first()).items())
                    .isEmpty();
        }
        room.somoim.members().remove(room.owner, room.group.id(), jun.id());
        assertRefused("access.not-found", () -> room.words(jun));
    }

    @Test
    void aGroupInWhichNothingWasSaidLooksLikeNoneToStrangers() {
        assertThat(room.words(jun)).isEmpty();
        assertThat(room.conversations.get(jun, room.in).unread()).isZero();
        Actor.Person stranger = room.town.person();
        assertRefused("access.not-found", () -> room.words(stranger));
        assertRefused(
                "access.not-found",
                () -> room.words(stranger, new Id<>(stranger.id().value())));
    }

    @Test
    void whatIsDeletedKeepsItsPlaceAndNothingElse() {
        room.say(minji, "one");
        Message two = room.say(minji, "two");
        chat.react(jun, two.id(), Reaction.Kind.LIKE);
        room.say(jun, "three");

        assertRefused("access.not-allowed", () -> chat.delete(jun, two.id()));
        chat.delete(minji, two.id());

        assertThat(room.words(jun)).containsExactly("one", "-", "three");
        assertThat(room.town.ports.chat().message(two.id()).orElseThrow().body())
                .isNull();
        assertRefused("access.not-found", () -> chat.get(minji, two.id()));
        assertRefused("access.not-found", () -> chat.edit(minji, two.id(), Prose.of("again")));
        assertRefused("access.not-found", () -> chat.send(jun, room.in, Prose.of("re"), two.id()));
    }

    @Test
    void whoLooksAfterAGroupTakesAwayWhatOthersSaid() {
        Message message = room.say(minji, "rude");
        Actor.Person moderator = room.town.moderatorOf(room.group);

        chat.delete(moderator, message.id());

        assertThat(room.words(jun)).containsExactly("-");
    }

    @Test
    @Covers("PRF-12")
    void thoseWhomABlockPartsDoNotReadOneAnotherAndTheirPlaceLooksDeleted() {
        Message message = room.say(minji, "hi jun");
        room.say(jun, "hi minji");
        Message deleted = room.say(minji, "gone");
        chat.delete(minji, deleted.id());
        room.block(minji, jun);

        assertThat(room.words(jun)).containsExactly("-", "hi minji", "-");
        assertThat(room.words(minji)).containsExactly("hi jun", "-", "-");
        assertThat(room.words(room.owner)).containsExactly("hi jun", "hi minji", "-");
        assertThat(chat.history(jun, room.in, Page.Ask.first()).items())
                .filteredOn(Entry.Gone.class::isInstance)
                .hasSize(2);
        assertRefused("access.not-found", () -> chat.get(jun, message.id()));
        assertRefused("access.not-found", () -> chat.react(jun, message.id(), Reaction.Kind.LIKE));
        assertRefused("access.not-found", () -> chat.send(jun, room.in, Prose.of("re"), message.id()));
        assertThat(room.conversations.get(jun, room.in).unread()).isZero();
        assertThat(chat.hears(jun, room.in, minji.id())).isFalse();
        assertThat(chat.hears(room.owner, room.in, minji.id())).isTrue();
    }

    @Test
    @Covers("PRF-13")
    void nobodyReadsAWordTheyMutedUnlessTheyLookAfterTheGroup() {
        room.mute(jun, "감자");
        room.mute(room.owner, "감자");
        room.say(minji, "감자를 심자");

        assertThat(room.words(jun)).containsExactly("-");
        assertThat(room.words(minji)).containsExactly("감자를 심자");
        assertThat(room.words(room.owner)).containsExactly("감자를 심자");
    }

    @Test
    void anAnswerNamesWhatItAnswersInTheSameConversation() {
        Message message = room.say(minji, "who comes?");

        Message answer = chat.send(jun, room.in, Prose.of("I do"), message.id());

        assertThat(answer.replyTo()).isEqualTo(message.id());
        Id<Conversation> elsewhere = room.between(minji, jun);
        assertRefused("access.not-found", () -> chat.send(jun, elsewhere, Prose.of("re"), message.id()));
    }

    @Test
    void reactionsAreCountedOncePerPersonAndWay() {
        Message message = room.say(minji, "cake");

        chat.react(jun, message.id(), Reaction.Kind.LOVE);
        chat.react(jun, message.id(), Reaction.Kind.LOVE);
        Marks marks = chat.react(minji, message.id(), Reaction.Kind.LOVE);

        assertThat(marks.reactions()).containsExactly(Map.entry(Reaction.Kind.LOVE, 2));
        assertThat(marks.own()).containsExactly(Reaction.Kind.LOVE);
        chat.withdraw(jun, message.id(), Reaction.Kind.LOVE);
        assertThat(chat.get(jun, message.id()).marks().own()).isEmpty();
        assertThat(chat.get(jun, message.id()).marks().reactions().get(Reaction.Kind.LOVE))
                .isEqualTo(1);
    }

    @Test
    @Covers("CHT-5")
    void aClientReadsOnFromTheLastChangeItKnows() {
        Message one = room.say(minji, "one");
        Message two = room.say(minji, "two");
        chat.edit(minji, one.id(), Prose.of("ONE"));
        chat.react(jun, two.id(), Reaction.Kind.WOW);

        Chat.Changes first = chat.changes(jun, room.in, 0, 1);
        assertThat(first.entries()).extracting(Room::words).containsExactly("ONE");
        assertThat(first.isAll()).isFalse();
        Chat.Changes rest = chat.changes(jun, room.in, first.upTo(), 9);
        assertThat(rest.entries()).extracting(Room::words).containsExactly("two");
        assertThat(rest.isAll()).isTrue();
        assertThat(rest.upTo()).isEqualTo(rest.latest()).isEqualTo(4);
        assertThat(chat.changes(jun, room.in, 4, 9).entries()).isEmpty();
        // Somebody who says they know more than there is.
        assertThat(chat.changes(jun, room.in, 99, 9).upTo()).isEqualTo(4);
    }

    @Test
    void aReadMarkNeverGoesBackAndOnesOwnWordsAreNotUnread() {
        room.say(minji, "one");
        room.say(minji, "two");
        room.say(jun, "three");
        assertThat(room.conversations.get(jun, room.in).unread()).isEqualTo(2);

        assertThat(room.conversations.read(jun, room.in, 2).unread()).isZero();
        assertThat(room.conversations.read(jun, room.in, 1).readUpTo()).isEqualTo(2);
        assertThat(room.conversations.get(minji, room.in).unread()).isEqualTo(1);
        assertRefused("chat.not-sent-yet", () -> room.conversations.read(jun, room.in, 4));
        assertRefused("chat.not-sent-yet", () -> room.conversations.read(jun, room.in, -1));
    }

    @Test
    void unreadIsCountedToAHundredAndNoFurther() {
        for (int i = 0; i < 102; i++) {
            room.say(minji, "again");
        }

        assertThat(room.conversations.get(jun, room.in).unread()).isEqualTo(Conversations.MOST_COUNTED);
    }

    @Test
    @Covers("CHT-6")
    void twoWhoShareAGroupTalkAloneAndNobodyElseReadsIt() {
        Id<Conversation> between = room.between(minji, jun);
        Message message = chat.send(minji, between, Prose.of("just us"));

        assertThat(room.between(jun, minji)).isEqualTo(between);
        assertThat(room.words(jun, between)).containsExactly("just us");
        assertThat(room.conversations.get(jun, between).partner()).isEqualTo(minji.id());
        for (Actor.Person other : List.of(room.owner, room.town.admin())) {
            assertRefused("access.not-found", () -> room.words(other, between));
            assertRefused("access.not-found", () -> chat.delete(other, message.id()));
            assertRefused("access.not-found", () -> chat.typing(other, between));
        }
        assertRefused("access.not-allowed", () -> chat.delete(jun, message.id()));
    }

    @Test
    @Covers("CHT-6")
    void whoSharesNoGroupBeginsNoConversationAndIsNotToldWhetherThereIsAnyone() {
        Actor.Person stranger = room.town.person();

        assertRefused("access.not-found", () -> room.between(stranger, minji));
        assertRefused("access.not-found", () -> room.conversations.with(stranger, new Id<>(new UUID(1, 2))));
        assertRefused("chat.with-oneself", () -> room.between(minji, minji));
    }

    @Test
    @Covers("CHT-6")
    void whenTheSharedGroupIsLeftWhatWasSaidIsReadAndNothingIsAdded() {
        Id<Conversation> between = room.between(minji, jun);
        Message message = chat.send(minji, between, Prose.of("see you"));
        room.somoim.memberships().leave(jun, room.group.id());

        assertThat(room.words(jun, between)).containsExactly("see you");
        assertThat(room.between(jun, minji)).isEqualTo(between);
        assertRefused("access.not-allowed", () -> chat.send(jun, between, Prose.of("wait")));
        assertRefused("access.not-allowed", () -> chat.react(jun, message.id(), Reaction.Kind.SAD));
        assertRefused("access.not-allowed", () -> chat.typing(jun, between));
        chat.delete(minji, message.id());
    }

    @Test
    @Covers("PRF-12")
    void aBlockClosesTheConversationOfTwoForBoth() {
        Id<Conversation> between = room.between(minji, jun);
        Message message = chat.send(minji, between, Prose.of("hi"));
        room.block(jun, minji);

        for (Actor.Person person : List.of(minji, jun)) {
            assertRefused("access.not-found", () -> room.words(person, between));
            assertRefused("access.not-found", () -> chat.get(person, message.id()));
            assertRefused("access.not-found", () -> chat.send(person, between, Prose.of("?")));
            assertRefused("access.not-found", () -> room.conversations.get(person, between));
            assertThat(room.conversations.list(person, Page.Ask.first()).items())
                    .isEmpty();
        }
        assertRefused("access.not-found", () -> room.between(minji, jun));
        room.somoim.profiles().unblock(jun, minji.id());
        assertThat(room.words(jun, between)).containsExactly("hi");
    }

    @Test
    void onesConversationsAreListedByTheirLastChange() {
        Id<Conversation> between = room.between(minji, jun);
        room.between(minji, room.owner);
        chat.send(minji, between, Prose.of("one"));
        room.town.clock.advance(Duration.ofMinutes(1));
        room.say(jun, "two");

        assertThat(room.conversations.list(minji, Page.Ask.first()).items())
                .extracting(shown -> shown.conversation().id())
                .containsExactly(room.in, between);
        assertThat(room.conversations.list(minji, Page.Ask.first()).items())
                .extracting(Conversations.Shown::unread)
                .containsExactly(1, 0);
    }

    @Test
    void aGroupThatIsPurgedTakesItsConversationAlong() {
        room.say(minji, "one");
        room.somoim.groups().delete(room.owner, room.group.id());
        assertRefused("access.not-found", () -> room.words(minji));
    }

    @Test
    void aSecretGroupIsNoMoreOpenThanAPublicOneToThoseWhoHaveLeft() {
        room.somoim.groups().edit(room.owner, room.group.id(), terms -> terms.seen(Visibility.SECRET));
        room.say(minji, "one");

        assertThat(room.words(jun)).containsExactly("one");
        room.somoim.memberships().leave(jun, room.group.id());
        assertRefused("access.not-found", () -> room.words(jun));
    }

    @Test
    @Covers("CHT-5")
    void hintsComeOnceTheChangeIsKeptAndTellOnlyWhereToLook() {
        List<Hint> heard = new ArrayList<>();
        room.somoim.deliver();
        room.somoim.fanOut().subscribe(heard::add);

        room.somoim.together(() -> {
            room.say(minji, "one");
            assertThat(heard).isEmpty();
            return room.say(minji, "two");
        });
        assertThat(heard).isEmpty();
        room.somoim.deliver();

        assertThat(heard).containsExactly(new Hint.Changed(room.in, 1), new Hint.Changed(room.in, 2));
        assertRefused("chat.too-long", () -> room.say(minji, "x".repeat(3_000)));
        room.somoim.deliver();
        assertThat(heard).hasSize(2);
    }

    @Test
    void whatWasForgottenInTheLogHasBeenHintedAtBefore() {
        List<Hint> heard = new ArrayList<>();
        room.somoim.deliver();
        room.somoim.fanOut().subscribe(heard::add);
        room.say(minji, "one");

        room.somoim.tick();

        assertThat(heard).contains(new Hint.Changed(room.in, 1));
    }

    @Test
    void thatSomeoneIsWritingIsKeptNowhere() {
        List<Hint> heard = new ArrayList<>();
        room.somoim.fanOut().subscribe(heard::add);
        long facts = room.town.ports.facts().newest();

        chat.typing(minji, room.in);

        assertThat(heard).containsExactly(new Hint.Typing(room.in, minji.id()));
        assertThat(room.town.ports.facts().newest()).isEqualTo(facts);
        assertThat(chat.hears(jun, room.in, minji.id())).isTrue();
        assertThat(chat.hears(minji, room.in, minji.id())).isFalse();
    }

    @Test
    @Covers({"NTF-1", "NTF-6"})
    void peopleHearOfWhatIsWrittenToThemAlone() {
        Id<Conversation> between = room.between(minji, jun);
        room.somoim.deliver();
        Message message = chat.send(minji, between, Prose.of("hi"));
        List<Hint> heard = new ArrayList<>();
        room.somoim.fanOut().subscribe(heard::add);
        room.somoim.deliver();

        assertThat(told(jun)).extracting(Notification::kind).containsExactly(ChatNotification.WRITTEN.word());
        assertThat(told(minji)).isEmpty();
        assertThat(heard).contains(new Hint.Told(jun.id())).doesNotContain(new Hint.Told(minji.id()));
        chat.delete(minji, message.id());
        assertThat(told(jun)).isEmpty();
    }

    @Test
    void anAnswerInAGroupIsToldToWhoeverIsAnsweredWhileTheyBelong() {
        Message message = room.say(minji, "who comes?");
        chat.send(jun, room.in, Prose.of("I do"), message.id());
        room.say(jun, "and who else?");
        room.somoim.deliver();

        assertThat(told(minji)).extracting(Notification::kind).containsExactly(ChatNotification.REPLIED.word());
        room.block(jun, minji);
        assertThat(told(minji)).isEmpty();
        room.somoim.profiles().unblock(jun, minji.id());
        room.somoim.memberships().leave(minji, room.group.id());
        assertThat(told(minji)).isEmpty();
    }

    private List<Notification> told(Actor.Person reader) {
        return room.somoim.notifications().list(reader, Page.Ask.first(), false).items().stream()
                .filter(notification -> notification.kind().value().startsWith("chat."))
                .toList();
    }

    @Test
    void aSuspendedPersonReadsNothing() {
        room.say(minji, "one");
        Actor.Person admin = room.town.admin();
        room.somoim.accounts().suspend(admin, jun.id());

        assertRefused("access.account-closed", () -> room.words(jun));
        assertRefused("access.account-closed", () -> room.words(jun, room.in));
    }

    @Test
    void aModeratorWhoIsOneNoMoreSeesWhatOthersSee() {
        Actor.Person moderator = room.town.moderatorOf(room.group);
        room.say(minji, "one");
        room.block(minji, moderator);
        assertThat(room.words(moderator)).containsExactly("one");

        room.somoim.members().appoint(room.owner, room.group.id(), moderator.id(), Membership.Role.MEMBER);

        assertThat(room.words(moderator)).containsExactly("-");
    }
}
