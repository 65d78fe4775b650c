package org.somoim.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.access.Footing;
import org.somoim.access.Mutes;
import org.somoim.access.Pass;
import org.somoim.access.Place;
import org.somoim.access.Restraint;
import org.somoim.access.Standing;
import org.somoim.groups.Group;
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

    /** To read. */
    Opened open(Actor actor, Id<Conversation> id) {
        return open(actor, id, id);
    }

    private Opened open(Actor actor, Id<Conversation> id, Id<?> asked) {
        Conversation conversation = found(id);
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

    /**
     * To list: those of them that {@code person} may read. Says nothing of whether they may speak there, and takes the
     * store's word for it that no block parts two people.
     */
    Map<Id<Conversation>, Opened> open(Id<User> person, List<Conversation> conversations) {
        Set<Id<Group>> groups = conversations.stream()
                .map(Conversation::groupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Id<? extends Place>, Footing> footings = access.footings(person, groups);
        Map<Id<Conversation>, Opened> open = new HashMap<>();
        for (Conversation conversation : conversations) {
            if (conversation.groupId() == null) {
                open.put(conversation.id(), new Opened(conversation, person, null, conversation.partnerOf(person)));
                continue;
            }
            Footing footing = footings.get(conversation.groupId());
            if (footing != null && footing.allows(ChatAction.READ)) {
                open.put(conversation.id(), new Opened(conversation, person, new Pass(person, footing), null));
            }
        }
        return open;
    }

    /** To read, for many at once: those of {@code people} who get at it. Any of the others would be refused alone. */
    Map<Id<User>, Opened> open(Set<Id<User>> people, Id<Conversation> id) {
        Conversation conversation = found(id);
        Map<Id<User>, Opened> open = new HashMap<>();
        if (conversation.groupId() != null) {
            access.footings(people, conversation.groupId()).forEach((person, footing) -> {
                if (footing.allows(ChatAction.READ)) {
                    open.put(person, new Opened(conversation, person, new Pass(person, footing), null));
                }
            });
            return open;
        }
        for (Id<User> person : people) {
            Id<User> partner = conversation.partnerOf(person);
            if (partner != null && access.isLetIn(person) && !access.apart(person, partner)) {
                open.put(person, new Opened(conversation, person, null, partner));
            }
        }
        return open;
    }

    /** A group in which nothing was said has one all the same. */
    private Conversation found(Id<Conversation> id) {
        return store.find(id).orElseGet(() -> Conversation.ofGroup(new Id<>(id.value())));
    }

    /** To add something to it. */
    Opened open(Actor actor, ChatAction action, DirectAction direct, Id<Conversation> id) {
        return allowed(open(actor, id), action, direct, id);
    }

    /** To read a message. */
    OpenedMessage message(Actor actor, Id<Message> id) {
        Message message = store.message(id).filter(found -> !found.isGone()).orElseThrow(() -> access.notFound(id));
        Opened in = open(actor, message.conversationId(), id);
        if (!reader(in, Set.of(sender(message)), Set.of(id)).reads(message)) {
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
        if (opened.pass() != null && opened.pass().silent() && action.speaks()) {
            throw AccessReason.SILENCED.refuse(asked);
        }
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
    Reader reader(Opened opened, Set<Id<User>> senders, Set<Id<Message>> messages) {
        Map<Id<?>, Set<Restraint>> laid = access.restraints(messages);
        return opened.seesAll()
                ? new Reader(opened.person(), Set.of(), Mutes.NONE, laid, true)
                : new Reader(
                        opened.person(),
                        // Between two people a block has closed the whole.
                        opened.partner() == null ? access.apart(opened.person(), senders) : Set.of(),
                        access.mutes(opened.person()),
                        laid,
                        false);
    }

    /** The same for many who got at one conversation. */
    Map<Id<User>, Reader> readers(
            Map<Id<User>, Opened> opened, Map<Id<User>, Set<Id<User>>> apart, Set<Id<Message>> messages) {
        Map<Id<?>, Set<Restraint>> laid = access.restraints(messages);
        Map<Id<User>, Mutes> mutes = messages.isEmpty() ? Map.of() : access.mutes(opened.keySet());
        Map<Id<User>, Reader> readers = new HashMap<>();
        opened.forEach((person, one) -> readers.put(
                person,
                one.seesAll()
                        ? new Reader(person, Set.of(), Mutes.NONE, laid, true)
                        : new Reader(
                                person,
                                apart.getOrDefault(person, Set.of()),
                                mutes.getOrDefault(person, Mutes.NONE),
                                laid,
                                false)));
        return readers;
    }

    /**
     * Blocks, muted words and decisions, as they bear on one reader. The one decision about single messages.
     *
     * @param keeps whether the reader looks after the place
     */
    record Reader(Id<User> person, Set<Id<User>> apart, Mutes mutes, Map<Id<?>, Set<Restraint>> laid, boolean keeps) {
        boolean reads(Message message) {
            Set<Restraint> restraints = laid.getOrDefault(message.id(), Set.of());
            if (restraints.contains(Restraint.REMOVED)
                    || Restraint.hides(restraints) && !keeps && !person.equals(message.senderId())) {
                return false;
            }
            return !message.isGone()
                    && (person.equals(message.senderId())
                            || !apart.contains(message.senderId()) && !mutes.hide(null, message.body()));
        }
    }
}
