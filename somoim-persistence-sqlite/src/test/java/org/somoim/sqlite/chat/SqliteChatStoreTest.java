package org.somoim.sqlite.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.chat.ChatStore;
import org.somoim.chat.ChatStoreContract;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.uuid.UuidIds;

@Covers({"DAT-5", "DAT-14", "TST-3"})
class SqliteChatStoreTest implements ChatStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private Community town;
    private Ids ids;

    @BeforeEach
    void open() {
        town = database.community();
        ids = new UuidIds(town.clock, new Random(2));
    }

    @Override
    public ChatStore store() {
        return database.store(SqliteChatStore.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }

    @Override
    public Id<User> person() {
        return town.person().id();
    }

    @Override
    public Id<Group> group() {
        return town.openGroup(town.person()).id();
    }

    @Override
    public void block(Id<User> blocker, Id<User> blocked) {
        town.somoim.profiles().block(Actor.person(blocker), blocked);
    }

    @Override
    public <T> Id<T> newId() {
        return ids.timeOrdered();
    }

    @Test
    void whatIsSaidIsNotInTheFileAsItWasSaid() {
        said(begun(), person());

        assertThat(database.ask("select typeof(body) from somoim_messages")).containsExactly("blob");
        assertThat(database.ask("select count(*) from somoim_messages where instr(body, cast('안녕' as blob)) > 0"))
                .containsExactly("0");
        assertThat(database.ask("select length from somoim_messages")).containsExactly(String.valueOf(WORDS.length()));
    }

    @Test
    @Covers("CHT-2")
    void theDatabaseItselfTakesNoMessageThatIsTooLong() {
        Id<Conversation> in = begun();
        Id<User> sender = person();
        var longest =
                new Message(newId(), in, 1, 1, sender, new Prose("👋".repeat(Message.MOST)), null, NOON, null, null);
        transactor().run(() -> store().add(longest));

        assertThat(store().message(longest.id())).contains(longest);
        assertThatThrownBy(() -> database.execute("update somoim_messages set length = 2001"))
                .hasStackTraceContaining("CHECK");
    }
}
