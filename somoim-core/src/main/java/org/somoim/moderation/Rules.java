package org.somoim.moderation;

import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/** What a statement says where nobody has written one. */
final class Rules {
    static final String HIDDEN_BY_REPORTS = "Content that several reliable reporters object to waits for review";
    static final String ENOUGH_PEOPLE =
            "Several people whose earlier reports were upheld have reported this independently of one another. It is hidden until a moderator has looked at it.";
    private static final String LOOKS_LIKE_SPAM = "Content that looks like %s waits for review";
    private static final String HELD =
            "An automatic check found it very likely that this is %s. Nobody has decided this yet. It waits until a moderator has looked at it. You can change it, and you can object.";
    private static final String HIDDEN =
            "An automatic check, which has hardly ever been wrong about this here, found it very likely that this is %s. It is hidden, and nobody has decided this yet; a moderator will look at it. You can change it, and you can object.";
    private static final String PLEASE = "Please be kind and honest with one another";
    private static final String NUDGED =
            "An automatic check found that this could be taken for %s. It stays where it is, and nobody has decided anything. You may want to say it in other words. You can object.";

    /** What a detector's measure says was broken. */
    static Line ruleOf(Course course, Ground ground) {
        return Line.of(course == Course.NUDGE ? PLEASE : LOOKS_LIKE_SPAM.formatted(inWords(ground)));
    }

    /** Why a detector's measure was taken. Says that nobody decided; not what gave it away, which would teach how to get by. */
    static Prose factsOf(Course course, Ground ground) {
        String form =
                switch (course) {
                    case HIDE -> HIDDEN;
                    case NUDGE -> NUDGED;
                    case PUBLISH, PUBLISH_AND_QUEUE, HOLD -> HELD;
                };
        return Prose.of(form.formatted(inWords(ground)));
    }

    private static String inWords(Ground ground) {
        return switch (ground) {
            case SPAM -> "spam";
            case SCAM -> "a scam";
            case HARASSMENT -> "an insult";
            case HATE -> "hate";
            case MISINFORMATION -> "a false promise";
            case SELF_HARM, PRIVACY_LEAK, ILLEGAL, OTHER -> "something that is not allowed here";
        };
    }

    private Rules() {}
}
