package org.somoim.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/**
 * The statement of reasons that goes with every restriction, for whoever it restricts: what, on what grounds, found how, for
 * how long, and what they can do about it. Does not say who decided, nor who reported.
 *
 * @param rule which rule was broken
 * @param facts what was found
 * @param automatedDecision whether nobody decided
 * @param automatedDetection whether a detector found it
 * @param inForce whether it holds now
 * @param until null for good
 * @param appealableUntil until when one can object
 * @param appeal what one objected, or null
 */
public record Statement(
        Id<Measure> id,
        Measure.Kind kind,
        Subject subject,
        Ground ground,
        Line rule,
        Prose facts,
        Measure.Source source,
        boolean automatedDetection,
        boolean automatedDecision,
        int points,
        boolean inForce,
        Instant decidedAt,
        @Nullable Instant until,
        @Nullable Instant endedAt,
        Instant appealableUntil,
        @Nullable Id<Appeal> appeal) {

    static Statement of(Measure measure, Instant now, @Nullable Id<Appeal> appeal) {
        return new Statement(
                measure.id(),
                measure.kind(),
                measure.subject(),
                measure.ground(),
                measure.rule(),
                measure.facts(),
                measure.source(),
                measure.confidence() != null,
                measure.automated(),
                measure.points(),
                measure.isInForce(now),
                measure.decidedAt(),
                measure.until(),
                measure.endedAt(),
                measure.decidedAt().plus(Appeals.WINDOW),
                appeal);
    }
}
