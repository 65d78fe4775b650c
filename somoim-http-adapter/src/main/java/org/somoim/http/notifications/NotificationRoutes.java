package org.somoim.http.notifications;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Reason;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.notifications.Notification;
import org.somoim.notifications.NotificationAction;
import org.somoim.notifications.NotificationReason;
import org.somoim.notifications.Notifications;
import org.somoim.notifications.Preferences;
import org.somoim.profiles.Profiles;

/** Notifications over HTTP. */
public final class NotificationRoutes implements Routes {
    private final Notifications notifications;
    private final Profiles profiles;

    public NotificationRoutes(Notifications notifications, Profiles profiles) {
        this.notifications = notifications;
        this.profiles = profiles;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/notifications", this::list)
                        .query("unread", Boolean.class)
                        .givesPage(NotificationView.class)
                        .says("What one has been told and may still see, newest first."),
                get("/notifications/unread-count", this::unread)
                        .gives(UnreadView.class)
                        .says("How many unread ones there are; 100 stands for 100 or more."),
                put("/notifications/{notification}/read", this::read)
                        .gives(NotificationView.class)
                        .says("Marks one as read."),
                post("/notifications/read-all", this::readAll)
                        .takes(ReadAll.class)
                        .says("Marks everything as read, or everything up to an instant."),
                delete("/notifications/{notification}", this::remove).says("Removes one."),
                get("/me/notification-preferences", this::preferences)
                        .gives(PreferencesView.class)
                        .says("Every kind of notification, and what one has turned off."),
                put("/me/notification-preferences/{kind}", this::turnOn).says("Turns a kind on."),
                delete("/me/notification-preferences/{kind}", this::turnOff).says("Turns a kind off."),
                put("/me/notification-preferences/{kind}/groups/{group}", this::turnOnInGroup)
                        .says("Turns a kind on in one group."),
                delete("/me/notification-preferences/{kind}/groups/{group}", this::turnOffInGroup)
                        .needs(NotificationAction.SILENCE, "group")
                        .says("Turns a kind off in one group."),
                put("/me/muted-groups/{group}", this::mute)
                        .needs(NotificationAction.SILENCE, "group")
                        .says("Turns off whatever can be turned off of one group."),
                delete("/me/muted-groups/{group}", this::unmute).says("Takes the muting of a group back."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(NotificationReason.values());
    }

    private Response list(Request request) {
        boolean onlyUnread = request.query("unread", Boolean.class).orElse(false);
        Page<Notification> page = notifications.list(request.actor(), request.ask(), onlyUnread);
        Map<Id<User>, Line> names = names(request, page.items());
        return Response.page(page.map(notification -> NotificationView.of(notification, names)));
    }

    private Response unread(Request request) {
        return Response.ok(new UnreadView(notifications.unread(request.actor())));
    }

    private Response read(Request request) {
        Notification read = notifications.read(request.actor(), request.id("notification"));
        return Response.ok(NotificationView.of(read, names(request, List.of(read))));
    }

    private Map<Id<User>, Line> names(Request request, List<Notification> notifications) {
        return names(profiles, request.actor(), notifications);
    }

    static Map<Id<User>, Line> names(Profiles profiles, Actor reader, List<Notification> notifications) {
        Set<Id<User>> people = notifications.stream()
                .map(Notification::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return profiles.names(reader, people);
    }

    private Response readAll(Request request) {
        notifications.readAll(request.actor(), request.body(ReadAll.class).upTo());
        return Response.nothing();
    }

    private Response remove(Request request) {
        notifications.remove(request.actor(), request.id("notification"));
        return Response.nothing();
    }

    private Response preferences(Request request) {
        return Response.ok(PreferencesView.of(notifications.preferences(request.actor())));
    }

    private Response turnOn(Request request) {
        notifications.turnOn(request.actor(), kind(request));
        return Response.nothing();
    }

    private Response turnOff(Request request) {
        notifications.turnOff(request.actor(), kind(request));
        return Response.nothing();
    }

    private Response turnOnInGroup(Request request) {
        notifications.turnOn(request.actor(), kind(request), request.<Place>id("group"));
        return Response.nothing();
    }

    private Response turnOffInGroup(Request request) {
        notifications.turnOff(request.actor(), kind(request), request.<Place>id("group"));
        return Response.nothing();
    }

    private Response mute(Request request) {
        notifications.muteGroup(request.actor(), request.<Place>id("group"));
        return Response.nothing();
    }

    private Response unmute(Request request) {
        notifications.unmuteGroup(request.actor(), request.<Place>id("group"));
        return Response.nothing();
    }

    private static Word kind(Request request) {
        return new Word(request.segment("kind"));
    }

    /** @param upTo what was added to later stays unread; null for everything */
    record ReadAll(@Nullable Instant upTo) {}

    record UnreadView(int unread) implements View {}

    record NotificationView(
            String id,
            String userId,
            String type,
            ContentView data,
            boolean isRead,
            String createdAt,
            String updatedAt,
            @Nullable String readAt)
            implements View {

        static NotificationView of(Notification notification, Map<Id<User>, Line> names) {
            return new NotificationView(
                    notification.id().toString(),
                    notification.userId().toString(),
                    notification.kind().value(),
                    ContentView.of(notification, names),
                    notification.isRead(),
                    notification.createdAt().toString(),
                    notification.updatedAt().toString(),
                    text(notification.readAt()));
        }
    }

    /** What the notification is about. */
    record ContentView(
            @Nullable String group,
            @Nullable String pageOf,
            String thread,
            String subject,
            @Nullable String by,
            @Nullable String byName,
            int count)
            implements View {

        static ContentView of(Notification notification, Map<Id<User>, Line> names) {
            Line name = notification.by() == null ? null : names.get(notification.by());
            return new ContentView(
                    text(notification.groupId()),
                    text(notification.pageOf()),
                    notification.thread().toString(),
                    notification.subject().toString(),
                    text(notification.by()),
                    name == null ? null : name.value(),
                    notification.count());
        }
    }

    record PreferencesView(List<PreferenceView> kinds, List<String> mutedGroups) implements View {
        static PreferencesView of(Preferences preferences) {
            return new PreferencesView(
                    preferences.kinds().stream().map(PreferenceView::of).toList(), texts(preferences.mutedGroups()));
        }
    }

    record PreferenceView(String type, boolean isOptional, boolean isOn, List<String> offInGroups) implements View {
        static PreferenceView of(Preferences.Preference preference) {
            return new PreferenceView(
                    preference.kind().value(), preference.optional(), preference.on(), texts(preference.offIn()));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static List<String> texts(List<? extends Id<?>> ids) {
        return ids.stream().map(Id::toString).toList();
    }
}
