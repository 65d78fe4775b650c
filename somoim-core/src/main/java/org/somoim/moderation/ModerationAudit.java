package org.somoim.moderation;

import java.util.Optional;
import org.somoim.audit.AuditSource;
import org.somoim.audit.Deed;
import org.somoim.audit.Who;
import org.somoim.kernel.Fact;

/** Plug. Due process: what was decided and taken back, and by whom. Not who reported anything. */
public final class ModerationAudit implements AuditSource {

    @Override
    public Optional<Act> actOf(Fact fact) {
        return fact instanceof ModerationFact happened ? of(happened) : Optional.empty();
    }

    private static Optional<Act> of(ModerationFact fact) {
        if (fact instanceof ModerationFact.MeasureTaken taken) {
            return Optional.of(
                    new Act(Who.personOrHost(taken.byId()), Deed.MEASURE_TAKEN, taken.userId(), taken.measureId()));
        }
        if (fact instanceof ModerationFact.MeasureEnded ended) {
            Deed deed = ended.state() == Measure.State.OVERTURNED ? Deed.MEASURE_OVERTURNED : Deed.MEASURE_LIFTED;
            return Optional.of(new Act(Who.personOrHost(ended.byId()), deed, ended.userId(), ended.measureId()));
        }
        if (fact instanceof ModerationFact.MeasureProposed proposed) {
            return Optional.of(
                    new Act(Who.personOrHost(proposed.byId()), Deed.MEASURE_PROPOSED, null, proposed.measureId()));
        }
        if (fact instanceof ModerationFact.MeasureDeclined declined) {
            return Optional.of(
                    new Act(Who.personOrHost(declined.byId()), Deed.MEASURE_DECLINED, null, declined.measureId()));
        }
        if (fact instanceof ModerationFact.CaseDismissed dismissed) {
            return Optional.of(new Act(Who.person(dismissed.byId()), Deed.CASE_DISMISSED, null, dismissed.caseId()));
        }
        if (fact instanceof ModerationFact.AppealJudged judged) {
            return Optional.of(new Act(Who.person(judged.byId()), Deed.APPEAL_JUDGED, null, judged.appealId()));
        }
        if (fact instanceof ModerationFact.FlaggerAppointed appointed) {
            return Optional.of(new Act(
                    Who.personOrHost(appointed.byId()),
                    appointed.trusted() ? Deed.FLAGGER_APPOINTED : Deed.FLAGGER_DISMISSED,
                    appointed.userId(),
                    null));
        }
        return Optional.empty();
    }
}
