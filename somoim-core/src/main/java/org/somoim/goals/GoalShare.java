package org.somoim.goals;

import java.time.Instant;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;

/**
 * A goal that somebody shares without their name. Nothing in it says whose it is, or when within a day anything happened to
 * it.
 *
 * @param id random: says nothing about when it was made
 * @param sharedOn midnight UTC of the first day on which others saw it
 * @param likes as counted at the last turn of a day
 * @param inspirations how many it inspired, counted likewise
 */
public record GoalShare(Id<GoalShare> id, Instant sharedOn, int likes, int inspirations, GoalFace face) {

    /** Where it stands in the list: by day, and within one in the order of the ids, which is no order. */
    Cursor place() {
        return Cursor.of(sharedOn, id);
    }
}
