package org.somoim.http.roles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.somoim.http.wire.Route;
import org.somoim.memory.Community;

/**
 * What is sent, so that every call is a good one: the one thing about routes that their table does not say. A route that
 * takes a body and has none here, or a variable that is not known, fails the matrix, and so does an entry that no route
 * needs.
 */
final class Examples {
    private static final String PASSWORD = Community.PASSWORD.value();

    private static final String MEETING = "'title': '등산', 'starts_on': '2026-03-12T19:00:00', 'zone': 'Asia/Seoul'";

    private static final String FILE = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n";

    private static final String GOAL =
            "{'goal_category': 'HOME', 'target_amount': 300000000, 'current_progress_percentage': 40}";
    private static final String FIGURES = "{'bands': [{'dimension': 'age', 'band': 'from-35'}],"
            + " 'values': [{'metric': 'emergency-fund', 'value': '3.5'}]}";

    private static final String TOPIC = "{'title': '왜 그런가요', 'description': '궁금해요', 'post_type': 'QUESTION'}";
    private static final String ANSWER = "{'content': '이래서 그래요'}";
    private static final String VERDICT = "{'verdict': 'HELPFUL'}";

    /** By name of the call. */
    private static final Map<String, BiFunction<Stage, Things, String>> BODIES = Map.ofEntries(
            body("POST /accounts", "{'email': 'new@example.org', 'password': '%s', 'display_name': '새별'}", PASSWORD),
            Map.entry("POST /sessions", (stage, things) -> "{'email': '%s', 'password': '%s'}"
                    .formatted(stage.emailOfAnAuthor().value(), PASSWORD)),
            Map.entry("POST /confirmations", (stage, things) -> "{'secret': '%s'}"
                    .formatted(stage.secretOfASignUp().value())),
            body("POST /password-resets", "{'email': 'new@example.org'}"),
            Map.entry("PUT /password-resets", (stage, things) -> "{'secret': '%s', 'new_password': 'another long one'}"
                    .formatted(stage.secretOfAReset().value())),
            Map.entry("POST /sessions/refresh", (stage, things) -> "{'refresh_token': '%s'}"
                    .formatted(stage.refreshToken().value())),
            body("PUT /me/email", "{'password': '%s', 'email': 'new@example.org'}", PASSWORD),
            body("PUT /me/password", "{'present_password': '%s', 'new_password': 'another long one'}", PASSWORD),
            body("POST /admin/accounts", "{'email': 'new@example.org'}"),
            body("PUT /admin/accounts/{account}/role", "{'role': 'MODERATOR'}"),
            body("POST /admin/set-aside-facts/retry", "{'listener': 'notifications', 'position': 1}"),
            body("POST /me/identities", "{'provider': 'keycloak', 'token': 'of-the-provider'}"),
            body("PATCH /me", "{'bio': '안녕하세요'}"),
            body("POST /me/profile", "{'display_name': '새별'}"),
            body("POST /initialize-profile", "{'display_name': '새별'}"),
            body("POST /social/initialize-profile", "{'display_name': '새별'}"),
            body("PATCH /me/privacy", "{'share_region': true}"),
            body("POST /me/muted-keywords", "{'keyword': '광고'}"),
            body("POST /groups", "{'name': '북한산 산책'}"),
            body("PATCH /groups/{group}", "{'description': '토요일마다'}"),
            body("POST /groups/{group}/requests", "{'message': '안녕하세요'}"),
            Map.entry("POST /groups/{group}/invitations", (stage, things) -> "{'user_id': '%s'}"
                    .formatted(stage.newcomer())),
            body("PUT /groups/{group}/members/{person}/role", "{'role': 'MODERATOR'}"),
            Map.entry("PUT /groups/{group}/owner", (stage, things) -> "{'user_id': '%s'}".formatted(stage.friend())),
            body("POST /groups/{group}/invites/email", "{'email': 'new@example.org'}"),
            body("POST /groups/{group}/invites/link", "{'max_uses': 2}"),
            Map.entry("POST /invites/peek", Examples::holding),
            Map.entry("POST /invites/accept", Examples::holding),
            body("POST /group/create", "{'title': '북한산 산책'}"),
            Map.entry("POST /group/invite", (stage, things) -> "{'group_id': '%s', 'user_id': '%s'}"
                    .formatted(things.group(), stage.newcomer())),
            Map.entry("POST /group/request", Examples::group),
            Map.entry("POST /group/accept", Examples::group),
            Map.entry("POST /group/accept for another", Examples::requester),
            Map.entry("POST /group/reject", Examples::group),
            Map.entry("POST /group/reject for another", Examples::requester),
            body("POST /groups/{group}/posts", "{'body': '잘 다녀왔어요'}"),
            body("POST /me/posts", "{'body': '잘 다녀왔어요'}"),
            body("PATCH /posts/{post}", "{'body': '잘 다녀왔습니다'}"),
            Map.entry("POST /group/post", (stage, things) -> "{'group_id': '%s', 'content': '잘 다녀왔어요'}"
                    .formatted(things.group())),
            body("POST /posts/{post}/comments", "{'body': '반가워요'}"),
            body("PATCH /comments/{comment}", "{'body': '반갑습니다'}"),
            Map.entry("POST /group/comment", (stage, things) -> "{'post_id': '%s', 'content': '반가워요'}"
                    .formatted(things.post())),
            body("POST /groups/{group}/events", "{%s}", MEETING),
            body("POST /me/events", "{%s}", MEETING),
            body("PATCH /events/{event}", "{'title': '산책'}"),
            Map.entry(
                    "POST /group/event",
                    (stage, things) -> "{'group_id': '%s', 'title': '등산', 'event_time': '2026-03-12T10:00:00Z'}"
                            .formatted(things.group())),
            body("POST /groups/{group}/series", "{'event': {%s}, 'rule': 'FREQ=WEEKLY;COUNT=2'}", MEETING),
            body("POST /me/series", "{'event': {%s}, 'rule': 'FREQ=WEEKLY;COUNT=2'}", MEETING),
            body("POST /series/{series}/end", "{'from': '2026-03-19T19:00:00'}"),
            body("PUT /events/{event}/rsvp", "{'answer': 'INTERESTED'}"),
            body("PUT /events/{event}/rsvps/{person}/attendance", "{'attendance': 'CHECKED_IN'}"),
            Map.entry("POST /group/event/vote", (stage, things) -> "{'event_id': '%s', 'vote': 'interested'}"
                    .formatted(things.event())),
            body("POST /me/calendar/links", "{'name': '모임'}"),
            body("PUT /events/{event}/reminders", "{'minutes_before': [60]}"),
            body("POST /groups/{group}/calendar", FILE),
            body("POST /me/calendar", FILE),
            body("PUT /events/{event}/ratings/{person}", "{'stars': 5}"),
            body("POST /forum/categories", "{'name': '물어보기', 'forum_type': 'QUESTIONS'}"),
            body("PATCH /forum/categories/{category}", "{'description': '무엇이든'}"),
            body("PUT /forum/categories/{category}/parent", "{}"),
            body("POST /forum/categories/{category}/topics", TOPIC),
            body("POST /forum/categories/{category}/drafts", "{'content': '쓰는 중', 'post_type': 'TIP'}"),
            body("POST /forum/topics/{topic}/drafts", "{'content': '쓰는 중'}"),
            body("PATCH /me/forum-drafts/{draft}", "{'content': '더 쓰는 중'}"),
            body("PATCH /forum/topics/{topic}", "{'title': '고쳐 물어요'}"),
            body("PUT /forum/topics/{topic}/status", "{'status': 'LOCKED'}"),
            Map.entry("PUT /forum/topics/{topic}/category", (stage, things) -> "{'category_id': '%s'}"
                    .formatted(stage.category())),
            Map.entry(
                    "POST /forum/topics/{topic}/split",
                    (stage, things) -> "{'post_ids': ['%s'], 'title': '따로', 'post_type': 'TIP'}"
                            .formatted(things.forum().post())),
            Map.entry("POST /forum/topics/{topic}/merge", (stage, things) -> "{'into': '%s'}".formatted(stage.topic())),
            body("POST /forum/topics/{topic}/posts", ANSWER),
            body("PATCH /forum/posts/{forum-post}", ANSWER),
            body("PUT /forum/posts/{forum-post}/vote", VERDICT),
            body("POST /community/categories/{category}/topics", TOPIC),
            body("POST /community/topics/{topic}/posts", ANSWER),
            body("PUT /community/posts/{forum-post}/vote", VERDICT),
            body("POST /social/community/categories/{category}/topics", TOPIC),
            body("POST /social/community/topics/{topic}/posts", ANSWER),
            body("PUT /social/community/posts/{forum-post}/vote", VERDICT),
            body("POST /me/goal-shares", GOAL),
            body("PUT /me/goal-shares/{goal}", GOAL),
            body("PUT /me/goal-shares/{goal}/progress", "{'current_progress_percentage': 50}"),
            body("PUT /me/goal-shares/{goal}/completion", "{}"),
            body("POST /me/goal-shares/{goal}/story/preview", "{'goal_title': '석 달 생활비', 'tags': ['비상금']}"),
            body("PUT /me/goal-shares/{goal}/story", "{'story': {'goal_title': '석 달 생활비'}, 'proof': 'none'}"),
            body("POST /social/goal-sharing/", GOAL),
            body("PUT /social/goal-sharing/{goal}", GOAL),
            body("POST /peer-comparison", FIGURES),
            body("PUT /me/comparison-contribution", FIGURES),
            Map.entry(
                    "POST /emergencies",
                    (stage, things) ->
                            "{'group_ids': ['%s'], 'location': {'latitude': '37.5665', 'longitude': '126.978'}}"
                                    .formatted(things.group())),
            body("POST /emergencies/{emergency}/end", "{}"),
            body("PUT /alerts/{alert}/answer", "{'answer': 'ON_MY_WAY'}"),
            body("POST /alerts/{alert}/end", "{}"),
            body("POST /conversations/{conversation}/messages", "{'body': '안녕하세요'}"),
            body("PUT /conversations/{conversation}/read", "{'number': 1}"),
            body("PATCH /messages/{message}", "{'body': '안녕하십니까'}"),
            Map.entry("POST /reports", Examples::aboutGroup),
            Map.entry("POST /social/moderation/reports", Examples::aboutGroup),
            Map.entry(
                    "POST /notices",
                    (stage, things) ->
                            "{'from': 'out@example.org', 'kind': 'group', 'id': '%s', ".formatted(stage.newcomer())
                                    + "'ground': 'SPAM'}"),
            Map.entry("POST /notices/confirm", (stage, things) -> "{'secret': '%s'}"
                    .formatted(stage.secretOfANotice().value())),
            Map.entry("POST /cases", (stage, things) -> "{'kind': 'person', 'id': '%s', 'ground': 'SPAM'}"
                    .formatted(stage.newcomer())),
            Map.entry("POST /cases/{case}/release", Examples::version),
            Map.entry("POST /cases/{case}/escalate", Examples::version),
            Map.entry("POST /cases/{case}/dismiss", Examples::version),
            Map.entry("POST /cases/{case}/snooze", (stage, things) -> "{'version': %d, 'minutes': 60}"
                    .formatted(stage.heldCase().version())),
            Map.entry("POST /cases/{case}/decide", Examples::deciding),
            Map.entry("POST /social/moderation/cases/{case}/decide", Examples::deciding),
            body("POST /statements/{measure}/appeal", "{'words': '억울합니다'}"),
            body("POST /social/moderation/actions/{measure}/appeal", "{'words': '억울합니다'}"),
            body("POST /reports/{report}/appeal", "{'words': '다시 봐 주세요'}"),
            body("POST /appeals/{appeal}/uphold", "{'words': '그대로 둡니다'}"),
            body("POST /appeals/{appeal}/overturn", "{'words': '되돌립니다'}"),
            Map.entry("POST /appeals/{appeal}/reduce", (stage, things) -> "{'until': '%s', 'words': '줄입니다'}"
                    .formatted(stage.tomorrow())),
            body("POST /notifications/read-all", "{}"),
            body("POST /me/erasure", "{'password': '%s', 'keep': ['posts']}", PASSWORD));

