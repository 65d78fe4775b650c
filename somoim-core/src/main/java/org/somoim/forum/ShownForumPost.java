package org.somoim.forum;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Restraint;

/**
 * A post as one reader sees it.
 *
 * @param isBestAnswer whether it solved the question
 * @param liked whether the reader likes it
 * @param verdict what the reader said of its use, or null for nothing
 * @param restraints what was decided about it, so that it is not seen as others are: for its author and those who look after
 *     the category all of it, for anyone else only what shows anyway
 */
public record ShownForumPost(
        ForumPost post,
        boolean isBestAnswer,
        boolean liked,
        @Nullable Verdict verdict,
        Set<Restraint> restraints) {

    public ShownForumPost {
        restraints = Set.copyOf(restraints);
    }
}
