package org.somoim.forum;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * How often topics were looked at since it was last written down. Kept in memory, so that looking writes nothing: what was
 * not written down yet when a process ends is lost. One person counts once for a topic between two times; who they were is
 * known until the next time only, and never leaves this object. Safe between threads.
 */
public final class Views {
    /** Looks that are remembered at most; further ones are not counted until the next time. */
    static final int MOST = 100_000;

    private final Set<Look> looks = new HashSet<>();

    /** {@code person} looked. */
    synchronized void count(Id<Topic> topic, Id<User> person) {
        if (looks.size() < MOST) {
            looks.add(new Look(topic, person));
        }
    }

    /** How many people looked at each topic since the last time, and begins anew. */
    synchronized Map<Id<Topic>, Long> take() {
        Map<Id<Topic>, Long> counts = new HashMap<>();
        looks.forEach(look -> counts.merge(look.topic(), 1L, Long::sum));
        looks.clear();
        return counts;
    }

    private record Look(Id<Topic> topic, Id<User> person) {}
}
