package org.somoim.sqlite;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.ReuseExecutor;
import org.apache.ibatis.logging.Log;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.AutoMappingUnknownColumnBehavior;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.Transaction;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Stores that MyBatis writes. Each call goes to the transaction that its thread is in. MyBatis sees connections, and
 * never commits, closes or caches.
 */
final class Stores {
    private final Configuration configuration;
    private final SqlSessionFactory sessions;

    /** @param dataSource MyBatis wants one; no connection is taken from it */
    Stores(DataSource dataSource, List<SqlitePart> parts) {
        var transactions = new ManagedTransactionFactory();
        var never = new Properties();
        never.setProperty("closeConnection", "false");
        transactions.setProperties(never);
        configuration = new Unwatched(new Environment("somoim", transactions, dataSource));
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setAutoMappingUnknownColumnBehavior(AutoMappingUnknownColumnBehavior.FAILING);
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setCacheEnabled(false);
        Columns.register(
                configuration.getTypeHandlerRegistry(),
                parts.stream().flatMap(part -> part.columns().stream()).toList(),
                parts.stream().flatMap(part -> part.facts().stream()).toList());
        parts.stream().flatMap(part -> part.stores().stream()).forEach(configuration::addMapper);
        sessions = new DefaultSqlSessionFactory(configuration);
    }

    Configuration configuration() {
        return configuration;
    }

    /** Prepares each statement once, however often the transaction runs it. */
    SqlSession on(Connection connection) {
        return sessions.openSession(ExecutorType.REUSE, connection);
    }

    /**
     * A store whose calls find their session by {@code inSession}.
     *
     * @throws IllegalStateException if {@code type} is in no part, is not public, or has a method without SQL
     */
    <S> S store(Class<S> type, Function<Function<Session, @Nullable Object>, @Nullable Object> inSession) {
        if (!configuration.hasMapper(type)) {
            throw new IllegalStateException(type.getName() + " is in no SqlitePart; add it to its part in SqliteParts");
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new IllegalStateException(type.getName() + " must be public: it is reached by reflection");
        }
        var handler = new Calls<>(type, writes(type), inSession);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Every method that has SQL, and whether that SQL writes. */
    private Map<Method, Boolean> writes(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .collect(Collectors.toUnmodifiableMap(method -> method, method -> {
                    String statement = type.getName() + "." + method.getName();
                    if (!configuration.hasStatement(statement)) {
                        throw new IllegalStateException(
                                statement + " has no SQL: annotate it, or make it a default method");
                    }
                    return configuration.getMappedStatement(statement).getSqlCommandType() != SqlCommandType.SELECT;
                }));
    }

    /** MyBatis, but for its log of statements, which quotes what is written and read. */
    private static final class Unwatched extends Configuration {
        Unwatched(Environment environment) {
            super(environment);
        }

        @Override
        public Executor newExecutor(Transaction transaction, ExecutorType type) {
            return new ReuseExecutor(this, transaction) {
                @Override
                protected Connection getConnection(Log statementLog) throws SQLException {
                    return transaction.getConnection();
                }
            };
        }
    }

    /** Calls of one store. */
    private record Calls<S>(
            Class<S> type,
            Map<Method, Boolean> writes,
            Function<Function<Session, @Nullable Object>, @Nullable Object> inSession)
            implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> arguments != null && self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> type.getSimpleName();
                };
            }
            return inSession.apply(
                    session -> method.isDefault() ? ownCode(self, method, arguments) : sql(session, method, arguments));
        }

        private @Nullable Object sql(Session session, Method method, Object @Nullable [] arguments) {
            try {
                return session.statement(
                        type, method, requireNonNull(writes.get(method)), store -> call(store, method, arguments));
            } catch (Throwable e) {
                throw Failures.unwrapped(e);
            }
        }

        /** The store's own Java may throw what it likes; the statements that it runs come back to this handler. */
        private static @Nullable Object ownCode(Object self, Method method, Object @Nullable [] arguments) {
            try {
                return InvocationHandler.invokeDefault(self, method, arguments);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new UndeclaredThrowableException(e);
            }
        }

        private static @Nullable Object call(Object store, Method method, Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(store, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
