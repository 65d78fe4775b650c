package org.somoim.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.http.live.LiveHub;
import org.somoim.http.live.SignIn;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.http.wire.Json;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.metrics.Metrics;
import org.somoim.sessions.AccessTokens;
import org.somoim.sessions.AccessTokens.Holder;
import org.somoim.sessions.Sessions;

@Covers({"CHT-5", "ACC-13", "SEC-3"})
class SocketDoorTest {
    private final Community town = new Community();
    private final Somoim somoim = town.somoim;
    private final Actor.Person owner = town.person();
    private final Group group = town.openGroup(owner);
    private final Actor.Person jun = town.memberOf(group);
    private final AccessTokens tokens = new JwtAccessTokens(
            town.ports.ids(),
            new JwtAccessTokens.Terms("https://t.example", "t", Duration.ofMinutes(15)),
            List.of(JwtAccessTokens.Key.shared(new Word("k"), new byte[32])));
    private final LiveHub hub = new LiveHub(somoim.fanOut(), Runnable::run, town.clock, Metrics.none());
    private final SocketDoor door = new SocketDoor(
            new Surroundings(
                    Authenticator.of(tokens, somoim.sessions()), town.clock, somoim.transactor(), somoim::deliver),
            hub,
            Set.of("https://app.example.org"),
            Api.sockets(somoim));
    private final Sessions.Opened session = somoim.sessions().open(jun, null);
    private final String token = tokens.issue(
                    new Holder(jun.id(), session.session().id()), town.clock.instant())
            .token()
            .value();

    private Admission knock(String path, Map<String, String> headers) {
        return knock(path, null, headers);
    }

    private Admission knock(String path, String query, Map<String, String> headers) {
        var all = new TreeMap<>(headers);
        all.put("Host", "town.example:8080");
        all.put("Upgrade", "websocket");
        var call = new Call("GET", path, query, all, new byte[0], "192.0.2.1", "");
        assertThat(SocketDoor.isMeant(call)).isTrue();
        return door.admit(call);
    }

