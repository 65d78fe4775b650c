package org.somoim.posts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * What someone wants a post to say.
 *
 * @param title null for none
 * @param body in Markdown
 * @param mentions who is to be told of it, at most {@value #MOST_MENTIONS}
 */
public record Draft(@Nullable Line title, Prose body, Set<Id<User>> mentions) {
    /** People that one post or comment can name at one time. */
    public static final int MOST_MENTIONS = 20;

    /** @throws org.somoim.kernel.Refusal {@link PostReason#TOO_MANY_MENTIONS} */
    public Draft {
        mentions = fewEnough(mentions);
    }

    /** Only a body. */
    public static Draft of(Prose body) {
        return new Draft(null, body, Set.of());
    }

    static Set<Id<User>> fewEnough(Set<Id<User>> mentions) {
        if (mentions.size() > MOST_MENTIONS) {
            throw PostReason.TOO_MANY_MENTIONS.refuse();
        }
        return Set.copyOf(mentions);
    }
}
