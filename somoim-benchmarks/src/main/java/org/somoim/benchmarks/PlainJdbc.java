package org.somoim.benchmarks;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.User;
import org.somoim.uuid.UuidIds;
import org.sqlite.SQLiteConfig;

/**
 * The statements that the library runs for the same calls, in the same transactions, on connections with the same settings,
 * written by hand: what the library would cost if it cost nothing.
 */
final class PlainJdbc implements AutoCloseable {
    private static final int PAGE = 20;

    private final Connection writer;
    private final Connection reader;
    private final Ids ids = new UuidIds(InstantSource.system(), new SecureRandom());

    PlainJdbc(Path file) throws SQLException {
        SQLiteConfig writing = config();
        writing.setJournalMode(SQLiteConfig.JournalMode.WAL);
        writing.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        writing.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        writer = writing.createConnection("jdbc:sqlite:" + file);
        SQLiteConfig reading = config();
        reading.setReadOnly(true);
        reader = reading.createConnection("jdbc:sqlite:" + file);
        reader.setAutoCommit(false);
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        return config;
    }

    @Override
    public void close() throws SQLException {
        reader.close();
        writer.close();
    }

    List<Id<User>> people() throws SQLException {
        return ids("select id from somoim_accounts order by id");
    }

    List<Id<Group>> groups() throws SQLException {
        return ids("select id from somoim_groups order by id");
    }

    /** Those of a {@link Population}, by number. */
    List<Id<User>> numberedPeople() throws SQLException {
        return ids("select user_id from somoim_profiles order by cast(substr(display_name, 8) as integer)");
    }

    /** The same of groups. */
    List<Id<Group>> numberedGroups() throws SQLException {
        return ids("select id from somoim_groups order by cast(substr(name, 7) as integer)");
    }

    /** What is in a table, as text, in the order of its first columns. */
    List<String> rows(String table) throws SQLException {
        List<String> rows = ask(reader, "select * from " + table + " order by 1, 2").stream()
                .map(Arrays::deepToString)
                .toList();
        reader.commit();
        return rows;
    }

    long count(String table) throws SQLException {
        Object[] row = ask(reader, "select count(*) from " + table).get(0);
        reader.commit();
        return ((Number) row[0]).longValue();
    }

    int write(Id<User> author, Id<Group> group, String body) throws SQLException {
        long now = InstantSource.system().millis();
        Player.run(writer, "begin immediate");
        mayAct(writer, author, group);
        int written = change("""
                insert into somoim_posts (id, group_id, page_of, author_id, title, body, comments, pinned_at, created_at,
                  edited_at, updated_at, deleted_at, deleted_by)
                values (?, ?, null, ?, null, ?, 0, null, ?, null, ?, null, null)
                """, bytes(ids.timeOrdered()), bytes(group), bytes(author), body, now, now);
        announce("posts.post-written", group, author, now);
        Player.run(writer, "commit");
        return written;
    }

    int join(Id<User> person, Id<Group> group) throws SQLException {
        long now = InstantSource.system().millis();
        byte[] change = bytes(ids.timeOrdered());
        Player.run(writer, "begin immediate");
        mayAct(writer, person, group);
        groupRow(group);
        membershipRow(group, person);
        change("""
                update somoim_groups set members = members + 1
                where id = ? and (max_members is null or members < max_members)
                """, (Object) bytes(group));
        int joined = change("""
                insert into somoim_memberships (
                    group_id, user_id, status, role, message, by_id, change_id, put_out, joined_at, created_at,
                    updated_at)
                values (?, ?, 'ACTIVE', 'MEMBER', null, ?, ?, 0, ?, ?, ?)
                on conflict (group_id, user_id) do update
                set status = excluded.status, role = excluded.role, message = excluded.message, by_id = excluded.by_id,
                    change_id = excluded.change_id, put_out = excluded.put_out, joined_at = excluded.joined_at, updated_at = excluded.updated_at
                """, bytes(group), bytes(person), bytes(person), change, now, now, now);
        change("""
                insert into somoim_membership_log (
                    id, group_id, user_id, status_before, role_before, status_after, role_after, by_id, created_at)
                values (?, ?, ?, null, null, 'ACTIVE', 'MEMBER', ?, ?)
                """, change, bytes(group), bytes(person), bytes(person), now);
        announce("groups.joined", group, person, now);
        Player.run(writer, "commit");
        return joined;
    }