    private String chat() {
        return "/api/v1/groups/" + group.id() + "/chat";
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static void assertTurnedDown(String code, Admission admission) {
        assertThat(admission).isInstanceOf(Admission.TurnedDown.class);
        byte[] body = ((Admission.TurnedDown) admission).answer().body();
        assertThat(Json.read(body).path("code").asText()).isEqualTo(code);
    }

    @Test
    void aProgramBringsItsTokenInAHeader() {
        var welcome = (Admission.Welcome) knock(chat(), bearer());

        assertThat(welcome.person()).isEqualTo(jun.id());
        assertThat(welcome.feed().channel().value()).isEqualTo(group.id().value());
        assertThat(welcome.protocol()).isNull();
    }

    @Test
    void aPageBringsItAsASubprotocolAndIsNotSentItBack() {
        var offered = Map.of("Sec-WebSocket-Protocol", "somoim.v1, bearer." + token);

        var welcome = (Admission.Welcome) knock(chat(), offered);

        assertThat(welcome.protocol()).isEqualTo("somoim.v1");
        assertTurnedDown("access.not-signed-in", knock(chat(), Map.of("Sec-WebSocket-Protocol", "somoim.v1")));
    }

    @Test
    void aTokenInTheAddressIsNoToken() {
        assertTurnedDown("access.not-signed-in", knock(chat(), "access_token=" + token, Map.of()));
        assertTurnedDown("access.not-signed-in", knock(chat(), "token=" + token, Map.of()));
    }

    @Test
    void aBadOrSpentTokenIsTurnedDown() {
        assertTurnedDown("http.bad-token", knock(chat(), Map.of("Authorization", "Bearer nonsense")));
        var welcome = (Admission.Welcome) knock(chat(), bearer());
        assertThat(welcome.signIn().isGood()).isTrue();

        somoim.sessions().end(jun, session.session().id());
        assertThat(welcome.signIn().isGood()).isFalse();
        assertTurnedDown("http.bad-token", knock(chat(), bearer()));
    }

    @Test
    void ofManyWhoAreAskedAfterAtOnceEachIsGoodByThemself() {
        Actor.Person minji = town.memberOf(group);
        Sessions.Opened minjis = somoim.sessions().open(minji, null);
        String other = tokens.issue(new Holder(minji.id(), minjis.session().id()), town.clock.instant())
                .token()
                .value();
        SignIn juns = ((Admission.Welcome) knock(chat(), bearer())).signIn();
        SignIn theirs = ((Admission.Welcome) knock(chat(), Map.of("Authorization", "Bearer " + other))).signIn();
        SignIn ended = () -> false;
        Set<SignIn> all = Set.of(juns, theirs, ended);
        assertThat(juns.good(all)).containsExactlyInAnyOrder(juns, theirs);

        somoim.sessions().end(minji, minjis.session().id());
        assertThat(juns.good(all)).containsExactly(juns);
        town.clock.advance(Duration.ofMinutes(16));
        assertThat(juns.good(all)).isEmpty();
    }

    @Test
    void aTokenThatRunsOutIsNoticedByTheSameQuestion() {
        var welcome = (Admission.Welcome) knock(chat(), bearer());
        town.clock.advance(Duration.ofMinutes(16));

        assertThat(welcome.signIn().isGood()).isFalse();
    }

    @Test
    void aPageFromElsewhereOpensNothing() {
        for (String origin : List.of(
                "https://evil.example",
                "null",
                "https://town.example",
                "https://town.example:8080.evil.example",
                "https://app.example.org.evil.example",
                "http://app.example.org",
                "://")) {
            var headers = new TreeMap<>(bearer());
            headers.put("Origin", origin);
            assertTurnedDown("http.foreign-origin", knock(chat(), headers));
        }
        for (String origin :
                List.of("http://town.example:8080", "https://TOWN.example:8080", "https://app.example.org")) {
            var headers = new TreeMap<>(bearer());
            headers.put("Origin", origin);
            assertThat(knock(chat(), headers)).isInstanceOf(Admission.Welcome.class);
        }
    }

    @Test
    void whoMayNotReadIsToldTheSameAsOfWhatIsNotThere() {
        var stranger = Map.of(
                "Authorization",
                "Bearer "
                        + tokens.issue(new Holder(town.person().id(), null), town.clock.instant())
                                .token()
                                .value());

        assertTurnedDown("access.not-found", knock(chat(), stranger));
        assertTurnedDown("access.not-found", knock("/api/v1/groups/" + owner.id() + "/chat", stranger));
        assertTurnedDown("kernel.not-an-id", knock("/api/v1/groups/1/chat", bearer()));
    }

    @Test
    @Covers({"API-6", "NTF-6"})
    void theOlderPathsLeadToTheSame() {
        for (String path : List.of("/group/chat/ws", "/api/v1/group/chat/ws")) {
            var welcome = (Admission.Welcome) knock(path, "groupID=" + group.id(), bearer());
            assertThat(welcome.feed().channel().value()).isEqualTo(group.id().value());
        }
        assertTurnedDown("http.bad-parameter", knock("/group/chat/ws", bearer()));
        var own = (Admission.Welcome) knock("/ws/" + jun.id(), bearer());
        assertThat(own.feed().channel()).isEqualTo(jun.id());
        assertTurnedDown("access.not-found", knock("/ws/" + owner.id(), bearer()));
        assertThat(knock("/api/v1/me/live", bearer())).isInstanceOf(Admission.Welcome.class);
    }

    @Test
    void thereAreNoSocketsElsewhere() {
        assertTurnedDown("http.no-such-route", knock("/api/v1/groups", bearer()));
        assertTurnedDown("http.bad-path", knock("/api/v1/../x", bearer()));
        assertThat(SocketDoor.isMeant(new Call("GET", "/", null, Map.of(), new byte[0], "", "")))
                .isFalse();
        assertThat(SocketDoor.isMeant(new Call("POST", "/", null, Map.of("Upgrade", "websocket"), new byte[0], "", "")))
                .isFalse();
    }

    @Test
    void nothingOfTheTokenIsInWhatIsTurnedDown() {
        var answer = ((Admission.TurnedDown) knock(chat() + "x", bearer())).answer();

        assertThat(new String(answer.whole(), StandardCharsets.UTF_8)).doesNotContain(token);
    }
}
