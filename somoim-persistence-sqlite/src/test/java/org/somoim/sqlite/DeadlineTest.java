package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/** Who stops what takes too long, on a connection where nothing may take any time. */
class DeadlineTest {
    private static final long STEPS = 100_000;

    private final Deadline none = new Deadline(Duration.ZERO);

    @Test
    void whatTakesTooLongIsStoppedAndWhatIsRunBetweenTransactionsIsNot() throws SQLException {
        try (SQLiteConnection connection = (SQLiteConnection) new SQLiteConfig().createConnection("jdbc:sqlite:")) {
            ProgressHandler.setHandler(connection, Deadline.STEPS, none);

            none.rest();
            assertThat(counted(connection)).isEqualTo(STEPS);
            none.restart();
            assertThatThrownBy(() -> counted(connection)).isInstanceOf(SQLException.class);
            none.rest();
            assertThat(counted(connection)).isEqualTo(STEPS);
        }
    }

    private static long counted(SQLiteConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("with recursive n(i) as (select 1 union all select i + 1 from n"
                        + " where i < " + STEPS + ") select count(*) from n")) {
            row.next();
            return row.getLong(1);
        }
    }
}
