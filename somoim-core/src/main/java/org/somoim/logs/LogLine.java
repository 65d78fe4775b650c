package org.somoim.logs;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Word;
import org.somoim.metrics.Tag;

/**
 * Every line that the library writes to the log: the one list. What a line says is constant; what differs comes as fields,
 * which take numbers, constants and names out of the code only.
 */
public enum LogLine {
    STARTED("somoim.started", Level.INFO, "The community is open.", Field.VERSION),
    STOPPED("somoim.stopped", Level.INFO, "The community is closed.", Field.VERSION),
    MIGRATED("store.migrated", Level.INFO, "The tables were brought up to date.", Field.COUNT, Field.DURATION),
    STORE_FAILED(
            "store.failed",
            Level.ERROR,
            "The store is broken, busy or full. The change did not happen.",
            Field.TROUBLE),
    STATEMENT_STOPPED(
            "store.statement-stopped",
            Level.WARN,
            "A statement ran longer than it may and was stopped.",
            Field.STATEMENT,
            Field.DURATION),
    CONNECTION_REPLACED(
            "store.connection-replaced",
            Level.DEBUG,
            "A connection could not undo a change and was closed, which undoes it."),
    CONNECTION_NOT_CLOSED("store.connection-not-closed", Level.WARN, "A connection could not be closed."),
    BACKUP_TAKEN("backup.taken", Level.INFO, "A copy of the database was made.", Field.BYTES, Field.DURATION),
    BACKUP_FAILED("backup.failed", Level.ERROR, "A copy of the database could not be made. No half copy is left."),
    BACKUP_RESTORED("backup.restored", Level.WARN, "A copy was put in the place of the database."),
    FACT_SET_ASIDE(
            "facts.set-aside",
            Level.ERROR,
            "A listener failed on a fact too often. It goes on without it, until it is tried again.",
            Field.LISTENER,
            Field.POSITION,
            Field.FAILURES,
            Field.ERROR),
    LETTER_DELAYED(
            "letters.delayed",
            Level.WARN,
            "A letter could not be sent and will be tried again.",
            Field.FAILURES,
            Field.ERROR),
    LETTER_GIVEN_UP(
            "letters.given-up",
            Level.ERROR,
            "A letter could not be sent for a day and is given up.",
            Field.FAILURES,
            Field.ERROR),
    DETECTOR_FAILED(
            "moderation.detector-failed",
            Level.WARN,
            "A detector failed and has said nothing about what it was shown.",
            Field.DETECTOR,
            Field.ERROR),
    CALL_FAILED("http.failed", Level.ERROR, "A call failed by a mistake of ours.", Field.METHOD, Field.ROUTE),
    CALL_WITHOUT_STORE(
            "http.store-unavailable",
            Level.ERROR,
            "A call failed because the store is busy or broken.",
            Field.METHOD,
            Field.ROUTE),
    DELIVERY_FAILED(
            "http.delivery-failed",
            Level.ERROR,
            "What follows a change failed and will be tried again.",
            Field.METHOD,
            Field.ROUTE),
    HINT_LOST(
            "live.hint-lost",
            Level.ERROR,
            "Someone who is connected was not told where to look, and will be with the next."),
    SOCKET_FAILED("live.socket-failed", Level.ERROR, "A socket was closed because what it needed failed.");

    private final String action;
    private final Level level;
    private final String message;
    private final List<Field> fields;

    LogLine(String action, Level level, String message, Field... fields) {
        this.action = action;
        this.level = level;
        this.message = message;
        this.fields = List.of(fields);
    }

    /** Stable name for programs, such as {@code letters.given-up}. Part of the public API. */
    public String action() {
        return action;
    }

    public Level level() {
        return level;
    }

    public String message() {
        return message;
    }

    /** What comes with it besides its name. */
    public List<Field> fields() {
        return fields;
    }

    /** Begins a line; {@link Draft#log()} ends it. */
    public Draft to(Logger logger) {
        return new Draft(logger.atLevel(level).setMessage(message).addKeyValue(Field.ACTION.key(), action));
    }

    /** A line that is being written. No method takes text. */
    public static final class Draft {
        private final LoggingEventBuilder line;

        private Draft(LoggingEventBuilder line) {
            this.line = line;
        }

        public Draft with(Field field, long number) {
            return put(field, number);
        }

        public Draft with(Field field, Duration took) {
            return put(field, took.toNanos());
        }

        public Draft with(Field field, Enum<?> constant) {
            return put(field, constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        public Draft with(Field field, Tag tag) {
            return put(field, tag.value());
        }

        /** A word never is what people wrote. */
        public Draft with(Field field, Word word) {
            return put(field, word.value());
        }

        public Draft with(Field field, FactLog.Error error) {
            return put(field, error.className());
        }

        public Draft with(Field field, Class<?> type) {
            return put(field, type.getSimpleName());
        }

        public Draft with(Field field, Method method) {
            return put(field, method.getDeclaringClass().getSimpleName() + "." + method.getName());
        }

        /** With its stack trace, but without messages, which may quote what people wrote. */
        public Draft because(Throwable thrown) {
            line.setCause(Faceless.of(thrown));
            return this;
        }

        public void log() {
            line.log();
        }

        private Draft put(Field field, Object value) {
            line.addKeyValue(field.key(), value);
            return this;
        }
    }
}
