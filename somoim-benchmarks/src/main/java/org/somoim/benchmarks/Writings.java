package org.somoim.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.Category;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.sqlite.SQLiteConfig;

/**
 * What the people of a {@link Population} have written, straight into the tables: as rows that the library's own statements
 * would have left. Each post decides by its number alone what it says and what hangs on it, so it does not matter where a
 * run begins.
 */
final class Writings implements AutoCloseable {
    /** Posts to a transaction. */
    static final int BATCH = 5_000;

    private static final int BAR = 40;
    private static final List<String> KINDS = List.of("LIKE", "LOVE", "LAUGH", "WOW", "SAD", "THANKS");
    /** Every so many posts there is one in the forum. */
    private static final int IN_FORUM = 10;
    /** Every so many a new topic; the others stand in the first one. */
    private static final int IN_TOPIC = 50;
    /** Every so many a comment on the first post. */
    private static final int ON_FIRST = 25;

    private static final long OF_POST = 1L << 32;
    private static final long OF_COMMENT = 2L << 32;
    private static final long OF_FIRST = 3L << 32;
    private static final long OF_TOPIC = 4L << 32;
    private static final long OF_ANSWER = 5L << 32;
    private static final long OF_NEWS = 6L << 32;

    private final Population population;
    private final Connection connection;
    private final List<Id<User>> people;
    private final List<Id<Group>> groups;
    private final List<Id<Category>> categories;
    private final int[] sizes;
    private final double[] shares;
    private final PreparedStatement post;
    private final PreparedStatement comment;
    private final PreparedStatement reaction;
    private final PreparedStatement news;
    private final PreparedStatement topic;
    private final PreparedStatement answer;

    Writings(Population population, Path file) throws SQLException {
        this.population = population;
        try (var plain = new PlainJdbc(file)) {
            people = plain.numberedPeople();
            groups = plain.numberedGroups();
            categories = plain.ids("select id from somoim_forum_categories order by created_at, id");
        }
        sizes = new int[groups.size()];
        shares = new double[groups.size()];
        double sum = 0;
        for (int group = 0; group < sizes.length; group++) {
            sizes[group] = population.members(group);
            sum += 1.0 / (group + 1);
            shares[group] = sum;
        }
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setCacheSize(-400_000);
        connection = config.createConnection("jdbc:sqlite:" + file);
        connection.setAutoCommit(false);
        post = connection.prepareStatement("""
                insert into somoim_posts (id, group_id, page_of, author_id, title, body, comments, pinned_at, created_at,
                  edited_at, updated_at, deleted_at, deleted_by)
                values (?, ?, null, ?, ?, ?, ?, null, ?, null, ?, null, null)
                """);
        comment = connection.prepareStatement("""
                insert into somoim_comments (id, post_id, parent_id, depth, author_id, body, replies, created_at,
                  edited_at, updated_at, deleted_at, deleted_by)
                values (?, ?, null, 1, ?, ?, 0, ?, null, ?, null, null)
                """);
        reaction = connection.prepareStatement("""
                insert into somoim_reactions (post_id, comment_id, user_id, kind, created_at) values (?, null, ?, ?, ?)
                """);
        news = connection.prepareStatement("""
                insert into somoim_notifications (id, user_id, kind, group_id, page_of, thread, subject, by_id, count,
                  window_start, created_at, updated_at, read_at)
                values (?, ?, 'posts.commented', ?, null, ?, ?, ?, 1, ?, ?, ?, null)
                """);
        topic = connection.prepareStatement("""
                insert into somoim_forum_topics (id, category_id, created_by_user_id, title, post_type, status,
                  views_count, posts_count, edition, created_at, active_at, updated_at)
                values (?, ?, ?, ?, 'DISCUSSION', 'OPEN', 0, 1, 1, ?, ?, ?)
                """);
        answer = connection.prepareStatement("""
                insert into somoim_forum_posts (id, topic_id, user_id, post_number, rank, content, likes_count,
                  helpful_votes, quality_score, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?)
                """);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** From wherever it stands to the end. */
    void write(PrintStream bar) throws SQLException {
        write(bar, population.posts());
    }

    /** @param until a multiple of {@link #BATCH}, or the end */
    void write(PrintStream bar, int until) throws SQLException {
        long begun = System.nanoTime();
        for (int from = written(); from < until; from += BATCH) {
            int to = Math.min(until, from + BATCH);
            for (int number = from; number < to; number++) {
                write(number);
            }
            for (PreparedStatement statement : List.of(post, comment, reaction, news, topic, answer)) {
                statement.executeBatch();
            }
            countFirsts(to);
            connection.commit();
            show(bar, to, begun);
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement sql = connection.createStatement()) {
            sql.execute("pragma wal_checkpoint(truncate)");
        }
        connection.setAutoCommit(false);
        bar.println();
    }

    private int written() throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select count(*) from somoim_posts")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void show(PrintStream bar, int done, long begun) {
        int full = (int) ((long) done * BAR / population.posts());
        bar.printf(
                "\r[%s%s] %,d of %,d posts, %d s",
                "#".repeat(full),
                ".".repeat(BAR - full),
                done,
                population.posts(),
                (System.nanoTime() - begun) / 1_000_000_000);
    }

