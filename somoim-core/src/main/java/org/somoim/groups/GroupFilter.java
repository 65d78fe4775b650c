package org.somoim.groups;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Word;

/**
 * Which groups are wanted. What is null does not matter; everything else must hold.
 *
 * @param name a part of the name; upper and lower case, and full-width and half-width forms, are the same
 * @param eventId the event that the crew was formed for
 */
public record GroupFilter(
        @Nullable Word category,
        @Nullable Line name,
        Group.@Nullable Kind kind,
        @Nullable Id<?> eventId) {
    /** Every group. */
    public static final GroupFilter ALL = new GroupFilter(null, null, null, null);

    public static GroupFilter category(Word category) {
        return new GroupFilter(category, null, null, null);
    }

    public static GroupFilter named(Line part) {
        return new GroupFilter(null, part, null, null);
    }

    /** The crews that go to one event. */
    public static GroupFilter event(Id<?> event) {
        return new GroupFilter(null, null, null, event);
    }
}
