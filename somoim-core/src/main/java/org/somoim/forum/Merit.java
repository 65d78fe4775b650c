package org.somoim.forum;

import java.util.Collection;
import org.somoim.profiles.ContributionStanding;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

/**
 * What follows for a person from what others found helpful. A pure function of who appreciated what: whoever knows that can
 * work out the standing anew. Writing as such brings nothing; nor do likes, nor what one thinks of oneself.
 *
 * <p>The first post that somebody finds helpful is worth {@value #HELPFUL} points to its author, and the first that solves
 * a question {@value #SOLVED}. Each further one from the same person is worth half of the one before, rounded down. So two
 * people can do only so much for one another, however long they go on; and a level needs a number of different people.
 */
final class Merit {
    static final int HELPFUL = 10;
    static final int SOLVED = 25;

    private Merit() {}

    /**
     * @param appreciations one for each person who appreciates anything
     * @param posts how many different posts are appreciated
     */
    static ContributionStanding of(Collection<Appreciation> appreciations, int posts) {
        long points = 0;
        for (Appreciation appreciation : appreciations) {
            points += worth(HELPFUL, appreciation.helpful()) + worth(SOLVED, appreciation.solved());
        }
        int score = Math.toIntExact(points);
        return new ContributionStanding(score, posts, level(score, appreciations.size()));
    }

    /** Of so many from one person: {@code first} and then half each time, until nothing is left. */
    static int worth(int first, int many) {
        int sum = 0;
        int each = first;
        for (int i = 0; i < many && each > 0; i++) {
            sum += each;
            each /= 2;
        }
        return sum;
    }

    /** @param people different ones */
    static ExperienceLevel level(int points, int people) {
        if (points >= 1000 && people >= 30) {
            return ExperienceLevel.EXPERT;
        }
        if (points >= 250 && people >= 10) {
            return ExperienceLevel.EXPERIENCED;
        }
        return points >= 50 && people >= 3 ? ExperienceLevel.CONTRIBUTOR : ExperienceLevel.NEWCOMER;
    }
}
