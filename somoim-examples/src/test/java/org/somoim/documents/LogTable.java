package org.somoim.documents;

import static java.util.stream.Collectors.joining;
import static org.somoim.documents.Table.row;

import java.util.Locale;
import java.util.stream.Stream;
import org.somoim.logs.Field;
import org.somoim.logs.LogLine;

/** {@code docs/logs.md}. */
final class LogTable {
    private LogTable() {}

    static String text() {
        return """
                # What operators are told

                The library logs through SLF4J, and each line is one of this list. The message is constant; what differs comes as
                key-value pairs, which take numbers, constants and names out of the code, never text. Nothing of anyone is in the
                log: no id, address, name, password, token, network address, and nothing that people wrote. What is thrown is
                shown with its classes and stack traces, without messages, which might quote somebody.

                A host that writes JSON (Logback's `JsonEncoder`, `logstash-logback-encoder`, ...) has the pairs as fields; in a
                pattern they are `%kvp`. Field names follow the Elastic Common Schema where it has one.

                What is below WARN is good news and rare: a start, an end, new tables, a backup. HikariCP's and Flyway's own news of
                a start that goes well is not passed on, and MyBatis does not log statements, which would quote what is in them.

                ## Lines

                """
                + Table.of(
                        new String[] {"`event.action`", "Level", "Message", "Fields"},
                        Stream.of(LogLine.values())
                                .map(line -> row(
                                        "`" + line.action() + "`",
                                        line.level(),
                                        line.message(),
                                        line.fields().stream()
                                                .map(field -> "`" + field.key() + "`")
                                                .collect(joining(", "))))
                                .toList())
                + "\n## Fields\n\n"
                + Table.of(
                        new String[] {"Field", "Type", "Is"},
                        Stream.of(Field.values())
                                .map(field -> row("`" + field.key() + "`", type(field), field.meaning()))
                                .toList())
                + """

                ## Index template

                For Elasticsearch and OpenSearch; `@timestamp`, `log.level`, `log.logger`, `message` and `error.stack_trace` are for
                the host's encoder.

                ```json
                {
                  "index_patterns": ["somoim-*"],
                  "template": {
                    "mappings": {
                      "dynamic": false,
                      "properties": {
                        "@timestamp": {"type": "date"},
                        "log.level": {"type": "keyword"},
                        "log.logger": {"type": "keyword"},
                        "message": {"type": "text"},
                        "error.stack_trace": {"type": "text", "index": false},
                """
                + Stream.of(Field.values())
                        .map(field -> "        \"" + field.key() + "\": {\"type\": \"" + type(field) + "\"}")
                        .collect(joining(",\n"))
                + """

                      }
                    }
                  }
                }
                ```
                """;
    }

    private static String type(Field field) {
        return field.type().name().toLowerCase(Locale.ROOT);
    }
}