    int page(Id<User> viewer, Id<Group> group) throws SQLException {
        mayAct(reader, viewer, group);
        ask(reader, "select keyword from somoim_muted_keywords where user_id = ?", (Object) bytes(viewer));
        List<Object[]> posts = ask(reader, """
                select id, group_id, page_of, author_id, title, body, comments, pinned_at, created_at, edited_at,
                  updated_at, deleted_at, deleted_by
                from somoim_posts
                where group_id = ? and deleted_at is null
                  and (created_at, id) < (coalesce(null, 9223372036854775807), null)
                  and author_id not in (
                    select blocked_id from somoim_blocks where blocker_id = ?
                    union all
                    select blocker_id from somoim_blocks where blocked_id = ?
                  )
                order by created_at desc, id desc
                limit ?
                """, bytes(group), bytes(viewer), bytes(viewer), PAGE + 1);
        String shown = posts.stream()
                .map(post -> HexFormat.of().formatHex((byte[]) post[0]))
                .collect(Collectors.joining("\",\"", "[\"", "\"]"));
        ask(reader, """
                select target_id, user_id from somoim_mentions
                where target_id in (select unhex(value) from json_each(?))
                order by target_id, user_id
                """, shown);
        ask(reader, """
                select target_id, kind, count(*) as count, max(user_id = ?) as mine
                from somoim_reactions
                where target_id in (select unhex(value) from json_each(?))
                group by target_id, kind
                order by target_id, kind
                """, bytes(viewer), shown);
        reader.commit();
        return posts.size();
    }

    private static void mayAct(Connection connection, Id<User> person, Id<Group> group) throws SQLException {
        List<Object[]> footing = ask(connection, """
                select
                    exists (select 1 from somoim_accounts where id = ? and status = 'ACTIVE') as active,
                    coalesce(m.standing, 2) as standing,
                    g.visibility,
                    g.deleted_at is not null as deleted
                from somoim_groups g
                left join somoim_memberships m on m.group_id = g.id and m.user_id = ?
                where g.id = ?
                """, bytes(person), bytes(person), bytes(group));
        if (footing.isEmpty() || ((Number) footing.get(0)[0]).intValue() == 0) {
            throw new IllegalStateException("everyone in the town may do this");
        }
    }

    private void groupRow(Id<Group> group) throws SQLException {
        ask(writer, """
                select id, name, description, category, kind, visibility, join_policy, invite_policy,
                  moderators_approve, max_members, members, event_id, created_by, created_at, updated_at, deleted_at
                from somoim_groups where id = ?
                """, (Object) bytes(group));
    }

    private void membershipRow(Id<Group> group, Id<User> person) throws SQLException {
        ask(writer, """
                select group_id, user_id, status, role, message, by_id, change_id, put_out, joined_at, created_at,
                  updated_at
                from somoim_memberships where group_id = ? and user_id = ?
                """, bytes(group), bytes(person));
    }

    private void announce(String name, Id<Group> group, Id<User> person, long now) throws SQLException {
        change(
                "insert into somoim_facts (fact, created_at) values (?, ?)",
                name + " " + group + " " + person + " " + person,
                now);
    }

    private int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = writer.prepareStatement(sql)) {
            return bound(statement, values).executeUpdate();
        }
    }

    private static List<Object[]> ask(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = bound(statement, values).executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            List<Object[]> all = new ArrayList<>();
            while (rows.next()) {
                var row = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    row[column] = rows.getObject(column + 1);
                }
                all.add(row);
            }
            return all;
        }
    }

    private static PreparedStatement bound(PreparedStatement statement, Object... values) throws SQLException {
        for (int number = 0; number < values.length; number++) {
            statement.setObject(number + 1, values[number]);
        }
        return statement;
    }

    <T> List<Id<T>> ids(String sql) throws SQLException {
        List<Id<T>> found = new ArrayList<>();
        for (Object[] row : ask(reader, sql)) {
            ByteBuffer bytes = ByteBuffer.wrap((byte[]) row[0]);
            found.add(new Id<>(new UUID(bytes.getLong(), bytes.getLong())));
        }
        reader.commit();
        return found;
    }

    static byte[] bytes(Id<?> id) {
        return ByteBuffer.allocate(16)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }
}
