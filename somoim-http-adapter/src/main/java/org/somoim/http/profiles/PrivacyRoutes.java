package org.somoim.http.profiles;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Patch;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.http.wire.WireReason;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Reason;
import org.somoim.kernel.User;
import org.somoim.profiles.Audience;
import org.somoim.profiles.Block;
import org.somoim.profiles.Choice;
import org.somoim.profiles.Consent;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacyGuide;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.PrivacySettings;
import org.somoim.profiles.ProfileReason;
import org.somoim.profiles.Profiles;

/** Over HTTP: whom and what one keeps away, and what is done with what is known of one. */
public final class PrivacyRoutes implements Routes {
    private final Profiles profiles;

    public PrivacyRoutes(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/privacy-guide", this::guide)
                        .forAnyone()
                        .givesList(GuideView.class)
                        .says("What every privacy setting means and what it is at first, in Korean and English."),
                get("/social/privacy-guide", this::guide)
                        .forAnyone()
                        .givesList(GuideView.class)
                        .aliasOf("GET /privacy-guide"),
                get("/me/privacy", this::settings).gives(SettingsView.class).says("One's own privacy settings."),
                patch("/me/privacy", this::change)
                        .takes(SettingsPatch.class)
                        .gives(SettingsView.class)
                        .says("Changes some of one's privacy settings."),
                get("/me/blocks", this::blocked).givesList(BlockView.class).says("Whom one has blocked, latest first."),
                put("/me/blocks/{person}", this::block).says("Parts oneself from someone; they are not told."),
                delete("/me/blocks/{person}", this::unblock).says("Takes one's own block back."),
                get("/me/muted-keywords", this::mutedWords)
                        .givesList(KeywordView.class)
                        .says("The words one does not want to read, in alphabetical order."),
                post("/me/muted-keywords", this::mute)
                        .takes(Muting.class)
                        .says("Hides what others write with this word in it."),
                delete("/me/muted-keywords", this::unmute)
                        .query("keyword", Line.class)
                        .says("Shows what has this word in it again."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(ProfileReason.values());
    }

    private Response guide(Request request) {
        return Response.ok(profiles.guide(request.actor()).entries().stream()
                .map(GuideView::of)
                .toList());
    }

    private Response settings(Request request) {
        return Response.ok(SettingsView.of(profiles.settings(request.actor())));
    }

    private Response change(Request request) {
        Map<PrivacySetting, Choice> changes = request.body(SettingsPatch.class).changes();
        return Response.ok(SettingsView.of(profiles.changeSettings(request.actor(), changes)));
    }

    private Response blocked(Request request) {
        return Response.ok(
                profiles.blocked(request.actor()).stream().map(BlockView::of).toList());
    }

    private Response block(Request request) {
        Id<User> person = request.id("person");
        profiles.block(request.actor(), person);
        return Response.nothing();
    }

    private Response unblock(Request request) {
        Id<User> person = request.id("person");
        profiles.unblock(request.actor(), person);
        return Response.nothing();
    }

    private Response mutedWords(Request request) {
        return Response.ok(profiles.mutedWords(request.actor()).stream()
                .map(word -> new KeywordView(word.value()))
                .toList());
    }

    private Response mute(Request request) {
        profiles.mute(request.actor(), request.body(Muting.class).keyword());
        return Response.nothing();
    }

    private Response unmute(Request request) {
        profiles.unmute(request.actor(), request.text("keyword").orElseThrow(WireReason.BAD_PARAMETER::refuse));
        return Response.nothing();
    }

    record Muting(Line keyword) {}

    record SettingsPatch(
            Patch<Audience> profileVisibility,
            Patch<Audience> givenNameVisibility,
            Patch<Audience> familyNameVisibility,
            Patch<Audience> bioVisibility,
            Patch<Audience> avatarVisibility,
            Patch<Audience> locationVisibility,
            Patch<Audience> interestsVisibility,
            Patch<Audience> expertiseVisibility,
            Patch<Audience> standingVisibility,
            Patch<Boolean> discoverable,
            Patch<GoalSharing> goalSharingLevel,
            Patch<Boolean> shareGoalAmounts,
            Patch<Boolean> shareAgeRange,
            Patch<Boolean> shareIncomeRange,
            Patch<Boolean> shareRegion,
            Patch<Boolean> contributeToComparisons,
            Patch<Boolean> anonymizeInComparisons) {

        Map<PrivacySetting, Choice> changes() {
            Map<PrivacySetting, Choice> changes = new EnumMap<>(PrivacySetting.class);
            profileVisibility.ifSent(to -> changes.put(PrivacySetting.PROFILE_VISIBILITY, to));
            givenNameVisibility.ifSent(to -> changes.put(PrivacySetting.GIVEN_NAME_VISIBILITY, to));
            familyNameVisibility.ifSent(to -> changes.put(PrivacySetting.FAMILY_NAME_VISIBILITY, to));
            bioVisibility.ifSent(to -> changes.put(PrivacySetting.BIO_VISIBILITY, to));
            avatarVisibility.ifSent(to -> changes.put(PrivacySetting.AVATAR_VISIBILITY, to));
            locationVisibility.ifSent(to -> changes.put(PrivacySetting.LOCATION_VISIBILITY, to));
            interestsVisibility.ifSent(to -> changes.put(PrivacySetting.INTERESTS_VISIBILITY, to));
            expertiseVisibility.ifSent(to -> changes.put(PrivacySetting.EXPERTISE_VISIBILITY, to));
            standingVisibility.ifSent(to -> changes.put(PrivacySetting.STANDING_VISIBILITY, to));
            discoverable.ifSent(to -> changes.put(PrivacySetting.DISCOVERABLE, consent(to)));
            goalSharingLevel.ifSent(to -> changes.put(PrivacySetting.GOAL_SHARING_LEVEL, to));
            shareGoalAmounts.ifSent(to -> changes.put(PrivacySetting.SHARE_GOAL_AMOUNTS, consent(to)));
            shareAgeRange.ifSent(to -> changes.put(PrivacySetting.SHARE_AGE_RANGE, consent(to)));
            shareIncomeRange.ifSent(to -> changes.put(PrivacySetting.SHARE_INCOME_RANGE, consent(to)));
            shareRegion.ifSent(to -> changes.put(PrivacySetting.SHARE_REGION, consent(to)));
            contributeToComparisons.ifSent(to -> changes.put(PrivacySetting.CONTRIBUTE_TO_COMPARISONS, consent(to)));
            anonymizeInComparisons.ifSent(to -> changes.put(PrivacySetting.ANONYMIZE_IN_COMPARISONS, consent(to)));
            return changes;
        }

        private static Consent consent(boolean given) {
            return given ? Consent.YES : Consent.NO;
        }
    }

    record SettingsView(
            String profileVisibility,
            String givenNameVisibility,
            String familyNameVisibility,
            String bioVisibility,
            String avatarVisibility,
            String locationVisibility,
            String interestsVisibility,
            String expertiseVisibility,
            String standingVisibility,
            boolean discoverable,
            String goalSharingLevel,
            boolean shareGoalAmounts,
            boolean shareAgeRange,
            boolean shareIncomeRange,
            boolean shareRegion,
            boolean contributeToComparisons,
            boolean anonymizeInComparisons)
            implements View {
        static SettingsView of(PrivacySettings settings) {
            return new SettingsView(
                    settings.profileVisibility().name(),
                    settings.choice(PrivacySetting.GIVEN_NAME_VISIBILITY).name(),
                    settings.choice(PrivacySetting.FAMILY_NAME_VISIBILITY).name(),
                    settings.choice(PrivacySetting.BIO_VISIBILITY).name(),
                    settings.choice(PrivacySetting.AVATAR_VISIBILITY).name(),
                    settings.choice(PrivacySetting.LOCATION_VISIBILITY).name(),
                    settings.choice(PrivacySetting.INTERESTS_VISIBILITY).name(),
                    settings.choice(PrivacySetting.EXPERTISE_VISIBILITY).name(),
                    settings.choice(PrivacySetting.STANDING_VISIBILITY).name(),
                    settings.allows(PrivacySetting.DISCOVERABLE),
                    settings.goalSharing().name(),
                    settings.allows(PrivacySetting.SHARE_GOAL_AMOUNTS),
                    settings.allows(PrivacySetting.SHARE_AGE_RANGE),
                    settings.allows(PrivacySetting.SHARE_INCOME_RANGE),
                    settings.allows(PrivacySetting.SHARE_REGION),
                    settings.allows(PrivacySetting.CONTRIBUTE_TO_COMPARISONS),
                    settings.allows(PrivacySetting.ANONYMIZE_IN_COMPARISONS));
        }
    }

    /** @param choices with {@code true} and {@code false} for what is answered with yes or no */
    record GuideView(String key, String korean, String english, List<String> choices, String preset) implements View {
        static GuideView of(PrivacyGuide.Entry entry) {
            return new GuideView(
                    entry.setting().key(),
                    entry.setting().inKorean(),
                    entry.setting().inEnglish(),
                    entry.choices().stream().map(GuideView::wire).toList(),
                    wire(entry.first()));
        }

        private static String wire(Choice choice) {
            return choice instanceof Consent ? String.valueOf(choice == Consent.YES) : choice.name();
        }
    }

    record BlockView(String userId, @Nullable String displayName, String since) implements View {
        static BlockView of(Block block) {
            return new BlockView(
                    block.userId().toString(),
                    block.displayName() == null ? null : block.displayName().value(),
                    block.since().toString());
        }
    }

    record KeywordView(String keyword) implements View {}
}
