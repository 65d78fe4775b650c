package org.somoim.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.accounts.Account;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;
import org.somoim.mail.Email;
import org.somoim.memory.Community;

class ProfilesTest {
    private static final Actor HOST = Actor.host("test");
    private static final Id<User> NOBODY_AT_ALL = new Id<>(new UUID(0, 1));
    private static final About FULL = new About(
            Line.of("민지"),
            Line.of("민지"),
            Line.of("김"),
            Prose.of("등산을 좋아해요."),
            new Link("https://example.org/minji.png"),
            Line.of("서울"),
            Topics.of("등산"),
            Topics.of("SQL"));

    private final Community town = new Community();
    private final Profiles profiles = town.somoim.profiles();
    private final Actor.Person minji = town.person("민지");
    private final Actor.Person junho = town.person("준호");

    private void set(Actor actor, PrivacySetting setting, Choice choice) {
        profiles.changeSettings(actor, Map.of(setting, choice));
    }

    private List<Fact> facts() {
        return town.ports.facts().after(0, 100).stream()
                .map(FactLog.Entry::fact)
                .filter(fact -> fact instanceof ProfileFact && !(fact instanceof ProfileFact.Initialized))
                .toList();
    }

    @Test
    @Covers({"PRF-1", "PRF-2", "PRF-4", "ACC-7"})
    void peopleSayOfThemselvesWhatTheyLike() {
        town.clock.advance(Duration.ofHours(1));

        Profile edited = profiles.edit(minji, about -> FULL);

        assertThat(edited.about()).isEqualTo(FULL);
        assertThat(edited.updatedAt()).isEqualTo(town.clock.instant());
        assertThat(profiles.mine(minji)).isEqualTo(edited);
        assertThat(facts()).containsExactly(new ProfileFact.Edited(minji.id()));
    }

    @Test
    @Covers("ACC-7")
    void sayingTheSameAgainIsNoNews() {
        profiles.edit(minji, about -> FULL);
        town.clock.advance(Duration.ofHours(1));

        assertThat(profiles.edit(minji, about -> FULL).updatedAt()).isBefore(town.clock.instant());
        assertThat(facts()).hasSize(1);
    }

    @Test
    @Covers("PRF-3")
    void everyoneBeginsAsANewcomerAndEditingDoesNotChangeThat() {
        profiles.edit(minji, about -> FULL);

        assertThat(profiles.mine(minji).standing())
                .isEqualTo(new ContributionStanding(0, 0, ContributionStanding.ExperienceLevel.NEWCOMER));
    }

    @Test
    @Covers({"PRF-6", "PRF-7"})
    void aHostsUserGetsAProfileThatShowsNothingOnce() {
        Account hosted = town.somoim.accounts().open(HOST, Email.of("hosted@example.org"));
        Actor person = Actor.person(hosted.id());
        assertRefused("profiles.no-profile", () -> profiles.mine(person));
        assertRefused("profiles.no-profile", () -> profiles.settings(person));
        assertRefused("access.not-found", () -> profiles.see(minji, hosted.id()));

        Profile made = profiles.initialize(person, Line.of("새 사람"));

        assertThat(profiles.settings(person)).isEqualTo(PrivacySettings.FIRST);
        assertThat(profiles.initialize(person, Line.of("Another name"))).isEqualTo(made);
        assertThat(profiles.mine(person)).isEqualTo(made);
        assertRefused("access.not-found", () -> profiles.see(minji, hosted.id()));
    }

    @Test
    @Covers({"PRF-6", "PRF-7"})
    void aStrangerCannotTellANewPersonFromNone() {
        assertRefused("access.not-found", () -> profiles.see(junho, minji.id()));
        assertRefused("access.not-found", () -> profiles.see(junho, NOBODY_AT_ALL));
    }

    @Test
    @Covers({"PRF-2", "PRF-7"})
    void whatIsShownToAllIsShownAndNothingElse() {
        profiles.edit(minji, about -> FULL);
        set(minji, PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE);
        assertThat(profiles.see(junho, minji.id()))
                .isEqualTo(new ShownProfile(minji.id(), Line.of("민지"), null, null, null, null, null, null, null, null));

        set(minji, PrivacySetting.BIO_VISIBILITY, Audience.EVERYONE);
        set(minji, PrivacySetting.INTERESTS_VISIBILITY, Audience.EVERYONE);
        set(minji, PrivacySetting.LOCATION_VISIBILITY, Audience.GROUPS);

        assertThat(profiles.see(junho, minji.id()))
                .isEqualTo(new ShownProfile(
                        minji.id(), Line.of("민지"), null, null, FULL.bio(), null, null, FULL.interests(), null, null));
    }

