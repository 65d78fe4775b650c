package org.somoim.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;

/** A town with one group, in which people talk. */
final class Room {
    final Community town;
    final Somoim somoim;
    final Chat chat;
    final Conversations conversations;
    final Actor.Person owner;
    final Group group;
    final Id<Conversation> in;

    Room() {
        this(new Community());
    }

    Room(Community town) {
        this.town = town;
        somoim = town.somoim;
        chat = somoim.chat();
        conversations = somoim.conversations();
        owner = town.person("소유자");
        group = town.openGroup(owner);
        in = Conversation.idOf(group.id());
    }

    Actor.Person member() {
        return town.memberOf(group);
    }

    Message say(Actor.Person sender, String words) {
        return chat.send(sender, in, Prose.of(words));
    }

    void block(Actor.Person blocker, Actor.Person blocked) {
        somoim.profiles().block(blocker, blocked.id());
    }

    void mute(Actor.Person person, String word) {
        somoim.profiles().mute(person, Line.of(word));
    }

    Id<Conversation> between(Actor.Person one, Actor.Person other) {
        return conversations.with(one, other.id()).conversation().id();
    }

    /** Every place of a conversation, in the order of numbers, read page by page. */
    List<Entry> history(Actor.Person reader, Id<Conversation> conversation) {
        List<Entry> all = new ArrayList<>();
        Page<Entry> page = chat.history(reader, conversation, Page.Ask.first(3));
        all.addAll(page.items());
        while (page.next() != null) {
            page = chat.history(reader, conversation, new Page.Ask(page.next(), 3));
            all.addAll(page.items());
        }
        Collections.reverse(all);
        return all;
    }

    /** The words of a conversation, with a dash where there are none for the reader. */
    List<String> words(Actor.Person reader, Id<Conversation> conversation) {
        return history(reader, conversation).stream().map(Room::words).toList();
    }

    List<String> words(Actor.Person reader) {
        return words(reader, in);
    }

    static String words(Entry entry) {
        return entry instanceof Entry.Said said && said.message().body() != null
                ? said.message().body().value()
                : "-";
    }
}
