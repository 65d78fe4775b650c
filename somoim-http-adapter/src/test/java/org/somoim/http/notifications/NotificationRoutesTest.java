package org.somoim.http.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.profiles.Audience;
import org.somoim.profiles.PrivacySetting;

class NotificationRoutesTest {
    private final Community town = new Community();
    private final Actor.Person sumi = town.person("수미");
    private final Actor.Person minsu = town.person("민수");
    private final Client visitor = Client.of(
            town.clock,
            town.ports.transactor(),
            new NotificationRoutes(town.somoim.notifications(), town.somoim.profiles()));
    private final Client asSumi = visitor.as(sumi.id());
    private final Client asMinsu = visitor.as(minsu.id());
    private Post post;

    @BeforeEach
    void openSumisPage() {
        town.somoim.profiles().changeSettings(sumi, Map.of(PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE));
        post = town.somoim.posts().writeOnPage(sumi, Draft.of(Prose.of("안녕하세요")));
    }

    private void comment() {
        town.somoim.comments().write(minsu, post.id(), Prose.of("반가워요"));
        town.somoim.deliver();
    }

    @Test
    @Covers("NTF-1")
    void aNotificationHasTypeDataAndState() {
        comment();
        Reply page = asSumi.get("/notifications").ok();

        assertThat(page.at("/0/type")).isEqualTo("posts.page-commented");
        assertThat(page.at("/0/user_id")).isEqualTo(sumi.id().toString());
        assertThat(page.at("/0/is_read")).isEqualTo("false");
        assertThat(page.at("/0/created_at")).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(page.at("/0/data/page_of")).isEqualTo(sumi.id().toString());
        assertThat(page.at("/0/data/thread")).isEqualTo(post.id().toString());
        assertThat(page.at("/0/data/by")).isEqualTo(minsu.id().toString());
        assertThat(page.at("/0/data/by_name")).isEqualTo("민수");
        assertThat(page.at("/0/data/count")).isEqualTo("1");
        assertThat(page.json().at("/0/data").has("group")).isFalse();
        assertThat(asMinsu.get("/notifications").ok().json()).isEmpty();
    }

    @Test
    @Covers("NTF-5")
    void oneIsReadAndStaysRead() {
        comment();
        String id = asSumi.get("/notifications?unread=true").ok().at("/0/id");
        assertThat(asSumi.get("/notifications/unread-count").ok().at("/unread")).isEqualTo("1");

        asMinsu.put("/notifications/" + id + "/read").refused(404, "access.not-found");
        assertThat(asSumi.put("/notifications/" + id + "/read").ok().at("/is_read"))
                .isEqualTo("true");
        asSumi.put("/notifications/" + id + "/read").ok();
        assertThat(asSumi.get("/notifications/unread-count").ok().at("/unread")).isEqualTo("0");
        assertThat(asSumi.get("/notifications?unread=true").ok().json()).isEmpty();
        assertThat(asSumi.get("/notifications").ok().json()).hasSize(1);
    }

    @Test
    @Covers("NTF-5")
    void everythingUpToAnInstantIsRead() {
        comment();
        town.clock.advance(Duration.ofHours(1));
        comment();

        asSumi.post("/notifications/read-all", "{'up_to': '2026-03-02T12:30:00Z'}")
                .ok(204);
        assertThat(asSumi.get("/notifications/unread-count").ok().at("/unread")).isEqualTo("1");
        asSumi.post("/notifications/read-all", "{}").ok(204);
        assertThat(asSumi.get("/notifications/unread-count").ok().at("/unread")).isEqualTo("0");
    }

    @Test
    void pagesLeadOn() {
        comment();
        town.clock.advance(Duration.ofHours(1));
        comment();
        Reply first = asSumi.get("/notifications?limit=1").ok();
        Reply second = asSumi.get(first.next().orElseThrow()).ok();

        assertThat(first.at("/0/created_at")).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(second.at("/0/created_at")).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void oneIsRemovedByItsReaderOnly() {
        comment();
        String id = asSumi.get("/notifications").ok().at("/0/id");

        asMinsu.delete("/notifications/" + id).refused(404, "access.not-found");
        asSumi.delete("/notifications/" + id).ok(204);
        asSumi.delete("/notifications/" + id).refused(404, "access.not-found");
        assertThat(asSumi.get("/notifications").ok().json()).isEmpty();
    }

    @Test
    void aKindIsTurnedOffAndOn() {
        asSumi.delete("/me/notification-preferences/posts.page-commented").ok(204);
        comment();
        assertThat(asSumi.get("/notifications").ok().json()).isEmpty();
        assertThat(asSumi.get("/me/notification-preferences").ok().json().findValuesAsText("is_on"))
                .contains("false", "true");

        asSumi.put("/me/notification-preferences/posts.page-commented").ok(204);
        comment();
        assertThat(asSumi.get("/notifications").ok().json()).hasSize(1);
    }

    @Test
    void preferencesSayWhatIsWrong() {
        asSumi.delete("/me/notification-preferences/posts.unheard-of").refused(422, "notifications.no-such-kind");
        asSumi.delete("/me/notification-preferences/posts.commented/groups/" + post.id())
                .refused(404, "access.not-found");
        asSumi.put("/me/muted-groups/" + post.id()).refused(404, "access.not-found");
        asSumi.delete("/me/muted-groups/" + post.id()).ok(204);
    }

    @Test
    @Covers("ACC-13")
    void visitorsAreAskedToSignIn() {
        visitor.get("/notifications").refused(401, "access.not-signed-in");
        visitor.get("/notifications/unread-count").refused(401, "access.not-signed-in");
        visitor.get("/me/notification-preferences").refused(401, "access.not-signed-in");
    }
}
