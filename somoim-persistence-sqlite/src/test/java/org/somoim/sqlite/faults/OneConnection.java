package org.somoim.sqlite.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool of one connection: whoever takes it has it as the one before has left it. For one thread. */
final class OneConnection implements AutoCloseable {
    private final DataSource real;
    private Connection kept;
    private boolean isLent;

    OneConnection(DataSource real) {
        this.real = real;
    }

    DataSource source() {
        return proxy(DataSource.class, real, (name, call) -> name.equals("getConnection") ? lend() : call.make());
    }

    /** Closes it; the next one is another. */
    @Override
    public void close() throws SQLException {
        if (kept != null) {
            kept.close();
        }
    }

    private Connection lend() throws SQLException {
        if (isLent) {
            return real.getConnection();
        }
        if (kept == null || kept.isClosed()) {
            kept = real.getConnection();
        }
        isLent = true;
        return proxy(Connection.class, kept, (name, call) -> {
            if (name.equals("close")) {
                isLent = false;
                return null;
            }
            return call.make();
        });
    }

    @FunctionalInterface
    private interface Call {
        Object make() throws Throwable;
    }

    @FunctionalInterface
    private interface Instead {
        Object of(String name, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> face, T real, Instead instead) {
        return face.cast(Proxy.newProxyInstance(
                face.getClassLoader(),
                new Class<?>[] {face},
                (proxy, method, arguments) -> instead.of(method.getName(), () -> {
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }
}
