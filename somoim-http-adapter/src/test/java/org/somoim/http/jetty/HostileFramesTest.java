package org.somoim.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.chat.Conversation;
import org.somoim.groups.Group;
import org.somoim.http.Api;
import org.somoim.http.Live;
import org.somoim.http.testing.PlainTokens;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.limits.RateLimiter;
import org.somoim.memory.Community;

/** Whatever bytes a client sends once it has its socket: it loses that socket, and nobody else notices. */
@Covers({"CHT-5", "SEC-3"})
class HostileFramesTest {
    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int BINARY = 0x2;
    private static final int CLOSE = 0x8;
    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int FOUR_SECONDS = 4;

    private final Community town = new Community();
    private final Somoim somoim = town.somoim;
    private final Actor.Person owner = town.person();
    private final Group group = town.openGroup(owner);
    private final Id<Conversation> in = Conversation.idOf(group.id());
    private final Live live = Api.live(somoim, new PlainTokens(), List.of(), RateLimiter.none(), Set.of(), town.clock);
    private final JettyHost host = new JettyHost(Api.of(somoim, new PlainTokens(), town.clock), live, "127.0.0.1", 0);
    private URI root = URI.create("http://127.0.0.1/");

    @BeforeEach
    void start() {
        root = host.start();
    }

