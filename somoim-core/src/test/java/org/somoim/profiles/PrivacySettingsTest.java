package org.somoim.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Standing;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

class PrivacySettingsTest {
    @Test
    @Covers({"PRF-6", "PRF-7", "PRF-8", "PRF-9", "PRF-10", "PRF-11"})
    void atFirstNothingIsShownSharedOrContributed() {
        assertThat(PrivacySettings.FIRST.choices())
                .hasSameSizeAs(PrivacySetting.values())
                .allSatisfy((setting, choice) -> assertThat(choice).isEqualTo(leastTelling(setting)));
        assertThat(PrivacySettings.FIRST.goalSharing()).isEqualTo(GoalSharing.NOTHING);
        assertThat(PrivacySettings.FIRST.allows(PrivacySetting.SHARE_GOAL_AMOUNTS))
                .isFalse();
        assertThat(PrivacySettings.FIRST.allows(PrivacySetting.ANONYMIZE_IN_COMPARISONS))
                .isTrue();
    }

    /** Written out once more on purpose: a first setting that tells more is changed in two places or not at all. */
    private static Choice leastTelling(PrivacySetting setting) {
        return switch (setting) {
            case PROFILE_VISIBILITY,
                    GIVEN_NAME_VISIBILITY,
                    FAMILY_NAME_VISIBILITY,
                    BIO_VISIBILITY,
                    AVATAR_VISIBILITY,
                    LOCATION_VISIBILITY,
                    INTERESTS_VISIBILITY,
                    EXPERTISE_VISIBILITY,
                    STANDING_VISIBILITY -> Audience.NOBODY;
            case GOAL_SHARING_LEVEL -> GoalSharing.NOTHING;
            case ANONYMIZE_IN_COMPARISONS -> Consent.YES;
            case DISCOVERABLE,
                    SHARE_GOAL_AMOUNTS,
                    SHARE_AGE_RANGE,
                    SHARE_INCOME_RANGE,
                    SHARE_REGION,
                    CONTRIBUTE_TO_COMPARISONS -> Consent.NO;
        };
    }

    @Test
    @Covers({"PRF-7", "PRF-8", "PRF-9", "PRF-10", "PRF-11"})
    void theKeysAreThoseThatWereAskedFor() {
        assertThat(Arrays.stream(PrivacySetting.values()).map(PrivacySetting::key))
                .contains(
                        "profile_visibility",
                        "goal_sharing_level",
                        "share_goal_amounts",
                        "share_age_range",
                        "anonymize_in_comparisons");
    }

    @Test
    @Covers("PRF-7")
    void aSettingTakesItsOwnChoicesOnly() {
        assertRefused(
                "profiles.no-such-choice",
                () -> new PrivacySettings(Map.of(PrivacySetting.PROFILE_VISIBILITY, Consent.YES)));
        assertRefused("profiles.no-such-choice", () -> PrivacySetting.SHARE_REGION.choice("NOBODY"));
        assertRefused("profiles.no-such-choice", () -> PrivacySetting.SHARE_REGION.choice("yes"));
        assertThat(PrivacySetting.GOAL_SHARING_LEVEL.choice("STORY")).isEqualTo(GoalSharing.STORY);
    }

    @Test
    @Covers("PRF-7")
    void aFieldNeverReachesFurtherThanTheProfile() {
        for (Audience profile : Audience.values()) {
            for (Audience field : Audience.values()) {
                var settings = new PrivacySettings(
                        Map.of(PrivacySetting.PROFILE_VISIBILITY, profile, PrivacySetting.BIO_VISIBILITY, field));
                for (Standing onPage : List.of(Standing.BANNED, Standing.PERSON, Standing.MEMBER, Standing.OWNER)) {
                    assertThat(settings.shows(PrivacySetting.BIO_VISIBILITY, onPage))
                            .isEqualTo(profile.admits(onPage) && field.admits(onPage));
                }
                assertThat(settings.shows(PrivacySetting.BIO_VISIBILITY, Standing.OWNER))
                        .isTrue();
                assertThat(settings.shows(PrivacySetting.BIO_VISIBILITY, Standing.BANNED))
                        .isFalse();
            }
        }
    }

    @Test
    @Covers("PRF-16")
    void theGuideIsOpenToAllAndExplainsEverySettingInBothLanguages() {
        PrivacyGuide guide = new Community().somoim.profiles().guide(Actor.visitor());

        assertThat(guide.entries()).extracting(PrivacyGuide.Entry::setting).containsExactly(PrivacySetting.values());
        assertThat(guide.entries()).allSatisfy(entry -> {
            assertThat(entry.first()).isEqualTo(PrivacySettings.FIRST.choice(entry.setting()));
            assertThat(entry.choices()).contains(entry.first()).hasSizeGreaterThan(1);
            assertThat(entry.setting().inKorean()).containsPattern("[가-힣]").endsWith(".");
            assertThat(entry.setting().inEnglish()).matches("[ -~]{20,}").endsWith(".");
        });
        Set<String> texts = guide.entries().stream()
                .map(entry -> entry.setting().inEnglish() + entry.setting().inKorean())
                .collect(Collectors.toSet());
        assertThat(texts).hasSameSizeAs(guide.entries());
    }
}
