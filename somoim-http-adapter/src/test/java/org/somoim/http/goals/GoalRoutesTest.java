package org.somoim.http.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.Api;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

@Covers({"GOL-7", "API-4"})
class GoalRoutesTest {
    private static final String EVERYTHING = "{'goal_category': 'HOME', 'target_amount': 350000000,"
            + " 'current_progress_percentage': 47, 'age': 34, 'yearly_income': 52000000, 'place': 'incheon'}";

    private final Community town = new Community();
    private final Client visitor = Client.of(Api.of(town.somoim, new PlainTokens(), town.clock));
    private final Actor.Person minji = town.person("김민지");
    private final Client asMinji = visitor.as(minji.id());
    private final Client asJunho = visitor.as(town.person("준호").id());

    private void allowEverything() {
        asMinji.patch(
                        "/me/privacy",
                        "{'goal_sharing_level': 'STORY', 'share_goal_amounts': true, 'share_age_range': true,"
                                + " 'share_income_range': true, 'share_region': true}")
                .ok();
    }

    private String shared() {
        return asMinji.post("/me/goal-shares", EVERYTHING).ok(201).at("/share/id");
    }

    private void nextDay() {
        town.clock.advance(Duration.ofDays(1));
        town.somoim.tick();
    }

    @Test
    @Covers({"GOL-1", "GOL-2", "GOL-3", "PRF-8"})
    void aGoalIsSharedAsRangesFromTheNextDayOn() {
        asMinji.post("/me/goal-shares", EVERYTHING).refused(409, "goals.sharing-is-off");
        allowEverything();
        String id = shared();
        asJunho.get("/goal-shares/" + id).refused(404, "access.not-found");
        nextDay();

        Reply seen = asJunho.get("/goal-shares?category=HOME&target=400000000&age=THIRTIES&area=capital&reached=false")
                .ok();
        assertThat(seen.at("/0/id")).isEqualTo(id);
        assertThat(seen.at("/0/target_amount_range/low")).isEqualTo("200000000");
        assertThat(seen.at("/0/target_amount_range/high")).isEqualTo("500000000");
        assertThat(seen.at("/0/target_amount_range/currency")).isEqualTo("KRW");
        assertThat(seen.at("/0/current_progress_percentage")).isEqualTo("40");
        assertThat(seen.at("/0/user_age_group/group")).isEqualTo("THIRTIES");
        assertThat(seen.at("/0/user_income_range/low")).isEqualTo("50000000");
        assertThat(seen.at("/0/user_location_region")).isEqualTo("capital");
        assertThat(seen.at("/0/shared_on")).isEqualTo("2026-03-03");
        assertThat(seen.text())
                .doesNotContain("350000000")
                .doesNotContain("52000000")
                .doesNotContain("incheon")
                .doesNotContain(minji.id().toString())
                .doesNotContain("민지");
        assertThat(asJunho.get("/goal-shares?target=lots")
                        .refused(422, "goals.no-such-amount")
                        .status())
                .isEqualTo(422);
        assertThat(asJunho.get("/goal-shares?category=CAR").ok().text()).isEqualTo("[]");
    }

    @Test
    @Covers({"GOL-4", "GOL-8"})
    void aStoryIsPublishedAsItsPreviewShowsItAndInNoOtherWay() {
        allowEverything();
        String path = "/me/goal-shares/" + shared();
        String raw = "{'goal_title': '김민지의 전세금', 'goal_description':"
                + " '문의는 minji.kim@example.org 또는 010-1234-5678', 'tags': ['전세', 'a@b.kr']}";
        Reply preview = asMinji.post(path + "/story/preview", raw).ok();
        assertThat(preview.at("/story/goal_title")).doesNotContain("민지");
        assertThat(preview.at("/story/goal_description")).doesNotContain("example.org");
        assertThat(preview.at("/story/tags/0")).isEqualTo("전세");
        assertThat(preview.text()).doesNotContain("a@b.kr").contains("\"kind\":\"EMAIL\"");

        asMinji.put(path + "/story", "{'story': " + raw + ", 'proof': '" + preview.at("/proof") + "'}")
                .refused(409, "goals.not-previewed");
        String shown = "{'story': {'goal_title': '" + preview.at("/story/goal_title") + "', 'goal_description': '"
                + preview.at("/story/goal_description") + "', 'tags': ['전세']}, 'proof': '" + preview.at("/proof")
                + "'}";
        asMinji.put(path + "/story", shown).ok();
        nextDay();
        Reply seen = asJunho.get("/goal-shares?tag=%EC%A0%84%EC%84%B8").ok();
        assertThat(seen.at("/0/goal_title")).isEqualTo(preview.at("/story/goal_title"));
        assertThat(seen.text()).doesNotContain("민지").doesNotContain("example.org");
    }

