package org.somoim.sqlite;

import java.util.List;
import org.somoim.access.Standing;
import org.somoim.accounts.AccountFact;
import org.somoim.accounts.Email;
import org.somoim.accounts.PasswordHash;
import org.somoim.profiles.Link;
import org.somoim.profiles.ProfileFact;
import org.somoim.profiles.Topics;
import org.somoim.sqlite.access.SqliteRoster;
import org.somoim.sqlite.accounts.SqliteAccountStore;
import org.somoim.sqlite.kernel.SqliteFactLog;
import org.somoim.sqlite.notifications.SqliteNotificationStore;
import org.somoim.sqlite.profiles.SqliteProfileStore;

/** What every capability brings to the database: the one list to add a new capability to. */
final class SqliteParts {
    static final SqlitePart KERNEL = SqlitePart.of(SqliteFactLog.class);

    static final SqlitePart ACCESS = SqlitePart.of(SqliteRoster.class)
            .with(Column.integer(
                    Standing.class,
                    standing -> (long) standing.ordinal(),
                    rank -> Standing.values()[Math.toIntExact(rank)]));

    static final SqlitePart ACCOUNTS = SqlitePart.of(SqliteAccountStore.class)
            .with(AccountFact.class)
            .with(
                    Column.text(Email.class, Email::value, Email::new),
                    Column.text(PasswordHash.class, PasswordHash::value, PasswordHash::new));

    static final SqlitePart PROFILES = SqlitePart.of(SqliteProfileStore.class)
            .with(ProfileFact.class)
            .with(
                    Column.text(Link.class, Link::value, Link::new),
                    Column.text(Topics.class, SqliteProfileStore::joined, SqliteProfileStore::split));

    static final SqlitePart NOTIFICATIONS = SqlitePart.of(SqliteNotificationStore.class);

    static final List<SqlitePart> ALL = List.of(KERNEL, ACCESS, ACCOUNTS, PROFILES, NOTIFICATIONS);

    private SqliteParts() {}
}
