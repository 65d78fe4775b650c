package org.somoim.http.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.http.Answer;
import org.somoim.http.Api;
import org.somoim.http.jetty.JettyHost;
import org.somoim.http.testing.Reply;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

/** A community in a file, with everything it has served from a socket. All that is done to it is done over HTTP. */
final class OpenTown implements AutoCloseable {
    private final Community community;
    private final JettyHost host;
    private final URI root;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    OpenTown(Path folder) {
        SqliteDatabase database = SqliteDatabase.open(SqliteOptions.at(folder));
        community = new Community(clock -> Sqlite.ports(
                database, new PlainHasher(), PasswordPolicy.notTheAccount(), new MemoryMailer(), clock, new Random(1)));
        var terms = new JwtAccessTokens.Terms("https://somoim.example", "somoim", Duration.ofHours(1));
        var key = JwtAccessTokens.Key.shared(new Word("k1"), new byte[32]);
        var tokens = new JwtAccessTokens(community.ports.ids(), terms, List.of(key));
        host = new JettyHost(Api.of(community.somoim, tokens, community.clock), "127.0.0.1", 0);
        root = host.start();
    }

    /** Nobody in particular. */
    Someone visitor() {
        return new Someone("", null);
    }

    /** Someone new, who has signed up and logged in. */
    Someone person(String displayName, String email) {
        visitor()
                .post(
                        "/accounts",
                        "{'email': '%s', 'password': '비밀번호는 길게 쓴다', 'display_name': '%s'}"
                                .formatted(email, displayName))
                .ok(202);
        String secret = ((MemoryMailer) community.ports.mailer())
                .secret(Email.of(email))
                .value();
        visitor().post("/confirmations", "{'secret': '%s'}".formatted(secret)).ok();
        Reply session = visitor()
                .post("/sessions", "{'email': '%s', 'password': '비밀번호는 길게 쓴다'}".formatted(email))
                .ok();
        return new Someone(session.at("/user_id"), session.at("/access_token"));
    }

    /** Where letters go. */
    MemoryMailer mailer() {
        return (MemoryMailer) community.ports.mailer();
    }

    /** From now on, whatever needs the database fails. */
    void breakStore() {
        community.ports.closing().run();
    }

    @Override
    public void close() {
        host.close();
        community.somoim.close();
    }

    /** Whoever makes calls. */
    final class Someone {
        private final String id;
        private final @Nullable String token;

        Someone(String id, @Nullable String token) {
            this.id = id;
            this.token = token;
        }

        String id() {
            return id;
        }

        /** Not of a visitor. */
        String token() {
            return Objects.requireNonNull(token);
        }

        Reply get(String path) {
            return call("GET", path, null);
        }

        /** @param json single quotes stand for double quotes */
        Reply post(String path, String json) {
            return call("POST", path, json);
        }

        Reply put(String path) {
            return call("PUT", path, null);
        }

        Reply delete(String path) {
            return call("DELETE", path, null);
        }

        /** @param path of the API, or one of those that begin with {@code /group/} at the root */
        Reply call(String method, String path, @Nullable String json) {
            String prefix = path.startsWith("/group/") ? "" : "/api/v1";
            BodyPublisher body =
                    json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.replace('\'', '"'));
            var request = HttpRequest.newBuilder(root.resolve(prefix + path)).method(method, body);
            if (json != null) {
                request.header("Content-Type", "application/json");
            }
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return sent(request.build());
        }
    }

    private Reply sent(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            // Java's client gives names in lower case or as they were sent, as it likes.
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new Reply(new Answer(response.statusCode(), headers, response.body()));
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
