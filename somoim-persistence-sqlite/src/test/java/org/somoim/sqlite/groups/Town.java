package org.somoim.sqlite.groups;

import java.util.Random;
import org.somoim.Ports;
import org.somoim.kernel.Ids;
import org.somoim.memory.Community;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryCommentStore;
import org.somoim.memory.MemoryPostStore;
import org.somoim.memory.MemoryProfileStore;
import org.somoim.memory.MemoryReactionStore;
import org.somoim.memory.PlainHasher;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.access.SqliteRoster;
import org.somoim.sqlite.accounts.SqliteAccountStore;
import org.somoim.sqlite.kernel.SqliteFactLog;
import org.somoim.sqlite.notifications.SqliteNotificationStore;
import org.somoim.sqlite.profiles.SqliteProfileStore;
import org.somoim.uuid.UuidIds;

/** A community whose people and groups live in a database file. Nobody posts there. */
final class Town {
    private Town() {}

    static Community on(OpenDatabase database) {
        return new Community(clock -> {
            var elsewhere = new Memory();
            var profiles = new MemoryProfileStore(elsewhere);
            var reactions = new MemoryReactionStore(elsewhere, profiles);
            var comments = new MemoryCommentStore(elsewhere, reactions);
            var chance = new Random(1);
            Ids ids = new UuidIds(clock, chance);
            return new Ports(
                    database.transactor(),
                    database.store(SqliteFactLog.class),
                    database.store(SqliteRoster.class),
                    database.store(SqliteAccountStore.class),
                    database.store(SqliteProfileStore.class),
                    database.store(SqliteGroupStore.class),
                    database.store(SqliteMembershipStore.class),
                    database.store(SqliteInviteStore.class),
                    new MemoryPostStore(elsewhere, profiles, comments, reactions),
                    comments,
                    reactions,
                    database.store(SqliteNotificationStore.class),
                    new PlainHasher(),
                    ids,
                    clock,
                    chance,
                    () -> {});
        });
    }
}
