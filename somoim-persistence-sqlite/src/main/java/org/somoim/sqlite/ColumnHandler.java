package org.somoim.sqlite;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/** A column, as MyBatis wants it. */
record ColumnHandler<T>(Column<T> column) implements TypeHandler<T> {

    @Override
    public void setParameter(PreparedStatement statement, int place, @Nullable T value, @Nullable JdbcType ignored)
            throws SQLException {
        statement.setObject(place, value == null ? null : column.kept(value));
    }

    @Override
    public @Nullable T getResult(ResultSet row, String name) throws SQLException {
        return column.from(row, row.findColumn(name));
    }

    @Override
    public @Nullable T getResult(ResultSet row, int place) throws SQLException {
        return column.from(row, place);
    }

    @Override
    public T getResult(CallableStatement statement, int place) {
        throw new UnsupportedOperationException("SQLite has no stored procedures");
    }
}
