package org.somoim.goals;

import java.util.Set;

/**
 * A share as its reader sees it.
 *
 * @param given what the reader has given to it
 */
public record ShownGoal(GoalShare share, Set<Cheer> given) {
    public ShownGoal {
        given = Set.copyOf(given);
    }
}
