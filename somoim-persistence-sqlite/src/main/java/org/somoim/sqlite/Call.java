package org.somoim.sqlite;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.executor.keygen.NoKeyGenerator;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.scripting.defaults.RawSqlSource;
import org.jspecify.annotations.Nullable;

/**
 * One method of a store and its statement, as MyBatis has read them. What MyBatis finds out at each call, such as how the
 * arguments are called and what becomes of the rows, is found out once; so a call makes no objects but those that it is
 * about.
 */
final class Call {
    private final MappedStatement mapped;
    private final Method method;
    private final String sql;
    private final Binding binding;
    private final Answer answer;
    /** What the columns are is known when it has been run. */
    private volatile @Nullable Rows rows;

    private Call(MappedStatement mapped, Method method, String sql, Binding binding, Answer answer) {
        this.mapped = mapped;
        this.method = method;
        this.sql = sql;
        this.binding = binding;
        this.answer = answer;
    }

    /** What comes of a statement. */
    private enum Answer {
        NOTHING,
        COUNT,
        LONG_COUNT,
        WHETHER,
        ONE,
        MAYBE_ONE,
        ALL,
        DIFFERENT
    }

    /** @throws IllegalStateException if the statement is of a kind that no store needs so far */
    static Call of(MappedStatement mapped, Method method) {
        if (!(mapped.getSqlSource() instanceof RawSqlSource) || !(mapped.getKeyGenerator() instanceof NoKeyGenerator)) {
            throw new IllegalStateException(mapped.getId() + ": write SQL that is the same for all arguments,"
                    + " and ask for no key that SQLite makes");
        }
        return new Call(
                mapped, method, mapped.getBoundSql(null).getSql(), Binding.of(mapped, method), answer(mapped, method));
    }

    private static Answer answer(MappedStatement mapped, Method method) {
        Class<?> type = method.getReturnType();
        if (mapped.getSqlCommandType() == SqlCommandType.SELECT) {
            if (type == List.class) {
                return Answer.ALL;
            }
            if (type == Set.class) {
                return Answer.DIFFERENT;
            }
            if (Iterable.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type) || type.isArray()) {
                throw new IllegalStateException(mapped.getId() + ": several are a List or a Set");
            }
            return type == Optional.class ? Answer.MAYBE_ONE : Answer.ONE;
        }
        if (type == void.class) {
            return Answer.NOTHING;
        }
        if (type == boolean.class) {
            return Answer.WHETHER;
        }
        if (type == int.class || type == long.class) {
            return type == int.class ? Answer.COUNT : Answer.LONG_COUNT;
        }
        throw new IllegalStateException(mapped.getId() + " changes rows: how many is an int or a long, whether any a"
                + " boolean, and not a " + type.getSimpleName());
    }

    Class<?> store() {
        return method.getDeclaringClass();
    }

    Method method() {
        return method;
    }

    boolean isWrite() {
        return mapped.getSqlCommandType() != SqlCommandType.SELECT;
    }

    /** @throws IllegalStateException if a row and its record do not fit together, or there are several for one */
    @Nullable
    Object on(Statements statements, @Nullable Object @Nullable [] arguments) throws SQLException {
        PreparedStatement statement = statements.of(sql);
        binding.bind(statement, arguments);
        return switch (answer) {
            case NOTHING -> {
                statement.executeUpdate();
                yield null;
            }
            case COUNT -> statement.executeUpdate();
            case LONG_COUNT -> (long) statement.executeUpdate();
            case WHETHER -> statement.executeUpdate() > 0;
            case ALL -> all(statement);
            case DIFFERENT -> new HashSet<>(all(statement));
            case MAYBE_ONE -> Optional.ofNullable(one(statement));
            case ONE -> given(one(statement));
        };
    }

    private @Nullable Object one(PreparedStatement statement) throws SQLException {
        List<@Nullable Object> all = all(statement);
        if (all.size() > 1) {
            throw new IllegalStateException(mapped.getId() + " gives " + all.size() + " rows for one");
        }
        return all.isEmpty() ? null : all.get(0);
    }

    private @Nullable Object given(@Nullable Object value) {
        if (value == null && method.getReturnType().isPrimitive()) {
            throw new IllegalStateException(mapped.getId() + " gives nothing where a value is needed");
        }
        return value;
    }

    private List<@Nullable Object> all(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            Rows known = rows;
            if (known == null) {
                known = Rows.of(mapped, found.getMetaData());
                rows = known;
            }
            return known.read(found);
        }
    }
}
