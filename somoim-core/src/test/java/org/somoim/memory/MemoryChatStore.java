package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Sight;
import org.somoim.access.Standing;
import org.somoim.chat.ChatStore;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.chat.Reaction;
import org.somoim.groups.Group;
import org.somoim.groups.GroupStore;
import org.somoim.groups.Membership;
import org.somoim.groups.MembershipStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.profiles.ProfileStore;

/** Conversations and messages in memory. */
public final class MemoryChatStore implements ChatStore {
    private static final Comparator<Message> OLDEST_FIRST =
            Comparator.comparing(Message::sentAt).thenComparing(Message::id);

    private final Memory.Table<Id<Conversation>, Row> conversations;
    private final Memory.Table<Id<Message>, Message> messages;
    private final Memory.Table<ReactionKey, Reaction> reactions;
    private final Memory.Table<Memory.Pair<Id<Conversation>, Id<User>>, Mark> marks;
    /** Those who have gone and left what they said behind. */
    private final Memory.Table<Id<Message>, Boolean> released;

    private final GroupStore groups;
    private final MembershipStore memberships;
    private final ProfileStore profiles;

    public MemoryChatStore(Memory memory, GroupStore groups, MembershipStore memberships, ProfileStore profiles) {
        conversations = memory.table();
        messages = memory.table();
        reactions = memory.table();
        marks = memory.table();
        released = memory.table();
        this.groups = groups;
        this.memberships = memberships;
        this.profiles = profiles;
    }

    private record Row(Conversation conversation, Instant updatedAt) {}

    @Override
    public void begin(Conversation conversation, Instant at) {
        if (conversation.oneId() != null
                && conversation.otherId() != null
                && between(conversation.oneId(), conversation.otherId()).isPresent()) {
            throw new IllegalStateException("the two have a conversation");
        }
        conversations.add(conversation.id(), new Row(conversation, at));
    }

    @Override
    public void grow(Conversation conversation, Instant at) {
        find(conversation.id()).orElseThrow();
        conversations.put(conversation.id(), new Row(conversation, at));
    }

    /** A group that has been purged has taken its conversation along. */
    @Override
    public Optional<Conversation> find(Id<Conversation> conversation) {
        return conversations
                .get(conversation)
                .map(Row::conversation)
                .filter(found ->
                        found.groupId() == null || groups.find(found.groupId()).isPresent());
    }

    @Override
    public Optional<Conversation> between(Id<User> person, Id<User> other) {
        return conversations.all().stream()
                .map(Row::conversation)
                .filter(conversation -> other.equals(conversation.partnerOf(person)))
                .findFirst();
    }

    @Override
    public List<Latest> latest(Sight sight, @Nullable Cursor after, int limit) {
        return conversations.all().stream()
                .filter(row -> row.conversation().messages() > 0 && isOpen(sight, row.conversation()))
                .filter(row ->
                        Keyset.isBefore(row.updatedAt(), row.conversation().id(), after))
                .sorted(Comparator.comparing(Row::updatedAt)
                        .thenComparing(row -> row.conversation().id())
                        .reversed())
                .limit(limit)
                .map(row -> new Latest(row.conversation(), row.updatedAt()))
                .toList();
    }

    private boolean isOpen(Sight sight, Conversation conversation) {
        Id<Group> group = conversation.groupId();
        if (group == null) {
            Id<User> partner = conversation.partnerOf(sight.viewer());
            return partner != null
                    && profiles.apart(sight.viewer(), Set.of(partner)).isEmpty();
        }
        Standing standing = memberships
                .find(group, sight.viewer())
                .map(Membership::standing)
                .orElse(Standing.PERSON);
        return groups.find(group)
                .filter(found -> found.deletedAt() == null && sight.allows(found.visibility(), standing))
                .isPresent();
    }

    @Override
    public void add(Message message) {
        boolean taken = messages.all().stream()
                .filter(other -> other.conversationId().equals(message.conversationId()))
                .anyMatch(other -> other.number() == message.number() || other.change() == message.change());
        if (taken) {
            throw new IllegalStateException("two messages of one number, or one change");
        }
        messages.add(message.id(), message);
    }

    @Override
    public void put(Message message) {
        message(message.id()).orElseThrow();
        messages.put(message.id(), message);
    }

    @Override
    public Optional<Message> message(Id<Message> message) {
        return messages.get(message)
                .filter(found -> find(found.conversationId()).isPresent());
    }

