package org.somoim.profiles;

/** What a privacy setting can be set to. Each setting takes the constants of one of these enums. */
public sealed interface Choice permits Audience, GoalSharing, Consent {

    /** The enum constant's name. */
    String name();
}
