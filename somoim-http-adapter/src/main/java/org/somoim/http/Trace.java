package org.somoim.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.BadRoute;

/** A stack trace without messages, save our own about routes: any other might quote what people wrote. */
final class Trace {
    private static final int DEEPEST = 20;
    private static final int MOST_FRAMES = 40;

    private Trace() {}

    static String of(Throwable thrown) {
        var text = new StringBuilder();
        @Nullable Throwable current = thrown;
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            text.append(depth == 0 ? "" : "\ncaused by ")
                    .append(current.getClass().getName());
            if (current instanceof BadRoute mistake) {
                text.append(": ").append(mistake.getMessage());
            }
            text.append(Arrays.stream(current.getStackTrace())
                    .limit(MOST_FRAMES)
                    .map(frame -> "\n\tat " + frame)
                    .collect(Collectors.joining()));
            current = current.getCause();
        }
        return text.toString();
    }
}
