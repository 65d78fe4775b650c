package org.somoim.forum;

import java.util.Map;
import java.util.Set;

/**
 * How far a topic has come. What is being written is a {@link ForumDraft} and no topic yet; whether a question is solved,
 * and in which category a topic stands, are told apart from this.
 */
public enum TopicStatus {
    /** Its first post awaits approval. For its author and those who look after the category. */
    WAITING,
    OPEN,
    /** Takes no posts but of those who look after the category. Votes go on. */
    LOCKED,
    /** To read only. */
    ARCHIVED,
    /** All its posts are in another topic, to which it leads. There is no way back; they can be split off anew. */
    MERGED;

    private static final Map<TopicStatus, Set<TopicStatus>> NEXT = Map.of(
            WAITING, Set.of(OPEN),
            OPEN, Set.of(LOCKED, ARCHIVED, MERGED),
            LOCKED, Set.of(OPEN, ARCHIVED, MERGED),
            ARCHIVED, Set.of(OPEN, MERGED),
            MERGED, Set.of());

    /** The whole table of transitions. */
    public boolean canBecome(TopicStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether it can be read by whoever may read its category. */
    public boolean isShown() {
        return this != WAITING && this != MERGED;
    }
}
