package org.somoim.access;

/**
 * Something one may or may not do in a place. Each capability lists its own in one enum, which is thereby its permission
 * table.
 */
public interface Action {

    /** The weakest standing that may do it in a place that is seen from so far. */
    Standing least(Visibility visibility);

    /** The action without which one may not even know that the thing exists. */
    Action see();

    /** The enum constant's name. */
    String name();

    /** Whether it is for a place that has been deleted and can still be brought back. Everything else is for places that live. */
    default boolean isForDeleted() {
        return false;
    }

    /** Whether it brings words of one's own before others, which someone who is muted does not do, nor anyone in a place that is locked. */
    default boolean speaks() {
        return false;
    }
}
