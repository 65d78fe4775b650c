package org.somoim.moderation;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * What can happen in due process. None says who reported anything: facts are kept, and may be shown. Told in their order
 * they give every state there is: of reports, cases, measures and objections, and what is laid on whom until when.
 */
public sealed interface ModerationFact extends Fact {

    record Reported(Id<Report> reportId) implements ModerationFact {}

    /** Somebody is decided to have been right or wrong; see the report. */
    record ReportClosed(Id<Report> reportId, Report.Status status) implements ModerationFact {}

    /** It is open again: whoever made it objected to its being dismissed, and was right. */
    record ReportReopened(Id<Report> reportId) implements ModerationFact {}

    record CaseOpened(Id<Case> caseId) implements ModerationFact {}

    record CaseReopened(Id<Case> caseId) implements ModerationFact {}

    record CaseEscalated(Id<Case> caseId, Id<User> byId) implements ModerationFact {}

    /** @param until in milliseconds since 1970 */
    record CaseSnoozed(Id<Case> caseId, Id<User> byId, long until) implements ModerationFact {}

    /** It was put off, and is open again. */
    record CaseWoken(Id<Case> caseId) implements ModerationFact {}

    /** It waits for a second person. */
    record CaseProposed(Id<Case> caseId, Id<User> byId) implements ModerationFact {}

    /** @param byId who decided, not who agreed; null if they are nobody any more */
    record CaseActioned(Id<Case> caseId, @Nullable Id<User> byId) implements ModerationFact {}

    record CaseDismissed(Id<Case> caseId, Id<User> byId) implements ModerationFact {}

    record MeasureProposed(Id<Measure> measureId, @Nullable Id<User> byId, Measure.Kind kind)
            implements ModerationFact {}

    /** @param byId who did not agree, or null where the strikes were taken back that had led to it */
    record MeasureDeclined(Id<Measure> measureId, @Nullable Id<User> byId, Measure.Kind kind)
            implements ModerationFact {}

    /**
     * A measure came into force.
     *
     * @param userId whom it restricts
     * @param byId who decided, or null if nobody did
     * @param targetId what it is laid on
     * @param points strikes
     * @param until in milliseconds since 1970, or null for good
     */
    record MeasureTaken(
            Id<Measure> measureId,
            @Nullable Id<User> userId,
            @Nullable Id<User> byId,
            Measure.Kind kind,
            Id<?> targetId,
            int points,
            @Nullable Long until)
            implements ModerationFact {}

    /**
     * A measure ends sooner.
     *
     * @param until in milliseconds since 1970
     */
    record MeasureShortened(Id<Measure> measureId, @Nullable Id<User> userId, long until) implements ModerationFact {}

    /** @param byId who took it back, or null for the host, and where nobody did */
    record MeasureEnded(
            Id<Measure> measureId,
            @Nullable Id<User> userId,
            @Nullable Id<User> byId,
            Measure.Kind kind,
            Measure.State state)
            implements ModerationFact {}

    record Appealed(Id<Appeal> appealId) implements ModerationFact {}

    record AppealJudged(Id<Appeal> appealId, Id<User> byId, Appeal.Status status) implements ModerationFact {}

    /** @param byId who said so, or null for the host */
    record FlaggerAppointed(
            Id<User> userId, boolean trusted, @Nullable Id<User> byId) implements ModerationFact {}
}
