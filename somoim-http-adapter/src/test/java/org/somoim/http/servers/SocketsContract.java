package org.somoim.http.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.chat.Conversation;
import org.somoim.groups.Group;
import org.somoim.http.Api;
import org.somoim.http.Live;
import org.somoim.http.Router;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.wire.Json;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.limits.RateLimiter;
import org.somoim.memory.Community;

/** Real sockets on a real port, whichever server has it. */
@Covers({"CHT-5", "NTF-6"})
public abstract class SocketsContract {
    private static final int MANY = 200;
    private static final int SAID = 60;

    private final Community town = new Community();
    private final Somoim somoim = town.somoim;
    private final Actor.Person owner = town.person();
    private final Group group = town.openGroup(owner);
    private final Id<Conversation> in = Conversation.idOf(group.id());
    private final Live live = Api.live(somoim, new PlainTokens(), List.of(), RateLimiter.none(), Set.of(), town.clock);
    private final HttpClient client = HttpClient.newHttpClient();
    private URI root = URI.create("http://127.0.0.1/");
    private TestServer server;

    /** On a free port. */
    protected abstract TestServer serve(Router router, Live live);

    @BeforeEach
    void start() {
        server = serve(Api.of(somoim, new PlainTokens(), town.clock), live);
        root = server.root();
    }

    @AfterEach
    void stop() throws Exception {
        live.close();
        server.close();
    }

    private URI chat() {
        return URI.create("ws://" + root.getAuthority() + "/api/v1/groups/" + group.id() + "/chat");
    }

