package org.somoim.http.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Visibility;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainViews;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.memory.Community;
import org.somoim.profiles.Audience;
import org.somoim.profiles.PrivacySetting;

class PostRoutesTest {
    private final Community town = new Community();
    private final PostRoutes posts = new PostRoutes(town.somoim.posts(), town.somoim.profiles());
    private final CommentRoutes comments = new CommentRoutes(town.somoim.comments(), town.somoim.profiles());
    private final ReactionRoutes reactions = new ReactionRoutes(town.somoim.reactions(), town.somoim.profiles());
    private final Client visitor = Client.of(town.clock, town.ports.transactor(), posts, comments, reactions);
    private final Actor.Person minji = town.person("민지");
    private final Actor.Person junho = town.person("준호");
    private final Actor.Person stranger = town.person("낯선 이");
    private final Client asMinji = visitor.as(minji.id());
    private final Client asJunho = visitor.as(junho.id());
    private final Client asStranger = visitor.as(stranger.id());
    private final Id<Group> group = group();

    private Id<Group> group() {
        Terms terms = Terms.of(Group.Kind.SOCIAL, Line.of("등산")).seen(Visibility.PRIVATE);
        Id<Group> made =
                town.somoim.groups().create(minji, NewGroup.social(terms)).id();
        town.somoim.memberships().invite(minji, made, junho.id());
        town.somoim.memberships().accept(junho, made);
        return made;
    }

    private String written(Client by, String body) {
        return by.post("/groups/" + group + "/posts", "{'body': '" + body + "'}")
                .ok(201)
                .at("/id");
    }

    @Test
    @Covers({"PST-1", "PST-3", "PER-11"})
    void aPostIsWrittenReadChangedAndDeleted() {
        Reply written = asJunho.post(
                        "/groups/" + group + "/posts",
                        "{'title': '토요일', 'body': '**북한산** <script>', 'mentions': ['" + minji.id() + "']}")
                .ok(201);
        String id = written.at("/id");
        assertThat(written.header("Location")).contains("/api/v1/posts/" + id);
        assertThat(written.at("/author/name")).isEqualTo("준호");
        assertThat(written.at("/html")).contains("<strong>북한산</strong>").doesNotContain("<script>");
        assertThat(written.at("/body")).isEqualTo("**북한산** <script>");
        assertThat(written.at("/mentions/0")).isEqualTo(minji.id().toString());

        Reply read = asMinji.get("/posts/" + id).ok();
        assertThat(asMinji.with("If-None-Match", read.header("ETag").orElseThrow())
                        .get("/posts/" + id)
                        .status())
                .isEqualTo(304);
        asJunho.with("If-Match", "\"old\"")
                .patch("/posts/" + id, "{'body': '도봉산'}")
                .refused(412, "http.changed-meanwhile");
        Reply changed = asJunho.patch("/posts/" + id, "{'body': '도봉산'}").ok();
        assertThat(changed.at("/title")).isEqualTo("토요일");
        assertThat(changed.at("/body")).isEqualTo("도봉산");
        assertThat(asJunho.patch("/posts/" + id, "{'title': null}").ok().json().has("title"))
                .isFalse();
        assertThat(asMinji.get("/posts/" + id + "/history?limit=1").ok().at("/0/body"))
                .isEqualTo("도봉산");
        asMinji.patch("/posts/" + id, "{'body': 'x'}").refused(403, "posts.not-yours");

        asJunho.delete("/posts/" + id).ok(204);
        asMinji.get("/posts/" + id).refused(404, "access.not-found");
        asJunho.post("/posts/" + id + "/restore").ok();
        asStranger.get("/posts/" + id).refused(404, "access.not-found");
        visitor.get("/posts/" + id).refused(401, "access.not-signed-in");
    }

    @Test
    @Covers("PER-8")
    void aGroupsPostsAreReadPageByPage() {
        String first = written(asJunho, "하나");
        String second = written(asMinji, "둘");
        Reply page = asMinji.get("/groups/" + group + "/posts?limit=1").ok();
        assertThat(page.at("/0/id")).isEqualTo(second);
        assertThat(asMinji.get(page.next().orElseThrow()).ok().at("/0/id")).isEqualTo(first);
        asMinji.put("/posts/" + first + "/pin").ok();
        Reply pinned = asJunho.get("/groups/" + group + "/posts/pinned").ok();
        assertThat(pinned.at("/0/id")).isEqualTo(first);
        assertThat(pinned.at("/0/is_pinned")).isEqualTo("true");
        assertThat(asMinji.delete("/posts/" + first + "/pin").ok().at("/is_pinned"))
                .isEqualTo("false");
        asStranger.get("/groups/" + group + "/posts").refused(404, "access.not-found");
    }

