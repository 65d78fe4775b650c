package org.somoim.ratings;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Prose;

/**
 * Stars, and a word if there is one to say.
 *
 * @param stars 1 to 5
 * @param comment at most {@value #MAX_COMMENT} code points, or null; the person rated reads it without a name once it is
 *     published
 */
public record Judgement(int stars, @Nullable Prose comment) {
    public static final int LEAST = 1;
    public static final int MOST = 5;
    /** In code points. */
    public static final int MAX_COMMENT = 500;

    /** @throws org.somoim.kernel.Refusal {@link RatingReason#ONE_TO_FIVE}, {@link RatingReason#COMMENT_TOO_LONG} */
    public Judgement {
        if (stars < LEAST || stars > MOST) {
            throw RatingReason.ONE_TO_FIVE.refuse();
        }
        if (comment != null && comment.length() > MAX_COMMENT) {
            throw RatingReason.COMMENT_TOO_LONG.refuse();
        }
    }

    /** Without a word. */
    public static Judgement of(int stars) {
        return new Judgement(stars, null);
    }
}
