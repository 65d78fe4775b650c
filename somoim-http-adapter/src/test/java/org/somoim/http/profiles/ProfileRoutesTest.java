package org.somoim.http.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainViews;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.PrivacySettings;

class ProfileRoutesTest {
    private final Community town = new Community();
    private final ProfileRoutes profiles = new ProfileRoutes(town.somoim.profiles(), town.somoim.accounts());
    private final PrivacyRoutes privacy = new PrivacyRoutes(town.somoim.profiles());
    private final Client visitor = Client.of(town.clock, town.ports.transactor(), profiles, privacy);
    private final Actor.Person minji = town.person("민지");
    private final Actor.Person junho = town.person("준호");
    private final Client asMinji = visitor.as(minji.id());
    private final Client asJunho = visitor.as(junho.id());

    @Test
    @Covers({"ACC-7", "PRF-1", "PRF-2", "PRF-3", "PRF-4"})
    void aProfileIsPatched() {
        asMinji.patch(
                        "/me",
                        "{'family_name': '김', 'bio': '등산', 'avatar_url': 'https://example.org/m.png', 'location': '서울',"
                                + " 'interests': ['요리', '등산'], 'expertise': ['SQL']}")
                .ok();
        asMinji.patch("/me", "{'display_name': 'Minji', 'bio': null}").ok();

        Reply me = asMinji.get("/me").ok();
        assertThat(me.at("/email")).isEqualTo("person-1@example.org");
        assertThat(me.at("/profile/display_name")).isEqualTo("Minji");
        assertThat(me.at("/profile/family_name")).isEqualTo("김");
        assertThat(me.at("/profile/avatar_url")).isEqualTo("https://example.org/m.png");
        assertThat(me.at("/profile/location")).isEqualTo("서울");
        assertThat(me.at("/profile/interests/0")).isEqualTo("등산");
        assertThat(me.at("/profile/interests/1")).isEqualTo("요리");
        assertThat(me.at("/profile/expertise/0")).isEqualTo("SQL");
        assertThat(me.at("/profile/standing/experience_level")).isEqualTo("NEWCOMER");
        assertThat(me.at("/profile/standing/reputation_score")).isEqualTo("0");
        assertThat(me.json().at("/profile").has("bio")).isFalse();
    }

    @Test
    @Covers({"PRF-7", "PRF-12"})
    void onePreviewsWhatOthersSee() {
        asMinji.patch("/me", "{'bio': '등산'}").ok();
        asMinji.patch("/me/privacy", "{'profile_visibility': 'GROUPS', 'bio_visibility': 'EVERYONE'}")
                .ok();

        Reply previews = asMinji.get("/me/previews").ok();

        assertThat(previews.at("/0/viewer")).isEqualTo("STRANGER");
        assertThat(previews.json().at("/0").has("sees")).isFalse();
        assertThat(previews.at("/1/viewer")).isEqualTo("FELLOW");
        assertThat(previews.at("/1/sees/bio")).isEqualTo("등산");
        assertThat(previews.json().at("/1/sees").has("location")).isFalse();
        assertThat(previews.at("/2/viewer")).isEqualTo("BLOCKED");
        assertThat(previews.json().at("/2").has("sees")).isFalse();
        visitor.get("/me/previews").refused(401, "access.not-signed-in");
    }

    @Test
    @Covers("ACC-7")
    void whatCannotBeInAProfileIsTurnedDown() {
        asMinji.patch("/me", "{'display_name': null, 'avatar_url': 'javascript:alert(1)', 'location': ''}")
                .faults(
                        "/display_name http.null-field",
                        "/avatar_url profiles.not-a-link",
                        "/location kernel.not-one-line");
        asMinji.patch("/me", "{'interests': ['Hiking', 'hiking']}").refused(422, "profiles.topic-twice");
        asMinji.patch("/me", "{'display_name': '" + "가".repeat(101) + "'}").refused(422, "profiles.name-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me/profile", "/initialize-profile", "/social/initialize-profile"})
    @Covers({"PRF-6", "API-8"})
    void aHostsUserInitializesTheirProfileOnce(String path) {
        var hosted = town.somoim.accounts().open(Actor.host("test"), Email.of("hosted@example.org"));
        Client person = visitor.as(hosted.id());
        person.get("/me").refused(404, "profiles.no-profile");

        assertThat(person.post(path, "{'display_name': '새 사람'}").ok().at("/display_name"))
                .isEqualTo("새 사람");
        assertThat(person.post(path, "{'display_name': 'Another'}").ok().at("/display_name"))
                .isEqualTo("새 사람");
        assertThat(person.get("/me/privacy").ok().at("/profile_visibility")).isEqualTo("NOBODY");
        visitor.post(path, "{'display_name': 'x'}").refused(401, "access.not-signed-in");
    }

