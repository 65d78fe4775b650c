package org.somoim.forum;

/** What a category is for. */
public enum ForumType {
    /** Any kind of topic. */
    DISCUSSION,
    /** Questions only, each of which can be solved by one answer. */
    QUESTIONS,
    /** Only those who look after it open topics; everyone answers. */
    ANNOUNCEMENTS
}
