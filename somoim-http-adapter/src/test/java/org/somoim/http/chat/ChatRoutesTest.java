package org.somoim.http.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.http.Api;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.testing.Reply;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

@Covers({"CHT-1", "CHT-5", "CHT-6", "API-1"})
class ChatRoutesTest {
    private final Community town = new Community();
    private final Actor.Person owner = town.person("소유자");
    private final Group group = town.openGroup(owner);
    private final Actor.Person minji = town.memberOf(group);
    private final Client nobody = Client.of(
            town.clock,
            town.somoim.transactor(),
            Api.capabilities(town.somoim, new PlainTokens(), town.clock).toArray(Routes[]::new));
    private final Client asMinji = nobody.as(minji.id());
    private final Client asOwner = nobody.as(owner.id());
    private final String chat = "/conversations/" + group.id();

    private String said(String words) {
        return asMinji.post(chat + "/messages", "{'body':'" + words + "'}")
                .json()
                .path("id")
                .asText();
    }

    @Test
    void whatIsSaidCanBeReadAndReadOnFrom() {
        Reply made = asMinji.post(chat + "/messages", "{'body':'안녕 👋🏽'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("number").asInt()).isEqualTo(1);
        assertThat(made.json().path("is_edited").asBoolean()).isFalse();
        assertThat(made.json().path("sender").path("id").asText())
                .isEqualTo(minji.id().toString());
        said("둘");
        said("셋");

        Reply page = asOwner.get(chat + "/messages?limit=2");
        assertThat(page.json())
                .extracting(message -> message.path("body").asText())
                .containsExactly("셋", "둘");
        assertThat(page.header("Link").orElse("")).contains("cursor=");
        Reply changes = asOwner.get(chat + "/changes?after=1&limit=1");
        assertThat(changes.json().path("messages").get(0).path("body").asText()).isEqualTo("둘");
        assertThat(changes.json().path("up_to").asInt()).isEqualTo(2);
        assertThat(changes.json().path("latest").asInt()).isEqualTo(3);
    }

    @Test
    @Covers("CHT-3")
    void whatIsEditedBearsAMarkAndWhatIsDeletedKeepsItsPlace() {
        String one = said("helo");
        Reply edited = asMinji.patch("/messages/" + one, "{'body':'hello'}");
        assertThat(edited.json().path("is_edited").asBoolean()).isTrue();
        assertThat(asOwner.patch("/messages/" + one, "{'body':'mine'}").status())
                .isEqualTo(403);
        Reply reactions = asOwner.put("/messages/" + one + "/reactions/LOVE");
        assertThat(reactions.json().get(0).path("count").asInt()).isEqualTo(1);
        assertThat(asOwner.delete("/messages/" + one + "/reactions/LOVE").json())
                .isEmpty();
        assertThat(asOwner.put("/messages/" + one + "/reactions/HATE").status()).isEqualTo(404);

        assertThat(asOwner.delete("/messages/" + one).status()).isEqualTo(204);

        Reply history = asMinji.get(chat + "/messages");
        assertThat(history.json().get(0).path("is_gone").asBoolean()).isTrue();
        assertThat(history.json().get(0).has("body")).isFalse();
        assertThat(history.json().get(0).has("sender")).isFalse();
        assertThat(asMinji.get("/messages/" + one).status()).isEqualTo(404);
    }

    @Test
    @Covers("CHT-2")
    void aMessageThatIsTooLongIsRefused() {
        Reply reply = asMinji.post(chat + "/messages", "{'body':'" + "가".repeat(2001) + "'}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("code").asText()).isEqualTo("chat.too-long");
    }

    @Test
    void whatIsUnreadIsCountedAndMarked() {
        said("one");
        said("two");

        assertThat(asOwner.get("/me/conversations").json().get(0).path("unread").asInt())
                .isEqualTo(2);
        Reply read = asOwner.put(chat + "/read", "{'number':2}");
        assertThat(read.json().path("unread").asInt()).isZero();
        assertThat(read.json().path("read_up_to").asInt()).isEqualTo(2);
        assertThat(asOwner.put(chat + "/read", "{'number':3}").status()).isEqualTo(422);
    }

    @Test
    void twoPeopleHaveOneConversation() {
        Reply opened = asMinji.put("/people/" + owner.id() + "/conversation");
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.json().path("partner").path("name").asText()).isEqualTo("소유자");
        String between = opened.json().path("id").asText();
        asMinji.post("/conversations/" + between + "/messages", "{'body':'hi'}");

        assertThat(asOwner.get("/conversations/" + between + "/messages").json())
                .hasSize(1);
        Client asStranger = nobody.as(town.memberOf(group).id());
        assertThat(asStranger.get("/conversations/" + between + "/messages").status())
                .isEqualTo(404);
    }

    @Test
    @Covers("API-6")
    void theOlderPathShowsTheSameConversation() {
        Reply canonical = asMinji.get("/groups/" + group.id() + "/chat");
        for (Client client : new Client[] {asMinji, asMinji.atRoot()}) {
            Reply older = client.get("/group/chat/ws?groupID=" + group.id());
            assertThat(older.status()).isEqualTo(200);
            assertThat(older.json()).isEqualTo(canonical.json());
        }
        assertThat(asMinji.get("/group/chat/ws").status()).isEqualTo(422);
    }
}
