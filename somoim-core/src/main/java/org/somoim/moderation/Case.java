package org.somoim.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * Everything that is said against one subject, waiting for somebody to decide.
 *
 * @param authorId who answers for the subject, or null
 * @param ground the worst of what is said
 * @param escalated whether it is for administrators
 * @param standing how urgent it is; see {@link Priority}. The greatest is next
 * @param probability that a rule is broken, as detectors see it, in millionths
 * @param weight of its open reports, in thousandths
 * @param likeFirst what nearly the same words have in common, with {@code likeSecond}; null for nothing to compare
 * @param kinId the first case of those with nearly the same words; its own id if there is none
 * @param claimantId who looks at it, until {@code claimedUntil}
 * @param outsiderId who must not decide it, because they decided it before, or null
 * @param deciderId who decided it last, or null
 * @param settledWeight what its reports weighed when it was last decided, in thousandths
 * @param version counts changes; a decision names the one it was made upon
 */
public record Case(
        Id<Case> id,
        Word subjectKind,
        Id<?> subjectId,
        @Nullable Id<User> authorId,
        @Nullable Id<? extends Place> placeId,
        Status status,
        Ground ground,
        boolean escalated,
        long standing,
        int probability,
        int reach,
        int weight,
        @Nullable Long likeFirst,
        @Nullable Long likeSecond,
        Id<Case> kinId,
        @Nullable Id<User> claimantId,
        @Nullable Instant claimedUntil,
        @Nullable Instant snoozedUntil,
        @Nullable Id<User> outsiderId,
        @Nullable Id<User> deciderId,
        int settledWeight,
        int version,
        Instant saidAt,
        Instant openedAt,
        @Nullable Instant decidedAt) {

    /** Where it is. */
    public enum Status {
        OPEN,
        /** Put off until a time. */
        SNOOZED,
        /** Decided by one, and waiting for a second. */
        PROPOSED,
        ACTIONED,
        DISMISSED;

        /** Whether nobody is waiting for anything. */
        public boolean isDecided() {
            return this == ACTIONED || this == DISMISSED;
        }

        /** The table of moves. */
        public static boolean isMove(Status from, Status to) {
            return switch (from) {
                case OPEN -> to != OPEN;
                case SNOOZED -> to == OPEN;
                case PROPOSED -> to == ACTIONED || to == OPEN;
                case ACTIONED -> to == OPEN || to == DISMISSED;
                case DISMISSED -> to == OPEN;
            };
        }
    }

    public Case {
        if ((claimantId == null) != (claimedUntil == null)) {
            throw new IllegalArgumentException("a claim is somebody's and has an end");
        }
        if (claimantId != null && status != Status.OPEN) {
            throw new IllegalArgumentException("only what is open is claimed");
        }
        if ((status == Status.SNOOZED) != (snoozedUntil != null)) {
            throw new IllegalArgumentException("what is put off is put off until a time");
        }
        if (status.isDecided() != (decidedAt != null)) {
            throw new IllegalArgumentException("what is decided was decided at a time");
        }
    }

    /** Whether {@code person} holds it at {@code now}. */
    public boolean isHeldBy(Id<User> person, Instant now) {
        return person.equals(claimantId) && claimedUntil != null && claimedUntil.isAfter(now);
    }

    /** Whether anybody holds it at {@code now}. */
    public boolean isHeld(Instant now) {
        return claimedUntil != null && claimedUntil.isAfter(now);
    }

    /** Moves it on; any claim ends. */
    Case moved(Status to, @Nullable Instant until, @Nullable Id<User> by, Instant now) {
        if (!Status.isMove(status, to)) {
            throw ModerationReason.NOT_OPEN.refuse(id);
        }
        return new Case(
                id,
                subjectKind,
                subjectId,
                authorId,
                placeId,
                to,
                ground,
                escalated,
                standing,
                probability,
                reach,
                weight,
                likeFirst,
                likeSecond,
                kinId,
                null,
                null,
                until,
                outsiderId,
                to.isDecided() ? by : deciderId,
                to.isDecided() ? weight : settledWeight,
                version + 1,
                saidAt,
                openedAt,
                to.isDecided() ? now : null);
    }

    /** The same with what was added to it. A claim stays. */
    Case told(Ground worst, int likely, int people, int heavy, Instant lastSaid) {
        return new Case(
                id,
                subjectKind,
                subjectId,
                authorId,
                placeId,
                status,
                worst,
                escalated,
                Priority.standing(worst, likely, people, heavy, openedAt),
                likely,
                people,
                heavy,
                likeFirst,
                likeSecond,
                kinId,
                claimantId,
                claimedUntil,
                snoozedUntil,
                outsiderId,
                deciderId,
                settledWeight,
                version + 1,
                lastSaid,
                openedAt,
                decidedAt);
    }

    /** Opened again; it waits from {@code now} on. */
    Case reopened(@Nullable Id<User> outsider, Instant now) {
        Case open = moved(Status.OPEN, null, null, now);
        return new Case(
                id,
                subjectKind,
                subjectId,
                authorId,
                placeId,
                Status.OPEN,
                ground,
                escalated,
                Priority.standing(ground, probability, reach, weight, now),
                probability,
                reach,
                weight,
                likeFirst,
                likeSecond,
                kinId,
                null,
                null,
                null,
                outsider == null ? outsiderId : outsider,
                deciderId,
                settledWeight,
                open.version,
                saidAt,
                now,
                null);
    }

    /** Handed to administrators; any claim ends. */
    Case raised() {
        return new Case(
                id,
                subjectKind,
                subjectId,
                authorId,
                placeId,
                status,
                ground,
                true,
                standing,
                probability,
                reach,
                weight,
                likeFirst,
                likeSecond,
                kinId,
                null,
                null,
                snoozedUntil,
                outsiderId,
                deciderId,
                settledWeight,
                version + 1,
                saidAt,
                openedAt,
                decidedAt);
    }

    /** Without what detectors said. For showing, not for keeping. */
    Case untold() {
        return new Case(
                id,
                subjectKind,
                subjectId,
                authorId,
                placeId,
                status,
                ground,
                escalated,
                standing,
                0,
                reach,
                weight,
                likeFirst,
                likeSecond,
                kinId,
                claimantId,
                claimedUntil,
                snoozedUntil,
                outsiderId,
                deciderId,
                settledWeight,
                version,
                saidAt,
                openedAt,
                decidedAt);
    }

    /** Held by nobody, or by somebody for a time. */
    Case held(@Nullable Id<User> by, @Nullable Instant until) {
        return new Case(
                id,
                subjectKind,
                subjectId,
                authorId,
                placeId,
                status,
                ground,
                escalated,
                standing,
                probability,
                reach,
                weight,
                likeFirst,
                likeSecond,
                kinId,
                by,
                until,
                snoozedUntil,
                outsiderId,
                deciderId,
                settledWeight,
                version + 1,
                saidAt,
                openedAt,
                decidedAt);
    }

    /** What it is about. */
    public Subject subject() {
        return new Subject(subjectKind, subjectId);
    }
}
