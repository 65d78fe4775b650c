package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;
import org.somoim.personaldata.Erasure;
import org.somoim.personaldata.Excerpt;
import org.somoim.sqlite.Sqlite;

/** What the document about personal data shows does what it says. */
class PersonalDataExamplesTest {
    @TempDir
    Path folder;

    @Test
    @Covers("ACC-8")
    void whoeverGoesTakesWhatIsTheirsAndLeavesNothing() {
        try (Somoim somoim = Sqlite.open(folder)) {
            Password password = Password.of("hills and rivers");
            var wanted = new NewAccount(Email.of("minji@example.org"), password, Line.of("민지"));
            Actor minji = Actor.person(
                    somoim.accounts().open(Actor.host("scene"), wanted).id());

            assertThat(Leaving.take(somoim, minji))
                    .extracting(Excerpt::kind)
                    .map(String::valueOf)
                    .contains("accounts", "profiles");
            assertThat(Leaving.leave(somoim, minji, password).state()).isEqualTo(Erasure.State.FINISHED);
        }
    }
}
