package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.memory.Community;
import org.somoim.profiles.ShownProfile;

/** What the documents show does what they say. */
class PeopleExamplesTest {
    private final Community town = new Community();

    @Test
    @Covers({"ACC-2", "ACC-3", "ACC-9"})
    void whoSignsUpCanBeMadeTheFirstAdministratorAndLogIn() {
        Account minji = SigningUp.signUp(town.somoim);

        assertThat(minji.role()).isEqualTo(SiteRole.ADMIN);
    }

    @Test
    @Covers("PRF-7")
    void onlyWhatWasOpenedIsShown() {
        var minji = town.person("민지");

        ShownProfile shown = ShowingOneself.show(town.somoim, minji, minji.id(), town.person("준호"));

        assertThat(shown.bio()).isNotNull();
        assertThat(shown.location()).isNull();
        assertThat(shown.interests()).isNull();
    }
}
