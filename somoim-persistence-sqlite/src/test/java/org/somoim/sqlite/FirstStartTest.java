package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Somoim;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.StartFailure;
import org.somoim.mail.Email;
import org.somoim.sqlite.keys.KeyCabinet;

/** A first start that does not come to its end, or is not the only one. */
class FirstStartTest {
    private static final Email EMAIL = Email.of("minji@example.org");
    private static final Password PASSWORD = Password.of("correct horse battery staple");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("somoim.db");
    }

    private Path key() {
        return folder.resolve("somoim.db.key");
    }

    @Test
    void aFirstStartThatWasCutShortAtAnyPointCanBeMadeAgain() throws Exception {
        Files.createFile(file());
        KeyFile.readOrMake(key(), new SecureRandom());
        Sqlite.open(file()).close();
        assertThat(KeyCabinet.cabinetOf(file())).exists();

        Files.delete(file());
        try (Somoim community = Sqlite.open(file())) {
            community.accounts().open(Actor.host("scene"), new NewAccount(EMAIL, PASSWORD, Line.of("민지")));
        }
        try (Somoim community = Sqlite.open(file())) {
            assertThat(community
                            .passwords()
                            .logIn(Actor.visitor(), EMAIL, PASSWORD, Origin.UNKNOWN)
                            .email())
                    .isEqualTo(EMAIL);
        }
    }

    @Test
    void aKeyThatPasswordsNeedIsNeverMadeAnew() throws Exception {
        try (Somoim community = Sqlite.open(file())) {
            community.accounts().open(Actor.host("scene"), new NewAccount(EMAIL, PASSWORD, Line.of("민지")));
        }
        Files.delete(key());

        assertThatThrownBy(() -> Sqlite.open(file()))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.where()).isEqualTo(key().toString()));
        assertThat(key()).doesNotExist();
    }
}
