package org.somoim.moderation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/**
 * What somebody decides to do, and why. The words go to whom it restricts.
 *
 * @param rule which rule was broken
 * @param facts what was found, at most {@value Appeal#MOST} code points
 * @param lasting how long, or null for good
 * @param points strikes, 0 to {@value #MOST_POINTS}
 * @param withKin whether it goes for every open case with nearly the same words that nobody holds
 */
public record Ruling(
        Measure.Kind kind,
        Ground ground,
        Line rule,
        Prose facts,
        @Nullable Duration lasting,
        int points,
        boolean withKin) {
    public static final int MOST_POINTS = 12;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** @throws org.somoim.kernel.Refusal {@link ModerationReason#BAD_END}, {@link ModerationReason#TOO_LONG} */
    public Ruling {
        if (facts.length() > Appeal.MOST) {
            throw ModerationReason.TOO_LONG.refuse();
        }
        if (kind.needsEnd() && lasting == null
                || kind == Measure.Kind.BAN && lasting != null
                || kind == Measure.Kind.GROUP_BAN && lasting != null
                || lasting != null && (lasting.compareTo(SHORTEST) < 0 || lasting.compareTo(LONGEST) > 0)) {
            throw ModerationReason.BAD_END.refuse();
        }
        if (points < 0 || points > MOST_POINTS) {
            throw ModerationReason.BAD_POINTS.refuse();
        }
    }

    /** With the strikes that go with it, for good, and for this case alone. */
    public static Ruling of(Measure.Kind kind, Ground ground, Line rule, Prose facts) {
        return new Ruling(kind, ground, rule, facts, null, pointsOf(kind, ground), false);
    }

    /** The same for a time. */
    public Ruling lasting(Duration time) {
        return new Ruling(kind, ground, rule, facts, time, points, withKin);
    }

    /** The same with other strikes. */
    public Ruling striking(int other) {
        return new Ruling(kind, ground, rule, facts, lasting, other, withKin);
    }

    /** The same for everything with nearly the same words. */
    public Ruling withAllKin() {
        return new Ruling(kind, ground, rule, facts, lasting, points, true);
    }

    /** What goes with a measure unless somebody says otherwise: nothing for a warning, more for what is worse. */
    public static int pointsOf(Measure.Kind kind, Ground ground) {
        return switch (kind) {
            case NUDGE, LABEL, LOCK, HOLD -> 0;
            case LIMIT, HIDE -> 1;
            case REMOVE -> ground.severity() >= 3 ? 3 : 2;
            // These are what strikes lead to, and bring none themselves.
            case RATE_LIMIT, MUTE, SUSPEND, GROUP_BAN, BAN -> 0;
        };
    }
}
