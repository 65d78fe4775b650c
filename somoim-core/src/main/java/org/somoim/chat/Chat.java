package org.somoim.chat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.chat.ChatGate.Opened;
import org.somoim.chat.ChatGate.OpenedMessage;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.live.FanOut;
import org.somoim.live.Hint;

/**
 * Lets people talk, in their groups and two by two. What can be read is decided at every look: in a group by the group, so
 * that whoever left or was put out reads nothing, and between two people by whether a block parts them. In a group those
 * parted by a block do not read one another, and nobody reads what holds a word they muted, unless they look after the
 * group. What one reader does not get keeps its place, as what is deleted does.
 */
public final class Chat {
    private final ChatStore store;
    private final ChatGate gate;
    private final FanOut fanOut;
    private final Access access;
    private final Work work;

    public Chat(ChatStore store, FanOut fanOut, Access access, Work work) {
        this.store = store;
        this.gate = new ChatGate(store, access);
        this.fanOut = fanOut;
        this.access = access;
        this.work = work;
    }

    /** Says something that answers nothing in particular. */
    public Message send(Actor actor, Id<Conversation> conversation, Prose body) {
        return send(actor, conversation, body, null);
    }

    /**
     * Says something.
     *
     * @param replyTo a message of the same conversation that the actor can read, or null
     * @throws org.somoim.kernel.Refusal {@link ChatReason#TOO_LONG}, {@code access.not-found}, {@code access.not-allowed}
     */
    public Message send(Actor actor, Id<Conversation> conversation, Prose body, @Nullable Id<Message> replyTo) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Opened opened = gate.open(actor, ChatAction.SEND, DirectAction.SEND, conversation);
            if (replyTo != null
                    && !gate.message(actor, replyTo).message().conversationId().equals(conversation)) {
                throw access.notFound(replyTo);
            }
            Conversation grown = kept(tx, opened.conversation()).withMessage();
            Message message = Message.sent(tx.newId(), grown, person, body, replyTo, tx.now());
            store.grow(grown, tx.now());
            store.add(message);
            tx.announce(new ChatFact.MessageSent(conversation, message.change(), message.id(), person));
            return message;
        });
    }

    /** A group's begins with its first message. */
    private Conversation kept(Work.Tx tx, Conversation conversation) {
        if (conversation.changes() == 0 && store.find(conversation.id()).isEmpty()) {
            store.begin(conversation, tx.now());
        }
        return conversation;
    }

    /**
     * Lets its sender change what a message says. It bears a mark from then on; what it said before is not kept.
     *
     * @throws org.somoim.kernel.Refusal {@link ChatReason#NOT_YOURS}, {@link ChatReason#TOO_LONG}, {@code
     *     access.not-found}, {@code access.not-allowed}
     */
    public Message edit(Actor actor, Id<Message> id, Prose body) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            OpenedMessage opened = gate.message(actor, ChatAction.SEND, DirectAction.SEND, id);
            Message message = opened.message();
            if (!person.equals(message.senderId())) {
                throw ChatReason.NOT_YOURS.refuse(id);
            }
            if (body.equals(message.body())) {
                return message;
            }
            Message edited = message.edited(body, next(tx, opened.in()), tx.now());
            store.put(edited);
            tx.announce(new ChatFact.MessageEdited(edited.conversationId(), edited.change(), id, person));
            return edited;
        });
    }

    private long next(Work.Tx tx, Opened in) {
        Conversation changed = in.conversation().withChange();
        store.grow(changed, tx.now());
        return changed.changes();
    }

    /**
     * Takes the words of a message away at once, and what hangs on it; its place stays. For its sender, and in a group for
     * those who look after it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public void delete(Actor actor, Id<Message> id) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            OpenedMessage opened = gate.message(actor, id);
            if (!person.equals(opened.message().senderId()) && !opened.in().removesAny()) {
                throw AccessReason.NOT_ALLOWED.refuse(id);
            }
            Message deleted = opened.message().deleted(next(tx, opened.in()), tx.now());
            store.removeReactions(id);
            store.put(deleted);
            tx.announce(new ChatFact.MessageDeleted(deleted.conversationId(), deleted.change(), id, person));
            return id;
        });
    }

    /**
     * Reacts. Reacting once more in the same way changes nothing.
     *
     * @return what hangs on the message now
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public Marks react(Actor actor, Id<Message> id, Reaction.Kind kind) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            OpenedMessage opened = gate.message(actor, ChatAction.REACT, DirectAction.REACT, id);
            if (store.react(id, new Reaction(person, kind, tx.now()))) {
                Message touched = touched(tx, opened);
                tx.announce(new ChatFact.MessageReacted(touched.conversationId(), touched.change(), id, kind, person));
            }
            return marks(person, id);
        });
    }

    /**
     * Takes a reaction back. Nothing changes if there was none.
     *
     * @return what hangs on the message now
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public Marks withdraw(Actor actor, Id<Message> id, Reaction.Kind kind) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            OpenedMessage opened = gate.message(actor, ChatAction.REACT, DirectAction.REACT, id);
            if (store.withdraw(id, person, kind)) {
                Message touched = touched(tx, opened);
                tx.announce(new ChatFact.MessageReactionWithdrawn(
                        touched.conversationId(), touched.change(), id, kind, person));
            }
            return marks(person, id);
        });
    }

    private Message touched(Work.Tx tx, OpenedMessage opened) {
        Message touched = opened.message().touched(next(tx, opened.in()));
        store.put(touched);
        return touched;
    }

    private Marks marks(Id<User> person, Id<Message> id) {
        return marks(person, Set.of(id)).getOrDefault(id, Marks.NONE);
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    public Entry.Said get(Actor actor, Id<Message> id) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return new Entry.Said(gate.message(actor, id).message(), marks(person, id));
        });
    }

    /**
     * What was said, the last first. The place of each is its number: what is deleted or hidden from the reader keeps it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public Page<Entry> history(Actor actor, Id<Conversation> conversation, Page.Ask ask) {
        return work.read(() -> {
            access.requirePerson(actor);
            Opened opened = gate.open(actor, conversation);
            Page<Message> page = Page.of(
                    ask,
                    (after, limit) -> store.before(conversation, after == null ? Long.MAX_VALUE : number(after), limit),
                    Chat::place);
            return new Page<>(entries(opened, page.items()), page.next());
        });
    }

    /** Numbers are not times, but as good to find one's place by, and clocks that are set back do not trouble them. */
    private static Cursor place(Message message) {
        return new Cursor(Instant.ofEpochMilli(message.number()), message.id().value());
    }

    private static long number(Cursor place) {
        return place.at().toEpochMilli();
    }

    /**
     * What was said or changed after a change that the asker knows, in the order of changes. A message that changed several
     * times is there once, at the last; so whoever reads on from {@link Changes#upTo} misses nothing and meets nothing twice
     * that has not changed again.
     *
     * @param after the last change known, 0 to begin at the beginning
     * @param limit most entries, 1 to {@value Page.Ask#MOST}
     * @throws org.somoim.kernel.Refusal {@code kernel.bad-limit}, {@code access.not-found}
     */
    public Changes changes(Actor actor, Id<Conversation> conversation, long after, int limit) {
        return work.read(() -> {
            access.requirePerson(actor);
            Opened opened = gate.open(actor, conversation);
            Stretch stretch = stretch(opened.conversation(), after, limit);
            return stretch.as(entries(opened, stretch.messages()));
        });
    }

    /** What changed, before anybody has asked who may read it. */
    private record Stretch(List<Message> messages, long upTo, long latest) {
        Changes as(List<Entry> entries) {
            return new Changes(entries, upTo, latest);
        }
    }

    private Stretch stretch(Conversation conversation, long after, int limit) {
        int most = Page.Ask.first(limit).limit();
        List<Message> changed = store.after(conversation.id(), after, most);
        long latest = conversation.changes();
        long upTo = changed.size() == most ? changed.get(most - 1).change() : Math.max(after, latest);
        return new Stretch(changed, Math.min(upTo, latest), latest);
    }

    /**
     * For sockets: what {@link #changes} would give each of {@code readers} at this moment, asked for all of them at once and
     * from one state of the store. Those who would be given the same share one answer; whoever would be refused is in none.
     *
     * @param limit most entries, 1 to {@value Page.Ask#MOST}
     */
    public List<Told> told(Set<Id<User>> readers, Id<Conversation> conversation, long after, int limit) {
        return work.read(() -> {
            Map<Id<User>, Opened> opened = gate.open(readers, conversation);
            if (opened.isEmpty()) {
                return List.of();
            }
            Conversation there = opened.values().iterator().next().conversation();
            return told(opened, stretch(there, after, limit));
        });
    }

    /**
     * What several people are told alike.
     *
     * @param readers at least one; from each sender in {@code changes} either all of them are parted by a block or none
     */
    public record Told(Set<Id<User>> readers, Changes changes) {
        public Told {
            readers = Set.copyOf(readers);
        }
    }

    private List<Told> told(Map<Id<User>, Opened> opened, Stretch stretch) {
        List<Message> messages = stretch.messages();
        Set<Id<Message>> ids = ids(messages);
        Map<Id<User>, Set<Id<User>>> apart = access.apart(opened.keySet(), senders(messages));
        Map<Id<User>, ChatGate.Reader> sights = gate.readers(opened, apart, ids);
        List<ChatStore.Count> counts = ids.isEmpty()
                ? List.of()
                : store.counts(ids, opened.keySet().iterator().next());
        Map<Id<User>, List<ChatStore.Own>> own = counts.isEmpty()
                ? Map.of()
                : store.reactionsOf(ids, opened.keySet()).stream()
                        .collect(Collectors.groupingBy(ChatStore.Own::userId));
        Map<Likeness, Set<Id<User>>> alike = new HashMap<>();
        sights.forEach((person, sight) -> alike.computeIfAbsent(
                        new Likeness(
                                hidden(sight, messages),
                                apart.getOrDefault(person, Set.of()),
                                byMessage(own.getOrDefault(person, List.of()))),
                        likeness -> new HashSet<>())
                .add(person));
        return alike.entrySet().stream()
                .map(one -> new Told(one.getValue(), stretch.as(one.getKey().entries(messages, counts))))
                .toList();
    }

    /** All that tells the answer for one reader from that for another: where it is equal, so are the answers. */
    private record Likeness(Set<Id<Message>> hidden, Set<Id<User>> apart, Map<Id<Message>, Set<Reaction.Kind>> own) {
        List<Entry> entries(List<Message> messages, List<ChatStore.Count> counts) {
            Map<Id<Message>, Map<Reaction.Kind, Integer>> reactions = counts.stream()
                    .collect(Collectors.groupingBy(
                            ChatStore.Count::messageId,
                            Collectors.toMap(ChatStore.Count::kind, ChatStore.Count::count)));
            return messages.stream()
                    .<Entry>map(message -> hidden.contains(message.id())
                            ? Entry.Gone.of(message)
                            : new Entry.Said(
                                    message,
                                    new Marks(
                                            reactions.getOrDefault(message.id(), Map.of()),
                                            own.getOrDefault(message.id(), Set.of()))))
                    .toList();
        }
    }

    private static Set<Id<Message>> hidden(ChatGate.Reader sight, List<Message> messages) {
        Set<Id<Message>> hidden = Set.of();
        for (Message message : messages) {
            if (!sight.reads(message)) {
                hidden = hidden.isEmpty() ? new HashSet<>() : hidden;
                hidden.add(message.id());
            }
        }
        return hidden;
    }

    private static Map<Id<Message>, Set<Reaction.Kind>> byMessage(List<ChatStore.Own> own) {
        return own.isEmpty()
                ? Map.of()
                : own.stream()
                        .collect(Collectors.groupingBy(
                                ChatStore.Own::messageId, Collectors.mapping(ChatStore.Own::kind, Collectors.toSet())));
    }

    private static Set<Id<Message>> ids(List<Message> messages) {
        return messages.stream().map(Message::id).collect(Collectors.toSet());
    }

    private static Set<Id<User>> senders(List<Message> messages) {
        return messages.stream().map(Message::senderId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /**
     * Some of what has changed.
     *
     * @param upTo the change to read on from
     * @param latest the last change there is
     */
    public record Changes(List<Entry> entries, long upTo, long latest) {
        public Changes {
            entries = List.copyOf(entries);
        }

        /** Whether there is more to read at once. */
        public boolean isAll() {
            return upTo >= latest;
        }
    }

    private List<Entry> entries(Opened opened, List<Message> messages) {
        ChatGate.Reader reader = gate.reader(opened, senders(messages), ids(messages));
        List<Message> read = messages.stream().filter(reader::reads).toList();
        Map<Id<Message>, Marks> marks = marks(opened.person(), ids(read));
        return messages.stream()
                .<Entry>map(message -> reader.reads(message)
                        ? new Entry.Said(message, marks.getOrDefault(message.id(), Marks.NONE))
                        : Entry.Gone.of(message))
                .toList();
    }

    private Map<Id<Message>, Marks> marks(Id<User> viewer, Set<Id<Message>> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        return store.counts(messages, viewer).stream()
                .collect(Collectors.groupingBy(
                        ChatStore.Count::messageId, Collectors.collectingAndThen(Collectors.toList(), Chat::marks)));
    }

    private static Marks marks(List<ChatStore.Count> counts) {
        return new Marks(
                counts.stream().collect(Collectors.toMap(ChatStore.Count::kind, ChatStore.Count::count)),
                counts.stream()
                        .filter(ChatStore.Count::mine)
                        .map(ChatStore.Count::kind)
                        .collect(Collectors.toSet()));
    }

    /**
     * Does nothing for whoever may read there at this moment.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public void enter(Actor actor, Id<Conversation> conversation) {
        work.read(() -> {
            access.requirePerson(actor);
            return gate.open(actor, conversation);
        });
    }

    /** For sockets: those of {@code readers} whom {@link #enter} would let be at this moment. */
    public Set<Id<User>> present(Set<Id<User>> readers, Id<Conversation> conversation) {
        return work.read(() -> Set.copyOf(gate.open(readers, conversation).keySet()));
    }

    /**
     * Lets those who are connected know that the actor is writing. Kept nowhere, and gone if nobody is there.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public void typing(Actor actor, Id<Conversation> conversation) {
        Id<User> person = work.read(() -> {
            access.requirePerson(actor);
            return gate.open(actor, ChatAction.SEND, DirectAction.SEND, conversation)
                    .person();
        });
        fanOut.publish(new Hint.Typing(conversation, person));
    }

    /**
     * Whether the actor may hear at this moment that {@code other} is writing there.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found} if they may not even look into the conversation
     */
    public boolean hears(Actor actor, Id<Conversation> conversation, Id<User> other) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            Opened opened = gate.open(actor, conversation);
            return !person.equals(other) && (opened.seesAll() || !access.apart(person, other));
        });
    }

    /**
     * For sockets: which of {@code readers} may hear at this moment that {@code other} is writing there, as {@link #hears}
     * would say, in sets of those who are or are not parted from {@code other} by a block.
     */
    public List<Set<Id<User>>> hearing(Set<Id<User>> readers, Id<Conversation> conversation, Id<User> other) {
        return work.read(() -> {
            Map<Id<User>, Opened> opened = new HashMap<>(gate.open(readers, conversation));
            opened.remove(other);
            Set<Id<User>> apart = access.apart(opened.keySet(), Set.of(other)).keySet();
            return opened.values().stream()
                    .filter(one -> one.seesAll() || !apart.contains(one.person()))
                    .map(Opened::person)
                    .collect(Collectors.partitioningBy(apart::contains, Collectors.toUnmodifiableSet()))
                    .values()
                    .stream()
                    .filter(alike -> !alike.isEmpty())
                    .toList();
        });
    }
}
