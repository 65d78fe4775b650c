package org.somoim.http.chat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.chat.Conversations;
import org.somoim.chat.Entry;
import org.somoim.chat.Marks;
import org.somoim.chat.Message;
import org.somoim.chat.Reaction;
import org.somoim.http.wire.View;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.profiles.Profiles;

/** Makes views of conversations and messages, with all names of one answer asked for at once. */
final class Rendering {
    private final Profiles profiles;

    Rendering(Profiles profiles) {
        this.profiles = profiles;
    }

    MessageView message(Actor reader, Entry entry) {
        return messages(reader, List.of(entry)).get(0);
    }

    List<MessageView> messages(Actor reader, List<Entry> entries) {
        Map<Id<User>, Line> names = names(reader, entries.stream().map(Rendering::sender));
        return entries.stream().map(entry -> view(entry, names)).toList();
    }

    List<ConversationView> conversations(Actor reader, List<Conversations.Shown> shown) {
        Map<Id<User>, Line> names = names(reader, shown.stream().map(Conversations.Shown::partner));
        return shown.stream().map(one -> view(one, names)).toList();
    }

    ConversationView conversation(Actor reader, Conversations.Shown shown) {
        return conversations(reader, List.of(shown)).get(0);
    }

    static List<ReactionView> reactions(Marks marks) {
        return Arrays.stream(Reaction.Kind.values())
                .filter(marks.reactions()::containsKey)
                .map(kind -> new ReactionView(
                        kind.name(),
                        Objects.requireNonNull(marks.reactions().get(kind)),
                        marks.own().contains(kind)))
                .toList();
    }

    PersonView person(Actor reader, Id<User> person) {
        return person(person, names(reader, Stream.of(person)));
    }

    private Map<Id<User>, Line> names(Actor reader, Stream<@Nullable Id<User>> people) {
        return profiles.names(reader, people.filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static @Nullable Id<User> sender(Entry entry) {
        return entry instanceof Entry.Said said ? said.message().senderId() : null;
    }

    private static MessageView view(Entry entry, Map<Id<User>, Line> names) {
        if (!(entry instanceof Entry.Said said)) {
            return new MessageView(
                    entry.id().toString(),
                    entry.number(),
                    entry.change(),
                    true,
                    null,
                    null,
                    null,
                    List.of(),
                    entry.sentAt().toString(),
                    false,
                    null);
        }
        Message message = said.message();
        return new MessageView(
                message.id().toString(),
                message.number(),
                message.change(),
                false,
                message.senderId() == null ? null : person(message.senderId(), names),
                message.body() == null ? null : message.body().value(),
                text(message.replyTo()),
                reactions(said.marks()),
                message.sentAt().toString(),
                message.editedAt() != null,
                text(message.editedAt()));
    }

    private static ConversationView view(Conversations.Shown shown, Map<Id<User>, Line> names) {
        return new ConversationView(
                shown.conversation().id().toString(),
                text(shown.conversation().groupId()),
                shown.partner() == null ? null : person(shown.partner(), names),
                shown.conversation().messages(),
                shown.conversation().changes(),
                shown.readUpTo(),
                shown.unread());
    }

    private static PersonView person(Id<User> person, Map<Id<User>, Line> names) {
        Line name = names.get(person);
        return new PersonView(person.toString(), name == null ? null : name.value());
    }

    private static @Nullable String text(@Nullable Id<?> id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** @param name left out where the reader may not know it */
    record PersonView(String id, @Nullable String name) implements View {}

    /**
     * @param groupId left out between two people
     * @param partner left out in a group
     * @param messages number of the last message
     * @param changes number of the last change
     */
    record ConversationView(
            String id,
            @Nullable String groupId,
            @Nullable PersonView partner,
            long messages,
            long changes,
            long readUpTo,
            int unread)
            implements View {}

    /**
     * @param isGone whether only its place is left; then sender, body and reactions are left out
     * @param body plain text, to be shown as such
     */
    record MessageView(
            String id,
            long number,
            long change,
            boolean isGone,
            @Nullable PersonView sender,
            @Nullable String body,
            @Nullable String replyTo,
            List<ReactionView> reactions,
            String sentAt,
            boolean isEdited,
            @Nullable String editedAt)
            implements View {}

    /** @param isMine whether the reader is among them */
    record ReactionView(String kind, int count, boolean isMine) implements View {}

    /**
     * @param upTo the change to read on from
     * @param latest the last change there is; where it is more, there is more to read at once
     */
    record ChangesView(List<MessageView> messages, long upTo, long latest) implements View {}
}
