package org.somoim.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * An objection: of whoever a measure restricts against it, or of whoever reported something against its being dismissed.
 *
 * @param measureId what is objected to, or null
 * @param reportId the report that was dismissed, or null
 * @param words at most {@value #MOST} code points
 * @param appellantId null for whoever answers for a thing that does not say whose it is
 * @param deciderId who made the decision, and so does not judge the objection; null if nobody did
 * @param secondId who agreed to it, and so does not either
 * @param answer what the reviewer says to it, once it is judged
 * @param filedAt midnight UTC of the day if nobody is named: the time of day would tell who was there
 */
public record Appeal(
        Id<Appeal> id,
        @Nullable Id<Measure> measureId,
        @Nullable Id<Report> reportId,
        Id<Case> caseId,
        @Nullable Id<User> appellantId,
        Prose words,
        Status status,
        @Nullable Id<User> deciderId,
        @Nullable Id<User> secondId,
        @Nullable Id<User> reviewerId,
        @Nullable Prose answer,
        Instant filedAt,
        @Nullable Instant decidedAt) {
    /** In code points. */
    public static final int MOST = 4_000;

    /** What has become of it. */
    public enum Status {
        FILED,
        /** The decision stands. */
        UPHELD,
        /** It ends sooner. */
        REDUCED,
        /** It was wrong, and everything that followed from it is taken back. */
        OVERTURNED
    }

    public Appeal {
        if ((measureId == null) == (reportId == null)) {
            throw new IllegalArgumentException("one objects either to a measure or to a dismissal");
        }
        if (appellantId == null && measureId == null) {
            throw new IllegalArgumentException("whoever reported something is known by their report");
        }
        if (words.length() > MOST) {
            throw ModerationReason.TOO_LONG.refuse();
        }
        if (reviewerId != null && (reviewerId.equals(deciderId) || reviewerId.equals(secondId))) {
            throw ModerationReason.REVIEWER_IS_DECIDER.refuse(id);
        }
        if ((status == Status.FILED) != (decidedAt == null)) {
            throw new IllegalArgumentException("what is filed was not judged");
        }
    }

    Appeal judged(Status as, Id<User> reviewer, Prose said, Instant now) {
        return new Appeal(
                id,
                measureId,
                reportId,
                caseId,
                appellantId,
                words,
                as,
                deciderId,
                secondId,
                reviewer,
                said,
                filedAt,
                now);
    }
}
