package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ibatis.mapping.MappedStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;

/** Every statement of every store, against the tables as they are. */
class StatementTest {
    /** Those that sort or read through what stays small, and why it does. */
    private static final Map<String, String> BOUNDED = Map.ofEntries(
            Map.entry("SqliteAccountStore.count", "counts everybody, once for each look of an administrator"),
            Map.entry("SqliteHistory.steps", "the migrations there are"),
            Map.entry("SqliteEventStore.concerning", "what concerns one person in a stretch of time"),
            Map.entry("SqliteChatStore.latestRows", "one person's conversations"),
            Map.entry("SqliteChatStore.directOf", "one person's conversations"),
            Map.entry("SqliteMembershipStore.activeGroups", "the groups of one person"),
            Map.entry("SqliteMembershipStore.teamRows", "those who run one group"),
            Map.entry("SqliteFactLog.allSetAside", "what an operator has to look at"),
            Map.entry("SqliteGoalShareStore.latestRows", "the shares of one person"),
            Map.entry("SqliteGoalShareStore.ownedRows", "the shares of one person"),
            Map.entry("SqliteProfileStore.blocked", "whom one person has blocked"),
            Map.entry("SqliteProfileStore.chosen", "the settings of one person"),
            Map.entry("SqliteCategoryStore.path", "as many steps as a tree is deep"),
            Map.entry("SqliteTopicStore.ofEveryType", "a page of each category, from the index"),
            Map.entry("SqliteTopicStore.ofType", "a page of each category, from the index"),
            Map.entry("SqliteTopicStore.questions", "a page of each category, from the index"),
            Map.entry("SqliteTopicStore.tagged", "a page of each category, from the index"),
            Map.entry("SqliteForumPostStore.appreciations", "what others appreciate in one person"),
            Map.entry("SqliteForumPostStore.countAppreciated", "what others appreciate in one person"),
            Map.entry("SqliteForumPostStore.appreciatedIn", "the posts of one topic"),
            Map.entry("SqliteCaseStore.like", "at most as many cases as are asked for, from each of two indexes"),
            Map.entry("SqliteMeasureStore.tally", "a hundred sorts of measures at most"),
            Map.entry("SqliteMeasureStore.verdicts", "four outcomes"),
            Map.entry("SqliteReportStore.together", "what those have reported in a month who reported one thing"));

    /** Those that walk along an index, and where they stop. */
    private static final Map<String, String> IN_ORDER = Map.ofEntries(
            Map.entry("SqliteAccountStore.newest", "at the end of a page"),
            Map.entry("SqliteOutbox.due", "at the end of a batch; what is in it, waits"),
            Map.entry("SqliteRatingStore.due", "at the end of a batch; the index holds only what waits"),
            Map.entry("SqliteMeasureStore.proposed", "at the end of a batch; the index holds only what waits"),
            Map.entry("SqliteMeasureStore.hiddenByReports", "at the end of a batch; the index holds only what waits"),
            Map.entry("SqliteMeasureStore.countFiled", "never, but the index holds only what waits for people"),
            Map.entry("SqliteCaseStore.count", "never, but the index holds only what waits for people"),
            Map.entry("SqliteCaseStore.oldest", "at the first"),
            Map.entry("SqliteCaseStore.taught", "never; asked by a job, and never while somebody waits"),
            Map.entry("SqliteCategoryStore.all", "at the end of the categories, which are bounded"),
            Map.entry("SqliteGroupStore.countLiving", "never; asked by those who oversee the whole"),
            Map.entry("SqliteGroupStore.size", "never; asked by those who oversee the whole"));

    /** What would read through many to find few. */
    private static final Map<String, String> RARE = Map.ofEntries(
            Map.entry("SqliteGroupStore.seenInCategory", "somoim_idx_groups_category"),
            Map.entry("SqliteGroupStore.seenOfEvent", "somoim_idx_groups_event"),
            Map.entry("SqliteCaseStore.claimNextRow", "somoim_idx_cases_next"),
            Map.entry("SqliteRestraints.rows", "somoim_idx_measures_laid"),
            Map.entry("SqliteCommentStore.gone", "somoim_idx_comments_gone"),
            Map.entry("SqliteReactionStore.reactions", "somoim_idx_reactions_latest"),
            Map.entry("SqliteAccountStore.countActive", "somoim_idx_users_role"),
            Map.entry("SqliteTopicStore.ofType", "somoim_idx_forum_topics_type"),
            Map.entry("SqliteTopicStore.questions", "somoim_idx_forum_topics_solved"),
            Map.entry("SqliteTopicStore.tagged", "somoim_idx_topic_tags_tag"),
            Map.entry("SqliteForumPostStore.waitingRows", "somoim_idx_forum_posts_waiting"));

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Test
    @Covers("DAT-14")
    void everyStatementFitsTheTables() throws SQLException {
        List<MappedStatement> statements = statements();

        assertThat(statements).isNotEmpty();
        try (Connection connection = database.connect()) {
            for (MappedStatement statement : statements) {
                String sql = statement.getBoundSql(null).getSql();
                assertThatCode(() -> connection.prepareStatement(sql).close())
                        .describedAs(statement.getId())
                        .doesNotThrowAnyException();
            }
        }
    }