    @AfterEach
    void stop() {
        live.close();
        host.close();
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("a text that is too long", 1009, frame(FIN | TEXT, text("x".repeat(1_025)))),
                Arguments.of("a text of a megabyte", 1009, frame(FIN | TEXT, text("x".repeat(1 << 20)))),
                Arguments.of(
                        "a text that is too long in pieces",
                        1009,
                        joined(
                                frame(TEXT, text("x".repeat(600))),
                                frame(CONTINUATION, text("x".repeat(600))),
                                frame(FIN | CONTINUATION, text("x")))),
                Arguments.of("one byte that is no text", 1008, frame(FIN | BINARY, new byte[] {0})),
                Arguments.of("bytes that are no text", 1009, frame(FIN | BINARY, text("{\"type\":\"typing\"}"))),
                Arguments.of("many bytes that are no text", 1009, frame(FIN | BINARY, new byte[5_000])),
                Arguments.of("no JSON", 1008, frame(FIN | TEXT, text("{type: typing"))),
                Arguments.of("nothing", 1008, frame(FIN | TEXT, new byte[0])),
                Arguments.of("JSON that nests deep", 1008, frame(FIN | TEXT, text("[".repeat(1_000)))),
                Arguments.of("null", 1008, frame(FIN | TEXT, text("null"))),
                Arguments.of("a list", 1008, frame(FIN | TEXT, text("[\"typing\"]"))),
                Arguments.of("what there is not", 1008, frame(FIN | TEXT, text("{\"type\":\"subscribe\"}"))),
                Arguments.of(
                        "a field too many",
                        1008,
                        frame(
                                FIN | TEXT,
                                text("{\"type\":\"typing\",\"person\":\"019cae6b-6600-7000-bb21-f09b04b38dd7\"}"))),
                Arguments.of("a text that is no UTF-8", 1007, frame(FIN | TEXT, new byte[] {(byte) 0xC3, 0x28})),
                Arguments.of("a frame of no kind", 1002, frame(FIN | 0x3, text("x"))),
                Arguments.of("a frame without a mask", 1002, new byte[] {(byte) (FIN | TEXT), 1, 'x'}),
                Arguments.of("a piece of nothing", 1002, frame(FIN | CONTINUATION, text("x"))),
                Arguments.of("a length beyond all", 1009, new byte[] {
                    (byte) (FIN | TEXT), (byte) 0xFF, 0x7F, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0
                }),
                Arguments.of(
                        "more than there is any use for",
                        4429,
                        joined(IntStream.range(0, 61)
                                .mapToObj(i -> frame(FIN | TEXT, text("{\"type\":\"typing\"}")))
                                .toArray(byte[][]::new))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whoSendsItLosesTheirSocketAndNobodyElseNotices(String what, int code, byte[] sent) throws Exception {
        try (var other = open(town.memberOf(group), "");
                var hostile = open(town.memberOf(group), "")) {
            assertThat(other.frame()).contains("\"ready\"");
            assertThat(hostile.frame()).contains("\"ready\"");

            hostile.send(sent);

            assertThat(hostile.closing()).isEqualTo(code);
            somoim.chat().send(owner, in, Prose.of("Still here"));
            somoim.deliver();
            assertThat(other.frameOf("changes")).contains("Still here");
            assertThat(somoim.chat()
                            .history(owner, in, org.somoim.kernel.Page.Ask.first())
                            .items())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?after=-1", "?after=x", "?after=9999999999999999999", "?after=1%00", "?after="})
    void aCursorThatIsNoneIsTurnedDown(String query) throws Exception {
        try (var wire = new Wire(chat(group.id().toString()) + query, owner)) {
            assertThat(wire.status).isEqualTo(422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "019cae6b-6600-7000-bb21-f09b04b38dd7",
                "nonsense",
                "%2e%2e",
                "00000000-0000-0000-0000-000000000000",
                "' or 1=1 --"
            })
    void aConversationThatThereIsNotIsNotFound(String id) throws Exception {
        try (var wire = new Wire(chat(id.replace(" ", "%20")), owner)) {
            assertThat(wire.status).isIn(400, 404, 422);
        }
    }

    @Test
    void whoLosesTheirAccountLosesTheirSocketWithinFiveSeconds() throws Exception {
        Actor.Person jun = town.memberOf(group);
        try (var wire = open(jun, "")) {
            assertThat(wire.frame()).contains("\"ready\"");
            somoim.accounts().suspend(Actor.host("test"), jun.id());

            town.clock.advance(Duration.ofSeconds(FOUR_SECONDS));
            live.hub().tick();

            assertThat(wire.closing()).isEqualTo(4404);
        }
    }

    private static String chat(String group) {
        return "/api/v1/groups/" + group + "/chat";
    }

    private Wire open(Actor.Person person, String query) throws IOException {
        var wire = new Wire(chat(group.id().toString()) + query, person);
        assertThat(wire.status).isEqualTo(101);
        return wire;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Masked by zeros, which changes nothing. */
    private static byte[] frame(int first, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(MASKED | payload.length);
        } else if (payload.length < 1 << 16) {
            frame.write(MASKED | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(MASKED | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    private static byte[] joined(byte[]... frames) {
        var all = new ByteArrayOutputStream();
        Stream.of(frames).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** A client that says what it likes. */
    private final class Wire implements AutoCloseable {
        final int status;
        private final Socket socket = new Socket(root.getHost(), root.getPort());
        private final DataInputStream input = new DataInputStream(socket.getInputStream());

        Wire(String target, Actor.Person person) throws IOException {
            socket.setSoTimeout(30_000);
            send(("GET " + target + " HTTP/1.1\r\nHost: " + root.getAuthority()
                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nAuthorization: Bearer " + person.id()
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            List<String> head = new ArrayList<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                head.add(line);
            }
            status = Integer.parseInt(head.get(0).split(" ")[1]);
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int next = input.readUnsignedByte(); next != '\n'; next = input.readUnsignedByte()) {
                line.append((char) next);
            }
            return line.toString().strip();
        }

        void send(byte[] bytes) {
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (IOException gone) {
                // The other side may have had enough before the end.
            }
        }

        /** The next one, but for pings. */
        String frame() throws IOException {
            while (true) {
                int first = input.readUnsignedByte();
                int length = input.readUnsignedByte();
                byte[] payload = new byte
                        [length < 126 ? length : length == 126 ? input.readUnsignedShort() : (int) input.readLong()];
                input.readFully(payload);
                switch (first & 0xF) {
                    case TEXT -> {
                        return new String(payload, StandardCharsets.UTF_8);
                    }
                    case CLOSE -> {
                        return "closed " + (payload.length < 2 ? 0 : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF);
                    }
                    default -> {
                        // A ping.
                    }
                }
            }
        }

        String frameOf(String type) throws IOException {
            String frame = frame();
            while (!frame.contains("\"type\":\"" + type + "\"") && !frame.startsWith("closed")) {
                frame = frame();
            }
            return frame;
        }

        /** Why it was closed, whatever came before. */
        int closing() throws IOException {
            String frame = frame();
            while (!frame.startsWith("closed ")) {
                frame = frame();
            }
            return Integer.parseInt(frame.substring("closed ".length()));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
