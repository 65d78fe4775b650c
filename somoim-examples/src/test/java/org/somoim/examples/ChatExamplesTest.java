package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.chat.Chat;
import org.somoim.chat.Entry;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.sessions.AccessTokens;
import org.somoim.sqlite.Sqlite;
import org.somoim.uuid.UuidIds;

class ChatExamplesTest {

    @TempDir
    Path folder;

    private Somoim somoim;
    private Id<User> minji;
    private Id<User> junho;
    private Id<Group> group;

    @BeforeEach
    void gather() {
        somoim = Sqlite.open(folder);
        minji = person("minji");
        junho = person("junho");
        group = somoim.groups()
                .create(Actor.person(minji), NewGroup.of(Group.Kind.SOCIAL, Line.of("등산")))
                .id();
        somoim.memberships().join(Actor.person(junho), group);
    }

    @AfterEach
    void close() {
        somoim.close();
    }

    private Id<User> person(String name) {
        var wanted = new NewAccount(Email.of(name + "@example.org"), Password.of("hills and rivers"), Line.of(name));
        return somoim.accounts().open(Actor.host("scene"), wanted).id();
    }

    private Chat.Changes chat() {
        return Chatting.chat(somoim, Actor.person(minji), Actor.person(junho), junho, group);
    }

    @Test
    @Covers({"CHT-1", "CHT-6"})
    void twoTalkInTheirGroupAndAlone() {
        assertThat(chat().entries()).extracting(Entry::number).containsExactly(1L, 2L);
    }

    @Test
    @Covers("CHT-5")
    void whoeverListensHearsIt() throws Exception {
        var clock = InstantSource.system();
        var tokens = new JwtAccessTokens(
                new UuidIds(clock, new SecureRandom()),
                new JwtAccessTokens.Terms("town", "town", Duration.ofMinutes(15)),
                List.of(JwtAccessTokens.Key.shared(new Word("first"), new byte[32])));
        var session = somoim.sessions().open(Actor.person(junho), null).session();
        String token = tokens.issue(new AccessTokens.Holder(junho, session.id()), clock.instant())
                .token()
                .value();
        var heard = new CompletableFuture<String>();
        try (var host = Chatting.host(somoim, tokens, 0)) {
            URI root = host.start();
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .buildAsync(
                            URI.create("ws://" + root.getAuthority() + "/group/chat/ws?after=0&groupID=" + group),
                            new WebSocket.Listener() {
                                private final StringBuilder frame = new StringBuilder();

                                @Override
                                public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                                    frame.append(part);
                                    if (last && frame.indexOf("9시요.") >= 0) {
                                        heard.complete(frame.toString());
                                    }
                                    socket.request(1);
                                    return CompletableFuture.completedFuture(null);
                                }
                            })
                    .join();
            chat();
            somoim.deliver();

            assertThat(heard.get(30, TimeUnit.SECONDS)).contains("\"changes\"");
        }
    }
}
