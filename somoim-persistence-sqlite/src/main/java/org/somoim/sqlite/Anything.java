package org.somoim.sqlite;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of which MyBatis does not know the type beforehand. In its place MyBatis has a handler that keeps whatever
 * comes as {@code toString()}; this one knows what it keeps, or refuses.
 */
final class Anything implements TypeHandler<Object> {
    private final List<Column<?>> columns;
    /** Of each class that came so far the column, or nothing: a list may hold a thousand of one. */
    private final Map<Class<?>, Optional<Column<?>>> known = new ConcurrentHashMap<>();

    Anything(List<Column<?>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** The registry wants a handler for each type it is registered for. As it reads nothing, it is one. */
    @SuppressWarnings("unchecked")
    <T> TypeHandler<T> as() {
        return (TypeHandler<T>) this;
    }

    @Override
    public void setParameter(PreparedStatement statement, int place, @Nullable Object value, @Nullable JdbcType ignored)
            throws SQLException {
        statement.setObject(place, value instanceof Collection<?> many ? json(many) : kept(value));
    }

    /** Null, text, a whole number or bytes. */
    private @Nullable Object kept(@Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Long
                || value instanceof Integer
                || value instanceof byte[]) {
            return value;
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        Optional<Column<?>> column = known.computeIfAbsent(value.getClass(), this::column);
        if (column.isPresent()) {
            return column.get().kept(value);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        throw unknown(value.getClass());
    }

    private Optional<Column<?>> column(Class<?> type) {
        for (Column<?> column : columns) {
            if (column.type().isAssignableFrom(type)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private String json(Collection<?> many) {
        var json = new StringBuilder();
        writeArray(json, many);
        return json.toString();
    }

    private void writeArray(StringBuilder json, Collection<?> many) {
        json.append('[');
        boolean isFirst = true;
        for (Object value : many) {
            if (!isFirst) {
                json.append(',');
            }
            isFirst = false;
            writeElement(json, value);
        }
        json.append(']');
    }

    /** A collection in a collection is a row with several columns. */
    private void writeElement(StringBuilder json, @Nullable Object value) {
        if (value instanceof Collection<?> row) {
            writeArray(json, row);
            return;
        }
        Object kept = kept(value);
        if (kept instanceof byte[] bytes) {
            json.append('"').append(HexFormat.of().formatHex(bytes)).append('"');
        } else if (kept instanceof String text) {
            writeQuoted(json, text);
        } else {
            json.append(kept);
        }
    }

    private static void writeQuoted(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private static IllegalStateException unknown(Class<?> type) {
        return new IllegalStateException("no column is known for " + type.getName()
                + ": give the store a type that is, or add a Column for it to its part in SqliteParts");
    }

    @Override
    public Object getResult(ResultSet row, String column) {
        throw new IllegalStateException("column " + column + " is read into a type for which no Column is known");
    }

    @Override
    public Object getResult(ResultSet row, int column) {
        throw new IllegalStateException("column " + column + " is read into a type for which no Column is known");
    }

    @Override
    public Object getResult(CallableStatement statement, int column) {
        throw new UnsupportedOperationException("SQLite has no stored procedures");
    }
}
