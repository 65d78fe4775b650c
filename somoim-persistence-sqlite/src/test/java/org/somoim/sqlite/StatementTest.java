package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.mapping.MappedStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;

/** Every statement of every store, against the tables as they are. */
class StatementTest {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Test
    @Covers("DAT-14")
    void everyStatementFitsTheTables() throws SQLException {
        // Short names that two stores share are in there too, as something else than statements.
        Collection<?> entries = database.database().mybatis().getMappedStatements();
        List<MappedStatement> statements = entries.stream()
                .filter(MappedStatement.class::isInstance)
                .map(MappedStatement.class::cast)
                .distinct()
                .toList();

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
