package org.somoim.http.roles;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.chat.Conversation;
import org.somoim.http.wire.Callers;
import org.somoim.http.wire.Route;

/**
 * One sort of call: a route, and what is sent.
 *
 * @param name of the route, or more where a route is two calls in one
 * @param callers of the route, or of that for which it is another name
 * @param about variable that names what the call is about; empty if it is about nothing
 * @param query gives it with the question mark, or empty
 */
record Question(
        Route route,
        String name,
        Callers callers,
        String about,
        BiFunction<Stage, Things, String> query,
        @Nullable BiFunction<Stage, Things, String> body) {
    private static final Pattern VARIABLE = Pattern.compile("([a-z-]+)/\\{([a-z-]+)}");

    private static final List<String> THINGS = List.of(
            "goal",
            "group",
            "event",
            "series",
            "post",
            "comment",
            "conversation",
            "message",
            "notification",
            "invite",
            "session",
            "link",
            "account",
            "person",
            "alert",
            "emergency",
            "topic",
            "forum-post",
            "draft",
            "measure",
            "report");

    /** What is no thing of anyone's. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "reaction", "LIKE",
            "kind", "posts.page-commented",
            "badge", "first-hike",
            "provider", "keycloak",
            "code", "access.not-found",
            "file", "initializer.js");

    /** @param inBody what the body is about, or empty */
    static Question of(
            Route route,
            String name,
            Route canonical,
            String inBody,
            BiFunction<Stage, Things, String> query,
            @Nullable BiFunction<Stage, Things, String> body) {
        String inPath = THINGS.stream()
                .filter(thing -> canonical.pattern().contains("{" + thing + "}"))
                .findFirst()
                .orElse(inBody);
        String about = canonical.callers() instanceof Callers.In in ? in.named() : inPath;
        return new Question(route, name, canonical.callers(), about, query, body);
    }

    /** Whose it can be. */
    List<Whose> whose() {
        return switch (about) {
            case "" -> List.of(Whose.NOTHING);
            case "person", "session", "link", "measure", "report" ->
                among(List.of(Whose.OWN), List.of(), Whose.ON_PAGES);
            case "post", "comment", "event", "series" -> among(Whose.OWN_ANYWHERE, Whose.IN_GROUPS, Whose.ON_PAGES);
            case "group", "conversation" -> among(List.of(Whose.OWN), Whose.IN_GROUPS, List.of());
            case "message", "notification", "invite", "secret", "alert", "emergency" ->
                among(Whose.OWN_ANYWHERE, Whose.IN_GROUPS, List.of());
            case "account", "goal", "topic", "forum-post", "draft" -> List.of(Whose.OWN, Whose.ANOTHERS);
            default -> throw unknown(about);
        };
    }

    private static List<Whose> among(List<Whose> own, List<Whose> inGroups, List<Whose> onPages) {
        return Stream.of(own, inGroups, onPages).flatMap(List::stream).toList();
    }

    /** Where it is asked: at every path of the route. */
    List<String> paths(Stage stage, Things things) {
        return route.paths().stream()
                .map(path -> VARIABLE.matcher(path).replaceAll(found -> {
                            String value = value(found.group(1), found.group(2), stage, things);
                            return Matcher.quoteReplacement(found.group(1) + "/" + value);
                        })
                        + query.apply(stage, things))
                .toList();
    }

    @Nullable
    String json(Stage stage, Things things) {
        return body == null ? null : body.apply(stage, things);
    }

    /** @param before the segment before the variable */
    private String value(String before, String variable, Stage stage, Things things) {
        boolean isRestored =
                route.pattern().endsWith("/restore") || route.pattern().endsWith("/restoration");
        Object value =
                switch (variable) {
                    case "group" -> isRestored ? things.deletedGroup() : things.group();
                    case "event" -> isRestored ? things.deletedEvent() : things.event();
                    case "series" -> things.series();
                    case "post" -> isRestored ? things.deletedPost() : things.post();
                    case "comment" -> isRestored ? things.deletedComment() : things.comment();
                    case "conversation" -> Conversation.idOf(things.group());
                    case "message" -> things.message();
                    case "notification" -> things.notification();
                    case "invite" -> things.invite();
                    case "alert" -> things.alert();
                    case "emergency" -> things.emergency();
                    case "session" -> things.session().value().substring(0, 36);
                    case "link" -> things.link();
                    case "case" -> stage.heldCase().id();
                    case "appeal" -> stage.appeal();
                    case "report" -> things.report();
                    case "measure" ->
                        switch (before) {
                            case "proposals" -> stage.proposal();
                            case "restrictions" -> stage.restriction();
                            default -> things.measure();
                        };
                    case "receipt" -> things.receipt();
                    case "secret" -> stage.secretOfACalendar().value();
                    case "goal" -> things.goal();
                    case "category" -> stage.category();
                    case "topic" ->
                        isRestored
                                ? things.forum().deletedTopic()
                                : things.forum().topic();
                    case "forum-post" ->
                        isRestored
                                ? things.forum().deletedPost()
                                : things.forum().post();
                    case "draft" -> things.forum().draft();
                    case "account" -> things.person();
                    case "person" ->
                        switch (before) {
                            case "people", "blocks" -> things.person();
                            case "flaggers", "moderators" -> stage.newcomer();
                            case "members", "rsvps", "ratings" -> stage.friend();
                            case "requests" -> stage.requester();
                            case "invitations" -> stage.invitee();
                            case "bans" -> stage.outcast();
                            default -> throw unknown(before + "/{person}");
                        };
                    default -> {
                        String constant = CONSTANTS.get(variable);
                        if (constant == null) {
                            throw unknown("{" + variable + "}");
                        }
                        yield constant;
                    }
                };
        return value.toString();
    }

    private IllegalStateException unknown(String what) {
        return new IllegalStateException(
                "The role matrix does not know what to put for " + what + " in " + name + ". Teach Question.");
    }
}
