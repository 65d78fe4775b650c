package org.somoim.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Sight;
import org.somoim.chat.ChatGate.Opened;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/** Begins conversations between two people, lists one's own, and remembers up to where each person has read. */
public final class Conversations {
    /** {@link Shown#unread} counts no further. */
    public static final int MOST_COUNTED = 100;

    private final ChatStore store;
    private final ChatGate gate;
    private final Access access;
    private final Work work;

    public Conversations(ChatStore store, Access access, Work work) {
        this.store = store;
        this.gate = new ChatGate(store, access);
        this.access = access;
        this.work = work;
    }

    /**
     * A conversation, as one reader sees it.
     *
     * @param partner with whom the reader talks here, or null in a group
     * @param readUpTo the number of the last message the reader has marked as read, 0 if none. Nobody else learns it
     * @param unread how many of those after it somebody else sent and a block does not hide, at most {@value
     *     Conversations#MOST_COUNTED}
     */
    public record Shown(Conversation conversation, @Nullable Id<User> partner, long readUpTo, int unread) {}

    /**
     * The conversation with somebody; begins it if there is none. Only those who share a group can begin one.
     *
     * @throws org.somoim.kernel.Refusal {@link ChatReason#WITH_ONESELF}, {@code access.not-found} also where a block parts
     *     them
     */
    public Shown with(Actor actor, Id<User> other) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            if (person.equals(other)) {
                throw ChatReason.WITH_ONESELF.refuse(other);
            }
            Conversation known = store.between(person, other).orElse(null);
            if (known != null && !access.apart(person, other)) {
                return shown(gate.open(actor, known.id()));
            }
            access.requireOnPage(actor, DirectAction.OPEN, other, other);
            // Not ordered by time: an id that tells when it was made would tell the one when the other was there.
            Conversation begun = Conversation.between(tx.newRandomId(), person, other);
            store.begin(begun, tx.now());
            return shown(gate.open(actor, begun.id()));
        });
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    public Shown get(Actor actor, Id<Conversation> conversation) {
        return work.read(() -> {
            access.requirePerson(actor);
            return shown(gate.open(actor, conversation));
        });
    }

    /** Those of the actor in which something was said, the one that changed last first. */
    public Page<Shown> list(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Sight sight = access.sight(actor, ChatAction.READ);
            Id<User> person = sight.viewer();
            Map<Id<Conversation>, Opened> open = new HashMap<>();
            Page<ChatStore.Latest> page = Page.of(
                    ask,
                    (after, limit) -> {
                        List<ChatStore.Latest> batch = store.latest(sight, after, limit);
                        open.putAll(gate.open(person, conversations(batch)));
                        return batch;
                    },
                    latest ->
                            Cursor.of(latest.updatedAt(), latest.conversation().id()),
                    latest -> open.containsKey(latest.conversation().id()));
            List<Opened> opened = conversations(page.items()).stream()
                    .map(conversation -> Objects.requireNonNull(open.get(conversation.id())))
                    .toList();
            return new Page<>(shown(person, opened), page.next());
        });
    }

    /**
     * Marks everything up to a message as read. A mark never goes back.
     *
     * @throws org.somoim.kernel.Refusal {@link ChatReason#NOT_SENT_YET}, {@code access.not-found}
     */
    public Shown read(Actor actor, Id<Conversation> conversation, long upTo) {
        return work.call(tx -> {
            access.requirePerson(actor);
            Opened opened = gate.open(actor, conversation);
            if (upTo < 0 || upTo > opened.conversation().messages()) {
                throw ChatReason.NOT_SENT_YET.refuse(conversation);
            }
            if (upTo > store.readUpTo(conversation, opened.person())) {
                store.markRead(conversation, opened.person(), upTo, tx.now());
            }
            return shown(opened);
        });
    }

    private static List<Conversation> conversations(List<ChatStore.Latest> latest) {
        return latest.stream().map(ChatStore.Latest::conversation).toList();
    }

    private Shown shown(Opened opened) {
        return shown(opened.person(), List.of(opened)).get(0);
    }

    private List<Shown> shown(Id<User> person, List<Opened> opened) {
        Map<Id<Conversation>, ChatStore.Reading> readings =
                store.readings(ids(opened, any -> true), ids(opened, Opened::seesAll), person, MOST_COUNTED).stream()
                        .collect(Collectors.toMap(ChatStore.Reading::conversationId, Function.identity()));
        return opened.stream()
                .map(each -> {
                    Id<Conversation> id = each.conversation().id();
                    ChatStore.Reading reading = readings.getOrDefault(id, new ChatStore.Reading(id, 0, 0));
                    return new Shown(each.conversation(), each.partner(), reading.upTo(), reading.unread());
                })
                .toList();
    }

    private static Set<Id<Conversation>> ids(List<Opened> opened, Predicate<Opened> which) {
        return opened.stream()
                .filter(which)
                .map(each -> each.conversation().id())
                .collect(Collectors.toSet());
    }
}
