package org.somoim.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.accounts.NewAccount;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;

/** People decide over every single thing that is shown of them, and give no more than is needed. */
class SharingTest {
    private static final Actor HOST = Actor.host("test");

    /** By what everybody is known who may see the profile at all. */
    private static final Set<String> ALWAYS = Set.of("userId", "displayName");

    private final Community town = new Community();
    private final Actor.Person minji = town.person("Minji");
    private final Actor.Person viewer = town.person("Viewer");

    private void show(PrivacySetting... settings) {
        town.somoim
                .profiles()
                .changeSettings(
                        minji, Arrays.stream(settings).collect(Collectors.toMap(one -> one, one -> Audience.EVERYONE)));
    }

    private static PrivacySetting settingOf(String field) {
        return PrivacySetting.valueOf(field.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT) + "_VISIBILITY");
    }

    @Test
    @Covers("PRF-14")
    void everyFieldThatIsShownHasASettingThatAloneShowsIt() throws ReflectiveOperationException {
        town.somoim
                .profiles()
                .edit(
                        minji,
                        about -> new About(
                                about.displayName(),
                                Line.of("given"),
                                Line.of("family"),
                                Prose.of("bio"),
                                new Link("https://example.org/me"),
                                Line.of("town"),
                                Topics.of("interest"),
                                Topics.of("expertise")));
        for (RecordComponent field : ShownProfile.class.getRecordComponents()) {
            if (ALWAYS.contains(field.getName())) {
                continue;
            }
            town.somoim.profiles().changeSettings(minji, PrivacySettings.FIRST.choices());
            show(PrivacySetting.PROFILE_VISIBILITY, settingOf(field.getName()));

            ShownProfile shown = town.somoim.profiles().see(viewer, minji.id());

            for (RecordComponent other : ShownProfile.class.getRecordComponents()) {
                Object value = other.getAccessor().invoke(shown);
                boolean isToBeShown = other.getName().equals(field.getName()) || ALWAYS.contains(other.getName());
                assertThat(value != null)
                        .as("%s by the setting of %s", other.getName(), field.getName())
                        .isEqualTo(isToBeShown);
            }
        }
    }

    @Test
    @Covers("PRF-15")
    void nothingIsAskedForAtSignUpButAddressPasswordAndName() {
        assertThat(Arrays.stream(NewAccount.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrder("email", "password", "displayName");
        assertThat(town.somoim.profiles().mine(minji).about()).isEqualTo(About.named(Line.of("Minji")));
    }

    @Test
    @Covers("PRF-5")
    void badgesAreShownAsFarAsStandingIs() {
        var badge = new Word("first-hike");
        List<Badge> granted = town.somoim.profiles().grantBadge(HOST, minji.id(), badge);
        show(PrivacySetting.PROFILE_VISIBILITY);

        assertThat(granted).containsExactly(new Badge(badge, town.clock.instant()));
        assertThat(town.somoim.profiles().grantBadge(HOST, minji.id(), badge)).isEqualTo(granted);
        assertThat(town.somoim.profiles().badges(minji, minji.id())).isEqualTo(granted);
        assertThat(town.somoim.profiles().badges(viewer, minji.id())).isEmpty();
        show(PrivacySetting.STANDING_VISIBILITY);
        assertThat(town.somoim.profiles().badges(viewer, minji.id())).isEqualTo(granted);
        town.somoim.profiles().block(minji, viewer.id());
        assertRefused("access.not-found", () -> town.somoim.profiles().badges(viewer, minji.id()));
        town.somoim.profiles().withdrawBadge(HOST, minji.id(), badge);
        assertThat(town.somoim.profiles().badges(minji, minji.id())).isEmpty();
    }

    @Test
    @Covers("PRF-5")
    void onlyThoseWhoRunTheCommunityGrantBadgesAndOnlySoMany() {
        var badge = new Word("first-hike");
        assertRefused("access.not-allowed", () -> town.somoim.profiles().grantBadge(minji, minji.id(), badge));
        assertRefused("access.not-allowed", () -> town.somoim.profiles().withdrawBadge(minji, minji.id(), badge));
        Actor.Person admin = town.admin();
        for (int i = 0; i < Badge.MOST; i++) {
            town.somoim.profiles().grantBadge(admin, minji.id(), new Word("badge-" + i));
        }

        assertRefused("profiles.too-many-badges", () -> town.somoim.profiles().grantBadge(admin, minji.id(), badge));
    }
}
