package org.somoim.profiles;

import java.util.List;
import java.util.function.Consumer;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for what is kept of what people say of themselves, of their settings, and of whom they stay away from. */
public final class ProfilePersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("profiles")
            .table("profiles", Purpose.PROFILE)
            .person("user-id", OnErasure.REMOVED)
            .about(
                    "user-id",
                    "display-name",
                    "given-name",
                    "family-name",
                    "bio",
                    "avatar-url",
                    "location",
                    "reputation-score",
                    "total-contributions",
                    "experience-level",
                    "visibility",
                    "created-at",
                    "updated-at")
            .table("profile-interests", Purpose.PROFILE)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "interest", "created-at")
            .table("profile-expertise", Purpose.PROFILE)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "expertise", "created-at")
            .table("profile-badges", Purpose.PROFILE)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "badge", "created-at")
            .table("privacy-settings", Purpose.PROFILE)
            .person("user-id", OnErasure.REMOVED)
            .about(
                    "user-id",
                    "given-name-visibility",
                    "family-name-visibility",
                    "bio-visibility",
                    "avatar-visibility",
                    "location-visibility",
                    "interests-visibility",
                    "expertise-visibility",
                    "standing-visibility",
                    "discoverable",
                    "goal-sharing-level",
                    "share-goal-amounts",
                    "share-age-range",
                    "share-income-range",
                    "share-region",
                    "contribute-to-comparisons",
                    "anonymize-in-comparisons",
                    "created-at",
                    "updated-at")
            .table("blocks", Purpose.SAFETY)
            .person("blocker-id", OnErasure.REMOVED)
            .person("blocked-id", OnErasure.REMOVED)
            .about("blocker-id", "created-at")
            .table("muted-keywords", Purpose.SAFETY)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "keyword", "created-at")
            .done();

    private final ProfileStore store;

    public ProfilePersonalData(ProfileStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        store.find(person).map(ProfilePersonalData::profile).ifPresent(to);
        store.badges(person)
                .forEach(badge -> to.accept(Excerpt.of("profile-badges")
                        .text("badge", badge.badge())
                        .time("created-at", badge.since())
                        .done()));
        store.settings(person).map(ProfilePersonalData::settings).ifPresent(to);
        // The names of those who are blocked are theirs.
        store.blocked(person)
                .forEach(block -> to.accept(Excerpt.of("blocks")
                        .id("blocked-id", block.userId())
                        .time("created-at", block.since())
                        .done()));
        store.mutedWords(person).stream()
                .map(Line::value)
                .sorted()
                .forEach(word -> to.accept(
                        Excerpt.of("muted-keywords").text("keyword", word).done()));
    }

    private static Excerpt profile(Profile profile) {
        About about = profile.about();
        return Excerpt.of("profiles")
                .text("display-name", about.displayName())
                .text("given-name", about.givenName())
                .text("family-name", about.familyName())
                .text("bio", about.bio())
                .text(
                        "avatar-url",
                        about.avatar() == null ? null : about.avatar().value())
                .text("location", about.location())
                .texts("interests", words(about.interests()))
                .texts("expertise", words(about.expertise()))
                .number("reputation-score", profile.standing().reputationScore())
                .number("total-contributions", profile.standing().totalContributions())
                .text("experience-level", profile.standing().experienceLevel())
                .time("created-at", profile.createdAt())
                .time("updated-at", profile.updatedAt())
                .done();
    }

    private static Excerpt settings(PrivacySettings settings) {
        Excerpt.Builder excerpt = Excerpt.of("privacy-settings");
        for (PrivacySetting setting : PrivacySetting.values()) {
            excerpt.text(
                    setting.key().replace('_', '-'), settings.choice(setting).name());
        }
        return excerpt.done();
    }

    private static List<String> words(Topics topics) {
        return topics.lines().stream().map(Line::value).sorted().toList();
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        return store.removeAll(leaving.person());
    }
}
