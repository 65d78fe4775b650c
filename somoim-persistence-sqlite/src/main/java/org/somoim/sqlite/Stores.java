package org.somoim.sqlite;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.session.AutoMappingUnknownColumnBehavior;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Stores of which MyBatis reads the statements, and {@link Call} runs them. Each call goes to the transaction that its thread
 * is in.
 */
final class Stores {
    private final List<SqlitePart> parts;
    private final Set<Class<?>> known;
    private final Map<Class<?>, Map<Method, Call>> calls = new ConcurrentHashMap<>();
    /** Made when the first statement is run. */
    private @Nullable Configuration configuration;

    Stores(List<SqlitePart> parts) {
        this.parts = List.copyOf(parts);
        this.known = parts.stream().flatMap(part -> part.stores().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Of all stores, whether anything was asked of them or not. */
    synchronized Configuration configuration() {
        known.forEach(this::calls);
        return reader();
    }

    /**
     * A store whose calls find their session by {@code inSession}. Its statements are read when the first of them is run, as a
     * start would otherwise wait for some five hundred.
     *
     * @throws IllegalStateException if {@code type} is in no part or is not public
     */
    <S> S store(Class<S> type, Function<Function<Session, @Nullable Object>, @Nullable Object> inSession) {
        if (!known.contains(type)) {
            throw new IllegalStateException(type.getName() + " is in no SqlitePart; add it to its part in SqliteParts");
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new IllegalStateException(type.getName() + " must be public: it is reached by reflection");
        }
        var handler = new Calls(type, method -> call(type, method), inSession);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Call call(Class<?> type, Method method) {
        Map<Method, Call> all = calls.get(type);
        return requireNonNull((all == null ? calls(type) : all).get(method));
    }

    /** Of every method that has SQL. MyBatis reads for one thread at a time. */
    private synchronized Map<Method, Call> calls(Class<?> type) {
        Map<Method, Call> read = calls.get(type);
        if (read == null) {
            read = read(reader(), type);
            calls.put(type, read);
        }
        return read;
    }

    private static Map<Method, Call> read(Configuration configuration, Class<?> type) {
        if (!configuration.hasMapper(type)) {
            // All SQL is in annotations: MyBatis need not look for a file next to the class.
            configuration.addLoadedResource("namespace:" + type.getName());
            configuration.addMapper(type);
        }
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .collect(Collectors.toUnmodifiableMap(method -> method, method -> {
                    String statement = type.getName() + "." + method.getName();
                    if (!configuration.hasStatement(statement)) {
                        throw new IllegalStateException(
                                statement + " has no SQL: annotate it, or make it a default method");
                    }
                    return Call.of(configuration.getMappedStatement(statement), method);
                }));
    }

    private Configuration reader() {
        Configuration reader = configuration;
        if (reader == null) {
            reader = new Configuration();
            reader.setMapUnderscoreToCamelCase(true);
            reader.setAutoMappingUnknownColumnBehavior(AutoMappingUnknownColumnBehavior.FAILING);
            reader.setCacheEnabled(false);
            Columns.register(
                    reader.getTypeHandlerRegistry(),
                    parts.stream().flatMap(part -> part.columns().stream()).toList(),
                    parts.stream().flatMap(part -> part.facts().stream()).toList());
            configuration = reader;
        }
        return reader;
    }

    /** Calls of one store. */
    private record Calls(
            Class<?> type,
            Function<Method, Call> calls,
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
                return session.statement(calls.apply(method), arguments);
            } catch (SQLException | RuntimeException e) {
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
    }
}
