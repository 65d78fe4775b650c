package org.somoim.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.notifications.NotificationSource;

/**
 * Plug. People hear of measures that restrict them, of what became of their reports, and of what became of their objections.
 * Never by whom.
 */
public final class ModerationNotifications implements NotificationSource {
    private final MeasureStore measures;
    private final ReportStore reports;

    public ModerationNotifications(MeasureStore measures, ReportStore reports) {
        this.measures = measures;
        this.reports = reports;
    }

    @Override
    public List<ModerationNotification> kinds() {
        return List.of(ModerationNotification.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        return fact instanceof ModerationFact ? newsOf(fact).toList() : List.of();
    }

    private Stream<News> newsOf(Fact fact) {
        if (fact instanceof ModerationFact.MeasureTaken taken) {
            return news(taken.userId(), ModerationNotification.MEASURE_TAKEN, taken.measureId());
        }
        if (fact instanceof ModerationFact.MeasureEnded ended) {
            return news(ended.userId(), ModerationNotification.MEASURE_ENDED, ended.measureId());
        }
        if (fact instanceof ModerationFact.ReportClosed closed) {
            Optional<Report> report = reports.find(closed.reportId());
            return news(
                    report.map(Report::reporterId).orElse(null),
                    ModerationNotification.REPORT_CLOSED,
                    closed.reportId());
        }
        if (fact instanceof ModerationFact.AppealJudged judged) {
            Optional<Appeal> appeal = measures.appeal(judged.appealId());
            return news(
                    appeal.map(Appeal::appellantId).orElse(null),
                    ModerationNotification.APPEAL_JUDGED,
                    judged.appealId());
        }
        return Stream.of();
    }

    private static Stream<News> news(@Nullable Id<User> to, ModerationNotification kind, Id<?> subject) {
        return to == null ? Stream.of() : Stream.of(new News(to, kind, null, null, subject, subject, null));
    }
}
