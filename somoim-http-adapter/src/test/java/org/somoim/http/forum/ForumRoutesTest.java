package org.somoim.http.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

class ForumRoutesTest {
    private static final String ASKED =
            "{'title': '청약 통장', 'description': '**언제** 만드나요 <script>', 'post_type': 'QUESTION', 'tags': ['청약', 'Home']}";

    private final Community town = new Community();
    private final Somoim somoim = town.somoim;
    private final CategoryRoutes categories = new CategoryRoutes(somoim.forumCategories(), somoim.profiles());
    private final TopicRoutes topics = new TopicRoutes(somoim.forumTopics(), somoim.forumVotes(), somoim.profiles());
    private final ForumPostRoutes posts =
            new ForumPostRoutes(somoim.forumPosts(), somoim.forumVotes(), somoim.profiles());
    private final Client visitor = Client.of(
            town.clock,
            town.ports.transactor(),
            categories,
            topics,
            posts,
            new CurationRoutes(somoim.forumCuration(), somoim.profiles()),
            new DraftRoutes(somoim.forumDrafts(), somoim.profiles()),
            new CommunityAliases(categories, topics, posts));
    private final Actor.Person builder = town.person("운영");
    private final Actor.Person minji = town.person("민지");
    private final Actor.Person junho = town.person("준호");
    private final Actor.Person moderator = town.person("지기");
    private final Client asBuilder = visitor.as(builder.id());
    private final Client asMinji = visitor.as(minji.id());
    private final Client asJunho = visitor.as(junho.id());
    private final Client asModerator = visitor.as(moderator.id());

    private String category(String more) {
        somoim.accounts().appoint(Actor.host("test"), builder.id(), SiteRole.ADMIN);
        String id = asBuilder
                .post("/forum/categories", "{'name': '물어보기', 'forum_type': 'DISCUSSION'" + more + "}")
                .ok(201)
                .at("/id");
        asBuilder
                .put("/forum/categories/" + id + "/moderators/" + moderator.id())
                .ok(204);
        return id;
    }

    private String asked(String category) {
        return asMinji.post("/forum/categories/" + category + "/topics", ASKED)
                .ok(201)
                .at("/id");
    }

    private String answered(Client by, String topic, String content) {
        return by.post("/forum/topics/" + topic + "/posts", "{'content': '" + content + "'}")
                .ok(201)
                .at("/id");
    }

    @Test
    @Covers({"FRM-2", "FRM-3", "FRM-4", "FRM-5"})
    void aQuestionIsAskedAnsweredJudgedAndSolved() {
        String topic = asked(category(""));
        Reply read = asJunho.get("/forum/topics/" + topic).ok();
        assertThat(read.at("/title")).isEqualTo("청약 통장");
        assertThat(read.at("/html")).contains("<strong>언제</strong>").doesNotContain("<script>");
        assertThat(read.at("/created_by_name")).isEqualTo("민지");
        assertThat(read.at("/tags/1")).isEqualTo("home");
        assertThat(read.at("/is_solved")).isEqualTo("false");

        Reply written = asJunho.post("/forum/topics/" + topic + "/posts", "{'content': '성인이 되면 바로요'}")
                .ok(201);
        String answer = written.at("/id");
        assertThat(written.header("Location")).contains("/api/v1/forum/posts/" + answer);
        assertThat(written.at("/post_number")).isEqualTo("2");
        asJunho.put("/forum/posts/" + answer + "/vote", "{'verdict': 'HELPFUL'}")
                .refused(403, "forum.own-post");
        Reply judged = asMinji.put("/forum/posts/" + answer + "/vote", "{'verdict': 'HELPFUL'}")
                .ok();
        assertThat(judged.at("/helpful_votes")).isEqualTo("1");
        assertThat(judged.at("/verdict")).isEqualTo("HELPFUL");
        assertThat(asModerator.get("/forum/posts/" + answer).ok().json().has("verdict"))
                .isFalse();
        assertThat(asMinji.put("/forum/posts/" + answer + "/like").ok().at("/is_liked"))
                .isEqualTo("true");
        asJunho.put("/forum/posts/" + answer + "/best-answer").refused(403, "forum.not-yours");
        assertThat(asMinji.put("/forum/posts/" + answer + "/best-answer").ok().at("/is_solved"))
                .isEqualTo("true");

        assertThat(asJunho.get("/forum/posts/" + answer).ok().at("/is_best_answer"))
                .isEqualTo("true");
        assertThat(somoim.profiles().mine(junho).standing().reputationScore()).isEqualTo(35);
        assertThat(asJunho.get("/forum/topics?solved=true&tag=HOME").ok().at("/0/id"))
                .isEqualTo(topic);
        assertThat(asJunho.get("/forum/topics?solved=false").ok().json()).isEmpty();
        assertThat(asMinji.delete("/forum/topics/" + topic + "/best-answer")
                        .ok()
                        .at("/is_solved"))
                .isEqualTo("false");
        assertThat(asMinji.delete("/forum/posts/" + answer + "/vote").ok().at("/helpful_votes"))
                .isEqualTo("0");
        visitor.get("/forum/topics/" + topic).refused(401, "access.not-signed-in");
    }

