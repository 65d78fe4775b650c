package org.somoim.forum;

/** In which order posts of a topic are wanted. */
public enum PostOrder {
    /** As they came. */
    NUMBER,
    /** Answers only: the best first, and among those of one quality the one that was written last. */
    QUALITY
}
