package org.somoim.chat;

import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen in a conversation. {@code change} is its number among the changes of the conversation. */
public sealed interface ChatFact extends Fact {
    Id<Conversation> conversationId();

    long change();

    record MessageSent(Id<Conversation> conversationId, long change, Id<Message> messageId, Id<User> userId)
            implements ChatFact {}

    record MessageEdited(Id<Conversation> conversationId, long change, Id<Message> messageId, Id<User> userId)
            implements ChatFact {}

    /** @param userId who deleted it, not necessarily its sender */
    record MessageDeleted(Id<Conversation> conversationId, long change, Id<Message> messageId, Id<User> userId)
            implements ChatFact {}

    record MessageReacted(
            Id<Conversation> conversationId, long change, Id<Message> messageId, Reaction.Kind kind, Id<User> userId)
            implements ChatFact {}

    record MessageReactionWithdrawn(
            Id<Conversation> conversationId, long change, Id<Message> messageId, Reaction.Kind kind, Id<User> userId)
            implements ChatFact {}
}
