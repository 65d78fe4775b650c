package org.somoim.sqlite;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a statement gives out of its rows: records, each part from the column of its name, or values of one column.
 * MyBatis does the same, but finds out anew for each row which constructor there is and what its parts are called, and for
 * each question what the columns are; that was most of what a list cost.
 */
final class Rows {
    private final String statement;
    private final @Nullable Constructor<?> constructor;
    private final List<TypeHandler<?>> handlers;
    private final int[] columns;

    private Rows(String statement, @Nullable Constructor<?> constructor, List<TypeHandler<?>> handlers, int[] columns) {
        this.statement = statement;
        this.constructor = constructor;
        this.handlers = handlers;
        this.columns = columns;
    }

    /**
     * How to read what {@code mapped} gives.
     *
     * @param given the columns of the same on some connection; they are always these
     * @throws IllegalStateException if a part of the record has no column, or a column no part
     */
    static Rows of(MappedStatement mapped, ResultSetMetaData given) throws SQLException {
        ResultMap results = mapped.getResultMaps().get(0);
        Class<?> type = results.getType();
        if (mapped.getResultMaps().size() > 1 || !results.getMappedColumns().isEmpty()) {
            throw new IllegalStateException(mapped.getId() + " says which column is which; name them alike");
        }
        TypeHandlerRegistry known = mapped.getConfiguration().getTypeHandlerRegistry();
        if (known.hasTypeHandler(type)) {
            return new Rows(mapped.getId(), null, List.of(known.getTypeHandler(type)), new int[] {1});
        }
        if (!type.isRecord() || type.getDeclaredConstructors().length > 1) {
            throw new IllegalStateException(mapped.getId() + " gives a " + type.getSimpleName()
                    + ", which is neither a value nor a plain record");
        }
        RecordComponent[] parts = type.getRecordComponents();
        List<String> labels = labels(given);
        if (labels.size() != parts.length) {
            throw new IllegalStateException(mapped.getId() + " gives " + labels + " for a " + type.getSimpleName());
        }
        List<TypeHandler<?>> handlers = new ArrayList<>();
        var columns = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int found = labels.indexOf(parts[i].getName().toLowerCase(Locale.ROOT));
            if (found < 0 || !known.hasTypeHandler(parts[i].getType())) {
                throw new IllegalStateException(mapped.getId() + " gives no " + parts[i].getName());
            }
            columns[i] = found + 1;
            handlers.add(known.getTypeHandler(parts[i].getType()));
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return new Rows(mapped.getId(), constructor, List.copyOf(handlers), columns);
    }

    /** As parts of a record are called, but for the case. */
    private static List<String> labels(ResultSetMetaData columns) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            labels.add(columns.getColumnLabel(i).replace("_", "").toLowerCase(Locale.ROOT));
        }
        return labels;
    }

    /** Of a row in which there is nothing, nothing is made. */
    List<@Nullable Object> read(ResultSet rows) throws SQLException {
        List<@Nullable Object> all = new ArrayList<>();
        while (rows.next()) {
            all.add(constructor == null ? handlers.get(0).getResult(rows, 1) : made(constructor, rows));
        }
        return all;
    }

    private @Nullable Object made(Constructor<?> constructor, ResultSet row) throws SQLException {
        var values = new Object[columns.length];
        boolean isThere = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = handlers.get(i).getResult(row, columns[i]);
            isThere |= values[i] != null;
        }
        if (!isThere) {
            return null;
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(statement, e.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // Without the values: they may be people's.
            throw new IllegalStateException(
                    statement + " gives nothing for a part that needs a value, or something else: "
                            + Arrays.stream(values)
                                    .map(value -> value == null
                                            ? "null"
                                            : value.getClass().getSimpleName())
                                    .toList(),
                    e);
        }
    }
}
