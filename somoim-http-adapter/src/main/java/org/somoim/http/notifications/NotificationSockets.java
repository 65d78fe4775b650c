package org.somoim.http.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.access.AccessReason;
import org.somoim.http.live.Feed;
import org.somoim.http.live.Frame;
import org.somoim.http.live.LiveRoute;
import org.somoim.http.live.LiveRoute.Asked;
import org.somoim.http.live.Sockets;
import org.somoim.http.live.Spot;
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
    private static final int FRONT = Page.Ask.MOST;

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

    /** Begins with what the front of the list is when the socket is greeted. */
    private final class NotificationFeed implements Feed {
        private final Actor.Person reader;
        private final Front spot;

        NotificationFeed(Actor.Person reader) {
            this.reader = reader;
            this.spot = new Front(reader, counts(front(reader)));
        }

        @Override
        public Id<?> channel() {
            return reader.id();
        }

        @Override
        public Spot spot() {
            return spot;
        }

        @Override
        public View greeting() {
            return new ReadyFrame("ready", notifications.unread(reader));
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

    /** Knows what the front of the list was, and tells what has come to it since. Everyone's is their own. */
    private final class Front implements Spot {
        private final Actor.Person reader;
        private final Map<Id<Notification>, Integer> known;

        Front(Actor.Person reader, Map<Id<Notification>, Integer> known) {
            this.reader = reader;
            this.known = known;
        }

        @Override
        public Map<Id<User>, Portion> next(Set<Id<User>> readers) {
            return readers.contains(reader.id()) ? Map.of(reader.id(), next()) : Map.of();
        }

        private Portion next() {
            List<Notification> front = front(reader);
            List<Notification> fresh = front.stream()
                    .filter(notification -> known.getOrDefault(notification.id(), 0) < notification.count())
                    .toList();
            var then = new Front(reader, counts(front));
            if (fresh.isEmpty()) {
                return new Portion(null, then, true);
            }
            Map<Id<User>, Line> names = NotificationRoutes.names(profiles, reader, fresh);
            var frame = new NotificationsFrame(
                    "notifications",
                    fresh.stream()
                            .map(notification -> NotificationView.of(notification, names))
                            .toList(),
                    notifications.unread(reader),
                    fresh.size() == FRONT);
            return new Portion(Frame.of(frame), then, true);
        }

        @Override
        public Set<Id<User>> present(Set<Id<User>> readers) {
            notifications.list(reader, Page.Ask.first(1), false);
            return Set.of(reader.id());
        }
    }

    private List<Notification> front(Actor.Person reader) {
        return notifications.list(reader, Page.Ask.first(FRONT), false).items();
    }

    private static Map<Id<Notification>, Integer> counts(List<Notification> front) {
        return front.stream().collect(Collectors.toUnmodifiableMap(Notification::id, Notification::count));
    }

    record ReadyFrame(String type, int unread) implements View {}

    /** @param isGap whether there may be more that is new: read the list */
    record NotificationsFrame(String type, List<NotificationView> notifications, int unread, boolean isGap)
            implements View {}
}
