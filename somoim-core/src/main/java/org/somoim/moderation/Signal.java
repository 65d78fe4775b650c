package org.somoim.moderation;

import java.time.Instant;
import java.util.List;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Word;

/**
 * What something that looks at words made of a thing.
 *
 * @param detector its name
 * @param probability that the thing breaks the rule, in millionths
 * @param because what led to it, the strongest first, at most {@value #MOST_REASONS}
 */
public record Signal(Word detector, Ground ground, int probability, List<Line> because) {
    public static final int CERTAIN = 1_000_000;
    public static final int MOST_REASONS = 5;

    public Signal {
        because = List.copyOf(because);
        if (probability < 0 || probability > CERTAIN || because.size() > MOST_REASONS) {
            throw new IllegalArgumentException("a probability is 0 to a million millionths, with at most five reasons");
        }
    }

    /**
     * A signal as it is kept.
     *
     * @param said what the detector had said, in millionths; the signal has what was made of it
     */
    public record Kept(Id<Case> caseId, Signal signal, int said, Instant at) {
        Kept withoutReasons() {
            return new Kept(
                    caseId, new Signal(signal.detector(), signal.ground(), signal.probability(), List.of()), said, at);
        }
    }

    /** The same with another probability, in millionths. */
    Signal at(int other) {
        return new Signal(detector, ground, other, because);
    }
}
