package org.somoim.comparison;

import java.time.Instant;
import java.util.List;
import org.somoim.kernel.Word;
import org.somoim.privacy.PeerStanding;
import org.somoim.privacy.Release;

/**
 * Where one value stands in one release after another, the oldest first. Each was there before: looking at all of them
 * tells no more than having looked at each.
 */
public record Trend(List<Point> points) {

    public Trend {
        points = List.copyOf(points);
    }

    /** One release. */
    public record Point(Word epoch, Instant starts, Instant ends, Release<PeerStanding> standing) {}
}
