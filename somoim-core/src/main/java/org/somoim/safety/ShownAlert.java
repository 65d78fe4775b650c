package org.somoim.safety;

import org.jspecify.annotations.Nullable;

/**
 * An alert as one reader may see it.
 *
 * @param role what the reader has to do with it
 * @param answer what the reader answered, or null
 */
public record ShownAlert(Alert alert, Role role, Receipt.@Nullable Answer answer) {

    /** Why somebody sees an alert; the first that is true of them. */
    public enum Role {
        /** Raised it. */
        CALLER,
        /** Was called, and belongs to the group still. */
        CALLED,
        /** Was not called, and looks after the group: does not see where the caller is. */
        KEEPER
    }
}
