package org.somoim.chat;

import java.util.Optional;
import org.somoim.audit.AuditSource;
import org.somoim.audit.Deed;
import org.somoim.audit.Who;
import org.somoim.kernel.Fact;

/** Plug. Messages: taken away by somebody other than their sender. */
public final class ChatAudit implements AuditSource {
    private final ChatStore store;

    public ChatAudit(ChatStore store) {
        this.store = store;
    }

    @Override
    public Optional<Act> actOf(Fact fact) {
        return fact instanceof ChatFact.MessageDeleted deleted
                ? store.message(deleted.messageId())
                        .filter(message -> !deleted.userId().equals(message.senderId()))
                        .map(message -> new Act(
                                Who.person(deleted.userId()), Deed.MESSAGE_REMOVED, message.senderId(), message.id()))
                : Optional.empty();
    }
}
