package org.somoim.moderation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.access.Restraint;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * What was decided, against what or whom, and why. It is in force from {@code from} until {@code until}, unless it is taken
 * back; that it has run out is read off the clock.
 *
 * @param followsId the measure whose strikes brought it about, or null
 * @param targetId what it is laid on: the subject, or its author
 * @param personId whom it restricts, or null if nobody answers for the subject any more
 * @param rule which rule was broken, in the community's words
 * @param facts what was found
 * @param automated whether nobody decided
 * @param confidence of whatever found it, in millionths, or null if people did
 * @param source how it came to notice
 * @param points strikes
 * @param rung how many strikes brought it about, 0 if none did
 * @param deciderId null if nobody decided
 * @param secondId who agreed, for severe ones
 * @param former what a person was to the group they were put out of, in words of our own, or null
 * @param until null for good
 * @param endedAt when it was taken back, or null
 */
public record Measure(
        Id<Measure> id,
        Id<Case> caseId,
        @Nullable Id<Measure> followsId,
        Kind kind,
        State state,
        Word subjectKind,
        Id<?> subjectId,
        Id<?> targetId,
        @Nullable Id<User> personId,
        @Nullable Id<? extends Place> placeId,
        Ground ground,
        Line rule,
        Prose facts,
        boolean automated,
        @Nullable Integer confidence,
        Source source,
        int points,
        int rung,
        @Nullable Id<User> deciderId,
        @Nullable Id<User> secondId,
        @Nullable Prose former,
        Instant decidedAt,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant endedAt) {

    /** What can be done. Weakest first within each half. */
    public enum Kind {
        /** A word to the author, and nothing else. */
        NUDGE(null, false),
        LABEL(Restraint.LABELLED, false),
        LIMIT(Restraint.LIMITED, false),
        LOCK(Restraint.LOCKED, false),
        HOLD(Restraint.HELD, false),
        HIDE(Restraint.HIDDEN, false),
        REMOVE(Restraint.REMOVED, false),
        RATE_LIMIT(Restraint.SLOWED, true),
        MUTE(Restraint.MUTED, true),
        SUSPEND(Restraint.SUSPENDED, true),
        /** From the group that the subject is in. */
        GROUP_BAN(null, true),
        BAN(Restraint.BANNED, true);

        private final @Nullable Restraint restraint;
        private final boolean againstPerson;

        Kind(@Nullable Restraint restraint, boolean againstPerson) {
            this.restraint = restraint;
            this.againstPerson = againstPerson;
        }

        /** How it shows where things are read, or null if it does not. */
        public @Nullable Restraint restraint() {
            return restraint;
        }

        /** Whether it is laid on whoever answers for the subject, and not on the subject. */
        public boolean isAgainstPerson() {
            return againstPerson;
        }

        /** Whether it must have an end. */
        public boolean needsEnd() {
            return this == RATE_LIMIT || this == MUTE || this == SUSPEND;
        }
    }

    /** Where it is. */
    public enum State {
        /** Waits for a second person. */
        PROPOSED,
        /** Decided; in force unless it has run out. */
        TAKEN,
        /** The second person did not agree. */
        DECLINED,
        /** Taken back without fault. */
        LIFTED,
        /** Taken back because it was wrong. */
        OVERTURNED;

        /** The table of moves. */
        public static boolean isMove(State from, State to) {
            return switch (from) {
                case PROPOSED -> to == TAKEN || to == DECLINED;
                case TAKEN -> to == LIFTED || to == OVERTURNED;
                case DECLINED, LIFTED, OVERTURNED -> false;
            };
        }
    }

    /** How something came to notice. */
    public enum Source {
        REPORT,
        TRUSTED_FLAGGER,
        /** From outside, with proof of an address. */
        NOTICE,
        DETECTOR,
        OWN_INITIATIVE
    }

    public Measure {
        if (automated != (deciderId == null)) {
            throw new IllegalArgumentException("what nobody decided is automated");
        }
        if (deciderId != null && deciderId.equals(secondId)) {
            throw ModerationReason.SECOND_IS_FIRST.refuse();
        }
        if (kind.isAgainstPerson() && personId == null) {
            throw ModerationReason.NOBODY_THERE.refuse();
        }
        if (from != null && until != null && !until.isAfter(from)) {
            throw ModerationReason.BAD_END.refuse();
        }
    }

    /** Longer suspensions need a second person, as do bans. */
    public static final Duration LONGEST_ALONE = Duration.ofDays(7);

    static boolean isSevere(Kind kind, @Nullable Duration lasting) {
        return kind == Kind.BAN
                || kind == Kind.GROUP_BAN
                || kind == Kind.SUSPEND && (lasting == null || lasting.compareTo(LONGEST_ALONE) > 0);
    }

    /** Whether it holds at {@code now}. */
    public boolean isInForce(Instant now) {
        return state == State.TAKEN && (until == null || until.isAfter(now));
    }

    Measure moved(State to, @Nullable Id<User> second, Instant now, @Nullable Instant end) {
        if (!State.isMove(state, to)) {
            throw ModerationReason.NOT_IN_FORCE.refuse(id);
        }
        boolean begins = to == State.TAKEN;
        return new Measure(
                id,
                caseId,
                followsId,
                kind,
                to,
                subjectKind,
                subjectId,
                targetId,
                personId,
                placeId,
                ground,
                rule,
                facts,
                automated,
                confidence,
                source,
                points,
                rung,
                deciderId,
                second == null ? secondId : second,
                former,
                decidedAt,
                begins ? now : from,
                begins ? end : until,
                begins ? null : now);
    }

    /** With what the person was to the group. */
    Measure remembering(Prose was) {
        return new Measure(
                id,
                caseId,
                followsId,
                kind,
                state,
                subjectKind,
                subjectId,
                targetId,
                personId,
                placeId,
                ground,
                rule,
                facts,
                automated,
                confidence,
                source,
                points,
                rung,
                deciderId,
                secondId,
                was,
                decidedAt,
                from,
                until,
                endedAt);
    }

    /** With an earlier end. */
    Measure shortened(Instant end) {
        return new Measure(
                id,
                caseId,
                followsId,
                kind,
                state,
                subjectKind,
                subjectId,
                targetId,
                personId,
                placeId,
                ground,
                rule,
                facts,
                automated,
                confidence,
                source,
                points,
                rung,
                deciderId,
                secondId,
                former,
                decidedAt,
                from,
                end,
                endedAt);
    }

    /** What it is about. */
    public Subject subject() {
        return new Subject(subjectKind, subjectId);
    }
}
