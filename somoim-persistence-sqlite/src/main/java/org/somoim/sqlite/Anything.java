package org.somoim.sqlite;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of which MyBatis does not know the type beforehand. In its place MyBatis has a handler that keeps whatever
 * comes as {@code toString()}; this one knows what it keeps, or refuses.
 */
final class Anything implements TypeHandler<Object> {
    private final List<Column<?>> columns;

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
        for (Column<?> column : columns) {
            if (column.type().isInstance(value)) {
                return column.kept(value);
            }
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        throw unknown(value.getClass());
    }

    private String json(Collection<?> many) {
        return many.stream().map(this::jsonElement).collect(Collectors.joining(",", "[", "]"));
    }

    private String jsonElement(@Nullable Object value) {
        Object kept = kept(value);
        if (kept instanceof byte[] bytes) {
            return '"' + HexFormat.of().formatHex(bytes) + '"';
        }
        return kept instanceof String text ? quoted(text) : String.valueOf(kept);
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
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
