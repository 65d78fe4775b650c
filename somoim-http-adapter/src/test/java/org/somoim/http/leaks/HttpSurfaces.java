package org.somoim.http.leaks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.leaks.Canary;
import org.somoim.leaks.DoorSurfaces;
import org.somoim.leaks.Scene;
import org.somoim.leaks.Surface;
import org.somoim.memory.Community;

/** Every way to read something over HTTP. What each must show is what the front door behind it must show. */
final class HttpSurfaces {
    private final Client client;
    private final Map<String, Surface> doors;
    private final List<Surface> all = new ArrayList<>();

    private HttpSurfaces(Client client, List<Surface> doors) {
        this.client = client;
        this.doors = doors.stream().collect(Collectors.toMap(Surface::name, Function.identity()));
    }

    /** @param client signed in as nobody */
    static List<Surface> of(Community town, Client client) {
        var surfaces = new HttpSurfaces(client, DoorSurfaces.of(town.somoim));
        surfaces.people();
        surfaces.groups();
        surfaces.posts();
        surfaces.events();
        surfaces.calendars();
        surfaces.alerts();
        surfaces.chat();
        surfaces.goals();
        surfaces.sockets(town);
        surfaces.notifications();
        surfaces.moderation();
        surfaces.forum();
        return surfaces.all;
    }

    private void people() {
        get("/me/account", "accounts.mine");
        get("/admin/accounts/{account}", "accounts.find", scene -> Map.of("account", scene.author()));
        get("/admin/accounts", "accounts.list");
        get("/me/sessions", "sessions.list");
        get("/me/identities", "identities.list");
        get("/me", "profiles.mine");
        get("/people/{person}", "profiles.see", HttpSurfaces::author);
        get("/me/privacy", "profiles.settings");
        get("/me/previews", "profiles.preview");
        get("/privacy-guide", "profiles.guide");
        get("/social/privacy-guide", "profiles.guide");
        get("/me/blocks", "profiles.blocked");
        get("/me/muted-keywords", "profiles.mutedWords");
        get("/me/export", "personalData.export");
        get("/me/erasure", "personalData.mine");
        get("/erasures", "personalData.find", scene -> Map.of("?erasure", scene.author()));
        get("/admin/erasures", "personalData.pending");
        get("/admin/audit", "audit.entries");
        get("/admin/audit/verification", "audit.verify");
        get("/admin/listeners", "operations.listeners");
        get("/admin/facts", "operations.facts");
        get("/admin/set-aside-facts", "operations.setAside");
        get("/admin/jobs", "operations.jobs");
        add("GET /admin/numbers", doors.get("operations.numbers"), (viewer, scene) -> numbers(as(viewer)));
        get("/admin/peer-comparison/epochs", "epochs.accounts");
        get("/admin/statistics", "statistics.summary");
    }

    private void moderation() {
        get("/me/reports", "reports.mine");
        get("/cases", "cases.window");
        get("/social/moderation/queue", "cases.window");
        get(
                "/cases/{case}(person)",
                "cases.get(person)",
                scene -> Map.of("case", scene.dispute().open()));
        get(
                "/cases/{case}(page)",
                "cases.get(page)",
                scene -> Map.of("case", scene.dispute().decided()));
        get("/proposals", "cases.proposals");
        get("/me/statements", "appeals.statements");
        get(
                "/statements/{measure}",
                "appeals.statement",
                scene -> Map.of("measure", scene.dispute().measure()));
        get("/me/goal-shares/{goal}/statements", "appeals.statementsOn", HttpSurfaces::goal);
        get("/me/appeals", "appeals.mine");
        get("/appeals", "appeals.waiting");
        get("/admin/restrictions", "appeals.restricted");
        get("/measures", "appeals.record");
        get("/social/moderation/actions", "appeals.record");
        get("/admin/queue", "oversight.queue");
        get("/social/moderation/health", "oversight.queue");
        get("/admin/transparency", "oversight.transparency");
    }

