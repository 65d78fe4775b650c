package org.somoim.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** Everything that is logged under some names meanwhile, however unimportant. */
public final class Heard implements AutoCloseable {
    private final Map<Logger, Optional<Level>> before = new LinkedHashMap<>();
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }
    };

    /** @param names of loggers; those under them are heard as well */
    public Heard(String... names) {
        ear.start();
        for (String name : names) {
            var logger = (Logger) LoggerFactory.getLogger(name);
            before.put(logger, Optional.ofNullable(logger.getLevel()));
            logger.setLevel(Level.ALL);
            logger.setAdditive(false);
            logger.addAppender(ear);
        }
    }

    public List<ILoggingEvent> events() {
        return List.copyOf(events);
    }

    /** What a line of the library is called; other lines are left out. */
    public List<String> actions() {
        return ours().map(event -> fields(event).get(Field.ACTION.key())).toList();
    }

    /** Lines of the library as name and fields. */
    public List<String> lines() {
        return ours().map(event -> fields(event).get(Field.ACTION.key()) + " "
                        + event.getKeyValuePairs().stream()
                                .skip(1)
                                .map(pair -> pair.key + "=" + pair.value)
                                .collect(Collectors.joining(", ", "{", "}")))
                .toList();
    }

    private Stream<ILoggingEvent> ours() {
        return events.stream().filter(event -> event.getKeyValuePairs() != null);
    }

    /** In the order of the line. */
    public static Map<String, String> fields(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        return pairs == null
                ? Map.of()
                : pairs.stream().collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }

    /** All that a backend could write of it. */
    public static String whole(ILoggingEvent event) {
        return String.join(
                "\n",
                event.getLoggerName(),
                event.getThreadName(),
                event.getFormattedMessage(),
                Arrays.toString(event.getArgumentArray()),
                fields(event).toString(),
                event.getMDCPropertyMap().toString(),
                ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    @Override
    public void close() {
        before.forEach((logger, level) -> {
            logger.detachAppender(ear);
            logger.setAdditive(true);
            logger.setLevel(level.orElse(null));
        });
    }
}
