package org.somoim.profiles;

/**
 * What has come of a person's contributions. Read-only for the person; it grows by what others found helpful in the forum,
 * and by nothing else: {@code org.somoim.forum.Merit} works it out, {@link Profiles#credit} keeps it. The stars that people
 * give one another after events are another matter, kept and told apart: {@code org.somoim.ratings.Reputation}.
 *
 * @param reputationScore in points, at least 0
 * @param totalContributions how many of them others found helpful, at least 0
 */
public record ContributionStanding(int reputationScore, int totalContributions, ExperienceLevel experienceLevel) {
    /** Where everyone begins. */
    public static final ContributionStanding NONE = new ContributionStanding(0, 0, ExperienceLevel.NEWCOMER);

    public ContributionStanding {
        if (reputationScore < 0 || totalContributions < 0) {
            throw new IllegalArgumentException("a standing begins at zero");
        }
    }

    /** Lowest first. */
    public enum ExperienceLevel {
        NEWCOMER,
        CONTRIBUTOR,
        EXPERIENCED,
        EXPERT
    }
}
