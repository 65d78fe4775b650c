package org.somoim.profiles;

/** How much of a savings goal goes into what is shared of it, least first. Amounts are a matter of their own. */
public enum GoalSharing implements Choice {
    NOTHING,
    /** What kind of goal it is. */
    CATEGORY,
    /** That, and how far it has come, in percent. */
    PROGRESS,
    /** That, and what the person writes about how they do it. */
    STORY
}
