package org.somoim.forum;

/** What somebody opens a topic with. */
public enum PostType {
    DISCUSSION,
    /** Can be solved by one answer. */
    QUESTION,
    TIP,
    STORY,
    /** By those who look after the category. */
    ANNOUNCEMENT
}
