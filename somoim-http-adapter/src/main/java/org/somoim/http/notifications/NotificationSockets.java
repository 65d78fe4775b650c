package org.somoim.http.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.somoim.access.AccessReason;
import org.somoim.http.live.Feed;
import org.somoim.http.live.LiveRoute;
import org.somoim.http.live.LiveRoute.Asked;
import org.somoim.http.live.Sockets;
import org.somoim.http.notifications.NotificationRoutes.NotificationView;
import org.somoim.http.wire.View;
import org.somoim.http.wire.WireReason;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.notifications.Notification;
import org.somoim.notifications.Notifications;
import org.somoim.profiles.Profiles;

/** One's own notifications to listen to, of every kind there is. */
public final class NotificationSockets implements Sockets {
    private final Notifications notifications;
    private final Profiles profiles;

    public NotificationSockets(Notifications notifications, Profiles profiles) {
        this.notifications = notifications;
        this.profiles = profiles;
    }

    @Override
    public List<LiveRoute> live() {
        return List.of(new LiveRoute("/me/live", false, this::own), new LiveRoute("/ws/{user_id}", true, this::named));
    }

    /** Somebody else's id is as good as none. */
    private Feed named(Asked asked) {
        if (!(asked.actor() instanceof Actor.Person person) || !person.id().equals(asked.<User>id("user_id"))) {
            throw AccessReason.NOT_FOUND.refuse(asked.id("user_id"));
        }
        return own(asked);
    }

    private Feed own(Asked asked) {
        if (!(asked.actor() instanceof Actor.Person person)) {
            throw AccessReason.NOT_SIGNED_IN.refuse();
        }
        return new NotificationFeed(person);
    }

    /** Knows what the front of the list was, and tells what has come to it since. */
    private final class NotificationFeed implements Feed {
        private static final int FRONT = Page.Ask.MOST;

        private final Actor.Person reader;
        private Map<Id<Notification>, Integer> known = Map.of();

        NotificationFeed(Actor.Person reader) {
            this.reader = reader;
        }

        @Override
        public Id<?> channel() {
            return reader.id();
        }

        @Override
        public View greeting() {
            known = counts(front());
            return new ReadyFrame("ready", notifications.unread(reader));
        }

        @Override
        public Portion next() {
            List<Notification> front = front();
            List<Notification> fresh = front.stream()
                    .filter(notification -> known.getOrDefault(notification.id(), 0) < notification.count())
                    .toList();
            boolean isGap = fresh.size() == FRONT;
            known = counts(front);
            if (fresh.isEmpty()) {
                return Portion.NOTHING;
            }
            Map<Id<User>, Line> names = NotificationRoutes.names(profiles, reader, fresh);
            return new Portion(
                    new NotificationsFrame(
                            "notifications",
                            fresh.stream()
                                    .map(notification -> NotificationView.of(notification, names))
                                    .toList(),
                            notifications.unread(reader),
                            isGap),
                    true);
        }

        private List<Notification> front() {
            return notifications.list(reader, Page.Ask.first(FRONT), false).items();
        }

        private static Map<Id<Notification>, Integer> counts(List<Notification> front) {
            return front.stream().collect(Collectors.toUnmodifiableMap(Notification::id, Notification::count));
        }

        /** There is nothing to say. */
        @Override
        public void take(JsonNode said) {
            throw WireReason.INVALID_BODY.refuse();
        }

        @Override
        public void check() {
            notifications.list(reader, Page.Ask.first(1), false);
        }
    }

    record ReadyFrame(String type, int unread) implements View {}

    /** @param isGap whether there may be more that is new: read the list */
    record NotificationsFrame(String type, List<NotificationView> notifications, int unread, boolean isGap)
            implements View {}
}
