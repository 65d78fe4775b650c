package org.somoim.examples.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mindrot.jbcrypt.BCrypt;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.accounts.Password;
import org.somoim.groups.Groups;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Page;
import org.somoim.mail.Email;
import org.somoim.sqlite.Sqlite;

@Covers("DAT-9")
class ImportCommandTest {
    private static final String GROUP = """
            {"row":"group","ref":"a","owner":"7","name":"Saturday hikers","visibility":"PRIVATE",\
            "join_policy":"REQUEST","created_at":"2019-04-06T00:00:00Z"}""";
    private static final String POST = """
            {"row":"post","ref":"x1","group":"a","author":"7","body":"**북한산**","created_at":"2019-05-02T00:00:00Z"}""";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(boolean isTerminal, Object... arguments) {
        said.reset();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new ImportCommand(out, isTerminal)
                .run(Stream.of(arguments).map(Object::toString).toList());
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String person(String ref, String password) {
        return """
                {"row":"person","ref":"%s","email":"p%s@example.org","password":"%s","display_name":"민지",\
                "created_at":"2019-04-05T06:07:08Z"}""".formatted(ref, ref, password);
    }

    private Path file(String... lines) throws Exception {
        return Files.write(folder.resolve("rows.jsonl"), List.of(lines));
    }

    @Test
    void whoHadAPasswordThereEntersWithItHere() throws Exception {
        Path town = folder.resolve("town.db");
        String hash = BCrypt.hashpw("slow and steady", BCrypt.gensalt(4)).replaceFirst("a", "b");
        Path rows = file(person("7", hash), GROUP, POST);

        assertThat(run(false, town, rows, "old-forum", "--rehearse")).isZero();
        assertThat(said()).contains("3 of 3 rows", "3 rows would be brought in, 0 were here already, 0 were refused.");
        assertThat(run(false, town, rows, "old-forum")).isZero();
        assertThat(said()).contains("3 rows were brought in, 0 were here already");
        assertThat(run(true, town, rows, "old-forum")).isZero();
        assertThat(said()).contains("100%", "0 rows were brought in, 3 were here already");

        try (Somoim somoim = Sqlite.open(town)) {
            var minji = Actor.person(somoim.passwords()
                    .logIn(Actor.visitor(), Email.of("p7@example.org"), Password.of("slow and steady"), Origin.UNKNOWN)
                    .id());
            Groups.Belonging hikers =
                    somoim.groups().mine(minji, Page.Ask.first()).items().get(0);
            assertThat(somoim.posts()
                            .inGroup(minji, hikers.group().id(), Page.Ask.first())
                            .items())
                    .hasSize(1);
        }
    }

    @Test
    void eachRowThatCannotBeTakenIsNamedAndTheOthersComeIn() throws Exception {
        Path rows = file(
                "",
                "{\"row\":\"person\"",
                "[]",
                "{\"row\":\"dragon\"}",
                person("7", "5f4dcc3b5aa765d61d8327deb882cf99"),
                "{\"row\":\"person\",\"ref\":\"8\",\"email\":\"nowhere\",\"display_name\":\"Jun\",\"created_at\":\"2019-04-05T06:07:08Z\"}",
                "{\"row\":\"person\",\"ref\":\"8\",\"email\":\"p8@example.org\",\"display_name\":\"Jun\",\"created_at\":\"yesterday\"}",
                "{\"row\":\"person\",\"ref\":\"8\",\"email\":\"p8@example.org\",\"display_name\":\"Jun\",\"created_at\":\"2019-04-05T06:07:08Z\"}",
                GROUP);

        for (boolean isTerminal : List.of(false, true)) {
            assertThat(run(isTerminal, folder.resolve("town-" + isTerminal + ".db"), rows, "old-forum"))
                    .isOne();
            assertThat(said())
                    .contains(
                            "Row 1: imports.unreadable-row",
                            "Row 2: imports.unreadable-row",
                            "Row 3: imports.unreadable-row",
                            "Row 4: imports.unreadable-row",
                            "Row 5: imports.unreadable-row",
                            "Row 6: mail.not-an-email",
                            "Row 7: http.not-an-instant",
                            "Row 9: imports.unknown-reference",
                            "1 rows were brought in, 0 were here already, 8 were refused.");
        }
    }

    @Test
    void aWrongCallAndAMissingFileAreExplained() {
        assertThat(run(false)).isEqualTo(2);
        assertThat(said()).contains("Usage: import DATABASE FILE SOURCE");
        assertThat(run(false, "a", "b", "old-forum", "--dry-run")).isEqualTo(2);
        assertThat(run(false, folder.resolve("town.db"), folder.resolve("none.jsonl"), "old-forum"))
                .isOne();
        assertThat(said()).contains("none.jsonl");
        assertThat(run(false, folder.resolve("town.db"), folder.resolve("none.jsonl"), "Old Forum"))
                .isEqualTo(2);
    }
}