    private void forum() {
        get("/forum/categories", "forumCategories.all");
        get(
                "/forum/categories/{category}(open)",
                "forumCategories.get(open)",
                scene -> Map.of("category", scene.forum().category()));
        get(
                "/forum/categories/{category}(high)",
                "forumCategories.get(high)",
                scene -> Map.of("category", scene.forum().high()));
        get("/forum/topics", "forumTopics.list(all)");
        get(
                "/forum/topics(category)",
                "forumTopics.list(category)",
                scene -> Map.of("?category", scene.forum().high()));
        get("/forum/topics(tag)", "forumTopics.list(tag)", scene -> Map.of("?tag", scene.token(Canary.TOPIC_TAG)));
        get(
                "/forum/categories/{category}/pinned",
                "forumTopics.pinned",
                scene -> Map.of("category", scene.forum().category()));
        get("/me/followed-topics", "forumTopics.following");
        get("/forum/topics/{topic}", "forumTopics.get", HttpSurfaces::topic);
        get("/forum/topics/{topic}(high)", "forumTopics.get(high)", HttpSurfaces::highTopic);
        get("/forum/topics/{topic}(waiting)", "forumTopics.get(waiting)", HttpSurfaces::waitingTopic);
        get(
                "/forum/topics/{topic}/spot",
                "forumTopics.find",
                scene -> Map.of("topic", scene.forum().topic(), "?edition", "1&number=2"));
        get(
                "/forum/topics/{topic}/spot(high)",
                "forumTopics.find(high)",
                scene -> Map.of("topic", scene.forum().highTopic(), "?edition", "1&number=1"));
        get("/forum/topics/{topic}/posts", "forumPosts.in(number)", HttpSurfaces::topic);
        get(
                "/forum/topics/{topic}/posts(quality)",
                "forumPosts.in(quality)",
                scene -> Map.of("topic", scene.forum().topic(), "?order", "QUALITY"));
        get("/forum/topics/{topic}/posts(waiting)", "forumPosts.in(waiting)", HttpSurfaces::waitingTopic);
        get("/me/forum-posts", "forumPosts.mine");
        get("/forum/posts/{forum-post}", "forumPosts.get", HttpSurfaces::forumPost);
        get(
                "/forum/posts/{forum-post}(high)",
                "forumPosts.get(high)",
                scene -> Map.of("forum-post", scene.forum().highPost()));
        get(
                "/forum/posts/{forum-post}(waiting)",
                "forumPosts.get(waiting)",
                scene -> Map.of("forum-post", scene.forum().waitingPost()));
        get(
                "/forum/posts/{forum-post}(deleted)",
                "forumPosts.get(deleted)",
                scene -> Map.of("forum-post", scene.forum().deletedPost()));
        get("/forum/waiting", "forumCuration.waiting");
        get(
                "/me/forum-drafts/{draft}",
                "forumDrafts.get",
                scene -> Map.of("draft", scene.forum().draft()));
        get("/me/forum-drafts", "forumDrafts.mine");
        for (String base : List.of("/community", "/social/community")) {
            get(base + "/categories", "forumCategories.all");
            get(base + "/topics", "forumTopics.list(all)");
            get(base + "/topics/{topic}", "forumTopics.get(high)", HttpSurfaces::highTopic);
            get(base + "/topics/{topic}/posts", "forumPosts.in(waiting)", HttpSurfaces::waitingTopic);
        }
    }

    private static Map<String, Object> topic(Scene scene) {
        return Map.of("topic", scene.forum().topic());
    }

    private static Map<String, Object> highTopic(Scene scene) {
        return Map.of("topic", scene.forum().highTopic());
    }

    private static Map<String, Object> waitingTopic(Scene scene) {
        return Map.of("topic", scene.forum().waitingTopic());
    }

    private static Map<String, Object> forumPost(Scene scene) {
        return Map.of("forum-post", scene.forum().post());
    }

    private void groups() {
        get("/groups/{group}", "groups.find", HttpSurfaces::group);
        get("/groups", "groups.browse(all)");
        get(
                "/groups(category)",
                "groups.browse(category)",
                scene -> Map.of("?category", scene.token(Canary.GROUP_CATEGORY)));
        get("/groups(name)", "groups.browse(name)", scene -> Map.of("?q", scene.token(Canary.GROUP_NAME)));
        // In this vocabulary groups have no category, so it is held to what a list by name must show.
        get("/group/browse", "groups.browse(name)");
        get("/me/groups", "groups.mine");
        get("/groups/{group}/membership", "memberships.own", HttpSurfaces::group);
        get("/groups/{group}/requests", "memberships.requests", HttpSurfaces::group);
        get("/groups/{group}/invitations", "memberships.invitations", HttpSurfaces::group);
        get("/groups/{group}/members", "members.list", HttpSurfaces::group);
        get("/groups/{group}/team", "members.team", HttpSurfaces::group);
        get("/groups/{group}/bans", "members.banned", HttpSurfaces::group);
        get("/groups/{group}/history", "members.history", HttpSurfaces::group);
        get("/groups/{group}/invites", "invites.list", HttpSurfaces::group);
        add(
                "POST /invites/peek(revoked)",
                doors.get("invites.peek(revoked)"),
                (viewer, scene) -> text(as(viewer)
                        .post("/invites/peek", "{'secret': '" + scene.revoked().value() + "'}")));
    }

