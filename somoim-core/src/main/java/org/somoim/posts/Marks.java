package org.somoim.posts;

import java.util.Map;
import java.util.Set;
import org.somoim.access.Restraint;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * What hangs on a post or comment, as one reader sees it.
 *
 * @param reactions how many people reacted in each way, whoever they are; ways that nobody chose are left out
 * @param own how the reader reacted
 * @param mentions who is named in it, without those parted from the reader by a block
 * @param restraints what was decided about it, so that it is not seen as others are: for its author and those who look after
 *     the place all of it, for anyone else only what shows anyway
 */
public record Marks(
        Map<Reaction.Kind, Integer> reactions,
        Set<Reaction.Kind> own,
        Set<Id<User>> mentions,
        Set<Restraint> restraints) {
    public static final Marks NONE = new Marks(Map.of(), Set.of(), Set.of(), Set.of());

    public Marks {
        reactions = Map.copyOf(reactions);
        own = Set.copyOf(own);
        mentions = Set.copyOf(mentions);
        restraints = Set.copyOf(restraints);
    }
}
