package org.somoim.ratings;

import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * What follows from everything that was published about someone. Not their standing in the community, which is what they
 * did themselves.
 *
 * @param hundredths of a star: the average, rounded half up, 100 to 500; 0 while nobody can be told anything
 * @param ratings how many it is the average of; 0, or at least {@value Ratings#LEAST_RATERS}
 */
public record Reputation(Id<User> userId, int hundredths, int ratings) {
    private static final int STAR = 100;

    public Reputation {
        boolean isNone = hundredths == 0 && ratings == 0;
        if (!isNone && (ratings < 1 || hundredths < STAR * Judgement.LEAST || hundredths > STAR * Judgement.MOST)) {
            throw new IllegalArgumentException("an average of stars is one to five of them, or there is none");
        }
    }

    static Reputation none(Id<User> person) {
        return new Reputation(person, 0, 0);
    }

    /** @param sum of the stars of {@code ratings} ratings */
    static Reputation of(Id<User> person, long sum, int ratings) {
        return ratings == 0
                ? none(person)
                : new Reputation(person, Math.toIntExact((2 * STAR * sum + ratings) / (2L * ratings)), ratings);
    }

    /** False while too few have rated; also where it is not for the reader to know. */
    public boolean isRated() {
        return ratings > 0;
    }
}
