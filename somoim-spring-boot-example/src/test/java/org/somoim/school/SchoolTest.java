package org.somoim.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import tools.jackson.databind.JsonNode;

@Covers("API-8")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchoolTest {
    @TempDir
    static Path folder;

    private OpenSchool school;
    private Visitor nobody;
    private Visitor teacher;
    private Visitor student;

    @BeforeAll
    void open() {
        school = OpenSchool.in(folder);
        nobody = school.nobody();
        teacher = nobody.as(OpenSchool.TEACHER, "chalk");
        student = nobody.as(OpenSchool.STUDENT, "연필");
    }

    @AfterAll
    void close() {
        school.close();
    }

    @Test
    void aCourseIsFoundedTogetherWithItsGroup() throws Exception {
        Visitor.Reply founded = teacher.post("/courses", "{\"title\": \"도자기\"}");
        assertThat(founded.status()).isEqualTo(201);

        assertThat(titles()).contains("도자기");
        assertThat(groupsOf(teacher)).contains("도자기");
    }

    @Test
    void aCourseThatCannotBeKeptLeavesNoGroup() throws Exception {
        teacher.post("/courses", "{\"title\": \"Pottery\"}");

        assertThat(teacher.post("/courses", "{\"title\": \"Pottery\"}").status())
                .isEqualTo(409);
        assertThat(groupsOf(teacher)).containsOnlyOnce("Pottery");
    }

    @Test
    void whatTheCommunityTurnsDownIsSaidInItsWords() throws Exception {
        String members = "/courses/"
                + teacher.post("/courses", "{\"title\": \"Choir\"}")
                        .body()
                        .path("id")
                        .asLong() + "/members";

        assertThat(student.post(members, "{}").body().path("status").asString()).isEqualTo("ACTIVE");
        Visitor.Reply again = student.post(members, "{}");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("code").asString()).isEqualTo("groups.already-member");
        assertThat(nobody.get(again.body().path("type").asString()).status()).isEqualTo(200);
        assertThat(teacher.post("/courses", "{\"title\": \"\"}").status()).isEqualTo(422);
        assertThat(student.post("/courses/99/members", "{}").status()).isEqualTo(404);
    }

    @Test
    void whoHasNotLoggedInGetsNoFurther() throws Exception {
        assertThat(nobody.post("/courses", "{\"title\": \"x\"}").status()).isEqualTo(401);
        assertThat(nobody.as(OpenSchool.TEACHER, "wrong").get("/courses").status())
                .isEqualTo(401);
        assertThat(nobody.post("/community-token", "{}").status()).isEqualTo(401);
        assertThat(nobody.get("/community/api/v1/groups").status()).isEqualTo(401);
        assertThat(nobody.get("/actuator/env").status()).isEqualTo(401);
    }

    @Test
    void onlyHeadsSeeTheDashboard() throws Exception {
        assertThat(nobody.get("/somoim/").status()).isEqualTo(401);
        assertThat(student.get("/somoim/api/v1/session").status()).isEqualTo(401);

        Visitor.Reply session = teacher.get("/somoim/api/v1/session");

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.body().toString()).containsIgnoringCase("admin");
        assertThat(teacher.get("/somoim/api/v1/admin/statistics").status()).isEqualTo(200);
    }

    @Test
    void aFormOfAForeignPageChangesNothing() throws Exception {
        Visitor.Reply forged = teacher.send(teacher.request("/courses")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("title=forged")));

        assertThat(forged.status()).isEqualTo(415);
        assertThat(titles()).doesNotContain("forged");
    }

    @Test
    void newsComesOnASocketAsSoonAsItIsDelivered() throws Exception {
        JsonNode course = teacher.post("/courses", "{\"title\": \"Chess\"}").body();
        student.post("/courses/" + course.path("id").asLong() + "/members", "{}");
        String group = course.path("groupId").asString();
        var heard = new Heard();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", student.inTheCommunity().authorization())
                .buildAsync(
                        URI.create(
                                "ws://" + nobody.root().getAuthority() + "/community/api/v1/groups/" + group + "/chat"),
                        heard)
                .join();
        assertThat(heard.ready.get(30, TimeUnit.SECONDS)).contains("ready");

        Visitor member = teacher.inTheCommunity();
        String conversation = member.get("/community/api/v1/groups/" + group + "/chat")
                .body()
                .path("id")
                .asString();
        Visitor.Reply said =
                member.post("/community/api/v1/conversations/" + conversation + "/messages", "{\"body\": \"e4\"}");

        assertThat(said.status()).isEqualTo(201);
        assertThat(heard.message.get(30, TimeUnit.SECONDS)).contains("e4");
    }

    @Test
    void theFileIsForItsOwnerOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("data")).toString())
                .doesNotContain("GROUP", "OTHERS");
    }

    private List<String> titles() throws IOException, InterruptedException {
        return teacher.get("/courses").body().findValuesAsString("title");
    }

    private static List<String> groupsOf(Visitor visitor) throws IOException, InterruptedException {
        return visitor.inTheCommunity()
                .get("/community/api/v1/me/groups")
                .body()
                .findValuesAsString("name");
    }

    /** What a socket hears. */
    private static final class Heard implements WebSocket.Listener {
        final CompletableFuture<String> ready = new CompletableFuture<>();
        final CompletableFuture<String> message = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String frame = text.toString();
                text.setLength(0);
                if (!ready.complete(frame)) {
                    message.complete(frame);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