    @Test
    @Covers("GOL-5")
    void othersCheerAndAreCountedTheNextDay() {
        allowEverything();
        String id = shared();
        nextDay();
        asJunho.put("/goal-shares/" + id + "/inspiration").ok(204);
        asJunho.put("/goal-shares/" + id + "/like").ok(204);
        asJunho.delete("/goal-shares/" + id + "/like").ok(204);
        assertThat(asJunho.get("/goal-shares/" + id).ok().at("/inspiration_votes"))
                .isEqualTo("0");
        assertThat(asJunho.get("/goal-shares/" + id).ok().at("/given/0")).isEqualTo("INSPIRED");
        nextDay();
        assertThat(asMinji.get("/goal-shares/" + id).ok().at("/inspiration_votes"))
                .isEqualTo("1");
        assertThat(asMinji.get("/goal-shares/" + id).ok().at("/likes_count")).isEqualTo("0");
        town.somoim.deliver();
        Reply told = asMinji.get("/notifications").ok();
        assertThat(told.at("/0/type")).isEqualTo("goals.new-inspiration-on-goal");
        assertThat(told.text()).doesNotContain(id);
    }

    @Test
    void theOldPathsLeadToTheSame() {
        allowEverything();
        String id = asMinji.post("/social/goal-sharing/", EVERYTHING).ok(201).at("/share/id");
        assertThat(asMinji.get("/social/goal-sharing/" + id).ok().text())
                .isEqualTo(asMinji.get("/me/goal-shares/" + id).ok().text());
        asMinji.put("/social/goal-sharing/" + id, "{'goal_category': 'CAR'}").ok();
        nextDay();
        assertThat(asJunho.get("/social/goal-sharing/inspiration").ok().text())
                .isEqualTo(asJunho.get("/goal-shares").ok().text());
        assertThat(asJunho.get("/social/goal-sharing/inspiration").ok().at("/0/goal_category"))
                .isEqualTo("CAR");
        asJunho.get("/social/goal-sharing/" + id).refused(404, "access.not-found");
        asMinji.delete("/social/goal-sharing/" + id).ok(204);
        assertThat(asJunho.get("/goal-shares").ok().text()).isEqualTo("[]");
    }

    @Test
    @Covers({"GOL-7", "GOL-8"})
    void aShareThatIsSentAgainIsThereOnceAndNothingIsRememberedOfWhoseItIs() {
        allowEverything();
        Client keyed = asMinji.with("Idempotency-Key", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
        Reply first = keyed.post("/me/goal-shares", EVERYTHING).ok(201);
        Reply again = keyed.post("/me/goal-shares", EVERYTHING).ok(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(town.somoim.goalShares().mine(minji)).hasSize(1);
        assertThat(town.ports.doneCalls().of(minji.id())).isEmpty();
        keyed.post("/me/goal-shares", "{'goal_category': 'CAR'}")
                .refused(409, "idempotency.key-used-for-something-else");
    }

    @Test
    @Covers("GOL-9")
    void templatesAndTermsAreOpenToAll() {
        assertThat(visitor.get("/goal-templates").ok().at("/0/korean/title")).isEqualTo("석 달 생활비 모으기");
        assertThat(visitor.get("/goal-terms").ok().at("/areas/0/korean")).isEqualTo("수도권");
        visitor.get("/goal-shares").refused(401, "access.not-signed-in");
    }

    @Test
    @Covers("TST-3")
    void hostileTextIsTurnedDownOrComesBackAsItIs() {
        allowEverything();
        String path = "/me/goal-shares/" + shared();
        for (String title : new String[] {
            "<script>alert(1)</script>",
            "'; drop table somoim_goal_shares; --".replace("'", "\\u0027"),
            "%00%s${x}",
            "가".repeat(100)
        }) {
            asMinji.post(path + "/story/preview", "{'goal_title': '" + title + "'}")
                    .ok();
        }
        asMinji.post(path + "/story/preview", "{'goal_title': '" + "가".repeat(101) + "'}")
                .refused(422, "goals.title-too-long");
        asMinji.post(path + "/story/preview", "{'goal_title': '\\u202e'}").refused(422, "http.invalid-body");
        asMinji.post("/me/goal-shares", "{'goal_category': 'HOME', 'target_amount': -1}")
                .refused(422, "goals.no-such-amount");
        asMinji.post("/me/goal-shares", "{'goal_category': 'HOME', 'age': 1000}")
                .refused(422, "goals.no-such-age");
    }
}
