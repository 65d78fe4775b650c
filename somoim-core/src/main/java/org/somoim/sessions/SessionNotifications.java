package org.somoim.sessions;

import java.time.Instant;
import java.util.List;
import org.somoim.kernel.Fact;
import org.somoim.notifications.NotificationSource;

/** Plug. People hear of a session of theirs that may have been stolen. */
public final class SessionNotifications implements NotificationSource {

    @Override
    public List<SessionNotification> kinds() {
        return List.of(SessionNotification.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        if (!(fact instanceof SessionFact.ReuseDetected reuse)) {
            return List.of();
        }
        return List.of(new News(
                reuse.userId(), SessionNotification.REUSE_DETECTED, null, null, reuse.userId(), reuse.userId(), null));
    }
}
