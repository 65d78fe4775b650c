package org.somoim.goals;

/** What somebody can give to another's goal, each once. */
public enum Cheer {
    LIKE,
    /** It made them want to do the same. */
    INSPIRED
}
