package org.somoim.chat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.access.Mutes;
import org.somoim.access.Pass;
import org.somoim.access.Standing;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Opens conversations and messages to those who may get at them: first the place decides, then blocks and muted words, then
 * whether the action is allowed. In this order, because a hidden message must be as good as none for every action.
 */
final class ChatGate {
    private final ChatStore store;
    private final Access access;

    ChatGate(ChatStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /**
     * A conversation that someone got at.
     *
     * @param pass to the group, or null between two people
     * @param partner the other of the two, or null in a group
     */
    record Opened(
            Conversation conversation,
            Id<User> person,
            @Nullable Pass pass,
            @Nullable Id<User> partner) {
        /** Whoever looks after a place must see what they look after. */
        boolean seesAll() {
            return pass != null && pass.standing().isAtLeast(Standing.MODERATOR);
        }

        boolean removesAny() {
            return pass != null && pass.allows(ChatAction.REMOVE_ANY);
        }
    }

    /** A message that someone got at. */
    record OpenedMessage(Message message, Opened in) {}

    /** To read. A group in which nothing was said has a conversation all the same. */
    Opened open(Actor actor, Id<Conversation> id) {
        return open(actor, id, id);
    }

    private Opened open(Actor actor, Id<Conversation> id, Id<?> asked) {
        Conversation conversation = store.find(id).orElseGet(() -> Conversation.ofGroup(new Id<>(id.value())));
        if (conversation.groupId() != null) {
            Pass pass = access.require(actor, ChatAction.READ, conversation.groupId(), asked);
            return new Opened(conversation, pass.person(), pass, null);
        }
        Id<User> person = access.requirePerson(actor);
        Id<User> partner = conversation.partnerOf(person);
        if (partner == null || access.apart(person, partner)) {
            throw access.notFound(asked);
        }
        return new Opened(conversation, person, null, partner);
    }

    /** To add something to it. */
    Opened open(Actor actor, ChatAction action, DirectAction direct, Id<Conversation> id) {
        return allowed(open(actor, id), action, direct, id);
    }

    /** To read a message. */
    OpenedMessage message(Actor actor, Id<Message> id) {
        Message message = store.message(id).filter(found -> !found.isGone()).orElseThrow(() -> access.notFound(id));
        Opened in = open(actor, message.conversationId(), id);
        if (!reader(in, Set.of(sender(message))).reads(message)) {
            throw access.notFound(id);
        }
        return new OpenedMessage(message, in);
    }

    OpenedMessage message(Actor actor, ChatAction action, DirectAction direct, Id<Message> id) {
        OpenedMessage opened = message(actor, id);
        allowed(opened.in(), action, direct, id);
        return opened;
    }

    private Opened allowed(Opened opened, ChatAction action, DirectAction direct, Id<?> asked) {
        boolean may = opened.pass() != null
                ? opened.pass().allows(action)
                : opened.partner() != null && access.mayOnPage(opened.person(), direct, opened.partner());
        if (!may) {
            throw AccessReason.NOT_ALLOWED.refuse(asked);
        }
        return opened;
    }

    /** Of a message that is not gone. */
    private static Id<User> sender(Message message) {
        if (message.senderId() == null) {
            throw new IllegalStateException("words are someone's");
        }
        return message.senderId();
    }

    /** What someone who got at a conversation gets to read of these senders. */
    Reader reader(Opened opened, Set<Id<User>> senders) {
        return opened.seesAll()
                ? new Reader(opened.person(), Set.of(), Mutes.NONE)
                : new Reader(
                        opened.person(),
                        // Between two people a block has closed the whole.
                        opened.partner() == null ? access.apart(opened.person(), senders) : Set.of(),
                        access.mutes(opened.person()));
    }

    /** Blocks and muted words, as they bear on one reader. The one decision about single messages. */
    record Reader(Id<User> person, Set<Id<User>> apart, Mutes mutes) {
        boolean reads(Message message) {
            return !message.isGone()
                    && (person.equals(message.senderId())
                            || !apart.contains(message.senderId()) && !mutes.hide(null, message.body()));
        }
    }
}
