package org.somoim.sqlite;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** Connections whose whole statements, such as those that begin and end transactions, are listened to and can be made to fail. */
final class TappedDataSource {
    private final SQLiteDataSource real;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> run = new CopyOnWriteArrayList<>();
    private final List<String> prepared = new CopyOnWriteArrayList<>();
    private volatile Tap tap = sql -> {};

    TappedDataSource(SQLiteDataSource real) {
        this.real = real;
    }

    /** Hears of a statement before the database does. */
    @FunctionalInterface
    interface Tap {
        void before(String sql) throws SQLException;
    }

    void tap(Tap other) {
        tap = other;
    }

    /** How often {@code sql} has been carried out or tried. */
    long heard(String sql) {
        return heard.stream().filter(sql::equals).count();
    }

    /** Prepared statements that have been run, each time that they were. */
    List<String> run() {
        return run;
    }

    /** Statements that have been prepared, each time that they were. */
    List<String> prepared() {
        return prepared;
    }

    DataSource source() {
        return proxy(
                DataSource.class,
                (self, method, arguments) ->
                        method.getName().equals("getConnection") ? connection() : passed(real, method, arguments));
    }

    private Connection connection() throws SQLException {
        Connection connection = real.getConnection();
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = passed(connection, method, arguments);
            return switch (method.getName()) {
                case "createStatement" -> statement((Statement) result);
                case "prepareStatement" -> prepared((PreparedStatement) result, arguments[0].toString());
                default -> result;
            };
        });
    }

    private PreparedStatement prepared(PreparedStatement statement, String sql) {
        prepared.add(sql);
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                run.add(sql);
            }
            return passed(statement, method, arguments);
        });
    }

    private Statement statement(Statement statement) {
        return proxy(Statement.class, (self, method, arguments) -> {
            if (method.getName().equals("execute")) {
                String sql = arguments[0].toString();
                heard.add(sql);
                tap.before(sql);
            }
            return passed(statement, method, arguments);
        });
    }

    private static Object passed(Object to, Method method, Object[] arguments) throws Throwable {
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
