package org.somoim.goals;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/**
 * A goal in somebody's own words.
 *
 * @param title at most {@value #MAX_TITLE} code points
 * @param description at most {@value #MAX_TEXT} code points, or null
 * @param strategy how it is done; the same
 * @param tips what was learned; the same
 */
public record Story(
        Line title,
        @Nullable Prose description,
        @Nullable Prose strategy,
        @Nullable Prose tips,
        Tags tags) {
    /** In code points. */
    public static final int MAX_TITLE = 100;

    /** In code points. */
    public static final int MAX_TEXT = 2_000;

    /** @throws org.somoim.kernel.Refusal {@link GoalReason#TITLE_TOO_LONG}, {@link GoalReason#TEXT_TOO_LONG} */
    public Story {
        if (title.length() > MAX_TITLE) {
            throw GoalReason.TITLE_TOO_LONG.refuse();
        }
        if (isTooLong(description) || isTooLong(strategy) || isTooLong(tips)) {
            throw GoalReason.TEXT_TOO_LONG.refuse();
        }
    }

    public static Story of(String title) {
        return new Story(Line.of(title), null, null, null, Tags.NONE);
    }

    private static boolean isTooLong(@Nullable Prose text) {
        return text != null && text.length() > MAX_TEXT;
    }
}
