package org.somoim.sqlite.faults;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections of which one call fails, before it is carried out or after. Counts the calls that reach the database: getting
 * a connection, preparing and running statements, beginning, committing and undoing. For hosts, too: wrap a {@code
 * DataSource}, open the library with {@code SqliteDatabase.on}, and let one call after the other fail until {@link
 * #hasFailed()} says that there are no more. For one thread.
 */
public final class FailingDataSource implements DataSource {
    private static final Set<String> COUNTED =
            Set.of("prepareStatement", "execute", "executeUpdate", "executeQuery", "executeBatch");

    /** When the call fails. */
    public enum Moment {
        /** The database never hears of it. */
        BEFORE,
        /** It is carried out, and the caller does not learn of it. */
        AFTER
    }

    private final DataSource real;
    private int calls;
    private int failing;
    private Moment moment = Moment.BEFORE;

    /** Fails at nothing until told to. */
    public FailingDataSource(DataSource real) {
        this.real = real;
    }

    /**
     * From now on the {@code nth} call fails, and no other, with an {@link SQLException}.
     *
     * @param nth counted from one, beginning with the next call; 0 for none
     */
    public void fail(int nth, Moment when) {
        calls = 0;
        failing = nth;
        moment = when;
    }

    /** How many calls there were since {@link #fail}. */
    int calls() {
        return calls;
    }

    /** Whether the call that should fail has come. */
    public boolean hasFailed() {
        return failing > 0 && calls >= failing;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted(real::getConnection, Connection.class);
    }

    private <T> T counted(Call<T> call, Class<T> type) throws SQLException {
        calls++;
        boolean isFailing = calls == failing;
        if (isFailing && moment == Moment.BEFORE) {
            throw new SQLException("failed on purpose, before call " + calls);
        }
        T result = call.make();
        if (isFailing) {
            if (result instanceof Connection connection) {
                connection.close();
            }
            throw new SQLException("failed on purpose, after call " + calls);
        }
        return wrapped(result, type);
    }

    @SuppressWarnings("unchecked")
    private <T> T wrapped(T real, Class<T> type) {
        if (!type.isInterface() || !(real instanceof Connection || real instanceof Statement)) {
            return real;
        }
        Class<?> face = real instanceof PreparedStatement
                ? PreparedStatement.class
                : real instanceof Statement ? Statement.class : Connection.class;
        return (T) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {face}, (proxy, method, arguments) -> {
                    Call<Object> call = () -> {
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            if (e.getCause() instanceof SQLException sql) {
                                throw sql;
                            }
                            throw new IllegalStateException(e.getCause());
                        } catch (IllegalAccessException e) {
                            throw new IllegalStateException(e);
                        }
                    };
                    Class<Object> returned = (Class<Object>) method.getReturnType();
                    if (COUNTED.contains(method.getName())) {
                        return counted(call, returned);
                    }
                    return wrapped(call.make(), returned);
                });
    }

    @FunctionalInterface
    private interface Call<T> {
        T make() throws SQLException;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
