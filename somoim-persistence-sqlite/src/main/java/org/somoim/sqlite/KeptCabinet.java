package org.somoim.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** Which keys a database was sealed with: the id of their cabinet, so that others are noticed before anything is written. */
final class KeptCabinet {
    private KeptCabinet() {}

    /** Null if the file is not there, empty, or was never sealed. Does not write. */
    static byte @Nullable [] in(Path file) {
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                return null;
            }
        } catch (IOException e) {
            return null;
        }
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery(
                    "select 1 from sqlite_schema where type = 'table' and name = 'somoim_key_cabinet'")) {
                if (!table.next()) {
                    return null;
                }
            }
            try (ResultSet kept = statement.executeQuery("select mark from somoim_key_cabinet")) {
                return kept.next() ? kept.getBytes(1) : null;
            }
        } catch (SQLException e) {
            // What is the matter with the file is said by whoever opens it to work with it.
            return null;
        }
    }

    /** Keeps the id, at the first start. */
    static void keep(DataSource database, byte[] id) {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(
                        "insert into somoim_key_cabinet (one, mark) values (1, ?) on conflict do nothing")) {
            keep.setBytes(1, id);
            keep.executeUpdate();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }
}
