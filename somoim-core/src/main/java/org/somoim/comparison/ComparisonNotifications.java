package org.somoim.comparison;

import java.time.Instant;
import java.util.List;
import org.somoim.kernel.Fact;
import org.somoim.notifications.NotificationSource;

/** Plug. Tells those who take part that there is a new release. What it says they see when they look. */
public final class ComparisonNotifications implements NotificationSource {

    @Override
    public List<ComparisonNotification> kinds() {
        return List.of(ComparisonNotification.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        if (!(fact instanceof ComparisonFact.Updated updated)) {
            return List.of();
        }
        return List.of(new News(
                updated.userId(),
                ComparisonNotification.PEER_COMPARISON_UPDATED,
                null,
                null,
                updated.epochId(),
                updated.epochId(),
                null));
    }
}
