package org.somoim.logs;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was thrown, as far as the log may show it: classes and stack traces. Messages only of those who say that they hold our
 * own words alone; any other might quote what people wrote.
 */
final class Faceless extends Throwable {
    private static final int DEEPEST = 20;
    private static final int MOST_FRAMES = 40;

    private Faceless(String text, @Nullable Throwable cause) {
        super(text, cause, false, true);
    }

    static Throwable of(Throwable thrown) {
        return of(thrown, 1);
    }

    private static Faceless of(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause();
        String message = thrown instanceof OurWords ? ": " + thrown.getMessage() : "";
        var faceless = new Faceless(
                thrown.getClass().getName() + message, cause == null || depth == DEEPEST ? null : of(cause, depth + 1));
        faceless.setStackTrace(
                Arrays.stream(thrown.getStackTrace()).limit(MOST_FRAMES).toArray(StackTraceElement[]::new));
        return faceless;
    }
}
