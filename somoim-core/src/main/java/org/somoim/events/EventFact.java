package org.somoim.events;

import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen to events. {@code userId} is whoever did it. */
public sealed interface EventFact extends Fact {

    /** Either {@code groupId} or {@code pageOf} is null. */
    record Called(
            Id<Event> eventId,
            @Nullable Id<Group> groupId,
            @Nullable Id<User> pageOf,
            Id<User> userId) implements EventFact {}

    /** @param sequence as it is now; greater than before if those who come must know */
    record Edited(Id<Event> eventId, Id<User> userId, int sequence, boolean isNews) implements EventFact {}

    record Cancelled(Id<Event> eventId, Id<User> userId) implements EventFact {}

    record EventDeleted(Id<Event> eventId, Id<User> userId) implements EventFact {}

    record EventRestored(Id<Event> eventId, Id<User> userId) implements EventFact {}
}
