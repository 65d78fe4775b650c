package org.somoim.forum;

import java.util.List;
import org.somoim.access.Mutes;
import org.somoim.kernel.Line;

/**
 * Words to find a topic by: up to five of up to 30 code points each, in lower case and composed, in the order in which they
 * were given. No two alike.
 */
public record Tags(List<Line> lines) {
    /** Most tags. */
    public static final int MOST = 5;

    /** Of one, in code points. */
    public static final int MAX = 30;

    public static final Tags NONE = new Tags(List.of());

    /** @throws org.somoim.kernel.Refusal {@link ForumReason#TOO_MANY_TAGS}, {@link ForumReason#TAG_TOO_LONG} */
    public Tags {
        lines = lines.stream().map(Tags::folded).distinct().toList();
        if (lines.size() > MOST) {
            throw ForumReason.TOO_MANY_TAGS.refuse();
        }
        if (lines.stream().anyMatch(line -> line.length() > MAX)) {
            throw ForumReason.TAG_TOO_LONG.refuse();
        }
    }

    public static Tags of(String... lines) {
        return new Tags(List.of(lines).stream().map(Line::of).toList());
    }

    /** The form in which one is kept and looked for. */
    public static Line folded(Line tag) {
        return Line.of(Mutes.folded(tag.value()));
    }
}
