package org.somoim.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.http.Api;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.memory.Community;

@Covers({"DAT-9", "API-1"})
class IdempotentCallTest {
    private final Community town = new Community();
    private final Actor.Person minji = town.person();
    private final Client client =
            Client.of(Api.of(town.somoim, new PlainTokens(), town.clock)).as(minji.id());
    private final Client keyed = client.with("Idempotency-Key", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");

    @Test
    void aPostThatIsSentAgainIsThereOnceAndAnsweredAlike() {
        Group group = town.openGroup(minji);
        String path = "/groups/" + group.id() + "/posts";
        Reply first = keyed.post(path, "{'body': '잘 다녀왔어요'}").ok(201);
        Reply again = keyed.post(path, "{'body': '잘 다녀왔어요'}").ok(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(town.somoim
                        .posts()
                        .inGroup(minji, group.id(), Page.Ask.first())
                        .items())
                .hasSize(1);
        client.post(path, "{'body': '잘 다녀왔어요'}").ok(201);
        assertThat(town.somoim
                        .posts()
                        .inGroup(minji, group.id(), Page.Ask.first())
                        .items())
                .hasSize(2);
    }

    @Test
    void theSameKeyWithoutQuotationMarksIsTheSameAndWithAnotherBodyAMistake() {
        keyed.post("/groups", "{'name': '북한산 산책'}").ok(201);
        client.with("Idempotency-Key", "8e03978e-40d5-43dd-bc93-6894a57f9324")
                .post("/groups", "{'name': '북한산 산책'}")
                .ok(201);
        keyed.post("/groups", "{'name': '다른 산책'}").refused(409, "idempotency.key-used-for-something-else");
        client.with("Idempotency-Key", "two words")
                .post("/groups", "{'name': 'x'}")
                .refused(422, "idempotency.not-a-key");

        assertThat(town.somoim.groups().mine(minji, Page.Ask.first()).items()).hasSize(1);
    }

    @Test
    void aSecretThatWasShownOnceIsNotShownAgainAndNothingIsMadeTwice() {
        Group group = town.openGroup(minji);
        String path = "/groups/" + group.id() + "/invites/link";
        assertThat(keyed.post(path, "{'max_uses': 2}").ok(201).text()).contains("secret");
        Reply again = keyed.post(path, "{'max_uses': 2}").ok(201);

        assertThat(again.text()).doesNotContain("secret");
        assertThat(again.header("Location")).isPresent();
        assertThat(town.somoim
                        .invites()
                        .list(minji, group.id(), Page.Ask.first())
                        .items())
                .hasSize(1);
    }

    @Test
    void whatWasTurnedDownIsTriedAnew() {
        Actor.Person owner = town.person();
        Group group = town.openGroup(owner);
        String path = "/groups/" + group.id() + "/posts";
        keyed.post(path, "{'body': '안녕'}").refused(403, "access.not-allowed");
        town.somoim.memberships().join(minji, group.id());

        keyed.post(path, "{'body': '안녕'}").ok(201);
    }

    @Test
    void whatWasMadeAndIsGoneIsNotMadeAgain() {
        Reply made = keyed.post("/groups", "{'name': '북한산 산책'}").ok(201);
        town.somoim.groups().delete(minji, Id.of(made.at("/id")));
        Reply again = keyed.post("/groups", "{'name': '북한산 산책'}").ok(201);

        assertThat(again.text()).isEmpty();
        assertThat(again.header("Location")).isEqualTo(made.header("Location"));
    }
}
