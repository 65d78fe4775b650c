package org.somoim.goals;

import java.time.Instant;
import java.util.List;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.Pseudonyms;
import org.somoim.kernel.User;
import org.somoim.notifications.NotificationSource;

/** Plug. Whoever shares a goal hears, once a day at most, that it inspired somebody. About themself: it names no share. */
public final class GoalNotifications implements NotificationSource {
    private final Pseudonyms pseudonyms;

    public GoalNotifications(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    @Override
    public List<GoalNotification> kinds() {
        return List.of(GoalNotification.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        if (!(fact instanceof GoalFact.Inspired inspired)) {
            return List.of();
        }
        Id<User> owner = pseudonyms.unveil(inspired.veiled(), inspired.under());
        return List.of(new News(owner, GoalNotification.NEW_INSPIRATION_ON_GOAL, null, null, owner, owner, null));
    }
}