    @Test
    @Covers("PST-6")
    void aPersonsPageIsRead() {
        String id = asJunho.post("/me/posts", "{'body': '오늘'}").ok(201).at("/id");
        asStranger.get("/people/" + junho.id() + "/posts").refused(404, "access.not-found");
        town.somoim.profiles().changeSettings(junho, Map.of(PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE));
        Reply page = asStranger.get("/people/" + junho.id() + "/posts").ok();
        assertThat(page.at("/0/id")).isEqualTo(id);
        assertThat(page.at("/0/page_of")).isEqualTo(junho.id().toString());
        asJunho.put("/posts/" + id + "/pin").ok();
        assertThat(asStranger
                        .get("/people/" + junho.id() + "/posts/pinned")
                        .ok()
                        .at("/0/id"))
                .isEqualTo(id);
    }

    @Test
    @Covers({"PST-4", "PST-5"})
    void commentsAreWrittenReadChangedAndDeleted() {
        String post = written(asMinji, "어디로 갈까요?");
        String first = asJunho.post("/posts/" + post + "/comments", "{'body': '*북한산*'}")
                .ok(201)
                .at("/id");
        asMinji.post("/posts/" + post + "/comments", "{'body': '좋아요', 'parent_id': '" + first + "'}")
                .ok(201);
        Reply thread = asMinji.get("/posts/" + post + "/comments").ok();
        assertThat(thread.at("/0/html")).contains("<em>북한산</em>");
        assertThat(thread.at("/0/replies")).isEqualTo("1");
        assertThat(thread.at("/1/parent_id")).isEqualTo(first);
        assertThat(asMinji.get("/posts/" + post).ok().at("/comments")).isEqualTo("2");

        assertThat(asJunho.patch("/comments/" + first, "{'body': '도봉산'}").ok().at("/body"))
                .isEqualTo("도봉산");
        assertThat(asMinji.get("/comments/" + first + "/history").ok().at("/0/body"))
                .isEqualTo("*북한산*");
        asJunho.delete("/comments/" + first).ok(204);
        Reply gone = asMinji.get("/posts/" + post + "/comments").ok();
        assertThat(gone.at("/0/is_gone")).isEqualTo("true");
        assertThat(gone.json().at("/0").has("author")).isFalse();
        assertThat(gone.json().at("/0").has("body")).isFalse();
        asMinji.get("/comments/" + first).refused(404, "access.not-found");
        asJunho.post("/comments/" + first + "/restore").ok();
        assertThat(asMinji.get("/comments/" + first).ok().at("/body")).isEqualTo("도봉산");
    }

    @Test
    void peopleReact() {
        String post = written(asMinji, "안녕");
        asJunho.put("/posts/" + post + "/reactions/LIKE").ok();
        Reply counted = asMinji.put("/posts/" + post + "/reactions/LIKE").ok();
        assertThat(counted.at("/0/kind")).isEqualTo("LIKE");
        assertThat(counted.at("/0/count")).isEqualTo("2");
        assertThat(counted.at("/0/is_mine")).isEqualTo("true");
        assertThat(asMinji.delete("/posts/" + post + "/reactions/LIKE").ok().at("/0/count"))
                .isEqualTo("1");
        assertThat(asMinji.get("/posts/" + post + "/reactions/LIKE").ok().at("/0/person/name"))
                .isEqualTo("준호");
        asMinji.put("/posts/" + post + "/reactions/SHRUG").refused(404, "access.not-found");

        String comment = asJunho.post("/posts/" + post + "/comments", "{'body': '네'}")
                .ok(201)
                .at("/id");
        asMinji.put("/comments/" + comment + "/reactions/THANKS").ok();
        assertThat(asMinji.get("/posts/" + post + "/comments").ok().at("/0/reactions/0/kind"))
                .isEqualTo("THANKS");
        assertThat(asJunho.get("/comments/" + comment + "/reactions/THANKS")
                        .ok()
                        .at("/0/person/id"))
                .isEqualTo(minji.id().toString());
        asMinji.delete("/comments/" + comment + "/reactions/THANKS").ok();
    }

    @Test
    @Covers({"PST-3", "PST-5", "API-6"})
    void theNamesOfTheSourceLeadToTheSamePlace() {
        String post = asJunho.post("/group/post", "{'group_id': '" + group + "', 'content': '글', 'title': '제목'}")
                .ok(201)
                .at("/id");
        Reply comment = asMinji.atRoot()
                .post("/group/comment", "{'post_id': '" + post + "', 'content': '댓글'}")
                .ok(201);
        assertThat(comment.at("/body")).isEqualTo("댓글");
        assertThat(asMinji.get("/posts/" + post).ok().at("/comments")).isEqualTo("1");
        asStranger
                .post("/group/post", "{'group_id': '" + group + "', 'content': '글'}")
                .refused(404, "access.not-found");
    }

    @Test
    void whatCannotBeAPostIsTurnedDown() {
        asJunho.post("/groups/" + group + "/posts", "{'title': '', 'body': ' '}")
                .faults("/title kernel.not-one-line", "/body kernel.blank");
        asJunho.post("/groups/" + group + "/posts", "{}").faults("/body http.missing-field");
    }

    @Test
    void viewsHoldNothingButTextNumbersTruthListsAndViews() {
        assertThat(PlainViews.violations(Stream.of(posts, comments, reactions)
                        .flatMap(routes -> routes.routes().stream())
                        .toList()))
                .isEmpty();
    }
}