    private CompletableFuture<WebSocket> open(Actor.Person person, URI uri, Listener listener) {
        return client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + person.id())
                .buildAsync(uri, listener);
    }

    private void say(String words) {
        somoim.chat().send(owner, in, Prose.of(words));
        somoim.deliver();
    }

    @Test
    void ofTwoHundredWhoListenNobodyHearsAnythingOnceTheyArePutOut() throws Exception {
        List<Actor.Person> members = new ArrayList<>();
        Map<Actor.Person, Listener> listeners = new HashMap<>();
        List<CompletableFuture<WebSocket>> opening = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Actor.Person member = town.memberOf(group);
            members.add(member);
            listeners.put(member, new Listener(SAID));
            opening.add(open(member, chat(), listeners.get(member)));
        }
        opening.forEach(CompletableFuture::join);
        for (Listener listener : listeners.values()) {
            assertThat(listener.greeted.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(live.hub().sockets()).isEqualTo(MANY);

        var chance = new Random(7);
        List<Actor.Person> inside = new ArrayList<>(members);
        Map<Actor.Person, Integer> lastHeard = new HashMap<>();
        for (int number = 1; number <= SAID; number++) {
            say("" + number);
            if (chance.nextBoolean()) {
                Actor.Person out = inside.remove(chance.nextInt(inside.size()));
                lastHeard.put(out, number);
                if (chance.nextBoolean()) {
                    somoim.members().ban(owner, group.id(), out.id());
                } else {
                    somoim.members().remove(owner, group.id(), out.id());
                }
            }
        }

        assertThat(lastHeard).hasSizeGreaterThan(20);
        List<Long> all = LongStream.rangeClosed(1, SAID).boxed().toList();
        for (Actor.Person person : inside) {
            assertThat(listeners.get(person).all.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(listeners.get(person).numbers).containsExactlyElementsOf(all);
        }
        town.clock.advance(Duration.ofSeconds(4));
        for (Map.Entry<Actor.Person, Integer> out : lastHeard.entrySet()) {
            Listener listener = listeners.get(out.getKey());
            assertThat(listener.closed.get(30, TimeUnit.SECONDS)).isEqualTo(4404);
            assertThat(listener.numbers)
                    .allMatch(number -> number <= out.getValue())
                    .isSorted();
        }
        assertThat(live.hub().sockets()).isEqualTo(inside.size());
    }

    @Test
    void fiveWhoDoNotReadHoldUpNobodyAndAreCut() throws Exception {
        int said = 700;
        String longest = "👋".repeat(2_000);
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                stalled.add(stalled(town.memberOf(group)));
            }
            List<Listener> readers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                readers.add(new Listener(said));
                open(town.memberOf(group), chat(), readers.get(i)).join();
                assertThat(readers.get(i).greeted.await(30, TimeUnit.SECONDS)).isTrue();
            }
            for (int i = 0; i < said; i++) {
                say(longest);
                if (i % 50 == 49) {
                    for (Listener reader : readers) {
                        // Nobody gets behind: this is about those who do not read.
                        assertThat(reader.reaches(i + 1)).isTrue();
                    }
                }
            }
            for (Listener reader : readers) {
                assertThat(reader.all.await(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(live.hub().sockets()).isEqualTo(15);

            town.clock.advance(Duration.ofSeconds(6));
            say("one more");
            for (Listener reader : readers) {
                assertThat(reader.reaches(said + 1)).isTrue();
            }
            // Whoever reads has been sent something a moment ago, whether or not the server has noticed that it
            // arrived.
            town.clock.advance(Duration.ofSeconds(5));
            live.hub().tick();

            assertThat(live.hub().sockets()).isEqualTo(10);
            for (Socket socket : stalled) {
                assertThat(endsWithin(socket)).isTrue();
            }
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    /** Shakes hands and then reads nothing more. */
    private Socket stalled(Actor.Person person) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1_024);
        socket.connect(new InetSocketAddress(root.getHost(), root.getPort()));
        socket.getOutputStream()
                .write(("GET " + chat().getPath() + " HTTP/1.1\r\nHost: " + root.getAuthority()
                                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nAuthorization: Bearer " + person.id()
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        byte[] head = new byte[12];
        assertThat(socket.getInputStream().readNBytes(head, 0, 12)).isEqualTo(12);
        assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
        return socket;
    }

    private static boolean endsWithin(Socket socket) throws IOException {
        socket.setSoTimeout(30_000);
        InputStream input = socket.getInputStream();
        byte[] buffer = new byte[1 << 16];
        try {
            while (input.read(buffer) >= 0) {
                // What was on its way.
            }
            return true;
        } catch (SocketTimeoutException goesOn) {
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    @Test
    void aPageOffersItsTokenAsASubprotocolAndTheOtherIsChosen() {
        Actor.Person member = town.memberOf(group);
        WebSocket socket = client.newWebSocketBuilder()
                .subprotocols("somoim.v1", "bearer." + member.id())
                .buildAsync(chat(), new Listener(1))
                .join();

        assertThat(socket.getSubprotocol()).isEqualTo("somoim.v1");
    }

    @Test
    void whoMayNotListenIsToldSoBeforeThereIsASocket() {
        assertTurnedDown(404, open(town.person(), chat(), new Listener(1)));
        assertTurnedDown(401, client.newWebSocketBuilder().buildAsync(chat(), new Listener(1)));
        assertTurnedDown(
                403,
                client.newWebSocketBuilder()
                        .header("Authorization", "Bearer " + owner.id())
                        .header("Origin", "https://evil.example")
                        .buildAsync(chat(), new Listener(1)));
        assertTurnedDown(
                404, open(owner, URI.create("ws://" + root.getAuthority() + "/api/v1/groups"), new Listener(1)));
    }

    private static void assertTurnedDown(int status, CompletableFuture<WebSocket> opening) {
        assertThatThrownBy(opening::join)
                .isInstanceOf(CompletionException.class)
                .satisfies(thrown -> assertThat(((WebSocketHandshakeException) thrown.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(status));
    }

    @Test
    void whatAClientSaysIsUnderstoodOrClosesTheSocket() throws Exception {
        var hears = new Listener(1);
        open(town.memberOf(group), chat(), hears).join();
        assertThat(hears.greeted.await(30, TimeUnit.SECONDS)).isTrue();
        var talks = new Listener(1);
        WebSocket socket = open(owner, chat(), talks).join();

        socket.sendText("{\"type\":\"typing\"}", true).join();
        assertThat(hears.typing.await(30, TimeUnit.SECONDS)).isTrue();
        socket.sendText("nonsense", true).join();

        assertThat(talks.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1008);
    }

    @Test
    void aServerThatStopsSaysSo() throws Exception {
        var listener = new Listener(1);
        open(owner, chat(), listener).join();
        assertThat(listener.greeted.await(30, TimeUnit.SECONDS)).isTrue();

        live.close();

        assertThat(listener.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1001);
    }

    @Test
    void notificationsComeOnASocketOfOnesOwn() throws Exception {
        Actor.Person member = town.memberOf(group);
        somoim.deliver();
        var listener = new Listener(1);
        open(owner, URI.create("ws://" + root.getAuthority() + "/ws/" + owner.id()), listener)
                .join();
        assertThat(listener.greeted.await(30, TimeUnit.SECONDS)).isTrue();
        var post = town.post(owner, group);
        town.comment(member, post);
        somoim.deliver();

        assertThat(listener.told.get(30, TimeUnit.SECONDS)).isEqualTo("posts.commented");
    }

    /** Remembers the numbers of what it is told. */
    private static final class Listener implements WebSocket.Listener {
        final List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch greeted = new CountDownLatch(1);
        final CountDownLatch typing = new CountDownLatch(1);
        final CountDownLatch all;
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        final CompletableFuture<String> told = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        Listener(int awaited) {
            all = new CountDownLatch(awaited);
        }

        synchronized boolean reaches(int number) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (numbers.size() < number && System.nanoTime() < end) {
                wait(1_000);
            }
            return numbers.size() >= number;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(Json.read(text.toString().getBytes(StandardCharsets.UTF_8)));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private synchronized void take(JsonNode frame) {
            switch (frame.path("type").asText()) {
                case "ready" -> greeted.countDown();
                case "typing" -> typing.countDown();
                case "notifications" ->
                    told.complete(
                            frame.path("notifications").get(0).path("type").asText());
                case "changes" ->
                    frame.path("messages").forEach(message -> {
                        numbers.add(message.path("number").asLong());
                        all.countDown();
                    });
                default -> throw new IllegalStateException("an unexpected frame");
            }
            notifyAll();
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