    private void posts() {
        get("/posts/{post}(author's)", "posts.get(author's)", HttpSurfaces::post);
        get("/posts/{post}(owner's)", "posts.get(owner's)", HttpSurfaces::ownersPost);
        get("/posts/{post}(page)", "posts.get(page)", HttpSurfaces::pagePost);
        get("/groups/{group}/posts", "posts.inGroup", HttpSurfaces::group);
        get("/groups/{group}/posts/pinned", "posts.pinned", HttpSurfaces::group);
        get("/people/{person}/posts", "posts.onPage", HttpSurfaces::author);
        get("/people/{person}/posts/pinned", "posts.pinnedOnPage", HttpSurfaces::author);
        get("/posts/{post}/history", "posts.history", HttpSurfaces::post);
        get("/comments/{comment}(author's)", "comments.get(author's)", scene -> Map.of("comment", scene.comment()));
        get("/comments/{comment}(answer)", "comments.get(answer)", scene -> Map.of("comment", scene.answer()));
        get(
                "/comments/{comment}(deleted)",
                "comments.get(deleted)",
                scene -> Map.of("comment", scene.deletedComment()));
        get("/comments/{comment}(page)", "comments.get(page)", scene -> Map.of("comment", scene.pageComment()));
        get("/posts/{post}/comments(author's)", "comments.under(author's)", HttpSurfaces::post);
        get("/posts/{post}/comments(owner's)", "comments.under(owner's)", HttpSurfaces::ownersPost);
        get("/posts/{post}/comments(page)", "comments.under(page)", HttpSurfaces::pagePost);
        get("/comments/{comment}/history", "comments.history", scene -> Map.of("comment", scene.comment()));
        get(
                "/posts/{post}/reactions/{reaction}",
                "reactions.of",
                scene -> Map.of("post", scene.ownersPost(), "reaction", "LIKE"));
        // Nobody reacted to the comment; the question must not be answered all the same.
        add(
                "GET /comments/{comment}/reactions/{reaction}",
                doors.get("comments.get(deleted)"),
                (viewer, scene) -> pages(as(viewer), "/comments/" + scene.deletedComment() + "/reactions/LIKE"));
    }

    private void events() {
        get("/events/{event}(public)", "events.find(public)", scene -> Map.of("event", scene.event()));
        get("/events/{event}(closed)", "events.find(closed)", scene -> Map.of("event", scene.closedEvent()));
        get("/events/{event}(own)", "events.find(own)", scene -> Map.of("event", scene.ownEvent()));
        get("/groups/{group}/events", "events.inGroup", HttpSurfaces::group);
        get("/people/{person}/events", "events.onPage", HttpSurfaces::author);
        get("/events/near", "events.near", scene -> Map.of("?latitude", "37.5666&longitude=126.9784&radius=1000"));
        get("/series/{series}", "recurrences.find", HttpSurfaces::series);
        get("/series/{series}/events", "recurrences.occurrences", HttpSurfaces::series);
        get(
                "/series/{series}/occurrence",
                "recurrences.occurrence",
                scene -> Map.of("series", scene.series(), "?start", "2026-03-12T19:00:00"));
        get("/events/{event}/rsvp", "rsvps.own", scene -> Map.of("event", scene.closedEvent()));
        get("/events/{event}/tally", "rsvps.tally", scene -> Map.of("event", scene.closedEvent()));
        get("/events/{event}/rsvps", "rsvps.list", scene -> Map.of("event", scene.event()));
    }