    @Test
    @Covers({"FRM-1", "FRM-5"})
    void aLinkLeadsToWhereAPostHasGone() {
        String topic = asked(category(""));
        String stays = answered(asJunho, topic, "하나");
        String goes = answered(asMinji, topic, "다른 이야기");
        String last = answered(asJunho, topic, "둘");
        String split = "{'post_ids': ['" + goes + "'], 'title': '다른 이야기', 'post_type': 'TIP'}";
        asJunho.post("/forum/topics/" + topic + "/split", split).refused(403, "access.not-allowed");
        String other = asModerator
                .post("/forum/topics/" + topic + "/split", split)
                .ok(201)
                .at("/id");

        Reply moved = asJunho.get("/forum/topics/" + topic + "/spot?edition=1&number=3")
                .ok();
        assertThat(moved.at("/post_id")).isEqualTo(goes);
        assertThat(moved.at("/topic_id")).isEqualTo(other);
        assertThat(moved.at("/post_number")).isEqualTo("1");
        Reply renumbered = asJunho.get("/forum/topics/" + topic + "/spot?edition=1&number=4")
                .ok();
        assertThat(renumbered.at("/post_id")).isEqualTo(last);
        assertThat(renumbered.at("/post_number")).isEqualTo("3");
        assertThat(asJunho.get("/forum/topics/" + topic + "/spot?edition=2&number=2")
                        .ok()
                        .at("/post_id"))
                .isEqualTo(stays);
        asJunho.get("/forum/topics/" + topic + "/spot").refused(404, "access.not-found");

        asModerator
                .post("/forum/topics/" + other + "/merge", "{'into': '" + topic + "'}")
                .ok();
        assertThat(asJunho.get("/forum/topics/" + other).ok().at("/id")).isEqualTo(topic);
        assertThat(asJunho.get("/forum/topics/" + other + "/spot?edition=1&number=1")
                        .ok()
                        .at("/post_id"))
                .isEqualTo(goes);
    }

    @Test
    @Covers({"FRM-1", "FRM-5"})
    void whatAwaitsApprovalIsForItsAuthorAndWhoLooksAfterTheCategory() {
        String category = category(", 'is_moderated': true");
        String topic = asked(category);
        asJunho.get("/forum/topics/" + topic).refused(404, "access.not-found");
        assertThat(asMinji.get("/forum/topics/" + topic).ok().at("/status")).isEqualTo("WAITING");
        assertThat(asJunho.get("/forum/waiting").ok().json()).isEmpty();
        Reply waiting = asModerator.get("/forum/waiting").ok();
        assertThat(waiting.at("/0/is_waiting")).isEqualTo("true");
        String post = waiting.at("/0/id");
        asMinji.put("/forum/posts/" + post + "/approval").refused(403, "access.not-allowed");

        assertThat(asModerator.put("/forum/posts/" + post + "/approval").ok().at("/post_number"))
                .isEqualTo("1");

        asJunho.get("/forum/topics/" + topic).ok();
        asModerator.delete("/forum/posts/" + post + "/approval").refused(409, "forum.not-waiting");
        assertThat(asModerator
                        .put("/forum/topics/" + topic + "/status", "{'status': 'LOCKED'}")
                        .ok()
                        .at("/status"))
                .isEqualTo("LOCKED");
        asMinji.post("/forum/topics/" + topic + "/posts", "{'content': '더'}").refused(409, "forum.locked");
        assertThat(asModerator.put("/forum/topics/" + topic + "/pin").ok().at("/is_pinned"))
                .isEqualTo("true");
        assertThat(asJunho.get("/forum/categories/" + category + "/pinned").ok().at("/0/id"))
                .isEqualTo(topic);
    }

    @Test
    @Covers({"FRM-1", "FRM-5"})
    void onlyWhoRunsTheCommunityBuildsTheTree() {
        String top = category("");
        String below = asBuilder
                .post(
                        "/forum/categories",
                        "{'parent_category_id': '" + top + "', 'name': '집', 'forum_type': 'QUESTIONS'}")
                .ok(201)
                .at("/id");
        asMinji.post("/forum/categories", "{'name': '내 것', 'forum_type': 'QUESTIONS'}")
                .refused(403, "access.not-allowed");
        asModerator.patch("/forum/categories/" + top, "{'name': '내 것'}").refused(403, "access.not-allowed");
        assertThat(asModerator.get("/forum/categories/" + below).ok().at("/is_mine"))
                .isEqualTo("true");
        assertThat(asMinji.get("/forum/categories").ok().json()).hasSize(2);
        asBuilder
                .put("/forum/categories/" + top + "/parent", "{'parent_category_id': '" + below + "'}")
                .refused(409, "forum.circle");
        assertThat(asBuilder
                        .patch("/forum/categories/" + below, "{'minimum_experience_level': 'CONTRIBUTOR'}")
                        .ok()
                        .at("/minimum_experience_level"))
                .isEqualTo("CONTRIBUTOR");
        asMinji.get("/forum/categories/" + below).refused(404, "access.not-found");
        asMinji.post("/forum/categories/" + below + "/topics", ASKED).refused(404, "access.not-found");
        asBuilder.delete("/forum/categories/" + top).refused(409, "forum.not-empty");
        asBuilder.delete("/forum/categories/" + below).ok(204);
    }

