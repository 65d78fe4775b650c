package org.somoim.sqlite;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The migrations of this version by version and checksum, as Flyway counts them: a printed list next to this class. A start
 * at which the tables hold just these need not wait for Flyway. In every other case Flyway looks for itself, and decides.
 */
final class Shipped {
    /** One line for each, in order. */
    static final String LIST = "migrations.txt";

    private Shipped() {}

    /** Such as {@code 202611210000 -692174924}, in order. */
    static List<String> migrations() {
        try (InputStream in = requireNonNull(Shipped.class.getResourceAsStream(LIST), LIST)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether each has been carried out as it is, and no other. */
    static boolean areAllIn(Connection connection) {
        List<String> done = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select version, type, checksum, success from " + Migrations.HISTORY + " order by version")) {
            while (rows.next()) {
                String type = rows.getString("type");
                if (!rows.getBoolean("success")) {
                    return false;
                }
                // A host's own tables were there before.
                if (!"BASELINE".equals(type)) {
                    done.add(rows.getString("version") + " " + rows.getInt("checksum")
                            + ("SQL".equals(type) ? "" : " " + type));
                }
            }
        } catch (SQLException firstStart) {
            return false;
        }
        return done.equals(migrations());
    }
}