    private static final Map<String, BiFunction<Stage, Things, String>> QUERIES = Map.of(
            "GET /forum/topics/{topic}/spot", (stage, things) -> "?edition=1&number=2",
            "DELETE /me/muted-keywords", (stage, things) -> "?keyword=spam",
            "GET /events/near", (stage, things) -> "?latitude=37.5&longitude=127",
            "GET /series/{series}/occurrence", (stage, things) -> "?start=2026-03-12T19:00:00",
            "GET /group/chat/ws", (stage, things) -> "?groupID=" + things.group());

    /** Calls whose thing is in the body, where their route is no other name for one that has it in the path. */
    private static final Map<String, String> IN_BODY = Map.of(
            "POST /invites/peek", "secret",
            "POST /invites/accept", "secret",
            "POST /reports", "group",
            "POST /social/moderation/reports", "group",
            "POST /emergencies", "group");

    /** Routes that are two calls in one: the other, and what it is another name for. */
    private static final Map<String, Map.Entry<String, String>> SECOND_CALLS = Map.of(
            "POST /group/accept",
            Map.entry("POST /group/accept for another", "PUT /groups/{group}/requests/{person}"),
            "POST /group/reject",
            Map.entry("POST /group/reject for another", "DELETE /groups/{group}/requests/{person}"));

