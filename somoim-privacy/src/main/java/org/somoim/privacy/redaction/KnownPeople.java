package org.somoim.privacy.redaction;

import java.util.Collection;
import java.util.List;

/**
 * Everybody a text may speak of, ready to be looked for: the author, the members of the author's groups, and the groups.
 * Building it costs time in the number of people; build it once for texts of the same author.
 */
public final class KnownPeople {
    private static final KnownPeople NOBODY = new KnownPeople(List.of());

    private final int size;
    private final Identities identities;

    private KnownPeople(List<Known> known) {
        this.size = known.size();
        this.identities = new Identities(known);
    }

    public static KnownPeople of(Known... known) {
        return of(List.of(known));
    }

    public static KnownPeople of(Collection<Known> known) {
        return new KnownPeople(List.copyOf(known));
    }

    public static KnownPeople nobody() {
        return NOBODY;
    }

    Identities identities() {
        return identities;
    }

    /** Without the names. */
    @Override
    public String toString() {
        return "KnownPeople[" + size + "]";
    }
}
