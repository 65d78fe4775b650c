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
    private static final Map<String, String> BOUNDED = Map.of(
            "SqliteEventStore.concerning", "what concerns one person in a stretch of time",
            "SqliteChatStore.latestRows", "one person's conversations",
            "SqliteChatStore.directOf", "one person's conversations",
            "SqliteMembershipStore.activeGroups", "the groups of one person",
            "SqliteMembershipStore.teamRows", "those who run one group",
            "SqliteFactLog.allSetAside", "what an operator has to look at",
            "SqliteGoalShareStore.latestRows", "the shares of one person",
            "SqliteGoalShareStore.ownedRows", "the shares of one person",
            "SqliteProfileStore.blocked", "whom one person has blocked",
            "SqliteProfileStore.chosen", "the settings of one person");

    /** What would read through many to find few. */
    private static final Map<String, String> RARE = Map.of(
            "SqliteGroupStore.seenInCategory", "somoim_idx_groups_category",
            "SqliteGroupStore.seenOfEvent", "somoim_idx_groups_event",
            "SqliteCommentStore.gone", "somoim_idx_comments_gone",
            "SqliteReactionStore.reactions", "somoim_idx_reactions_latest",
            "SqliteAccountStore.countActive", "somoim_idx_users_role");

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
                if (steps.stream().anyMatch(StatementTest::growsWithTheTable)) {
                    slow.put(statement.getId().replaceFirst(".*\\.(?=\\w+\\.\\w+$)", ""), steps);
                }
            }
        }

        assertThat(slow).containsOnlyKeys(BOUNDED.keySet());
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

    private static boolean growsWithTheTable(String step) {
        boolean readsThrough = step.startsWith("SCAN somoim_") && !step.contains("USING");
        return readsThrough || step.contains("TEMP B-TREE");
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
        List<Class<?>> stores = SqliteParts.ALL.stream()
                .flatMap(part -> part.stores().stream())
                .<Class<?>>map(store -> store)
                .toList();

        assertThat(stores).isNotEmpty().allSatisfy(store -> assertThat(database.store(store))
                .isInstanceOf(store));
    }
}
