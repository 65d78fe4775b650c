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

    /**
     * Its occurrences are not announced one by one.
     *
     * @param firstId the first of them
     */
    record SeriesBegun(
            Id<Series> seriesId,
            Id<Event> firstId,
            @Nullable Id<Group> groupId,
            @Nullable Id<User> pageOf,
            Id<User> userId)
            implements EventFact {}

    /** What was called off with it is announced for itself. */
    record SeriesEnded(Id<Series> seriesId, Id<User> userId) implements EventFact {}

    /** @param userId whose answer it is */
    record Answered(Id<Event> eventId, Id<User> userId, Rsvp.Answer answer, int guests) implements EventFact {}

    /** @param userId whose answer it was */
    record AnswerWithdrawn(Id<Event> eventId, Id<User> userId) implements EventFact {}

    /** @param userId who wants to be let in */
    record ApprovalAsked(Id<Event> eventId, Id<User> userId) implements EventFact {}

    /** @param answer what came of it: a seat or the waitlist */
    record Approved(Id<Event> eventId, Id<User> userId, Id<User> byId, Rsvp.Answer answer) implements EventFact {}

    /** @param userId who is not going now, by no wish of their own */
    record TurnedDown(Id<Event> eventId, Id<User> userId, Id<User> byId) implements EventFact {}

    /** @param userId who waited, and goes now */
    record Promoted(Id<Event> eventId, Id<User> userId) implements EventFact {}

    /** @param userId for whom a seat is kept */
    record SeatOffered(Id<Event> eventId, Id<User> userId) implements EventFact {}

    /** @param userId who did not take it up in time */
    record OfferLapsed(Id<Event> eventId, Id<User> userId) implements EventFact {}

    /** @param attendance null if a note was taken back */
    record AttendanceNoted(Id<Event> eventId, Id<User> userId, Id<User> byId, Rsvp.@Nullable Attendance attendance)
            implements EventFact {}

    /**
     * It is so many minutes until it starts, and somebody wanted to be reminded then.
     *
     * @param userId whom
     */
    record Reminded(Id<Event> eventId, Id<User> userId, int minutes) implements EventFact {}
}
