package org.somoim.moderation;

import java.time.Instant;
import org.somoim.kernel.Id;
import org.somoim.kernel.Word;

/**
 * What people made of what a detector had said about something. There is one for each case, detector and ground; it is
 * written anew when somebody else decides otherwise.
 *
 * @param said what the detector had said, in millionths
 * @param probability what was made of it at the time, in millionths
 * @param violating whether people found that it broke this rule
 * @param unaware whether whoever decided was not shown what the detector had said
 * @param at when they decided
 */
public record Lesson(
        Id<Case> caseId,
        Word detector,
        Ground ground,
        int said,
        int probability,
        boolean violating,
        boolean unaware,
        Instant at) {}