    @Override
    public List<Message> before(Id<Conversation> conversation, long number, int limit) {
        return messages.all().stream()
                .filter(message -> message.conversationId().equals(conversation) && message.number() < number)
                .sorted(Comparator.comparing(Message::number).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Message> after(Id<Conversation> conversation, long change, int limit) {
        return messages.all().stream()
                .filter(message -> message.conversationId().equals(conversation) && message.change() > change)
                .sorted(Comparator.comparing(Message::change))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Sending> sendings(Set<? extends Id<?>> wanted) {
        return messages.all().stream()
                .filter(message -> wanted.contains(message.id()) && !message.isGone())
                .map(message -> new Sending(message.id(), Objects.requireNonNull(message.senderId())))
                .toList();
    }

    @Override
    public boolean react(Id<Message> message, Reaction reaction) {
        var key = new ReactionKey(message, reaction.kind(), reaction.userId());
        if (reactions.get(key).isPresent()) {
            return false;
        }
        reactions.add(key, reaction);
        return true;
    }

    @Override
    public boolean withdraw(Id<Message> message, Id<User> person, Reaction.Kind kind) {
        return reactions.remove(new ReactionKey(message, kind, person));
    }

    @Override
    public void removeReactions(Id<Message> message) {
        reactions.removeAll(reactions.keys().stream()
                .filter(key -> key.message().equals(message))
                .toList());
    }

    @Override
    public List<Own> reactionsOf(Set<Id<Message>> wanted, Set<Id<User>> people) {
        return reactions.keys().stream()
                .filter(key -> wanted.contains(key.message()) && people.contains(key.person()))
                .map(key -> new Own(key.message(), key.person(), key.kind()))
                .toList();
    }

    @Override
    public List<Count> counts(Set<Id<Message>> wanted, Id<User> viewer) {
        Map<Memory.Pair<Id<Message>, Reaction.Kind>, List<ReactionKey>> byKind = reactions.keys().stream()
                .filter(key -> wanted.contains(key.message()))
                .collect(Collectors.groupingBy(key -> new Memory.Pair<>(key.message(), key.kind())));
        return byKind.entrySet().stream()
                .map(entry -> new Count(
                        entry.getKey().first(),
                        entry.getKey().second(),
                        entry.getValue().size(),
                        entry.getValue().stream().anyMatch(key -> key.person().equals(viewer))))
                .toList();
    }

    @Override
    public long readUpTo(Id<Conversation> conversation, Id<User> person) {
        return marks.get(new Memory.Pair<>(conversation, person))
                .map(Mark::number)
                .orElse(0L);
    }

    @Override
    public void markRead(Id<Conversation> conversation, Id<User> person, long number, Instant at) {
        marks.put(new Memory.Pair<>(conversation, person), new Mark(conversation, number, at));
    }

    @Override
    public List<Reading> readings(
            Set<Id<Conversation>> wanted, Set<Id<Conversation>> whole, Id<User> reader, int most) {
        return wanted.stream()
                .filter(id -> find(id).isPresent())
                .map(id -> {
                    long upTo = readUpTo(id, reader);
                    return new Reading(id, upTo, countAfter(id, upTo, reader, !whole.contains(id), most));
                })
                .toList();
    }

    private int countAfter(Id<Conversation> conversation, long number, Id<User> reader, boolean apart, int most) {
        List<Message> later = messages.all().stream()
                .filter(message -> message.conversationId().equals(conversation) && message.number() > number)
                .filter(message -> !message.isGone() && !reader.equals(message.senderId()))
                .toList();
        Set<Id<User>> parted = !apart
                ? Set.of()
                : profiles.apart(
                        reader,
                        later.stream()
                                .map(Message::senderId)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toCollection(HashSet::new)));
        return (int) later.stream()
                .filter(message -> !parted.contains(message.senderId()))
                .limit(most)
                .count();
    }

    @Override
    public List<Message> by(Id<User> sender, @Nullable Cursor after, int limit) {
        return messages.all().stream()
                .filter(message -> sender.equals(message.senderId()))
                .filter(message -> Keyset.isAfter(message.sentAt(), message.id(), after))
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Tie> reactionsBy(Id<User> person, @Nullable Cursor after, int limit) {
        return reactions.keys().stream()
                .filter(key -> key.person().equals(person))
                .map(key -> new Tie(
                        key.message(),
                        key.kind(),
                        reactions.get(key).orElseThrow().createdAt()))
                .filter(tie -> Keyset.isAfter(tie.createdAt(), tie.messageId(), after))
                .sorted(Comparator.comparing(Tie::createdAt)
                        .thenComparing(Tie::messageId)
                        .thenComparing(Tie::kind))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Mark> marksOf(Id<User> person, @Nullable Cursor after, int limit) {
        return marks.keys().stream()
                .filter(key -> key.second().equals(person))
                .map(key -> marks.get(key).orElseThrow())
                .filter(mark -> Keyset.isAfter(mark.updatedAt(), mark.conversationId(), after))
                .sorted(Comparator.comparing(Mark::updatedAt).thenComparing(Mark::conversationId))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Conversation> directOf(Id<User> person, @Nullable Id<Conversation> after, int limit) {
        return conversations.all().stream()
                .map(Row::conversation)
                .filter(conversation -> conversation.partnerOf(person) != null)
                .filter(conversation -> after == null || conversation.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Message> leaving(Id<User> sender, boolean kept, int limit) {
        return messages.all().stream()
                .filter(message -> sender.equals(message.senderId()))
                .filter(message -> !kept || message.isGone())
                .sorted(OLDEST_FIRST.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public int release(Id<User> sender, int limit) {
        List<Id<Message>> held = messages.all().stream()
                .filter(message -> sender.equals(message.senderId()))
                .map(Message::id)
                .filter(id -> released.get(id).isEmpty())
                .limit(limit)
                .toList();
        held.forEach(id -> released.add(id, true));
        return held.size();
    }

    @Override
    public int removeTiesOf(Id<User> person, int limit) {
        List<ReactionKey> given = reactions.keys().stream()
                .filter(key -> key.person().equals(person))
                .limit(limit)
                .toList();
        reactions.removeAll(given);
        List<Memory.Pair<Id<Conversation>, Id<User>>> set = marks.keys().stream()
                .filter(key -> key.second().equals(person))
                .limit(limit)
                .toList();
        marks.removeAll(set);
        return given.size() + set.size();
    }

    private record ReactionKey(Id<Message> message, Reaction.Kind kind, Id<User> person)
            implements Comparable<ReactionKey> {
        private static final Comparator<ReactionKey> ORDER = Comparator.comparing(ReactionKey::message)
                .thenComparing(ReactionKey::kind)
                .thenComparing(ReactionKey::person);

        @Override
        public int compareTo(ReactionKey other) {
            return ORDER.compare(this, other);
        }
    }
}
