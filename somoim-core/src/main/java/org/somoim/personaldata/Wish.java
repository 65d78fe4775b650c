package org.somoim.personaldata;

/** What is to become of what a person wrote. */
public enum Wish {
    /** It goes. Where others have answered it, its words go and its place stays. */
    REMOVE,
    /** It stays as it is read now, and nothing tells any more who wrote it. */
    KEEP
}
