package org.somoim.groups;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;

/**
 * A group to be created.
 *
 * @param eventId the event that a crew goes to together, or null
 */
public record NewGroup(
        Group.Kind kind, Terms terms, @Nullable Id<?> eventId) {
    /** On the terms that its kind starts from. */
    public static NewGroup of(Group.Kind kind, Line name) {
        return new NewGroup(kind, Terms.of(kind, name), null);
    }

    /** Of people with an interest in common. */
    public static NewGroup social(Terms terms) {
        return new NewGroup(Group.Kind.SOCIAL, terms, null);
    }
}
