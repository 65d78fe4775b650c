package org.somoim.access;

import java.util.Set;

/** What is laid on a thing or a person by a decision that anybody can object to. Weakest first within each half. */
public enum Restraint {
    /** Shown with a word of warning. */
    LABELLED,
    /** Found by whoever looks for it, and put in front of nobody. */
    LIMITED,
    /** Nothing is added to it. */
    LOCKED,
    /** Waits to be looked at: for its author, and for those who look after the place. */
    HELD,
    /** For its author, and for those who look after the place. */
    HIDDEN,
    /** For nobody. */
    REMOVED,
    /** Speaks, but not as often as others. */
    SLOWED,
    /** Does not speak. */
    MUTED,
    /** Does nothing, for some time, except to read why, to object, and to have what is their own. */
    SUSPENDED,
    /** The same for good. */
    BANNED;

    /** Whether what is under these is not shown to everyone. */
    public static boolean hides(Set<Restraint> restraints) {
        return restraints.contains(HELD) || restraints.contains(HIDDEN) || restraints.contains(REMOVED);
    }

    /** Whether someone under these is turned away. */
    public static boolean bars(Set<Restraint> restraints) {
        return restraints.contains(SUSPENDED) || restraints.contains(BANNED);
    }
}
