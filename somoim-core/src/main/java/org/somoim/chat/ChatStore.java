package org.somoim.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Sight;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps conversations, messages, and what hangs on them. Writes must happen inside a transaction. */
public interface ChatStore {

    /** Adds a conversation; no two people have two. */
    void begin(Conversation conversation, Instant at);

    /** Replaces the counts of what there is under its id. */
    void grow(Conversation conversation, Instant at);

    Optional<Conversation> find(Id<Conversation> conversation);

    /** In either order. */
    Optional<Conversation> between(Id<User> person, Id<User> other);

    /**
     * Where something was said that {@code sight.viewer} may look into: of groups by {@code sight}, between two people if
     * they are one of them and no block parts them. The one with the latest change first, then by id; the place of each is
     * that time and its id.
     */
    List<Latest> latest(Sight sight, @Nullable Cursor after, int limit);

    /** @param updatedAt when something last changed in it */
    record Latest(Conversation conversation, Instant updatedAt) {}

    /** No two in a conversation have one number, or one change. */
    void add(Message message);

    /** Replaces what there is under its id. */
    void put(Message message);

    Optional<Message> message(Id<Message> message);

    /** Those with a smaller number, gone ones included, the greatest number first. */
    List<Message> before(Id<Conversation> conversation, long number, int limit);

    /** Those sent or changed after {@code change}, gone ones included, the smallest change first. */
    List<Message> after(Id<Conversation> conversation, long change, int limit);

    /**
     * Who sent these. Leaves out what is gone. In no particular order.
     *
     * @param messages ids, among which there may be others than of messages
     */
    List<Sending> sendings(Set<? extends Id<?>> messages);

    record Sending(Id<Message> id, Id<User> senderId) {}

    /** @return false, and nothing is changed, if the person has already reacted so */
    boolean react(Id<Message> message, Reaction reaction);

    /** @return false if there was none */
    boolean withdraw(Id<Message> message, Id<User> person, Reaction.Kind kind);

    void removeReactions(Id<Message> message);

    /** How often each of the messages was reacted to in each way. In no particular order; nothing where there is none. */
    List<Count> counts(Set<Id<Message>> messages, Id<User> viewer);

    /** How each of {@code people} reacted to these messages. In no particular order. */
    List<Own> reactionsOf(Set<Id<Message>> messages, Set<Id<User>> people);

    record Own(Id<Message> messageId, Id<User> userId, Reaction.Kind kind) {}

    /** @param mine whether the viewer is among them */
    record Count(Id<Message> messageId, Reaction.Kind kind, int count, boolean mine) {}

    /** Up to where {@code person} has read; 0 if they have not begun. */
    long readUpTo(Id<Conversation> conversation, Id<User> person);

    /** Adds or replaces the one mark of this person in this conversation. */
    void markRead(Id<Conversation> conversation, Id<User> person, long number, Instant at);

    /**
     * How far {@code reader} has read in each of these. In no particular order; those that nobody has begun are left out.
     *
     * @param whole those of them in which a block hides nothing from the reader
     * @param most counts no further
     */
    List<Reading> readings(Set<Id<Conversation>> conversations, Set<Id<Conversation>> whole, Id<User> reader, int most);

    /**
     * @param upTo the number of the last message that is marked as read, 0 if none
     * @param unread how many after it are there that somebody else sent
     */
    record Reading(Id<Conversation> conversationId, long upTo, int unread) {}

    /** Everything that {@code sender} said and that did not go with them, oldest first; the place of each is {@code sentAt} and its id. */
    List<Message> by(Id<User> sender, @Nullable Cursor after, int limit);

    /** How {@code person} reacted, oldest first; the place of each is the time and the message's id. */
    List<Tie> reactionsBy(Id<User> person, @Nullable Cursor after, int limit);

    record Tie(Id<Message> messageId, Reaction.Kind kind, Instant createdAt) {}

    /** Up to where {@code person} has read, by conversation; the place of each is the time and the conversation's id. */
    List<Mark> marksOf(Id<User> person, @Nullable Cursor after, int limit);

    record Mark(Id<Conversation> conversationId, long number, Instant updatedAt) {}

    /** With whom {@code person} has a conversation, in the order of their ids. */
    List<Conversation> directOf(Id<User> person, @Nullable Id<Conversation> after, int limit);

    /**
     * What is to go of what {@code sender} said, the newest first: what did not go already; if the rest is kept, only what
     * is deleted.
     */
    List<Message> leaving(Id<User> sender, boolean kept, int limit);

    /**
     * Makes what {@code sender} said readable without them, for it is to stay when everything goes by which they could be
     * known.
     *
     * @return how many messages, at most {@code limit}; 0 when all are
     */
    int release(Id<User> sender, int limit);

    /** @return how many reactions and read marks of {@code person} were removed, at most {@code limit} of each */
    int removeTiesOf(Id<User> person, int limit);
}
