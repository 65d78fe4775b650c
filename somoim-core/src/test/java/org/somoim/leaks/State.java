package org.somoim.leaks;

import java.util.ArrayList;
import java.util.List;
import org.somoim.access.Visibility;
import org.somoim.profiles.Audience;

/**
 * How things stand in one scene.
 *
 * @param groupDeleted whether the group has been deleted
 * @param page how far the author's profile and page can be seen from
 */
public record State(Visibility visibility, boolean groupDeleted, PostState post, Audience page) {

    /** What became of the author's post. */
    public enum PostState {
        LIVE,
        EDITED,
        DELETED,
        /** Deleted and brought back. */
        RESTORED
    }

    /** All there are, save that the author's page does not depend on what became of the post. */
    static List<State> all() {
        List<State> all = new ArrayList<>();
        for (Visibility visibility : Visibility.values()) {
            for (boolean deleted : new boolean[] {false, true}) {
                for (PostState post : PostState.values()) {
                    all.add(new State(visibility, deleted, post, Audience.EVERYONE));
                }
                all.add(new State(visibility, deleted, PostState.LIVE, Audience.GROUPS));
                all.add(new State(visibility, deleted, PostState.LIVE, Audience.NOBODY));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return visibility + (groupDeleted ? " deleted" : "") + " group, post " + post + ", page for " + page;
    }
}
