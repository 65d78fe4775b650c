package org.somoim.documents;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.somoim.sqlite.Sqlite;

/** {@code docs/er-diagram.md}, read off a database as the migrations make it. */
final class Schema {
    private Schema() {}

    static String diagram() {
        try {
            Path folder = Files.createTempDirectory("somoim-schema");
            try {
                Sqlite.open(folder).close();
                return diagram(folder.resolve("somoim.db"));
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String diagram(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return """
                    # The tables

                    Read off the database as the migrations make it. Each name begins with `somoim_` there. What hangs on what is a foreign
                    key; ids of 16 bytes are blobs, instants are milliseconds since 1970.

                    ```mermaid
                    erDiagram
                    """ + keys(connection) + entities(connection) + "```\n";
        }
    }

    private static String keys(Connection connection) throws SQLException {
        return ask(connection, """
                select '    ' || substr(k."table", 8) || ' ||--o{ ' || substr(t.name, 8) || ' : "' || k."from" || '"'
                from sqlite_schema t, pragma_foreign_key_list(t.name) k
                where t.type = 'table' and t.name like 'somoim\\_%' escape '\\'
                order by k."table", t.name, k."from"
                """).stream().collect(joining("\n", "", "\n"));
    }

    private static String entities(Connection connection) throws SQLException {
        var text = new StringBuilder();
        for (String table : ask(connection, """
                select name from sqlite_schema
                where type = 'table' and name like 'somoim\\_%' escape '\\' and name <> 'somoim_schema_history'
                order by name
                """)) {
            text.append("    ").append(table.substring("somoim_".length())).append(" {\n");
            ask(connection, """
                    select '        ' || lower(c.type) || ' ' || c.name || iif(c.pk > 0, ' PK', '')
                        || iif(c.name in (select k."from" from pragma_foreign_key_list('%1$s') k), iif(c.pk > 0, ', FK', ' FK'), '')
                    from pragma_table_xinfo('%1$s') c
                    order by c.cid
                    """.formatted(table))
                    .forEach(column -> text.append(column).append('\n'));
            text.append("    }\n");
        }
        return text.toString();
    }

    private static List<String> ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
