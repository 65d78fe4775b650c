package org.somoim.groups;

import org.jspecify.annotations.Nullable;
import org.somoim.access.Visibility;
import org.somoim.kernel.Id;

/** How many people something is open to, roughly, and whether to all. No front door: it asks for no permission. */
public final class Reach {
    /** Where nobody counts who looks, such as on a page. */
    private static final int SOME = 10;

    private final GroupStore groups;

    public Reach(GroupStore groups) {
        this.groups = groups;
    }

    /** Whether anyone with an account may read what is in it. */
    public boolean isPublic(@Nullable Id<Group> group) {
        return group != null
                && groups.find(group)
                        .filter(found -> found.visibility() == Visibility.PUBLIC)
                        .isPresent();
    }

    /** @param group in which it is, or null if it is in none */
    public int of(@Nullable Id<Group> group) {
        return group == null ? SOME : groups.find(group).map(Group::members).orElse(0);
    }
}
