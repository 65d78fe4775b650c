package org.somoim.http.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.somoim.chat.Chat;
import org.somoim.chat.Conversation;
import org.somoim.http.chat.Rendering.MessageView;
import org.somoim.http.chat.Rendering.PersonView;
import org.somoim.http.live.Frame;
import org.somoim.http.live.Spot;
import org.somoim.http.wire.View;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.live.Hint;

/**
 * What comes in one conversation after one change, for everyone who knows it up to there. What a frame holds, names
 * included, is read from one state of the store; a frame is made once for all who are told the same.
 *
 * @param known the last change that was told
 */
record Broadcast(Sources sources, Id<Conversation> conversation, long known) implements Spot {
    /** Changes in one frame. */
    static final int PORTION = 20;

    /** Whoever is further behind is told so, and reads what is between by themself. */
    static final int MOST_BEHIND = 200;

    /** Whom to ask. */
    record Sources(Chat chat, Rendering rendering, Transactor transactor) {}

    @Override
    public boolean knows(Hint hint) {
        return hint instanceof Hint.Changed changed && changed.number() <= known;
    }

    @Override
    public Map<Id<User>, Portion> next(Set<Id<User>> readers) {
        return sources.transactor().read(() -> {
            Map<Id<User>, Portion> portions = new HashMap<>();
            for (Chat.Told told : sources.chat().told(readers, conversation, known, PORTION)) {
                Portion portion = portion(told);
                told.readers().forEach(reader -> portions.put(reader, portion));
            }
            return portions;
        });
    }

    private Portion portion(Chat.Told told) {
        Chat.Changes changes = told.changes();
        if (changes.latest() - known > MOST_BEHIND || changes.latest() < known) {
            var gap = new GapFrame("gap", conversation.toString(), known, changes.latest());
            return new Portion(Frame.of(gap), at(changes.latest()), true);
        }
        if (changes.entries().isEmpty()) {
            return new Portion(null, at(changes.upTo()), changes.isAll());
        }
        List<MessageView> messages = sources.rendering().messages(oneOf(told.readers()), changes.entries());
        var frame = new ChangesFrame("changes", conversation.toString(), messages, changes.upTo());
        return new Portion(Frame.of(frame), at(changes.upTo()), changes.isAll());
    }

    private Broadcast at(long change) {
        return new Broadcast(sources, conversation, change);
    }

    /** As whom names are asked for: names differ by blocks, and by those these readers do not differ. */
    private static Actor oneOf(Set<Id<User>> alike) {
        return new Actor.Person(alike.iterator().next());
    }

    @Override
    public Map<Id<User>, Frame> typing(Set<Id<User>> readers, Id<User> person) {
        return sources.transactor().read(() -> {
            Map<Id<User>, Frame> frames = new HashMap<>();
            for (Set<Id<User>> alike : sources.chat().hearing(readers, conversation, person)) {
                PersonView writing = sources.rendering().person(oneOf(alike), person);
                Frame frame = Frame.of(new TypingFrame("typing", conversation.toString(), writing));
                alike.forEach(reader -> frames.put(reader, frame));
            }
            return frames;
        });
    }

    @Override
    public Set<Id<User>> present(Set<Id<User>> readers) {
        return sources.chat().present(readers, conversation);
    }

    /** @param change what is told from here on comes after it */
    record ReadyFrame(String type, String conversation, long change) implements View {}

    /** @param change the last one in it; read on from there */
    record ChangesFrame(String type, String conversation, List<MessageView> messages, long change) implements View {}

    /**
     * Nothing is told of the changes after {@code after} up to {@code change}: read them. Where {@code change} is the
     * smaller one, the conversation was put back to an earlier state: read it anew.
     */
    record GapFrame(String type, String conversation, long after, long change) implements View {}

    record TypingFrame(String type, String conversation, PersonView person) implements View {}
}
