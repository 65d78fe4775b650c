package org.somoim.profiles;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.access.Mutes;
import org.somoim.kernel.Line;

/**
 * What someone is interested in, or knows about: up to 20 lines of up to 50 code points each. No two that differ only in
 * case or width. In no particular order.
 */
public record Topics(Set<Line> lines) {
    /** Most lines. */
    public static final int MOST = 20;

    /** Of one line, in code points. */
    public static final int MAX = 50;

    public static final Topics NONE = new Topics(Set.of());

    /**
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#TOO_MANY_TOPICS}, {@link ProfileReason#TOPIC_TOO_LONG}, {@link
     *     ProfileReason#TOPIC_TWICE}
     */
    public Topics {
        if (lines.size() > MOST) {
            throw ProfileReason.TOO_MANY_TOPICS.refuse();
        }
        if (lines.stream().anyMatch(line -> line.length() > MAX)) {
            throw ProfileReason.TOPIC_TOO_LONG.refuse();
        }
        if (lines.stream().map(line -> Mutes.folded(line.value())).distinct().count() < lines.size()) {
            throw ProfileReason.TOPIC_TWICE.refuse();
        }
        lines = Set.copyOf(lines);
    }

    public static Topics of(String... lines) {
        return new Topics(List.of(lines).stream().map(Line::of).collect(Collectors.toUnmodifiableSet()));
    }
}
