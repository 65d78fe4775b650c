package org.somoim.chat;

import java.util.Map;
import java.util.Set;

/**
 * What hangs on a message, as one reader sees it.
 *
 * @param reactions how many people reacted in each way, whoever they are; ways that nobody chose are left out
 * @param own how the reader reacted
 */
public record Marks(Map<Reaction.Kind, Integer> reactions, Set<Reaction.Kind> own) {
    public static final Marks NONE = new Marks(Map.of(), Set.of());

    public Marks {
        reactions = Map.copyOf(reactions);
        own = Set.copyOf(own);
    }
}
