package org.somoim.events;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * A meeting. Hosted by a group or by a person, never by both.
 *
 * @param groupId the group that hosts it, or null
 * @param pageOf the person who hosts it, or null
 * @param creatorId who called it; null where that is not for the reader to know, never in the store
 * @param seriesId the series it is an occurrence of, or null
 * @param recurrence which occurrence: when it was first to start, by the clock on the wall; null outside a series
 * @param startsOn by the clock on the wall of {@code zone}
 * @param endsOn by the same clock, or null if nobody said
 * @param startsAt what {@code startsOn} comes to
 * @param endsAt what {@code endsOn} comes to
 * @param venueLabel for everyone who sees the event, or null
 * @param address null where there is none, or it is not for the reader; so are {@code latitude}, {@code longitude} and
 *     {@code online}
 * @param latitude in hundred-millionths of a degree; null together with {@code longitude}
 * @param venueFor who learns how to get there; null while nobody has said where
 * @param maxAttendees most people who may come, guests included, or null for no limit
 * @param sequence how often it was changed in a way that those who come must know of; the SEQUENCE of RFC 5545
 * @param cancelledAt when it was called off, or null
 * @param updatedAt when anything about it last changed
 * @param deletedAt when it was deleted, or null
 */
public record Event(
        Id<Event> id,
        @Nullable Id<Group> groupId,
        @Nullable Id<User> pageOf,
        @Nullable Id<User> creatorId,
        @Nullable Id<Series> seriesId,
        @Nullable LocalDateTime recurrence,
        Line title,
        @Nullable Prose description,
        Kind kind,
        boolean isPublic,
        LocalDateTime startsOn,
        @Nullable LocalDateTime endsOn,
        Zone zone,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Line venueLabel,
        @Nullable Line address,
        @Nullable Long latitude,
        @Nullable Long longitude,
        @Nullable MeetingLink online,
        Venue.@Nullable ShownTo venueFor,
        @Nullable Integer maxAttendees,
        boolean byApproval,
        Admission.Promotion promotion,
        int offerHours,
        int mostGuests,
        int sequence,
        @Nullable Instant cancelledAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {

    /** What is left of the title of an event that was emptied when its creator was erased. */
    public static final Line GONE = new Line("…");

    /** @throws org.somoim.kernel.Refusal {@link EventReason#IN_THE_PAST} if it starts before it was called */
    public Event {
        if ((groupId == null) == (pageOf == null)) {
            throw new IllegalArgumentException("an event is hosted by a group or by a person");
        }
        if ((seriesId == null) != (recurrence == null)) {
            throw new IllegalArgumentException("an occurrence is named by its series and its first start");
        }
        if (!startsAt.isAfter(createdAt)) {
            throw EventReason.IN_THE_PAST.refuse(id);
        }
    }

    /** What one goes to. */
    public enum Kind {
        BAR,
        CLUB,
        CONCERT,
        PARTY,
        RESTAURANT,
        OUTDOOR,
        SPORTS,
        OTHER
    }

    /**
     * A new one.
     *
     * @param groupId the host, or null
     * @param pageOf the host, or null
     */
    static Event called(
            Id<Event> id, @Nullable Id<Group> groupId, @Nullable Id<User> pageOf, Id<User> by, Plan plan, Instant now) {
        return of(id, groupId, pageOf, by, null, null, plan, 0, null, now, now, null);
    }

    /** One of a series. */
    static Event occurrence(Id<Event> id, Series series, LocalDateTime start, Plan plan, Instant now) {
        return of(
                id,
                series.groupId(),
                series.pageOf(),
                series.creatorId(),
                series.id(),
                start,
                plan,
                0,
                null,
                now,
                now,
                null);
    }

    /** What is planned. Not for an event whose venue was withheld. */
    public Plan plan() {
        return new Plan(
                title,
                description,
                kind,
                isPublic,
                when(),
                venue(),
                maxAttendees,
                new Admission(byApproval, promotion, offerHours, mostGuests));
    }

    public When when() {
        return new When(startsOn, endsOn, zone);
    }

    /** Null where there is none, or it is not for the reader. */
    public @Nullable Coordinates coordinates() {
        return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
    }

    public boolean isCancelled() {
        return cancelledAt != null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** When it is over: at its end, or when it starts if nobody said. */
    public Instant overAt() {
        return endsAt == null ? startsAt : endsAt;
    }

    /** @param isNews whether those who come must know of it */
    Event on(Plan plan, boolean isNews, Instant now) {
        return of(
                id,
                groupId,
                pageOf,
                creatorId,
                seriesId,
                recurrence,
                plan,
                isNews ? sequence + 1 : sequence,
                cancelledAt,
                createdAt,
                now,
                deletedAt);
    }

    Event cancelled(Instant now) {
        return of(
                id,
                groupId,
                pageOf,
                creatorId,
                seriesId,
                recurrence,
                plan(),
                sequence + 1,
                now,
                createdAt,
                now,
                deletedAt);
    }

    /** @param at null to bring it back */
    Event deleted(@Nullable Instant at, Instant now) {
        return of(
                id,
                groupId,
                pageOf,
                creatorId,
                seriesId,
                recurrence,
                plan(),
                sequence,
                cancelledAt,
                createdAt,
                now,
                at);
    }

    /** For a reader who is not to know how to get there. */
    Event withoutWay() {
        return new Event(
                id,
                groupId,
                pageOf,
                creatorId,
                seriesId,
                recurrence,
                title,
                description,
                kind,
                isPublic,
                startsOn,
                endsOn,
                zone,
                startsAt,
                endsAt,
                venueLabel,
                null,
                null,
                null,
                null,
                venueFor,
                maxAttendees,
                byApproval,
                promotion,
                offerHours,
                mostGuests,
                sequence,
                cancelledAt,
                createdAt,
                updatedAt,
                deletedAt);
    }

    /** For a reader who is not to know who called it. */
    Event withoutCreator() {
        return new Event(
                id,
                groupId,
                pageOf,
                null,
                seriesId,
                recurrence,
                title,
                description,
                kind,
                isPublic,
                startsOn,
                endsOn,
                zone,
                startsAt,
                endsAt,
                venueLabel,
                address,
                latitude,
                longitude,
                online,
                venueFor,
                maxAttendees,
                byApproval,
                promotion,
                offerHours,
                mostGuests,
                sequence,
                cancelledAt,
                createdAt,
                updatedAt,
                deletedAt);
    }

    private @Nullable Venue venue() {
        return venueFor == null ? null : new Venue(venueLabel, address, coordinates(), online, venueFor);
    }

    private static Event of(
            Id<Event> id,
            @Nullable Id<Group> groupId,
            @Nullable Id<User> pageOf,
            @Nullable Id<User> creatorId,
            @Nullable Id<Series> seriesId,
            @Nullable LocalDateTime recurrence,
            Plan plan,
            int sequence,
            @Nullable Instant cancelledAt,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant deletedAt) {
        Venue venue = plan.venue();
        Coordinates point = venue == null ? null : venue.coordinates();
        return new Event(
                id,
                groupId,
                pageOf,
                creatorId,
                seriesId,
                recurrence,
                plan.title(),
                plan.description(),
                plan.kind(),
                plan.isPublic(),
                plan.when().starts(),
                plan.when().ends(),
                plan.when().zone(),
                plan.when().startsAt(),
                plan.when().endsAt(),
                venue == null ? null : venue.label(),
                venue == null ? null : venue.address(),
                point == null ? null : Long.valueOf(point.latitude()),
                point == null ? null : Long.valueOf(point.longitude()),
                venue == null ? null : venue.online(),
                venue == null ? null : venue.shownTo(),
                plan.maxAttendees(),
                plan.admission().byApproval(),
                plan.admission().promotion(),
                plan.admission().offerHours(),
                plan.admission().mostGuests(),
                sequence,
                cancelledAt,
                createdAt,
                updatedAt,
                deletedAt);
    }
}
