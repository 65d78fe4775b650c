package org.somoim.http.roles;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.somoim.http.roles.Matrix.Row;

/** The matrix as {@code docs/roles.md}. */
final class Printed {
    private static final String HEAD = """
            # Who gets what

            Every route, called by every kind of caller about what is their own and what is others'; the status each gets. It is
            printed by the test that makes these calls. What the columns may do by rule is in [permissions](permissions.md), the
            codes behind the statuses are in [errors](errors.md).

            - **stranger** has an account and nothing else; **suspended** was a member until their account was closed;
              **invited** to **owner** are so in every group of others; **site admin** runs the community and is a stranger to
              the groups; **banned** was put out of every group; **blocked** is a member whom the author of what is asked for
              has blocked.
            - **own** is the caller's altogether: on their page, in a group they own, sent to them. A visitor, who has nothing of
              their own, asks about somebody's.
            - Pages for shared groups are for whoever shares a group with their owner: here member, moderator, admin and owner.
            - 404 is, to the letter, what is answered for an id that does not exist. 409 is a conflict with how things stand, such
              as joining twice; two more are of that sort: 403 to strangers who join a private group (`groups.ask-first`), and 422
              for blocking oneself.

            """;

    private Printed() {}

    /** @throws IllegalStateException if tests do not run inside the repository */
    static Path file() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("docs/requirements.md"))) {
                return at.resolve("docs/roles.md");
            }
        }
        throw new IllegalStateException(
                "There is no docs/requirements.md above " + Path.of("").toAbsolutePath());
    }

    static String text(List<Row> rows) {
        Stream<String> head = Stream.concat(
                Stream.of("Call", "About"), Arrays.stream(Caller.values()).map(Caller::inWords));
        String rule = "| --- ".repeat(Caller.values().length + 2) + "|\n";
        return HEAD + line(head) + rule + lines(rows);
    }

    /** Where several places give the same, they are one line. */
    private static String lines(List<Row> rows) {
        Map<Map.Entry<String, Map<Caller, Integer>>, String> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            lines.merge(
                    Map.entry("`" + row.question().name() + "`", row.statuses()),
                    row.whose().inWords(),
                    (one, other) -> one + "; " + other);
        }
        return lines.entrySet().stream()
                .map(line -> line(Stream.concat(
                        Stream.of(line.getKey().getKey(), line.getValue()),
                        line.getKey().getValue().values().stream().map(String::valueOf))))
                .collect(joining());
    }

    private static String line(Stream<String> cells) {
        return cells.collect(joining(" | ", "| ", " |\n"));
    }
}
