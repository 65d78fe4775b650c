package org.somoim.benchmarks;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Takes down what the library asks the database for, values included, so that {@link Player} can ask the very same by hand:
 * what the library would cost if it cost nothing. So what is compared cannot drift from what the library does.
 */
final class Tape {
    private final SQLiteDataSource real;
    private List<Step> steps = new ArrayList<>();

    Tape(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        real = new SQLiteDataSource(config);
        real.setUrl("jdbc:sqlite:" + file);
    }

    /** @param values as they were bound, in order */
    record Step(String sql, List<@Nullable Object> values) {
        boolean isQuestion() {
            String word = sql.stripLeading().substring(0, 6).toLowerCase(Locale.ROOT);
            return word.startsWith("select") || word.startsWith("with ");
        }
    }

    /** What was asked since the last time. */
    List<Step> taken() {
        List<Step> taken = steps;
        steps = new ArrayList<>();
        return taken;
    }

    DataSource source() {
        return proxy(
                DataSource.class,
                (self, method, arguments) ->
                        method.getName().equals("getConnection") ? connection() : passed(real, method, arguments));
    }

    private Connection connection() throws Exception {
        Connection connection = real.getConnection();
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = passed(connection, method, arguments);
            return method.getName().equals("prepareStatement")
                    ? statement((PreparedStatement) requireNonNull(result), arguments[0].toString())
                    : result;
        });
    }

    private PreparedStatement statement(PreparedStatement statement, String sql) {
        var values = new TreeMap<Integer, @Nullable Object>();
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("set") && arguments.length > 1) {
                values.put((Integer) arguments[0], name.equals("setNull") ? null : arguments[1]);
            } else if (name.startsWith("execute")) {
                steps.add(new Step(sql, Collections.unmodifiableList(new ArrayList<>(values.values()))));
            }
            return passed(statement, method, arguments);
        });
    }

    private static @Nullable Object passed(Object to, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(to, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> face, InvocationHandler handler) {
        return face.cast(Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, handler));
    }
}
