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
 * Meetings that come again by a rule. Its occurrences are events of their own, made some time ahead; this is what new ones
 * are made from.
 *
 * @param groupId the group that hosts it, or null
 * @param pageOf the person who hosts it, or null
 * @param rule by which it comes again, counted from {@code startsOn}
 * @param startsOn the first start, by the clock on the wall of {@code zone}
 * @param endsOn when the first one ends, or null if nobody said
 * @param venueFor null while nobody has said where
 * @param maxAttendees at each occurrence
 * @param madeUntil occurrences that start before this, by the clock on the wall, have been made
 * @param endedAt when it was ended, or the rule had come to its end and the last was made; null while more are to come
 */
public record Series(
        Id<Series> id,
        @Nullable Id<Group> groupId,
        @Nullable Id<User> pageOf,
        Id<User> creatorId,
        Rule rule,
        Line title,
        @Nullable Prose description,
        Event.Kind kind,
        boolean isPublic,
        LocalDateTime startsOn,
        @Nullable LocalDateTime endsOn,
        Zone zone,
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
        LocalDateTime madeUntil,
        @Nullable Instant endedAt,
        Instant createdAt,
        Instant updatedAt) {

    static Series begun(
            Id<Series> id,
            @Nullable Id<Group> groupId,
            @Nullable Id<User> pageOf,
            Id<User> by,
            Rule rule,
            Plan plan,
            Instant now) {
        return of(id, groupId, pageOf, by, rule, plan, plan.when().starts(), null, now, now);
    }

    /** What is planned for the first one. */
    public Plan plan() {
        Coordinates point = latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
        return new Plan(
                title,
                description,
                kind,
                isPublic,
                new When(startsOn, endsOn, zone),
                venueFor == null ? null : new Venue(venueLabel, address, point, online, venueFor),
                maxAttendees,
                new Admission(byApproval, promotion, offerHours, mostGuests));
    }

    /** What is planned for the one that starts then. */
    Plan planAt(LocalDateTime start) {
        Plan first = plan();
        return first.at(first.when().movedTo(start));
    }

    /** @param isOver whether nothing comes after */
    Series made(LocalDateTime until, boolean isOver, Instant now) {
        return of(id, groupId, pageOf, creatorId, rule, plan(), until, isOver ? now : endedAt, createdAt, now);
    }

    Series ended(Instant now) {
        return of(id, groupId, pageOf, creatorId, rule, plan(), madeUntil, now, createdAt, now);
    }

    /** With another plan for what is made from now on. */
    Series on(Plan plan, Instant now) {
        return of(id, groupId, pageOf, creatorId, rule, plan, madeUntil, endedAt, createdAt, now);
    }

    private static Series of(
            Id<Series> id,
            @Nullable Id<Group> groupId,
            @Nullable Id<User> pageOf,
            Id<User> creatorId,
            Rule rule,
            Plan plan,
            LocalDateTime madeUntil,
            @Nullable Instant endedAt,
            Instant createdAt,
            Instant updatedAt) {
        Venue venue = plan.venue();
        Coordinates point = venue == null ? null : venue.coordinates();
        return new Series(
                id,
                groupId,
                pageOf,
                creatorId,
                rule,
                plan.title(),
                plan.description(),
                plan.kind(),
                plan.isPublic(),
                plan.when().starts(),
                plan.when().ends(),
                plan.when().zone(),
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
                madeUntil,
                endedAt,
                createdAt,
                updatedAt);
    }
}
