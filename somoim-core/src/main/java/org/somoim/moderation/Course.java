package org.somoim.moderation;

import org.jspecify.annotations.Nullable;

/** What follows from a signal before anybody has looked. The more, the later in this order. */
public enum Course {
    /** Nothing. */
    PUBLISH(null),
    /** It is there for all, and there is a case. */
    PUBLISH_AND_QUEUE(null),
    /** The same, and its author is told what it looks like, so that they can say it in other words. */
    NUDGE(Measure.Kind.NUDGE),
    /** It waits until somebody has looked. */
    HOLD(Measure.Kind.HOLD),
    /** It is hidden; somebody looks later. */
    HIDE(Measure.Kind.HIDE);

    /** From which probability on there is a case, in millionths. */
    public static final int WORTH_A_LOOK = 500_000;
    /** How rarely wrong a detector must have proved to be to hide something by itself, in millionths. */
    public static final int PROVEN = 980_000;

    private final Measure.@Nullable Kind kind;

    Course(Measure.@Nullable Kind kind) {
        this.kind = kind;
    }

    /** What is laid on it, or null if nothing is. */
    public Measure.@Nullable Kind kind() {
        return kind;
    }

    /**
     * The table. Whatever is proved, no machine takes away what might be anything but spam or a scam. Nobody is told by a
     * machine that what they say about harming themselves, or about something that only a person can judge, breaks a rule.
     *
     * @param probability in millionths
     * @param proven the lower bound of how often the detector is right on this ground here, in millionths
     */
    public static Course of(Ground ground, int probability, ModerationTerms terms, int proven) {
        if (probability < Math.min(WORTH_A_LOOK, terms.confidence())) {
            return PUBLISH;
        }
        if (!terms.automatic() || probability < terms.confidence()) {
            return PUBLISH_AND_QUEUE;
        }
        return switch (ground) {
            case SPAM, SCAM -> proven >= PROVEN ? HIDE : HOLD;
            case HARASSMENT, HATE, MISINFORMATION -> NUDGE;
            case SELF_HARM, PRIVACY_LEAK, ILLEGAL, OTHER -> PUBLISH_AND_QUEUE;
        };
    }
}
