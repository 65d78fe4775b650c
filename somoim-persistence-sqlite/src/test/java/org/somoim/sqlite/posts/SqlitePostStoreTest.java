package org.somoim.sqlite.posts;

import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.mail.Email;
import org.somoim.memory.TestClock;
import org.somoim.posts.CommentStore;
import org.somoim.posts.PostStore;
import org.somoim.posts.PostStoreContract;
import org.somoim.posts.ReactionStore;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.SqlitePart;
import org.somoim.sqlite.accounts.SqliteAccountStore;
import org.somoim.sqlite.profiles.SqliteProfileStore;
import org.somoim.uuid.UuidIds;

@Covers({"DAT-5", "DAT-14", "TST-3"})
class SqlitePostStoreTest implements PostStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase(SqlitePart.of(GroupRows.class));

    private final Ids ids = new UuidIds(new TestClock(), new Random(2));

    @Override
    public PostStore posts() {
        return database.store(SqlitePostStore.class);
    }

    @Override
    public CommentStore comments() {
        return database.store(SqliteCommentStore.class);
    }

    @Override
    public ReactionStore reactions() {
        return database.store(SqliteReactionStore.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }

    @Override
    public Id<User> person() {
        Id<User> person = newId();
        Email email = Email.of(person + "@example.org");
        var account = new Account(person, email, SiteRole.USER, Account.Status.ACTIVE, NOON, NOON);
        transactor().run(() -> database.store(SqliteAccountStore.class).add(account));
        return person;
    }

    @Override
    public Id<Group> group() {
        Id<Group> group = newId();
        Id<User> owner = person();
        transactor().run(() -> database.store(GroupRows.class).add(group, owner));
        return group;
    }

    @Override
    public void block(Id<User> blocker, Id<User> blocked) {
        transactor().run(() -> database.store(SqliteProfileStore.class).addBlock(blocker, blocked, NOON));
    }

    @Override
    public <T> Id<T> newId() {
        return ids.timeOrdered();
    }
}
