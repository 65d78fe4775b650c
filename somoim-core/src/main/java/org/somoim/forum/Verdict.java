package org.somoim.forum;

/** What one person, who is never named, says of the use of a post to them. */
public enum Verdict {
    HELPFUL,
    /** Only lowers the quality of the post; nobody is shown how many there are, and nobody's standing sinks by it. */
    UNHELPFUL
}