    private void calendars() {
        get("/me/calendar", "calendars.entries");
        get("/me/calendar(own)", "calendars.entries(own)");
        get("/me/calendar(group)", "calendars.entries(group)", scene -> Map.of("?group", scene.group()));
        add(
                "GET /calendar/{secret}/somoim.ics",
                doors.get("calendars.feed"),
                (viewer, scene) ->
                        text(client.get("/calendar/" + scene.link(viewer).value() + "/somoim.ics")));
        add(
                "GET /calendar/{secret}/somoim.ics(revoked)",
                doors.get("calendars.feed(revoked)"),
                (viewer, scene) ->
                        text(as(viewer).get("/calendar/" + scene.revoked().value() + "/somoim.ics")));
        get("/me/calendar/links", "calendars.links");
        get("/events/{event}/reminders", "reminders.of", scene -> Map.of("event", scene.closedEvent()));
        get("/events/{event}/ratings/left", "ratings.toRate", scene -> Map.of("event", scene.closedEvent()));
        get("/me/ratings", "ratings.given");
        get("/me/rating-comments", "ratings.comments");
        get("/people/{person}/reputation", "ratings.reputation", HttpSurfaces::author);
        get("/me/comparison-contribution", "comparisons.contribution");
        get("/peer-comparison", "comparisons.compare");
        get("/peer-comparison/", "comparisons.compare");
        get("/social/peer-comparison", "comparisons.compare");
        get("/social/peer-comparison/", "comparisons.compare");
        get("/peer-comparison/trends", "comparisons.trends");
        get("/social/peer-comparison/trends", "comparisons.trends");
        get("/peer-comparison/insights", "comparisons.insights");
        get("/peer-comparison/plan", "comparisons.plan");
        get("/peer-comparison/receipts/{receipt}", "comparisons.receipt", scene -> Map.of("receipt", scene.author()));
        get("/admin/peer-comparison/compliance", "epochs.compliance");
    }

    private void goals() {
        get("/me/goal-shares", "goalShares.mine");
        get("/me/goal-shares/{goal}", "goalShares.mine(one)", HttpSurfaces::goal);
        get("/goal-shares", "inspiration.list");
        get("/goal-shares(tag)", "inspiration.list(tag)", scene -> Map.of("?tag", scene.token(Canary.GOAL_TAG)));
        get("/goal-shares/{goal}", "inspiration.see", HttpSurfaces::goal);
        get("/goal-templates", "goalShares.templates");
        get("/goal-terms", "goalShares.terms");
        get("/social/goal-sharing/inspiration", "inspiration.list");
        get("/social/goal-sharing/{goal}", "goalShares.mine(one)", HttpSurfaces::goal);
    }

    private static Map<String, Object> goal(Scene scene) {
        return Map.of("goal", scene.goal());
    }

    private static Map<String, Object> series(Scene scene) {
        return Map.of("series", scene.series());
    }

    private void alerts() {
        get("/alerts/{alert}", "alerts.find", scene -> Map.of("alert", scene.alert()));
        get("/alerts/{alert}/answers", "alerts.answers", scene -> Map.of("alert", scene.alert()));
        get("/emergencies/{emergency}", "alerts.batch", scene -> Map.of("emergency", scene.emergency()));
        get("/groups/{group}/alerts", "alerts.inGroup", HttpSurfaces::group);
        get("/alerts", "alerts.calling");
        get("/me/alerts", "alerts.raised");
    }

    private void chat() {
        get("/me/conversations", "conversations.list");
        get("/groups/{group}/chat", "conversations.get(group)", HttpSurfaces::group);
        get("/group/chat/ws", "conversations.get(group)", scene -> Map.of("?groupID", scene.group()));
        get(
                "/conversations/{conversation}(group)",
                "conversations.get(group)",
                scene -> Map.of("conversation", scene.conversation()));
        get("/conversations/{conversation}(direct)", "conversations.get(direct)", HttpSurfaces::direct);
        get("/conversations/{conversation}(parted)", "conversations.get(parted)", HttpSurfaces::parted);
        get("/conversations/{conversation}/messages(group)", "chat.history(group)", HttpSurfaces::conversation);
        get("/conversations/{conversation}/messages(direct)", "chat.history(direct)", HttpSurfaces::direct);
        get("/conversations/{conversation}/messages(parted)", "chat.history(parted)", HttpSurfaces::parted);
        get("/conversations/{conversation}/changes(group)", "chat.changes(group)", HttpSurfaces::conversation);
        get("/conversations/{conversation}/changes(direct)", "chat.changes(direct)", HttpSurfaces::direct);
        get("/conversations/{conversation}/changes(parted)", "chat.changes(parted)", HttpSurfaces::parted);
        get("/messages/{message}(author's)", "chat.get(author's)", scene -> Map.of("message", scene.message()));
        get("/messages/{message}(owner's)", "chat.get(owner's)", scene -> Map.of("message", scene.ownersMessage()));
        get("/messages/{message}(deleted)", "chat.get(deleted)", scene -> Map.of("message", scene.deletedMessage()));
        get("/messages/{message}(direct)", "chat.get(direct)", scene -> Map.of("message", scene.directMessage()));
    }

