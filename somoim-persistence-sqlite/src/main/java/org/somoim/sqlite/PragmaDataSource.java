package org.somoim.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.sqlite.keys.Sealing;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Opens connections to one file, each with every setting that the library needs. */
final class PragmaDataSource extends SQLiteDataSource {
    /** In bytes. */
    static final int MOST_JOURNAL_KEPT = 16 * 1024 * 1024;

    private final List<String> pragmas;
    private final Sealing sealing;

    private PragmaDataSource(Path file, SQLiteConfig config, List<String> pragmas, Sealing sealing) {
        super(config);
        this.sealing = sealing;
        setUrl("jdbc:sqlite:" + file);
        this.pragmas = pragmas;
    }

    static PragmaDataSource writing(SqliteOptions options, Sealing sealing) {
        SQLiteConfig config = config(options);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(options.durability().mode());
        // A question that takes long lets the journal grow; afterwards it is cut back to this.
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, Integer.toString(MOST_JOURNAL_KEPT));
        // A transaction that reads first and then wants to write fails at once if someone else wrote in between.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return new PragmaDataSource(options.file(), config, List.of(TRUSTED_SCHEMA, CELL_SIZE_CHECK), sealing);
    }

    static PragmaDataSource reading(SqliteOptions options, Sealing sealing) {
        SQLiteConfig config = config(options);
        config.setReadOnly(true);
        return new PragmaDataSource(
                options.file(), config, List.of(TRUSTED_SCHEMA, CELL_SIZE_CHECK, "pragma query_only = on"), sealing);
    }

    /** Functions and tables with side effects cannot be run by a view or trigger that was put into the file. */
    private static final String TRUSTED_SCHEMA = "pragma trusted_schema = off";

    /** A damaged page is noticed when it is read. */
    private static final String CELL_SIZE_CHECK = "pragma cell_size_check = on";

    private static SQLiteConfig config(SqliteOptions options) {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        // What is deleted is overwritten: an erased person leaves no text in the file's free pages.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        // No store asks for a key that SQLite made; the driver would look for one with a statement more after each
        // insert.
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout(Math.toIntExact(options.busyTimeout().toMillis()));
        return config;
    }

    @Override
    public SQLiteConnection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        SQLiteConnection connection = super.getConnection(user, password);
        try (Statement statement = connection.createStatement()) {
            // The driver knows no names for these, and of several in one string it would run the first only.
            for (String pragma : pragmas) {
                statement.execute(pragma);
            }
            sealing.on(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
