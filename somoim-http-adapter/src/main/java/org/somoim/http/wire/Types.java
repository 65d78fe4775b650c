package org.somoim.http.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.KernelReason;
import org.somoim.kernel.Refusal;

/** How the types of a request are told apart, and how those that are text are read. */
public final class Types {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** What makes a value of text, looked for once for each type. */
    private static final ClassValue<Making> MAKING = new ClassValue<>() {
        @Override
        protected Making computeValue(Class<?> type) {
            return making(type);
        }
    };

    /** Whether a record is one {@code String} called {@code value}. */
    private static final ClassValue<Boolean> TEXT = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return components.length == 1
                    && components[0].getType() == String.class
                    && components[0].getName().equals("value");
        }
    };

    @FunctionalInterface
    private interface Making {
        Object of(String text) throws ReflectiveOperationException;
    }

    /** Calls something by reflection. */
    @FunctionalInterface
    interface Reflection {
        Object make() throws ReflectiveOperationException;
    }

    private Types() {}

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    /** Whether {@code type} is one of the library's words for text: a record of one {@code String}, or an id or a cursor. */
    public static boolean isText(Class<?> type) {
        if (type == Id.class || type == Cursor.class) {
            return true;
        }
        return type.isRecord() && TEXT.get(type);
    }

    /**
     * Reads text as a value of {@code type}: an id, a cursor, an instant, a date, a time by the clock on the wall, an enum, a string, or a record of one
     * string called {@code value}, through its {@code of(String)} if there is one.
     *
     * @throws Refusal as the type itself does, {@link WireReason#UNKNOWN_VALUE}, {@link WireReason#NOT_AN_INSTANT}, {@link
     *     KernelReason#BROKEN_TEXT}
     */
    static Object parse(String text, Class<?> type) {
        if (type == Id.class) {
            return Id.of(text);
        }
        if (type == Cursor.class) {
            return Cursor.parse(text);
        }
        if (type == Instant.class || type == LocalDate.class || type == LocalDateTime.class) {
            return time(text, type);
        }
        if (type.isEnum()) {
            return constant(text, type);
        }
        if (type == String.class) {
            return wellFormed(text);
        }
        if (isText(type)) {
            return made(wellFormed(text), type);
        }
        throw new IllegalStateException("no way to read text as " + type);
    }

    private static Object time(String text, Class<?> type) {
        try {
            if (type == LocalDate.class) {
                return LocalDate.parse(text);
            }
            if (type == LocalDateTime.class) {
                return LocalDateTime.parse(text);
            }
            Instant instant = Instant.parse(text);
            // Outside these years milliseconds since 1970 overflow, or RFC 3339 cannot write it.
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw WireReason.NOT_AN_INSTANT.refuse();
            }
            return instant;
        } catch (DateTimeParseException e) {
            throw WireReason.NOT_AN_INSTANT.refuse();
        }
    }

    private static Object constant(String text, Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw WireReason.UNKNOWN_VALUE.refuse();
    }

    private static String wellFormed(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw KernelReason.BROKEN_TEXT.refuse();
        }
        return text;
    }

    private static Object made(String text, Class<?> type) {
        return made(type, () -> MAKING.get(type).of(text));
    }

    /** @throws Refusal as what {@code reflection} calls does */
    static Object made(Class<?> type, Reflection reflection) {
        try {
            return reflection.make();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException("cannot make a " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private static Making making(Class<?> type) {
        try {
            Method of = type.getMethod("of", String.class);
            if (Modifier.isStatic(of.getModifiers()) && type.isAssignableFrom(of.getReturnType())) {
                return text -> of.invoke(null, text);
            }
        } catch (NoSuchMethodException none) {
            // Then by its constructor.
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(String.class);
            canonical.setAccessible(true);
            return canonical::newInstance;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }
}
