package org.somoim.chat;

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
            access.requirePerson(actor);
            Sight sight = access.sight(actor, ChatAction.READ);
            return Page.of(
                            ask,
                            (after, limit) -> store.latest(sight, after, limit),
                            latest -> Cursor.of(
                                    latest.updatedAt(), latest.conversation().id()))
                    .map(latest -> shown(gate.open(actor, latest.conversation().id())));
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

    private Shown shown(Opened opened) {
        Id<Conversation> id = opened.conversation().id();
        long readUpTo = store.readUpTo(id, opened.person());
        int unread = store.countAfter(id, readUpTo, opened.person(), !opened.seesAll(), MOST_COUNTED);
        return new Shown(opened.conversation(), opened.partner(), readUpTo, unread);
    }
}
