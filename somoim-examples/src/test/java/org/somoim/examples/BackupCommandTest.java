package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.kernel.Actor;
import org.somoim.mail.Email;
import org.somoim.sqlite.Sqlite;

@Covers({"OPS-9", "OPS-10", "OPS-12"})
class BackupCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(Object... arguments) {
        said.reset();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new BackupCommand(InstantSource.system(), out)
                .run(Stream.of(arguments).map(Object::toString).toList());
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasTakenIsListedVerifiedAndPutBack() throws Exception {
        Path file = folder.resolve("town.db");
        Path backups = folder.resolve("backups");
        try (Somoim somoim = Sqlite.open(file)) {
            somoim.accounts().open(Actor.host("test"), Email.of("minji@example.org"));
            assertThat(run("take", file, backups)).isZero();
            assertThat(said()).contains("Sound.", "sha256");
            assertThat(run("list", file, backups)).isZero();
            assertThat(said()).contains(backups.toString());
        }
        Path copy;
        try (Stream<Path> files = Files.list(backups)) {
            copy = files.findFirst().orElseThrow();
        }
        Files.delete(file);
        assertThat(run("restore", file, copy)).isZero();
        assertThat(run("verify", file)).isZero();
        try (Somoim somoim = Sqlite.open(file)) {
            assertThat(somoim.accounts().holderOf(Email.of("minji@example.org")))
                    .isPresent();
        }
        assertThat(run("prune", file, backups, 1)).isZero();
        assertThat(said()).contains("Forgot 0");
    }

    @Test
    void whatIsWrongIsSaidAndHowToCall() throws Exception {
        Path broken = folder.resolve("broken.db");
        Files.writeString(broken, "nothing of the kind");

        assertThat(run("verify", broken)).isOne();
        assertThat(said()).contains("Broken");
        for (List<Object> wrong : List.<List<Object>>of(
                List.of(),
                List.of("take"),
                List.of("take", broken),
                List.of("fly", broken),
                List.of("prune", broken, folder, "x"))) {
            assertThat(run(wrong.toArray())).isEqualTo(2);
            assertThat(said()).contains("Usage");
        }
    }
}
