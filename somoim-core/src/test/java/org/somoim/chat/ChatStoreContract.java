package org.somoim.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;

/** What every {@link ChatStore} does, whatever it keeps its rows on. */
@Covers({"CHT-1", "CHT-4", "DAT-14", "TST-3"})
public interface ChatStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Prose WORDS = new Prose("안녕하세요 👋🏽\n둘째 줄");

    ChatStore store();

    Transactor transactor();

    /** Someone with an account. */
    Id<User> person();

    /** A group that exists. */
    Id<Group> group();

    /** Puts a block between two people. */
    void block(Id<User> blocker, Id<User> blocked);

    /** Time-ordered. */
    <T> Id<T> newId();

    default Id<Conversation> begun() {
        Conversation conversation = Conversation.ofGroup(group());
        transactor().run(() -> store().begin(conversation, NOON));
        return conversation.id();
    }

    default Message said(Id<Conversation> in, Id<User> sender) {
        return said(in, sender, null);
    }

    default Message said(Id<Conversation> in, Id<User> sender, @Nullable Id<Message> replyTo) {
        return transactor().call(() -> {
            Conversation grown = store().find(in).orElseThrow().withMessage();
            store().grow(grown, NOON.plusSeconds(grown.changes()));
            Message message = Message.sent(newId(), grown, sender, WORDS, replyTo, NOON.plusSeconds(grown.messages()));
            store().add(message);
            return message;
        });
    }

    default Message changed(Message message) {
        return transactor().call(() -> {
            Conversation grown =
                    store().find(message.conversationId()).orElseThrow().withChange();
            store().grow(grown, NOON);
            Message deleted = message.deleted(grown.changes(), NOON);
            store().put(deleted);
            return deleted;
        });
    }

    @Test
    default void aMessageComesBackAsItWas() {
        Id<Conversation> in = begun();
        Message first = said(in, person());
        Message second = said(in, person(), first.id());

        assertThat(store().message(second.id())).contains(second);
        assertThat(store().find(in).orElseThrow().messages()).isEqualTo(2);
    }

    @Test
    default void twoPeopleHaveOneConversationHoweverTheyAreNamed() {
        Id<User> one = person();
        Id<User> other = person();
        Conversation conversation = Conversation.between(newId(), other, one);
        transactor().run(() -> store().begin(conversation, NOON));

        assertThat(store().between(one, other)).contains(conversation);
        assertThat(store().between(other, one)).contains(conversation);
        assertThat(store().between(one, person())).isEmpty();
        assertThat(store().directOf(one, null, 5)).containsExactly(conversation);
        assertThat(store().directOf(one, conversation.id(), 5)).isEmpty();
        assertThatThrownBy(() -> transactor().run(() -> store().begin(Conversation.between(newId(), one, other), NOON)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    default void noTwoMessagesHaveOneNumber() {
        Id<Conversation> in = begun();
        Message first = said(in, person());
        var again = new Message(newId(), in, first.number(), 7, person(), WORDS, null, NOON, null, null);

        assertThatThrownBy(() -> transactor().run(() -> store().add(again))).isInstanceOf(RuntimeException.class);
    }

    @Test
    default void historyGoesBackwardsByNumberAndNewsForwardsByChange() {
        Id<Conversation> in = begun();
        Message one = said(in, person());
        Message two = said(in, person());
        Message three = said(in, person());
        said(begun(), person());
        Message changed = changed(two);

        assertThat(store().before(in, Long.MAX_VALUE, 5)).containsExactly(three, changed, one);
        assertThat(store().before(in, three.number(), 1)).containsExactly(changed);
        assertThat(store().after(in, one.change(), 5)).containsExactly(three, changed);
        assertThat(store().after(in, one.change(), 1)).containsExactly(three);
        assertThat(store().after(in, changed.change(), 5)).isEmpty();
    }

    @Test
    default void onlyWhatIsThereHasASender() {
        Id<Conversation> in = begun();
        Message kept = said(in, person());
        Message gone = changed(said(in, person()));

        assertThat(store().sendings(Set.of(kept.id(), gone.id(), newId())))
                .containsExactly(new ChatStore.Sending(kept.id(), kept.senderId()));
    }

    @Test
    default void aPersonReactsOnceInEachWay() {
        Message message = said(begun(), person());
        Id<User> one = person();
        Id<User> other = person();
        transactor().run(() -> {
            assertThat(store().react(message.id(), new Reaction(one, Reaction.Kind.LIKE, NOON)))
                    .isTrue();
            assertThat(store().react(message.id(), new Reaction(one, Reaction.Kind.LIKE, NOON)))
                    .isFalse();
            store().react(message.id(), new Reaction(other, Reaction.Kind.LIKE, NOON));
            store().react(message.id(), new Reaction(other, Reaction.Kind.WOW, NOON));
        });

        assertThat(store().counts(Set.of(message.id()), one))
                .containsExactlyInAnyOrder(
                        new ChatStore.Count(message.id(), Reaction.Kind.LIKE, 2, true),
                        new ChatStore.Count(message.id(), Reaction.Kind.WOW, 1, false));
        assertThat(store().reactionsBy(other, null, 5))
                .extracting(ChatStore.Tie::kind)
                .containsExactly(Reaction.Kind.LIKE, Reaction.Kind.WOW);

        transactor().run(() -> {
            assertThat(store().withdraw(message.id(), one, Reaction.Kind.LIKE)).isTrue();
            assertThat(store().withdraw(message.id(), one, Reaction.Kind.LIKE)).isFalse();
            store().removeReactions(message.id());
        });
        assertThat(store().counts(Set.of(message.id()), one)).isEmpty();
    }

    @Test
    default void whatIsUnreadIsOthersAndThere() {
        Id<Conversation> in = begun();
        Id<User> reader = person();
        Id<User> friend = person();
        Id<User> stranger = person();
        said(in, friend);
        said(in, reader);
        changed(said(in, friend));
        said(in, stranger);
        said(in, friend);
        block(stranger, reader);

        assertThat(unread(in, reader, true, 9)).isEqualTo(3);
        assertThat(unread(in, reader, false, 9)).isEqualTo(2);
        assertThat(unread(in, reader, true, 1)).isEqualTo(1);
        transactor().run(() -> store().markRead(in, reader, 1, NOON));
        assertThat(unread(in, reader, false, 9)).isEqualTo(1);
    }

    private int unread(Id<Conversation> in, Id<User> reader, boolean whole, int most) {
        return store().readings(Set.of(in), whole ? Set.of(in) : Set.of(), reader, most)
                .get(0)
                .unread();
    }

    @Test
    default void eachConversationIsReadByItself() {
        Id<Conversation> one = begun();
        Id<Conversation> other = begun();
        Id<User> reader = person();
        Id<User> friend = person();
        said(one, friend);
        said(other, friend);
        said(other, friend);
        transactor().run(() -> store().markRead(other, reader, 1, NOON));

        assertThat(store().readings(Set.of(one, other, new Id<>(UUID.randomUUID())), Set.of(), reader, 9))
                .containsExactlyInAnyOrder(new ChatStore.Reading(one, 0, 1), new ChatStore.Reading(other, 1, 1));
        assertThat(store().readings(Set.of(), Set.of(), reader, 9)).isEmpty();
    }

    @Test
    default void aReadMarkIsOnePerPersonAndConversation() {
        Id<Conversation> in = begun();
        Id<User> reader = person();
        assertThat(store().readUpTo(in, reader)).isZero();

        transactor().run(() -> {
            store().markRead(in, reader, 3, NOON);
            store().markRead(in, reader, 5, NOON.plusSeconds(1));
        });

        assertThat(store().readUpTo(in, reader)).isEqualTo(5);
        assertThat(store().readUpTo(in, person())).isZero();
        assertThat(store().marksOf(reader, null, 9)).containsExactly(new ChatStore.Mark(in, 5, NOON.plusSeconds(1)));
        assertThat(store().marksOf(reader, Cursor.of(NOON.plusSeconds(1), in), 9))
                .isEmpty();
    }

    @Test
    default void whatAPersonSaidCanBeGoneThrough() {
        Id<Conversation> in = begun();
        Id<User> sender = person();
        Message one = said(in, sender);
        said(in, person());
        Message two = said(in, sender);

        assertThat(store().by(sender, null, 9)).containsExactly(one, two);
        assertThat(store().by(sender, Cursor.of(one.sentAt(), one.id()), 9)).containsExactly(two);
    }

    @Test
    @Covers("PRV-4")
    default void whoLeavesTakesWhatTheyWantAndTheRestStaysReadable() {
        Id<Conversation> in = begun();
        Id<User> sender = person();
        Message one = said(in, sender);
        Message gone = changed(said(in, sender));

        assertThat(store().leaving(sender, false, 9)).containsExactly(gone, one);
        assertThat(store().leaving(sender, true, 9)).containsExactly(gone);
        transactor().run(() -> {
            store().put(gone.buried(gone.change(), NOON));
            assertThat(store().release(sender, 9)).isPositive();
            assertThat(store().release(sender, 9)).isZero();
        });
        assertThat(store().leaving(sender, true, 9)).isEmpty();
        assertThat(store().message(one.id())).contains(one);
        assertThat(store().message(gone.id()).orElseThrow().senderId()).isNull();
    }

    @Test
    @Covers("PRV-4")
    default void tiesGoWithThePerson() {
        Message message = said(begun(), person());
        Id<User> person = person();
        transactor().run(() -> {
            store().react(message.id(), new Reaction(person, Reaction.Kind.SAD, NOON));
            store().markRead(message.conversationId(), person, 1, NOON.plus(Duration.ofHours(1)));
            assertThat(store().removeTiesOf(person, 9)).isEqualTo(2);
            assertThat(store().removeTiesOf(person, 9)).isZero();
        });

        assertThat(store().counts(Set.of(message.id()), person)).isEmpty();
        assertThat(store().readUpTo(message.conversationId(), person)).isZero();
        assertThat(List.of(store().reactionsBy(person, null, 9), store().marksOf(person, null, 9)))
                .containsOnly(List.of());
    }
}
