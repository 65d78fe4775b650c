package org.somoim.detection;

/** What may be wrong with a text. */
public enum Category {
    /** Advertising that nobody asked for. */
    SPAM,
    /** Wants money or secrets by deceit. */
    SCAM,
    /** Insults and swearing at people. */
    ABUSE,
    /** Against people for what they are. */
    HATE,
    /** Claims about money that cannot be true. */
    MISINFORMATION
}
