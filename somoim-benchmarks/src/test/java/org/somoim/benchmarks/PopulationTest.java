package org.somoim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.sqlite.backup.Backups;

/** What is measured on has to be a community, and the same one each time. */
class PopulationTest {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    /** All that grows with a community. */
    private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
            "somoim_memberships", "group_id, user_id, role",
            "somoim_posts", "id, group_id, author_id, title, body, comments, created_at",
            "somoim_comments", "id, post_id, author_id, body, created_at",
            "somoim_reactions", "target_id, user_id, kind",
            "somoim_notifications", "id, user_id, thread, created_at",
            "somoim_forum_topics", "id, category_id, title, posts_count, active_at",
            "somoim_forum_posts", "id, topic_id, user_id, post_number, content"));

    @TempDir
    Path folder;

    private final Population village = new Population(7, 12_000);

    @Test
    void theSameSeedMakesTheSameCommunityHoweverOftenItBreaksOff() throws Exception {
        Path one = folder.resolve("one").resolve("town.db");
        Path other = folder.resolve("other").resolve("town.db");
        village.settle(one, NOWHERE);
        Population beginning = new Population(7, 12_000);
        beginning.found(other);
        try (var writings = new Writings(beginning, other)) {
            writings.write(NOWHERE, Writings.BATCH);
        }
        assertThat(rows(other, "somoim_posts", "id")).hasSize(Writings.BATCH);
        village.settle(other, NOWHERE);

        assertThat(rows(one, "somoim_posts", "id")).hasSize(12_000);
        TABLES.forEach((table, columns) ->
                assertThat(rows(other, table, columns)).as(table).isNotEmpty().isEqualTo(rows(one, table, columns)));
    }

    @Test
    void anotherSeedMakesAnotherCommunity() throws Exception {
        Path one = folder.resolve("one").resolve("town.db");
        Path other = folder.resolve("other").resolve("town.db");
        new Population(1, 200).settle(one, NOWHERE);
        new Population(2, 200).settle(other, NOWHERE);

        assertThat(rows(other, "somoim_posts", "body")).isNotEqualTo(rows(one, "somoim_posts", "body"));
    }

    @Test
    void whatIsMadeIsWhatTheLibraryWouldHaveLeft() throws Exception {
        Path file = folder.resolve("town.db");
        village.settle(file, NOWHERE);

        assertThat(Backups.verify(file).isClean()).isTrue();
        assertThat(rows(file, "pragma_foreign_key_check", "*")).isEmpty();
    }

    @Test
    void aFewGroupsAreLargeAndMostAreSmall() throws Exception {
        Path file = folder.resolve("town.db");
        village.settle(file, NOWHERE);

        List<String> posts = rows(file, "(select count(*) as n from somoim_posts group by group_id)", "n");
        List<Integer> sizes = posts.stream()
                .map(row -> Integer.valueOf(row.substring(1, row.length() - 1)))
                .sorted()
                .toList();
        int half = sizes.get(sizes.size() / 2);
        assertThat(sizes.get(sizes.size() - 1)).isGreaterThan(10 * half);
    }

    private static List<String> rows(Path file, String table, String columns) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select " + columns + " from " + table + " order by 1")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                var row = new Object[rows.getMetaData().getColumnCount()];
                for (int column = 0; column < row.length; column++) {
                    Object value = rows.getObject(column + 1);
                    row[column] = value instanceof byte[] bytes ? Arrays.toString(bytes) : value;
                }
                all.add(Arrays.toString(row));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }
}
