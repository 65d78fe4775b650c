package org.somoim.profiles;

import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for what is kept of what people say of themselves, of their settings, and of whom they stay away from. */
public final class ProfilePersonalData {
    public static final Inventory KEPT = Inventory.of("profiles")
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

    private ProfilePersonalData() {}
}
