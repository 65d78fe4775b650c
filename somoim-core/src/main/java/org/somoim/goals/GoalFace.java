package org.somoim.goals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a share looks from a day on.
 *
 * @param since midnight UTC of the first day on which others see it so
 * @param withdrawn whether others do not see it
 * @param story null unless the owner took the second step; holds only what has gone through redaction
 * @param verified whether the host knows that the goal was reached
 */
public record GoalFace(
        Instant since,
        boolean withdrawn,
        GoalTraits traits,
        @Nullable Story story,
        boolean verified) {

    public GoalFace {
        if (verified && !traits.isReached()) {
            throw new IllegalArgumentException("only what is reached can be verified");
        }
    }

    GoalFace since(Instant day) {
        return new GoalFace(day, withdrawn, traits, story, verified);
    }

    /** Whatever else is said of it has to be verified anew. */
    GoalFace with(GoalTraits other) {
        return new GoalFace(since, withdrawn, other, story, verified && other.equals(traits));
    }

    GoalFace verifiedAs(boolean isVerified) {
        return new GoalFace(since, withdrawn, traits, story, isVerified);
    }

    GoalFace telling(@Nullable Story other) {
        return new GoalFace(since, withdrawn, traits, other, verified);
    }

    GoalFace withdrawn(boolean isWithdrawn) {
        return new GoalFace(since, isWithdrawn, traits, story, verified);
    }
}
