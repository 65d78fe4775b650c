package org.somoim.safety;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * A call for help to one group.
 *
 * @param batchId ties together the alerts of one emergency
 * @param userId who needs help
 * @param message what they say, or null
 * @param location where they are, as finely as they wished; null if they did not say, or once it has been shredded
 * @param drill whether it is an exercise
 * @param step how often it has been escalated so far
 * @param dueAt when it is escalated next, or null if it is not
 * @param answeredAt when somebody first acknowledged it, or null
 * @param outcome how it ended, or null while it is open
 * @param resolvedAt when it ended, or null
 * @param resolvedBy who ended it; null while it is open, if it lapsed, once they are erased, or where a reader is parted from
 *     them by a block
 * @param shredAt when the location goes, or null if there is none, or it is not to go yet, or nothing is left of it
 * @param updatedAt when something last became of it
 */
public record Alert(
        Id<Alert> id,
        Id<Batch> batchId,
        Id<Group> groupId,
        Id<User> userId,
        Kind kind,
        @Nullable Prose message,
        @Nullable Location location,
        boolean drill,
        int step,
        @Nullable Instant dueAt,
        @Nullable Instant answeredAt,
        @Nullable Outcome outcome,
        @Nullable Instant resolvedAt,
        @Nullable Id<User> resolvedBy,
        @Nullable Instant shredAt,
        Instant createdAt,
        Instant updatedAt) {

    public Alert {
        if ((outcome == null) != (resolvedAt == null)) {
            throw new IllegalArgumentException("what has an outcome has ended, and nothing else");
        }
        if (outcome == null && (resolvedBy != null || shredAt != null)) {
            throw new IllegalArgumentException("an open alert was resolved by nobody, and keeps its location");
        }
        if (dueAt != null && (outcome != null || answeredAt != null)) {
            throw new IllegalArgumentException("what was acknowledged, or has ended, is not escalated");
        }
    }

    /** What the matter is. */
    public enum Kind {
        HELP,
        MEDICAL,
        HARASSMENT,
        OTHER
    }

    /** How it ended. */
    public enum Outcome {
        /** It is over. */
        RESOLVED,
        /** There was nothing; only whoever raised it can say so. */
        FALSE_ALARM,
        /** Nobody ended it, and it is too long ago. */
        LAPSED
    }

    /** Where it stands. */
    public enum Status {
        RAISED,
        ACKNOWLEDGED,
        RESOLVED
    }

    public Status status() {
        if (outcome != null) {
            return Status.RESOLVED;
        }
        return answeredAt == null ? Status.RAISED : Status.ACKNOWLEDGED;
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /** Somebody has acknowledged it: it is not escalated any more. */
    Alert acknowledged(Instant at) {
        return moved(step, null, answeredAt == null ? at : answeredAt, null, null, null, null, at);
    }

    /** @param next when the following step is due, or null if this was the last */
    Alert escalated(@Nullable Instant next, Instant at) {
        return moved(step + 1, next, null, null, null, null, null, at);
    }

    /** Not sooner or later than {@code due}. */
    Alert due(Instant due) {
        return moved(step, due, null, null, null, null, null, updatedAt);
    }

    /** @param by null if nobody did */
    Alert over(Outcome how, @Nullable Id<User> by, Duration locationKept, Instant at) {
        return moved(step, null, answeredAt, how, at, by, location == null ? null : at.plus(locationKept), at);
    }

    /** Nothing is left of its location. */
    Alert shredded() {
        return moved(step, null, answeredAt, outcome, resolvedAt, resolvedBy, null, updatedAt);
    }

    private Alert moved(
            int step,
            @Nullable Instant dueAt,
            @Nullable Instant answeredAt,
            @Nullable Outcome outcome,
            @Nullable Instant resolvedAt,
            @Nullable Id<User> resolvedBy,
            @Nullable Instant shredAt,
            Instant at) {
        return new Alert(
                id,
                batchId,
                groupId,
                userId,
                kind,
                message,
                location,
                drill,
                step,
                dueAt,
                answeredAt,
                outcome,
                resolvedAt,
                resolvedBy,
                shredAt,
                createdAt,
                at);
    }

    /** For readers who look after the group, and were not called. */
    Alert withoutLocation() {
        return with(null, resolvedBy);
    }

    /** For readers who are parted from {@link #resolvedBy}. */
    Alert withoutName() {
        return with(location, null);
    }

    private Alert with(@Nullable Location shown, @Nullable Id<User> named) {
        return new Alert(
                id,
                batchId,
                groupId,
                userId,
                kind,
                message,
                shown,
                drill,
                step,
                dueAt,
                answeredAt,
                outcome,
                resolvedAt,
                named,
                shredAt,
                createdAt,
                updatedAt);
    }
}
