package org.somoim.forum;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Restraint;

/**
 * A topic as one reader sees it.
 *
 * @param opening what it is about: its first post; null if that was deleted or is not for the reader
 * @param follows whether the reader is told of new posts
 * @param isMine whether the reader looks after the category
 * @param restraints what was decided about it, as far as it is for the reader to know; see {@link ShownForumPost}
 */
public record ShownTopic(
        Topic topic, @Nullable ShownForumPost opening, boolean follows, boolean isMine, Set<Restraint> restraints) {

    public ShownTopic {
        restraints = Set.copyOf(restraints);
    }
}
