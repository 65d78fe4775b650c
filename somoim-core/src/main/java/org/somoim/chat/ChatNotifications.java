package org.somoim.chat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.access.Restraint;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.notifications.NotificationSource;

/** Plug. People hear of what is written to them alone, and of answers to them in a group; not of all that is said there. */
public final class ChatNotifications implements NotificationSource {
    private final ChatStore store;
    private final Access access;

    public ChatNotifications(ChatStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    public List<ChatNotification> kinds() {
        return List.of(ChatNotification.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        if (!(fact instanceof ChatFact.MessageSent sent)) {
            return List.of();
        }
        return store
                .message(sent.messageId())
                .filter(message -> !message.isGone())
                .flatMap(message -> store.find(sent.conversationId()).flatMap(in -> newsOf(message, in, sent.userId())))
                .stream()
                .toList();
    }

    private Optional<News> newsOf(Message message, Conversation in, Id<User> by) {
        Id<User> partner = in.partnerOf(by);
        if (partner != null) {
            return Optional.of(new News(partner, ChatNotification.WRITTEN, null, by, in.id(), message.id(), by));
        }
        return Optional.ofNullable(message.replyTo())
                .flatMap(store::message)
                .map(Message::senderId)
                .map(answered ->
                        new News(answered, ChatNotification.REPLIED, in.groupId(), null, in.id(), message.id(), by));
    }

    @Override
    public Set<Id<?>> settledBy(Fact fact) {
        return fact instanceof ChatFact.MessageDeleted deleted ? Set.of(deleted.messageId()) : Set.of();
    }

    @Override
    public Set<Id<?>> hiddenFrom(Id<User> reader, Set<Id<?>> subjects) {
        List<ChatStore.Sending> living = store.sendings(subjects);
        Set<Id<User>> apart = access.apart(
                reader, living.stream().map(ChatStore.Sending::senderId).collect(Collectors.toSet()));
        Map<Id<?>, Set<Restraint>> laid = access.restraints(subjects);
        Set<Id<?>> hidden = new HashSet<>(subjects);
        living.stream()
                .filter(sending -> !Restraint.hides(laid.getOrDefault(sending.id(), Set.of())))
                .filter(sending -> !apart.contains(sending.senderId()))
                .forEach(sending -> hidden.remove(sending.id()));
        return hidden;
    }
}
