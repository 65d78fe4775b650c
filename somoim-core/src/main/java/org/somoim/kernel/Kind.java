package org.somoim.kernel;

/** The few ways to be refused. Closed: adapters switch over it without a default branch. */
public enum Kind {
    /** What was sent cannot be right, whoever sends it and whenever. */
    INVALID,
    /** Nobody, or nobody in good standing, is asking. */
    UNAUTHENTICATED,
    /** May know of it, may not do it. */
    FORBIDDEN,
    /** There is no such thing, or it is none of the asker's business; the two look alike. */
    NOT_FOUND,
    /** Right in itself, but not in the present state. */
    CONFLICT,
    /** Was there once. */
    GONE,
    /** More than is allowed in this time. */
    TOO_MANY
}