    @Test
    @Covers("PRF-7")
    void eachFieldFollowsItsOwnSetting() {
        profiles.edit(minji, about -> FULL);
        set(minji, PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE);
        ShownProfile hidden = profiles.see(junho, minji.id());

        for (PrivacySetting field : PrivacySetting.values()) {
            if (!field.key().endsWith("_visibility") || field == PrivacySetting.PROFILE_VISIBILITY) {
                continue;
            }
            set(minji, field, Audience.EVERYONE);
            String shown = field.key().replace("_visibility", "").replace("given_name", "givenName");
            assertThat(profiles.see(junho, minji.id()))
                    .as("%s", field)
                    .usingRecursiveComparison()
                    .ignoringFields(shown.replace("family_name", "familyName"))
                    .isEqualTo(hidden);
            assertThat(profiles.see(junho, minji.id())).as("%s", field).isNotEqualTo(hidden);
            set(minji, field, Audience.NOBODY);
        }
    }

    /** Every choice for the profile with every choice for its fields, beside what those people then see. */
    @Test
    @Covers({"PRF-7", "PRF-12"})
    void whatIsPreviewedIsWhatOthersSee() {
        profiles.edit(minji, about -> FULL);
        Actor.Person fellow = town.person("다온");
        Actor.Person blocked = town.person("라온");
        Group group = town.somoim.groups().create(minji, NewGroup.of(Group.Kind.SOCIAL, Line.of("산")));
        town.somoim.memberships().join(fellow, group.id());
        town.somoim.memberships().join(blocked, group.id());
        profiles.block(minji, blocked.id());
        Map<Onlooker, Actor> others =
                Map.of(Onlooker.STRANGER, junho, Onlooker.FELLOW, fellow, Onlooker.BLOCKED, blocked);

        for (Audience profile : Audience.values()) {
            for (Audience field : Audience.values()) {
                set(minji, PrivacySetting.PROFILE_VISIBILITY, profile);
                set(minji, PrivacySetting.BIO_VISIBILITY, field);
                set(minji, PrivacySetting.STANDING_VISIBILITY, field);
                others.forEach((as, other) -> assertThat(profiles.preview(minji, as))
                        .as("%s of %s for %s", field, profile, as)
                        .isEqualTo(seen(other, minji.id())));
            }
        }
        assertThat(profiles.preview(minji, Onlooker.BLOCKED)).isEmpty();
    }

    private Optional<ShownProfile> seen(Actor actor, Id<User> owner) {
        try {
            return Optional.of(profiles.see(actor, owner));
        } catch (Refusal hidden) {
            assertThat(hidden.reason().code()).isEqualTo("access.not-found");
            return Optional.empty();
        }
    }

    @Test
    @Covers("PRF-7")
    void oneSeesOneselfWhole() {
        profiles.edit(minji, about -> FULL);

        assertThat(profiles.see(minji, minji.id())).hasNoNullFieldsOrProperties();
    }

    @Test
    @Covers("PRF-7")
    void whatIsHiddenLooksLikeWhatWasNeverFilledIn() {
        set(minji, PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE);
        ShownProfile empty = profiles.see(junho, minji.id());
        set(minji, PrivacySetting.INTERESTS_VISIBILITY, Audience.EVERYONE);
        assertThat(profiles.see(junho, minji.id())).isEqualTo(empty);

        set(minji, PrivacySetting.INTERESTS_VISIBILITY, Audience.NOBODY);
        profiles.edit(minji, about -> FULL);
        assertThat(profiles.see(junho, minji.id())).isEqualTo(empty);
    }

    @Test
    @Covers({"ACC-12", "PRF-7"})
    void nobodyFindsWhoseAccountIsClosed() {
        set(minji, PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE);
        town.somoim.accounts().deactivate(minji);

        assertRefused("access.not-found", () -> profiles.see(junho, minji.id()));
    }

    @Test
    @Covers({"PRF-7", "PRF-8", "PRF-9", "PRF-10", "PRF-11"})
    void settingsAreChangedOneByOne() {
        PrivacySettings changed = profiles.changeSettings(
                minji,
                Map.of(
                        PrivacySetting.GOAL_SHARING_LEVEL,
                        GoalSharing.PROGRESS,
                        PrivacySetting.SHARE_AGE_RANGE,
                        Consent.YES,
                        PrivacySetting.BIO_VISIBILITY,
                        Audience.NOBODY));

        assertThat(changed)
                .isEqualTo(profiles.settings(minji))
                .isEqualTo(new PrivacySettings(Map.of(
                        PrivacySetting.GOAL_SHARING_LEVEL,
                        GoalSharing.PROGRESS,
                        PrivacySetting.SHARE_AGE_RANGE,
                        Consent.YES)));
        assertThat(profiles.settings(junho)).isEqualTo(PrivacySettings.FIRST);
        assertThat(facts())
                .containsExactly(
                        new ProfileFact.SettingChanged(minji.id(), PrivacySetting.GOAL_SHARING_LEVEL),
                        new ProfileFact.SettingChanged(minji.id(), PrivacySetting.SHARE_AGE_RANGE));
        assertRefused("profiles.no-such-choice", () -> set(minji, PrivacySetting.SHARE_AGE_RANGE, GoalSharing.NOTHING));
    }

