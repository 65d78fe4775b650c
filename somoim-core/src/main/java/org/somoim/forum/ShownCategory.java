package org.somoim.forum;

import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * A category as one reader sees it.
 *
 * @param moderators who was appointed to look after it, here and not above; without those parted from the reader by a block
 * @param isMine whether the reader looks after it
 */
public record ShownCategory(Category category, Set<Id<User>> moderators, boolean isMine) {

    public ShownCategory {
        moderators = Set.copyOf(moderators);
    }
}
