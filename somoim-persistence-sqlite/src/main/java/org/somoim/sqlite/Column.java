package org.somoim.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type are kept in a column. Null is kept as null.
 *
 * <p>A capability that has a value type of its own adds one line: {@code Column.text(Email.class, Email::value,
 * Email::new)}.
 */
public final class Column<T> {
    private final Class<? super T> type;
    private final Function<T, Object> write;
    private final Fetch<T> fetch;

    private Column(Class<? super T> type, Function<T, Object> write, Fetch<T> fetch) {
        this.type = type;
        this.write = write;
        this.fetch = fetch;
    }

    /** A column of type {@code text}. */
    public static <T> Column<T> text(Class<? super T> type, Function<T, String> write, Function<String, T> read) {
        return new Column<>(type, write::apply, (row, column) -> {
            String kept = row.getString(column);
            return kept == null ? null : read.apply(kept);
        });
    }

    /** A column of type {@code integer}. */
    public static <T> Column<T> integer(Class<? super T> type, Function<T, Long> write, Function<Long, T> read) {
        return new Column<>(type, write::apply, (row, column) -> {
            long kept = row.getLong(column);
            return row.wasNull() ? null : read.apply(kept);
        });
    }

    /** A column of type {@code blob}. */
    public static <T> Column<T> blob(Class<? super T> type, Function<T, byte[]> write, Function<byte[], T> read) {
        return new Column<>(type, write::apply, (row, column) -> {
            byte[] kept = row.getBytes(column);
            return kept == null ? null : read.apply(kept);
        });
    }

    Class<? super T> type() {
        return type;
    }

    /** What is put into the column for {@code value}: text, a whole number or bytes. */
    @SuppressWarnings("unchecked") // the type has been compared
    Object kept(Object value) {
        return write.apply((T) type.cast(value));
    }

    /** Null if the column is. */
    @Nullable
    T from(ResultSet row, int column) throws SQLException {
        return fetch.from(row, column);
    }

    @FunctionalInterface
    private interface Fetch<T> {
        @Nullable
        T from(ResultSet row, int column) throws SQLException;
    }
}