    @Test
    @Covers("PRF-7")
    void onlyWhatIsMeantForOneIsShown() {
        String path = "/people/" + minji.id();
        asMinji.patch("/me", "{'bio': '등산', 'location': '서울'}").ok();
        asJunho.get(path).refused(404, "access.not-found");

        asMinji.patch("/me/privacy", "{'profile_visibility': 'EVERYONE', 'bio_visibility': 'EVERYONE'}")
                .ok();

        JsonNode shown = asJunho.get(path).ok().json();
        assertThat(shown.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("user_id", "display_name", "bio");
        visitor.get(path).refused(401, "access.not-signed-in");
    }

    /** Each setting by its own key, so that none is wired to another's field. */
    @Test
    @Covers({"PRF-7", "PRF-8", "PRF-9", "PRF-10", "PRF-11"})
    void everySettingOfTheGuideCanBeSetToEveryChoiceOfTheGuide() {
        for (JsonNode entry : visitor.get("/privacy-guide").ok().json()) {
            String key = entry.path("key").textValue();
            for (JsonNode node : entry.path("choices")) {
                String choice = node.textValue();
                boolean isTruth = choice.equals("true") || choice.equals("false");
                asMinji.patch("/me/privacy", "{'" + key + "': " + (isTruth ? choice : "'" + choice + "'") + "}")
                        .ok();

                assertThat(asMinji.get("/me/privacy").ok().at("/" + key)).isEqualTo(choice);
                PrivacySetting setting = PrivacySetting.valueOf(key.toUpperCase(java.util.Locale.ROOT));
                String kept =
                        switch (choice) {
                            case "true" -> "YES";
                            case "false" -> "NO";
                            default -> choice;
                        };
                assertThat(town.somoim.profiles().settings(minji))
                        .isEqualTo(new PrivacySettings(Map.of(setting, setting.choice(kept))));
            }
            String preset = entry.path("preset").textValue();
            boolean isTruth = preset.equals("true") || preset.equals("false");
            asMinji.patch("/me/privacy", "{'" + key + "': " + (isTruth ? preset : "'" + preset + "'") + "}")
                    .ok();
        }
        assertThat(town.somoim.profiles().settings(minji)).isEqualTo(PrivacySettings.FIRST);
    }

    @Test
    @Covers("PRF-7")
    void whatIsNoSettingOrNoChoiceIsTurnedDown() {
        asMinji.patch("/me/privacy", "{'profile_visibility': 'WORLD', 'share_region': 'yes', 'colour': 1}")
                .refused(422, "http.invalid-body");
        asMinji.patch("/me/privacy", "{'profile_visibility': null}").refused(422, "http.invalid-body");
    }

    @Test
    @Covers({"PRF-16", "API-8"})
    void theGuideIsOpenToVisitorsInBothLanguages() {
        Reply guide = visitor.get("/privacy-guide").ok();

        assertThat(guide.json()).hasSize(PrivacySetting.values().length);
        assertThat(guide.at("/0/key")).isEqualTo("profile_visibility");
        assertThat(guide.at("/0/preset")).isEqualTo("NOBODY");
        assertThat(guide.at("/0/korean")).contains("프로필");
        assertThat(guide.at("/0/english")).contains("profile");
        assertThat(visitor.get("/social/privacy-guide").ok().text()).isEqualTo(guide.text());
    }

    @Test
    @Covers("PRF-12")
    void peopleAreBlockedAndLetBack() {
        asJunho.patch("/me/privacy", "{'profile_visibility': 'EVERYONE'}").ok();

        asMinji.put("/me/blocks/" + junho.id()).ok(204);
        asMinji.put("/me/blocks/" + junho.id()).ok(204);
        assertThat(asMinji.get("/me/blocks").ok().at("/0/display_name")).isEqualTo("준호");
        assertThat(asMinji.get("/me/blocks").ok().json()).hasSize(1);
        assertThat(asJunho.get("/me/blocks").ok().json()).isEmpty();
        asMinji.get("/people/" + junho.id()).refused(404, "access.not-found");
        asJunho.get("/people/" + minji.id()).refused(404, "access.not-found");

        asMinji.delete("/me/blocks/" + junho.id()).ok(204);
        asMinji.get("/people/" + junho.id()).ok();
        asMinji.put("/me/blocks/" + minji.id()).refused(422, "profiles.not-oneself");
        asMinji.put("/me/blocks/no-id").refused(404, "access.not-found");
    }

    @Test
    @Covers("PRF-13")
    void wordsAreMutedAndUnmuted() {
        asMinji.post("/me/muted-keywords", "{'keyword': '코인/Bit'}").ok(204);
        asMinji.post("/me/muted-keywords", "{'keyword': 'spoiler'}").ok(204);
        assertThat(keywords()).containsExactly("spoiler", "코인/bit");

        asMinji.delete("/me/muted-keywords?keyword=%EC%BD%94%EC%9D%B8%2FBIT").ok(204);
        assertThat(keywords()).containsExactly("spoiler");
        asMinji.delete("/me/muted-keywords").refused(422, "http.bad-parameter");
    }

    private List<String> keywords() {
        List<String> keywords = new ArrayList<>();
        asMinji.get("/me/muted-keywords")
                .ok()
                .json()
                .forEach(node -> keywords.add(node.path("keyword").textValue()));
        return keywords;
    }

    @Test
    @Covers("ARC-5")
    void viewsArePlain() {
        assertThat(PlainViews.violations(profiles.routes())).isEmpty();
        assertThat(PlainViews.violations(privacy.routes())).isEmpty();
    }
}