    /** Every frame that a socket is sent at once. */
    private void sockets(Community town) {
        var ears = new Ears(town);
        listen(ears, "/groups/{group}/chat", "chat.changes(group)", HttpSurfaces::group, Canary.GROUP);
        listen(ears, "/group/chat/ws", "chat.changes(group)", scene -> Map.of("?groupID", scene.group()), Canary.GROUP);
        listen(
                ears,
                "/conversations/{conversation}/live(group)",
                "chat.changes(group)",
                HttpSurfaces::conversation,
                Canary.GROUP);
        listen(
                ears,
                "/conversations/{conversation}/live(direct)",
                "chat.changes(direct)",
                HttpSurfaces::direct,
                Canary.CONVERSATION);
        listen(ears, "/conversations/{conversation}/live(parted)", "chat.changes(parted)", HttpSurfaces::parted);
        // Of what was there before, their number only; what comes later is told by the list that is read here above.
        listen(ears, "/me/live", "notifications.unread", scene -> Map.of());
        listen(
                ears,
                "/ws/{user_id}",
                "notifications.unread",
                scene -> Map.of("user_id", scene.author()),
                Canary.AUTHOR);
    }

    /** @param known what stands in the path, or follows from it */
    private void listen(
            Ears ears, String pattern, String door, Function<Scene, Map<String, ?>> values, Canary... known) {
        String path = pattern.replaceFirst("\\(.*", "");
        add("LIVE " + pattern, doors.get(door).knowing(known), (viewer, scene) -> {
            String asked = filled(path, new TreeMap<>(values.apply(scene)));
            return ears.frames(viewer, asked + (asked.contains("?") ? "&" : "?") + "after=0");
        });
    }

    private void notifications() {
        get("/notifications", "notifications.list(all)");
        get("/notifications(unread)", "notifications.list(unread)", scene -> Map.of("?unread", "true"));
        get("/notifications/unread-count", "notifications.unread");
        get("/me/notification-preferences", "notifications.preferences");
    }

    private static Map<String, Object> group(Scene scene) {
        return Map.of("group", scene.group());
    }

    private static Map<String, Object> conversation(Scene scene) {
        return Map.of("conversation", scene.conversation());
    }

    private static Map<String, Object> direct(Scene scene) {
        return Map.of("conversation", scene.direct());
    }

    private static Map<String, Object> parted(Scene scene) {
        return Map.of("conversation", scene.parted());
    }

    private static Map<String, Object> author(Scene scene) {
        return Map.of("person", scene.author());
    }

    private static Map<String, Object> post(Scene scene) {
        return Map.of("post", scene.post());
    }

    private static Map<String, Object> ownersPost(Scene scene) {
        return Map.of("post", scene.ownersPost());
    }

    private static Map<String, Object> pagePost(Scene scene) {
        return Map.of("post", scene.pagePost());
    }

    private void get(String pattern, String door) {
        get(pattern, door, scene -> Map.of());
    }

    /** @param values of the variables in the pattern; with a question mark, of query parameters */
    private void get(String pattern, String door, Function<Scene, Map<String, ?>> values) {
        String path = pattern.replaceFirst("\\(.*", "");
        add(
                "GET " + pattern,
                doors.get(door),
                (viewer, scene) -> pages(as(viewer), filled(path, new TreeMap<>(values.apply(scene)))));
    }

    private void add(String name, @Nullable Surface door, Surface.Asking asking) {
        if (door == null) {
            throw new IllegalArgumentException("no front door is registered for " + name);
        }
        all.add(new Surface(name, asking, door.shows(), door.to(), door.known()));
    }

    private static String filled(String path, Map<String, ?> values) {
        String filled = path;
        for (var value : values.entrySet()) {
            filled = value.getKey().startsWith("?")
                    ? filled + value.getKey() + "=" + value.getValue()
                    : filled.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
        }
        return filled;
    }

    private Client as(Actor viewer) {
        return viewer instanceof Actor.Person person ? client.as(person.id()) : client;
    }

    /** Without how much was counted, which differs from one question to the next: each is counted itself. */
    private static String numbers(Client client) {
        // The first of its sort makes a number of its own.
        client.get("/admin/numbers");
        Reply reply = client.get("/admin/numbers");
        return reply.status() + " "
                + reply.text().replaceAll("\"(count|total_millis|longest_millis)\":[0-9.eE-]+", "\"$1\"");
    }

    private static String pages(Client client, String first) {
        var text = new StringBuilder();
        String path = first;
        while (path != null) {
            Reply reply = client.get(path);
            text.append(text(reply)).append('\n');
            path = reply.next().orElse(null);
        }
        return text.toString();
    }

    private static String text(Reply reply) {
        return reply.status() + " " + reply.answer().headers() + " " + reply.text();
    }
}