    private Examples() {}

    private static Map.Entry<String, BiFunction<Stage, Things, String>> body(
            String name, String json, Object... values) {
        return Map.entry(name, (stage, things) -> json.formatted(values));
    }

    private static String holding(Stage stage, Things things) {
        return "{'secret': '%s'}".formatted(things.secret().value());
    }

    private static String aboutGroup(Stage stage, Things things) {
        return "{'kind': 'group', 'id': '%s', 'ground': 'SPAM', 'words': '광고'}".formatted(things.group());
    }

    private static String version(Stage stage, Things things) {
        return "{'version': %d}".formatted(stage.heldCase().version());
    }

    private static String deciding(Stage stage, Things things) {
        return "{'version': %d, 'kind': 'NUDGE', 'ground': 'SPAM', 'rule': '광고 금지', 'facts': '광고입니다'}"
                .formatted(stage.heldCase().version());
    }

    private static String group(Stage stage, Things things) {
        return "{'group_id': '%s'}".formatted(things.group());
    }

    private static String requester(Stage stage, Things things) {
        return "{'group_id': '%s', 'user_id': '%s'}".formatted(things.group(), stage.requester());
    }

    /** Every call there is. */
    static List<Question> of(List<Route> routes) {
        Map<String, Route> byName = routes.stream().collect(Collectors.toMap(Route::name, route -> route));
        List<Question> questions =
                routes.stream().flatMap(route -> questions(route, byName)).toList();
        refuseWhatIsNotNeeded(questions);
        return questions;
    }

