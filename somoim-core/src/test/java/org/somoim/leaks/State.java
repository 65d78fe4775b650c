package org.somoim.leaks;

import java.util.ArrayList;
import java.util.EnumSet;
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

    /**
     * All there are, without what makes no difference: what became of the post is tried with one audience for the page, and
     * not in groups that are deleted.
     */
    public static List<State> all() {
        List<State> all = new ArrayList<>();
        for (Visibility visibility : Visibility.values()) {
            for (Audience page : Audience.values()) {
                all.add(new State(visibility, false, PostState.LIVE, page));
                all.add(new State(visibility, true, PostState.LIVE, page));
            }
            for (PostState post : EnumSet.complementOf(EnumSet.of(PostState.LIVE))) {
                all.add(new State(visibility, false, post, Audience.GROUPS));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return visibility + (groupDeleted ? " deleted" : "") + " group, post " + post + ", page for " + page;
    }
}
