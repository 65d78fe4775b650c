package org.somoim.http.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;
import org.somoim.personaldata.Life;
import org.somoim.posts.Post;

/** Export and erasure over HTTP. */
class PersonalDataRoutesTest {
    private final Community town = new Community();
    private final Life life = new Life(town, "나의.mine");
    private final Client visitor = Client.of(
            town.clock,
            town.ports.transactor(),
            new PersonalDataRoutes(town.somoim.personalData(), town.somoim.passwords()));
    private final Client client = visitor.as(life.person.id());
    private final String password = Community.PASSWORD.value();

    @Test
    @Covers("PRF-14")
    void anExportIsOneDocumentWithASectionForEachCapability() {
        Reply export = client.get("/me/export").ok();

        assertThat(export.header("Content-Type")).contains("application/json");
        assertThat(export.header("Content-Disposition")).contains("attachment; filename=\"export.json\"");
        assertThat(export.header("Cache-Control")).contains("no-store");
        List<String> sections = StreamSupport.stream(
                        export.json().at("/sections").spliterator(), false)
                .map(section -> section.get("about").textValue())
                .toList();
        assertThat(sections)
                .doesNotHaveDuplicates()
                .contains("accounts", "sessions", "identities", "profiles", "groups", "posts", "notifications");
        assertThat(export.text()).contains(life.signs()).doesNotContain("friend", "password_hash");
        assertThat(export.text()).contains("\"kind\":\"post_revisions\"");
    }

    @Test
    @Covers("ACC-8")
    void whoProvesWhoTheyAreIsErased() {
        client.post("/me/erasure", "{}").refused(403, "accounts.wrong-password");
        client.post("/me/erasure", "{'password': 'not this one'}").refused(403, "accounts.wrong-password");
        client.post("/me/erasure", "{'password': '%s', 'keep': ['letters']}".formatted(password))
                .refused(422, "personaldata.no-such-kind");
        assertThat(client.get("/me/erasure").ok().json()).isEmpty();

        Reply begun = client.post("/me/erasure", "{'password': '%s', 'keep': ['posts']}".formatted(password))
                .ok(202);

        assertThat(begun.at("/state")).isEqualTo("FINISHED");
        assertThat(client.get("/me/erasure").ok().at("/0/erasure_id")).isEqualTo(begun.at("/erasure_id"));
        assertThat(visitor.get("/erasures?erasure=" + begun.at("/erasure_id"))
                        .ok()
                        .at("/0/state"))
                .isEqualTo("FINISHED");
        assertThat(visitor.get("/erasures").ok().json()).isEmpty();
        client.get("/me/export").refused(401, "access.account-closed");
        Post kept = town.somoim.posts().get(life.friend, life.unanswered.id()).post();
        assertThat(kept.body()).isEqualTo(life.unanswered.body());
    }

    @Test
    void thoseWhoRunTheCommunitySeeWhatIsNotFinished() {
        Actor.Person admin = town.admin();

        assertThat(visitor.as(admin.id()).get("/admin/erasures").ok().json()).isEmpty();
        client.get("/admin/erasures").refused(403, "access.not-allowed");
        assertThat(Stream.of(visitor.get("/me/export"), visitor.get("/me/erasure")))
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(401));
    }
}
