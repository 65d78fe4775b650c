package org.somoim.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * One complaint. Who made it is known to them, and to nobody who reads it.
 *
 * @param id random: says nothing about when it was made
 * @param reporterId null for a notice from outside, and once they have been erased
 * @param words what they said, at most {@value #MOST} code points, or null
 * @param weight what it counted for when it was made, in thousandths
 * @param trusted whether its maker was a trusted flagger then
 */
public record Report(
        Id<Report> id,
        Id<Case> caseId,
        Word subjectKind,
        Id<?> subjectId,
        @Nullable Id<Kept> snapshotId,
        @Nullable Id<User> reporterId,
        Ground ground,
        @Nullable Prose words,
        int weight,
        boolean trusted,
        Status status,
        Instant createdAt,
        @Nullable Instant closedAt) {
    /** In code points. */
    public static final int MOST = 2_000;

    /** What has become of it. */
    public enum Status {
        OPEN,
        /** Something was done. */
        UPHELD,
        /** Nothing was to be done. */
        DISMISSED,
        /** Something was done and taken back; it counts for and against nobody. */
        VOID
    }

    /** A snapshot as it is kept. */
    public record Kept(Id<Kept> id, Snapshot snapshot, Instant takenAt) {}

    public Report {
        if (words != null && words.length() > MOST) {
            throw ModerationReason.TOO_LONG.refuse();
        }
        if ((status == Status.OPEN) != (closedAt == null)) {
            throw new IllegalArgumentException("what is open was not closed");
        }
    }

    Report closed(Status as, Instant now) {
        return new Report(
                id,
                caseId,
                subjectKind,
                subjectId,
                snapshotId,
                reporterId,
                ground,
                words,
                weight,
                trusted,
                as,
                createdAt,
                now);
    }

    Report reopened() {
        return new Report(
                id,
                caseId,
                subjectKind,
                subjectId,
                snapshotId,
                reporterId,
                ground,
                words,
                weight,
                trusted,
                Status.OPEN,
                createdAt,
                null);
    }

    /** What it is about. */
    public Subject subject() {
        return new Subject(subjectKind, subjectId);
    }
}