    private static Stream<Question> questions(Route route, Map<String, Route> byName) {
        Route canonical = route.aliasOf() == null ? route : byName.get(route.aliasOf());
        Question first = question(route, route.name(), canonical);
        Map.Entry<String, String> second = SECOND_CALLS.get(route.name());
        return second == null
                ? Stream.of(first)
                : Stream.of(first, question(route, second.getKey(), byName.get(second.getValue())));
    }

    private static Question question(Route route, String name, Route canonical) {
        if (route.takes() != null && !BODIES.containsKey(name)) {
            throw new IllegalStateException("The role matrix has no body for " + name + ", which takes a "
                    + route.takes().getSimpleName() + ". Add one to Examples.BODIES.");
        }
        return Question.of(
                route,
                name,
                canonical,
                IN_BODY.getOrDefault(name, ""),
                QUERIES.getOrDefault(name, (stage, things) -> ""),
                BODIES.get(name));
    }

    private static void refuseWhatIsNotNeeded(List<Question> questions) {
        Set<String> unused = new TreeSet<>();
        Stream.of(BODIES, QUERIES, IN_BODY).forEach(table -> unused.addAll(table.keySet()));
        SECOND_CALLS.values().forEach(second -> unused.add(second.getKey()));
        questions.forEach(question -> unused.remove(question.name()));
        if (!unused.isEmpty()) {
            throw new IllegalStateException("No route needs these examples of the role matrix: " + unused);
        }
    }
}
