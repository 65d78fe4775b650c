package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;
import org.somoim.profiles.ShownProfile;
import org.somoim.sqlite.Sqlite;

/** What the documents show does what they say. */
class PeopleExamplesTest {
    @TempDir
    Path folder;

    @Test
    @Covers({"ACC-2", "ACC-3", "ACC-9", "PRF-7"})
    void peopleSignUpLogInAndShowWhatTheyOpened() {
        try (Somoim somoim = Sqlite.open(folder)) {
            Account minji = SigningUp.signUp(somoim);
            assertThat(minji.role()).isEqualTo(SiteRole.ADMIN);

            Account junho = somoim.accounts()
                    .open(
                            Actor.host("test"),
                            new NewAccount(
                                    Email.of("junho@example.org"), Password.of("hills and rivers"), Line.of("준호")));
            ShownProfile shown =
                    ShowingOneself.show(somoim, Actor.person(minji.id()), minji.id(), Actor.person(junho.id()));

            assertThat(shown.bio()).isNotNull();
            assertThat(shown.location()).isNull();
            assertThat(shown.interests()).isNull();
        }
    }
}