    @Test
    @Covers("PRF-12")
    void aBlockHidesEachFromTheOther() {
        set(minji, PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE);
        set(junho, PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE);

        profiles.block(minji, junho.id());
        profiles.block(minji, junho.id());

        assertRefused("access.not-found", () -> profiles.see(minji, junho.id()));
        assertRefused("access.not-found", () -> profiles.see(junho, minji.id()));
        assertThat(profiles.names(junho, Set.of(minji.id(), junho.id()))).containsOnlyKeys(junho.id());
        assertThat(profiles.names(minji, Set.of(minji.id(), junho.id()))).containsOnlyKeys(minji.id());
        assertThat(facts()).filteredOn(ProfileFact.Blocked.class::isInstance).hasSize(1);

        profiles.unblock(minji, junho.id());
        profiles.unblock(minji, junho.id());
        assertThat(profiles.see(junho, minji.id()).displayName()).isEqualTo(Line.of("민지"));
        assertThat(facts()).filteredOn(ProfileFact.Unblocked.class::isInstance).hasSize(1);
    }

    @Test
    @Covers("PRF-12")
    void whoIsBlockedIsNotTold() {
        profiles.block(minji, junho.id());

        assertThat(profiles.blocked(junho)).isEmpty();
        assertThat(profiles.blocked(minji)).containsExactly(new Block(junho.id(), Line.of("준호"), town.clock.instant()));
        profiles.unblock(junho, minji.id());
        assertThat(profiles.blocked(minji)).hasSize(1);
    }

    @Test
    @Covers("PRF-12")
    void nobodyBlocksThemselvesOrNobody() {
        assertRefused("profiles.not-oneself", () -> profiles.block(minji, minji.id()));
        assertRefused("access.not-found", () -> profiles.block(minji, NOBODY_AT_ALL));
        profiles.unblock(minji, NOBODY_AT_ALL);
    }

    @Test
    @Covers("PRF-13")
    void mutedWordsAreKeptInTheFormInWhichTheyAreLookedFor() {
        profiles.mute(minji, Line.of("ＢＩＴＣＯＩＮ"));
        profiles.mute(minji, Line.of("bitcoin"));
        profiles.mute(minji, Line.of("Ａ 코인"));

        assertThat(profiles.mutedWords(minji)).containsExactly(Line.of("a 코인"), Line.of("bitcoin"));
        assertThat(profiles.mutedWords(junho)).isEmpty();
        profiles.unmute(minji, Line.of("BitCoin"));
        profiles.unmute(minji, Line.of("BitCoin"));
        assertThat(profiles.mutedWords(minji)).containsExactly(Line.of("a 코인"));
        assertThat(town.ports.roster().mutes(minji.id()).words()).containsExactly(Line.of("a 코인"));
    }

    @Test
    @Covers("PRF-13")
    void mutedWordsAreShortAndNotTooMany() {
        assertRefused("profiles.muted-word-too-long", () -> profiles.mute(minji, Line.of("가".repeat(51))));
        profiles.mute(minji, Line.of("가".repeat(50)));
        for (int i = 1; i < 200; i++) {
            profiles.mute(minji, Line.of("word " + i));
        }

        assertRefused("profiles.too-many-muted-words", () -> profiles.mute(minji, Line.of("one more")));
        profiles.mute(minji, Line.of("word 1"));
        assertThat(profiles.mutedWords(minji)).hasSize(200).doesNotContain(Line.of("one more"));
    }

    @Test
    @Covers("PRF-1")
    void namesAreGivenForABoundedNumberOfPeople() {
        assertThat(profiles.names(minji, Set.of(minji.id(), junho.id(), NOBODY_AT_ALL)))
                .isEqualTo(Map.of(minji.id(), Line.of("민지"), junho.id(), Line.of("준호")));
        assertThat(profiles.names(minji, Set.of())).isEmpty();

        Set<Id<User>> many = new HashSet<>();
        for (int i = 0; i <= Profiles.MOST_NAMES; i++) {
            many.add(new Id<>(new UUID(0, i)));
        }
        assertRefused("profiles.too-many-names", () -> profiles.names(minji, many));
    }

    @Test
    @Covers("ACC-13")
    void visitorsAreAskedToSignIn() {
        Actor visitor = Actor.visitor();
        assertRefused("access.not-signed-in", () -> profiles.mine(visitor));
        assertRefused("access.not-signed-in", () -> profiles.initialize(visitor, Line.of("x")));
        assertRefused("access.not-signed-in", () -> profiles.edit(visitor, about -> about));
        assertRefused("access.not-signed-in", () -> profiles.see(visitor, minji.id()));
        assertRefused("access.not-signed-in", () -> profiles.names(visitor, Set.of()));
        assertRefused("access.not-signed-in", () -> profiles.settings(visitor));
        assertRefused("access.not-signed-in", () -> profiles.changeSettings(visitor, Map.of()));
        assertRefused("access.not-signed-in", () -> profiles.block(visitor, minji.id()));
        assertRefused("access.not-signed-in", () -> profiles.unblock(visitor, minji.id()));
        assertRefused("access.not-signed-in", () -> profiles.blocked(visitor));
        assertRefused("access.not-signed-in", () -> profiles.mute(visitor, Line.of("x")));
        assertRefused("access.not-signed-in", () -> profiles.unmute(visitor, Line.of("x")));
        assertRefused("access.not-signed-in", () -> profiles.mutedWords(visitor));
    }
}
