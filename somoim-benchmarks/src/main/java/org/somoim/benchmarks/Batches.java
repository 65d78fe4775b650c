package org.somoim.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.somoim.imports.Imports;

/** Puts rows that are there already into another file, by plain JDBC in batches. */
final class Batches {
    private Batches() {}

    private record Table(String insert, List<@Nullable Object[]> rows) {}

    /**
     * Every table's rows, in the order in which the tables were made.
     *
     * @param to has the tables, and nothing in them
     * @return the time that writing took, in seconds
     */
    static double copy(Path from, Path to) throws SQLException {
        Map<String, Table> tables = read(from);
        try (Connection connection = Player.writer(to)) {
            long begun = System.nanoTime();
            for (Table table : tables.values()) {
                try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
                    for (int first = 0; first < table.rows().size(); first += Imports.BATCH) {
                        int until = Math.min(table.rows().size(), first + Imports.BATCH);
                        Player.run(connection, "begin immediate");
                        for (Object[] row : table.rows().subList(first, until)) {
                            for (int i = 0; i < row.length; i++) {
                                insert.setObject(i + 1, row[i]);
                            }
                            insert.addBatch();
                        }
                        insert.executeBatch();
                        Player.run(connection, "commit");
                    }
                }
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static Map<String, Table> read(Path from) throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        try (Connection connection = Player.reader(from);
                Statement sql = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery("select name from sqlite_master where type = 'table'"
                    + " and name like 'somoim_%' and name not like '%schema%' order by rowid")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                table(sql, name, tables);
            }
        }
        return tables;
    }

    private static void table(Statement sql, String name, Map<String, Table> tables) throws SQLException {
        List<String> columns = new ArrayList<>();
        // Without those that are worked out.
        try (ResultSet rows = sql.executeQuery("pragma table_info(" + name + ")")) {
            while (rows.next()) {
                columns.add(rows.getString("name"));
            }
        }
        List<@Nullable Object[]> all = new ArrayList<>();
        String listed = String.join(", ", columns);
        try (ResultSet rows = sql.executeQuery("select " + listed + " from " + name)) {
            while (rows.next()) {
                var row = new Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                all.add(row);
            }
        }
        if (!all.isEmpty()) {
            String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
            tables.put(
                    name,
                    new Table("insert or replace into " + name + " (" + listed + ") values (" + places + ")", all));
        }
    }
}
