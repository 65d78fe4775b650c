package org.somoim.goals;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about shared goals. */
public enum GoalReason implements Reason {
    SHARING_IS_OFF(
            Kind.CONFLICT,
            "Your privacy settings share nothing of your goals. Set goal_sharing_level to what you want to share first."),
    STORIES_ARE_OFF(
            Kind.CONFLICT,
            "Your privacy settings share no words of yours. Set goal_sharing_level to STORY first if you want to."),
    NOT_PREVIEWED(
            Kind.CONFLICT,
            "This is not what a preview gave out today or yesterday. Look at a preview, and publish exactly what it shows."),
    NO_SUCH_AMOUNT(Kind.INVALID, "An amount is a whole number from 0 to 999,999,999,999,999,999."),
    NO_SUCH_PROGRESS(Kind.INVALID, "Progress is a whole number of percent, from 0 to 100."),
    NO_SUCH_AGE(Kind.INVALID, "An age is a whole number of years, from 0 to 150."),
    NO_SUCH_PLACE(Kind.INVALID, "This is not one of the places that this community knows. The templates list them."),
    TITLE_TOO_LONG(Kind.INVALID, "A title has at most 100 characters. Shorten it."),
    TEXT_TOO_LONG(Kind.INVALID, "Each text has at most 2,000 characters. Shorten it."),
    TOO_MANY_TAGS(Kind.INVALID, "A share has at most five tags."),
    TAG_TOO_LONG(Kind.INVALID, "A tag has at most 30 characters. Shorten it."),
    TOO_MANY_SHARES(Kind.CONFLICT, "You share as many goals as one person can. Delete one first."),
    TOO_MANY_TODAY(Kind.TOO_MANY, "You have shared five goals today. Share more tomorrow.");

    private final Kind kind;
    private final String advice;

    GoalReason(Kind kind, String advice) {
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
