package org.somoim.personaldata;

/** What becomes of a row that names a person once that person is erased. */
public enum OnErasure {
    /** The row goes. */
    REMOVED,
    /**
     * The person decides for each kind: the row goes, or it stays under a bare id that leads to nobody. Where others have
     * answered it, only its place stays either way.
     */
    CHOSEN,
    /** The row is somebody else's, or the group's. It stays, and the column is emptied. */
    EMPTIED,
    /** The row is somebody else's, or the group's. It stays with the bare id, which leads to nobody. */
    UNNAMED
}
