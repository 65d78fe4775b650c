package org.somoim.http.wishes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;

/** What someone would like. */
public record Wish(
        Id<Wish> id,
        Line title,
        @Nullable Prose reason,
        Size size,
        int times,
        @Nullable Instant by,
        List<Word> tags) {

    /** How much of it. */
    public enum Size {
        SMALL,
        LARGE
    }
}
