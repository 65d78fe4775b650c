package org.somoim.profiles;

import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen to a profile, and between two people. */
public sealed interface ProfileFact extends Fact {
    record Initialized(Id<User> userId) implements ProfileFact {}

    /** The person says something else of themselves. */
    record Edited(Id<User> userId) implements ProfileFact {}

    /** One setting, by the person's own hand. */
    record SettingChanged(Id<User> userId, PrivacySetting setting) implements ProfileFact {}

    /** Never told to the one who was blocked. */
    record Blocked(Id<User> by, Id<User> userId) implements ProfileFact {}

    /** Never told to the one who had been blocked. */
    record Unblocked(Id<User> by, Id<User> userId) implements ProfileFact {}

    /** Those who run the community have granted a badge. */
    record Honoured(Id<User> userId) implements ProfileFact {}

    /** Others appreciate more, or less, of what the person contributed. */
    record StandingChanged(Id<User> userId, ContributionStanding.ExperienceLevel level) implements ProfileFact {}

    /** They have withdrawn one. */
    record BadgeWithdrawn(Id<User> userId) implements ProfileFact {}
}