    @Test
    @Covers({"FRM-2", "FRM-5"})
    void aDraftIsForItsAuthorUntilItIsPublished() {
        String category = category("");
        String draft = asMinji.post(
                        "/forum/categories/" + category + "/drafts", "{'content': '쓰는 중', 'post_type': 'STORY'}")
                .ok(201)
                .at("/id");
        asJunho.get("/me/forum-drafts/" + draft).refused(404, "access.not-found");
        asMinji.post("/me/forum-drafts/" + draft + "/publish").refused(422, "forum.title-missing");
        assertThat(asMinji.patch("/me/forum-drafts/" + draft, "{'title': '이야기', 'tags': ['집']}")
                        .ok()
                        .at("/content"))
                .isEqualTo("쓰는 중");
        String topic =
                asMinji.post("/me/forum-drafts/" + draft + "/publish").ok().at("/topic_id");

        assertThat(asJunho.get("/forum/topics/" + topic).ok().at("/title")).isEqualTo("이야기");
        assertThat(asMinji.get("/me/forum-drafts").ok().json()).isEmpty();
        asJunho.put("/forum/topics/" + topic + "/follow").ok(204);
        assertThat(asJunho.get("/me/followed-topics").ok().at("/0/id")).isEqualTo(topic);
        asJunho.delete("/forum/topics/" + topic + "/follow").ok(204);
        assertThat(asJunho.get("/me/followed-topics").ok().json()).isEmpty();
        assertThat(asMinji.get("/me/forum-posts").ok().at("/0/topic_id")).isEqualTo(topic);
    }

    @Test
    @Covers({"FRM-5", "API-4"})
    void theForumIsFoundUnderCommunityToo() {
        String category = category("");
        for (String base : new String[] {"/community", "/social/community", "/api/v1/social/community"}) {
            Client asker = asMinji.atRoot();
            String topic = asker.post(base + "/categories/" + category + "/topics", ASKED)
                    .ok(201)
                    .at("/id");
            String answer = asJunho.atRoot()
                    .post(base + "/topics/" + topic + "/posts", "{'content': '네'}")
                    .ok(201)
                    .at("/id");
            asker.put(base + "/posts/" + answer + "/vote", "{'verdict': 'HELPFUL'}")
                    .ok();
            asker.put(base + "/posts/" + answer + "/best-answer").ok();
            assertThat(asker.get(base + "/topics/" + topic + "/posts?order=QUALITY")
                            .ok()
                            .at("/0/id"))
                    .isEqualTo(answer);
            assertThat(asker.get(base + "/topics?category=" + category + "&limit=1")
                            .ok()
                            .at("/0/id"))
                    .isEqualTo(topic);
            assertThat(asker.get(base + "/categories").ok().json()).hasSize(1);
        }
    }

    @Test
    @Covers({"FRM-5", "SEC-5"})
    void hostileInputIsToldWhatIsWrongWithItAndChangesNothing() {
        String category = category("");
        String topics = "/forum/categories/" + category + "/topics";
        asMinji.post(
                        topics,
                        "{'title': '', 'description': 1, 'post_type': 'PHISHING', 'tags': ['a', 2], 'pinned': true}")
                .faults(
                        "/title kernel.not-one-line",
                        "/description http.wrong-type",
                        "/post_type http.unknown-value",
                        "/tags/1 http.wrong-type",
                        "/pinned http.unknown-field");
        asMinji.post(topics, ASKED.replace("'청약', 'Home'", "'1', '2', '3', '4', '5', '6'"))
                .refused(422, "forum.too-many-tags");
        asMinji.post(topics, ASKED.replace("'Home'", "'" + "길".repeat(31) + "'"))
                .refused(422, "forum.tag-too-long");
        asMinji.get("/forum/topics?tag=%00").refused(422, "kernel.broken-text");
        asMinji.get("/forum/topics?type=QUESTION%27%20or%201=1--").refused(422, "http.unknown-value");
        asMinji.get("/forum/topics/'%20or%201=1").refused(404, "access.not-found");
        asMinji.post(topics, ASKED.replace("청약 통장", "x'); drop table somoim_forum_topics;--".replace("'", "’")))
                .ok(201);
        assertThat(asMinji.get("/forum/topics?tag=" + "%EC%B2%AD%EC%95%BD").ok().json())
                .hasSize(1);
        String topic = asked(category);
        asModerator
                .post("/forum/topics/" + topic + "/split", "{'post_ids': [], 'title': '빈 것', 'post_type': 'TIP'}")
                .refused(422, "forum.nothing-to-split");
        asModerator
                .post("/forum/topics/" + topic + "/merge", "{'into': '" + topic + "'}")
                .refused(422, "forum.same-topic");
        asModerator
                .put("/forum/topics/" + topic + "/status", "{'status': 'MERGED'}")
                .refused(409, "forum.cannot-become");
    }
}