    private SplittableRandom chance(long what) {
        return new SplittableRandom(population.seed() * 0x9E3779B97F4A7C15L + what);
    }

    private void write(int number) throws SQLException {
        var chance = chance(OF_POST | number);
        long at = population.at(number).toEpochMilli();
        int group = group(chance.nextDouble() * shares[shares.length - 1]);
        Id<User> author = someone(group, chance);
        byte[] id = id(OF_POST | number, at);
        boolean isFirst = number == 0;
        int comments = chance.nextInt(5) == 0 && !isFirst ? 1 + chance.nextInt(3) : 0;
        String title = chance.nextInt(3) == 0 ? Words.title(chance) : null;
        add(
                post,
                id,
                PlainJdbc.bytes(groups.get(group)),
                PlainJdbc.bytes(author),
                title,
                Words.text(chance),
                comments,
                at,
                at);
        for (int i = 0; i < comments; i++) {
            byte[] by = PlainJdbc.bytes(someone(group, chance));
            long later = at + 1 + i;
            add(comment, id(OF_COMMENT | (long) number << 2 | i, later), id, by, Words.text(chance), later, later);
        }
        if (chance.nextInt(4) == 0) {
            add(reaction, id, PlainJdbc.bytes(someone(group, chance)), KINDS.get(chance.nextInt(KINDS.size())), at + 1);
        }
        if (number % ON_FIRST == 0) {
            byte[] by = PlainJdbc.bytes(people.get(population.member(firstGroup(), chance.nextInt(SMALL))));
            add(comment, id(OF_FIRST | number, at), first(), by, Words.text(chance), at, at);
        }
        if (number % IN_FORUM == 0) {
            inForum(number, at, chance);
        }
        if (number % IN_FORUM == 1) {
            Id<User> told = number % 100 == 1 ? people.get(0) : author;
            byte[] by = PlainJdbc.bytes(someone(group, chance));
            byte[] in = PlainJdbc.bytes(groups.get(number % 100 == 1 ? group % Population.GROUPS_OF_ONE : group));
            add(news, id(OF_NEWS | number, at), PlainJdbc.bytes(told), in, id, id, by, at, at, at);
        }
    }

    /** As many as every group has. */
    private static final int SMALL = 8;

    /** In which the first post stands. */
    private int firstGroup() {
        return group(chance(OF_POST).nextDouble() * shares[shares.length - 1]);
    }

    private byte[] first() {
        return id(OF_POST, population.at(0).toEpochMilli());
    }

    private void inForum(int number, long at, SplittableRandom chance) throws SQLException {
        byte[] by = PlainJdbc.bytes(people.get(chance.nextInt(people.size())));
        boolean opens = number % IN_TOPIC == 0;
        byte[] in = opens
                ? id(OF_TOPIC | number, at)
                : id(OF_TOPIC, population.at(0).toEpochMilli());
        if (opens) {
            byte[] category = PlainJdbc.bytes(categories.get(number / IN_TOPIC % categories.size()));
            add(topic, in, category, by, Words.title(chance), at, at, at);
        }
        int place = opens ? 1 : answers(number) + 2;
        add(answer, id(OF_ANSWER | number, at), in, by, place, at, Words.text(chance), at, at);
    }

    /** How many posts before this one stand in the first topic, the opening one left out. */
    private static int answers(int number) {
        int inForum = (number + IN_FORUM - 1) / IN_FORUM;
        int opening = (number + IN_TOPIC - 1) / IN_TOPIC;
        return inForum - opening;
    }

    /** What hangs on the first post and the first topic grows with the whole. */
    private void countFirsts(int until) throws SQLException {
        try (PreparedStatement posts =
                        connection.prepareStatement("update somoim_posts set comments = ? where id = ?");
                PreparedStatement topics = connection.prepareStatement(
                        "update somoim_forum_topics set posts_count = ?, active_at = ? where id = ?")) {
            bind(posts, (until + ON_FIRST - 1) / ON_FIRST, first());
            posts.executeUpdate();
            int last = (until - 1) / IN_FORUM * IN_FORUM;
            long at = population.at(last).toEpochMilli();
            bind(topics, answers(until) + 1, at, id(OF_TOPIC, population.at(0).toEpochMilli()));
            topics.executeUpdate();
        }
    }

    private int group(double share) {
        int found = Arrays.binarySearch(shares, share);
        return Math.min(shares.length - 1, found < 0 ? -found - 1 : found);
    }

    private Id<User> someone(int group, SplittableRandom chance) {
        return people.get(population.member(group, chance.nextInt(sizes[group])));
    }

    /** As of RFC 9562, version 7. */
    private byte[] id(long what, long at) {
        var chance = chance(~what);
        long high = at << 16 | 0x7000L | chance.nextInt(1 << 12);
        long low = chance.nextLong() >>> 2 | 1L << 63;
        return PlainJdbc.bytes(new Id<>(new java.util.UUID(high, low)));
    }

    private static void add(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        bind(statement, values);
        statement.addBatch();
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
