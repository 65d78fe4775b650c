package org.somoim.http.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.http.stories.OpenTown.Someone;
import org.somoim.http.testing.Reply;

class StoriesTest {
    private OpenTown town;

    @BeforeEach
    void open(@TempDir Path folder) {
        town = new OpenTown(folder);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    @Covers({
        "TST-4", "ACC-1", "ACC-13", "GRP-7", "GRP-10", "MEM-5", "MEM-6", "MEM-8", "PST-3", "PST-5", "NTF-1", "NTF-5"
    })
    void someoneAsksToJoinIsLetInTakesPartAndLeaves() {
        Someone minji = town.person("민지", "minji@example.org");
        Someone junho = town.person("준호", "junho@example.org");

        String group = "/groups/"
                + minji.post(
                                "/groups",
                                "{'name': '북한산 산책', 'description': '토요일마다 걷습니다 🏔', 'category': 'hiking',"
                                        + " 'visibility': 'PRIVATE', 'join_policy': 'REQUEST'}")
                        .ok(201)
                        .at("/id");
        town.visitor().get(group).refused(401, "access.not-signed-in");
        assertThat(junho.get("/groups?category=hiking").ok().at("/0/name")).isEqualTo("북한산 산책");
        assertThat(junho.get("/groups?q=%EB%B6%81%ED%95%9C%EC%82%B0").ok().at("/0/description"))
                .isEqualTo("토요일마다 걷습니다 🏔");
        junho.get(group + "/posts").refused(404, "access.not-found");

        junho.post(group + "/requests", "{'message': '같이 걷고 싶어요'}").ok();
        Reply told = minji.get("/notifications?unread=true").ok();
        assertThat(told.at("/0/data/by_name")).isEqualTo("준호");
        assertThat(minji.get(group + "/requests").ok().at("/0/message")).isEqualTo("같이 걷고 싶어요");
        minji.put(group + "/requests/" + junho.id()).ok();
        assertThat(minji.get("/notifications/unread-count").ok().at("/unread")).isEqualTo("0");
        assertThat(junho.get("/notifications").ok().at("/0/data/by_name")).isEqualTo("민지");

        Reply post = junho.post(group + "/posts", "{'title': '첫 산행', 'body': '**백운대**까지 다녀왔어요.'}")
                .ok(201);
        String where = post.header("Location").orElseThrow().substring("/api/v1".length());
        assertThat(minji.get(group + "/posts").ok().at("/0/title")).isEqualTo("첫 산행");
        String comment =
                minji.post(where + "/comments", "{'body': '수고했어요!'}").ok(201).at("/id");
        minji.put(where + "/reactions/LIKE").ok();

        Reply news = junho.get("/notifications?unread=true").ok();
        assertThat(news.at("/0/data/thread")).isEqualTo(post.at("/id"));
        junho.put("/notifications/" + news.at("/0/id") + "/read").ok();
        assertThat(junho.get("/notifications/unread-count").ok().at("/unread"))
                .isEqualTo(String.valueOf(news.json().size() - 1));
        minji.put("/notifications/" + news.at("/0/id") + "/read").refused(404, "access.not-found");

        assertThat(junho.call("PATCH", where, "{'body': '백운대와 인수봉.'}").ok().at("/body"))
                .isEqualTo("백운대와 인수봉.");
        minji.call("PATCH", "/comments/" + comment, "{'body': '정말 수고했어요!'}").ok();
        assertThat(junho.get(where + "/comments").ok().at("/0/body")).isEqualTo("정말 수고했어요!");
        minji.delete("/comments/" + comment).ok(204);
        junho.delete(where).ok(204);
        minji.get(where).refused(404, "access.not-found");

        String open =
                "/groups/" + junho.post("/groups", "{'name': '누구나'}").ok(201).at("/id");
        assertThat(minji.put(open + "/membership").ok().at("/role")).isEqualTo("MEMBER");
        minji.put(open + "/membership").refused(409, "groups.already-member");

        junho.delete(group + "/membership").ok(204);
        junho.get(group + "/posts").refused(404, "access.not-found");
        minji.delete(group + "/membership").refused(409, "groups.owner-must-transfer");
    }

    @Test
    @Covers({"TST-4", "API-6", "GRP-7", "GRP-10", "MEM-4", "MEM-6", "MEM-7", "MEM-8", "PST-3", "PST-5"})
    void theSameUnderOlderPathsAndInTheirVocabulary() {
        Someone minji = town.person("민지", "minji@example.org");
        Someone junho = town.person("준호", "junho@example.org");
        Someone suyeon = town.person("수연", "suyeon@example.org");
        Someone harin = town.person("하린", "harin@example.org");

        Reply created = minji.post("/group/create", "{'title': '책 읽는 밤', 'description': '한 달에 한 권'}")
                .ok(201);
        String group = created.at("/id");
        assertThat(created.at("/creator_id")).isEqualTo(minji.id());
        assertThat(junho.get("/group/browse").ok().at("/0/title")).isEqualTo("책 읽는 밤");
        town.visitor().get("/group/browse").refused(401, "access.not-signed-in");

        // Whoever is invited is told, and accepts or rejects.
        assertThat(minji.post("/group/invite", about(group, junho)).ok().at("/status"))
                .isEqualTo("pending_invite");
        assertThat(junho.get("/notifications").ok().at("/0/data/group")).isEqualTo(group);
        Reply joined = junho.post("/group/accept", about(group)).ok();
        assertThat(joined.at("/status")).isEqualTo("joined");
        assertThat(joined.at("/role")).isEqualTo("member");
        assertThat(junho.post("/group/invite", about(group, suyeon)).ok().at("/status"))
                .isEqualTo("pending_invite");
        suyeon.post("/group/reject", about(group)).ok(204);
        suyeon.post("/group/accept", about(group)).refused(409, "groups.not-invited");

        // Whoever asks is accepted or rejected by the creator, and by no mere member.
        assertThat(suyeon.post("/group/request", about(group)).ok().at("/status"))
                .isEqualTo("pending_request");
        assertThat(minji.get("/notifications").ok().at("/0/data/by_name")).isEqualTo("수연");
        junho.post("/group/accept", about(group, suyeon)).refused(403, "access.not-allowed");
        assertThat(minji.post("/group/accept", about(group, suyeon)).ok().at("/status"))
                .isEqualTo("joined");
        harin.post("/group/request", about(group)).ok();
        minji.post("/group/reject", about(group, harin)).ok(204);

        // Members write and answer; whoever was turned down does not read along.
        Reply post = suyeon.post("/group/post", "{'group_id': '%s', 'content': '이번 달은 『소년이 온다』 어때요?'}".formatted(group))
                .ok(201);
        assertThat(post.at("/body")).isEqualTo("이번 달은 『소년이 온다』 어때요?");
        String answer = "{'post_id': '%s', 'content': '좋아요 🙌'}".formatted(post.at("/id"));
        assertThat(junho.post("/group/comment", answer).ok(201).at("/body")).isEqualTo("좋아요 🙌");
        assertThat(suyeon.get("/notifications").ok().at("/0/data/by_name")).isEqualTo("준호");
        harin.post("/group/comment", answer).refused(404, "access.not-found");

        // It is one community: what was done under one name is there under the other.
        assertThat(minji.get("/posts/" + post.at("/id") + "/comments").ok().at("/0/body"))
                .isEqualTo("좋아요 🙌");
        assertThat(minji.get("/groups/" + group + "/members").ok().json()).hasSize(3);
    }

    private static String about(String group) {
        return "{'group_id': '%s'}".formatted(group);
    }

    private static String about(String group, Someone person) {
        return "{'group_id': '%s', 'user_id': '%s'}".formatted(group, person.id());
    }
}
