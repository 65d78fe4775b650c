package org.somoim.ratings;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about ratings. */
public enum RatingReason implements Reason {
    ONE_TO_FIVE(Kind.INVALID, "A rating is one to five whole stars."),
    COMMENT_TOO_LONG(Kind.INVALID, "A comment on a rating has at most 500 characters. Shorten it."),
    NOT_ONESELF(Kind.INVALID, "Nobody rates themselves."),
    NOT_OVER_YET(Kind.CONFLICT, "The event is not over yet. Rate those you met when it is."),
    TOO_LATE(Kind.GONE, "People can rate one another for 14 days after an event, and these have passed."),
    ALREADY_RATED(Kind.CONFLICT, "You have rated this person for this event. A rating stays as it was given.");

    private final Kind kind;
    private final String advice;

    RatingReason(Kind kind, String advice) {
        this.kind = kind;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String advice() {
        return advice;
    }
}