    /** A page of a list costs the page, not the table. */
    @Test
    @Covers("DAT-14")
    void noStatementReadsThroughATableOrSortsIt() throws SQLException {
        Map<String, List<String>> slow = new TreeMap<>();
        try (Connection connection = database.connect()) {
            for (MappedStatement statement : statements()) {
                List<String> steps = plan(connection, statement);
                if (growsWithTheTable(steps)) {
                    slow.put(statement.getId().replaceFirst(".*\\.(?=\\w+\\.\\w+$)", ""), steps);
                }
            }
        }

        assertThat(slow).containsOnlyKeys(BOUNDED.keySet());
    }

    /** From its beginning: what is found has to come soon. */
    @Test
    @Covers("DAT-14")
    void noStatementGoesThroughAnIndexUnlessItStopsSoon() throws SQLException {
        Map<String, List<String>> through = new TreeMap<>();
        try (Connection connection = database.connect()) {
            for (MappedStatement statement : statements()) {
                List<String> steps = plan(connection, statement);
                if (steps.stream().anyMatch(step -> isScan(step, steps) && isInOrder(step))) {
                    through.put(statement.getId().replaceFirst(".*\\.(?=\\w+\\.\\w+$)", ""), steps);
                }
            }
        }

        assertThat(through).containsOnlyKeys(IN_ORDER.keySet());
    }

    @Test
    void whatIsRareIsFoundByAnIndexOfItsOwn() throws SQLException {
        try (Connection connection = database.connect()) {
            for (MappedStatement statement : statements()) {
                String index = RARE.get(statement.getId().replaceFirst(".*\\.(?=\\w+\\.\\w+$)", ""));
                if (index != null) {
                    assertThat(plan(connection, statement)).anyMatch(step -> step.contains(index));
                }
            }
        }
    }

    private static boolean growsWithTheTable(List<String> steps) {
        return steps.stream().anyMatch(step -> step.contains("TEMP B-TREE") || isScan(step, steps) && !isInOrder(step));
    }

    /** Whether it goes through a whole table or index, under whatever name the statement gives it. */
    private static boolean isScan(String step, List<String> steps) {
        if (!step.startsWith("SCAN ") || step.contains("VIRTUAL TABLE") || step.equals("SCAN CONSTANT ROW")) {
            return false;
        }
        String name = step.split(" ")[1];
        // What the statement has put together itself; the steps for that are there, too.
        boolean isDerived = name.startsWith("(")
                || steps.contains("MATERIALIZE " + name)
                || steps.contains("CO-ROUTINE " + name)
                || name.equals("sqlite_sequence");
        return !isDerived;
    }

    private static boolean isInOrder(String step) {
        return step.contains(" USING INDEX ") || step.contains(" USING COVERING INDEX ");
    }

    private static List<String> plan(Connection connection, MappedStatement statement) throws SQLException {
        String sql = "explain query plan " + statement.getBoundSql(null).getSql();
        List<String> steps = new ArrayList<>();
        try (PreparedStatement prepared = connection.prepareStatement(sql);
                ResultSet rows = prepared.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }

    private List<MappedStatement> statements() {
        // Short names that two stores share are in there too, as something else than statements.
        Collection<?> entries = database.database().mybatis().getMappedStatements();
        return entries.stream()
                .filter(MappedStatement.class::isInstance)
                .map(MappedStatement.class::cast)
                .distinct()
                .toList();
    }

    @Test
    void everyMethodOfEveryStoreHasSqlOrABody() {
        // Reads all of them, which a start does not.
        assertThat(database.database().mybatis().getMapperRegistry().getMappers())
                .hasSize((int) SqliteParts.ALL.stream()
                        .mapToLong(part -> part.stores().size())
                        .sum());
        List<Class<?>> stores = SqliteParts.ALL.stream()
                .flatMap(part -> part.stores().stream())
                .<Class<?>>map(store -> store)
                .toList();

        assertThat(stores).isNotEmpty().allSatisfy(store -> assertThat(database.store(store))
                .isInstanceOf(store));
    }
}
