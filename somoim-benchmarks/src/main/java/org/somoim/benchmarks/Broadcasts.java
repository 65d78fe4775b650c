package org.somoim.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.chat.Conversation;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.http.Api;
import org.somoim.http.Live;
import org.somoim.http.jetty.JettyHost;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.limits.RateLimiter;
import org.somoim.mail.Email;
import org.somoim.sessions.AccessTokens;
import org.somoim.sqlite.Sqlite;
import org.somoim.uuid.UuidIds;

/**
 * What it takes a server to tell everyone who is connected of what is said in their group, and what it takes to keep them
 * connected: the library, and Jetty by itself that sends the same bytes. Each server is a JVM of its own, so that the
 * clients' work, which is done by whoever asks, is not in its figures.
 */
public final class Broadcasts {
    private static final double THOUSAND = 1_000;
    private static final long BILLION = 1_000_000_000;

    private Broadcasts() {}

    /**
     * One server, which says on its output where it is and does what it reads from its input.
     *
     * @param arguments how many are to listen, and the library's database; none for Jetty by itself
     */
    public static void main(String[] arguments) throws Exception {
        int listeners = Integer.parseInt(arguments[0]);
        try (Stage stage = arguments.length == 1 ? new Bare(listeners) : new Library(Path.of(arguments[1]), listeners);
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready " + stage.root() + " " + stage.path());
            stage.tokens().forEach(token -> System.out.println("token " + token));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ");
                switch (words[0]) {
                    case "say" -> {
                        say(stage, Integer.parseInt(words[1]), Integer.parseInt(words[2]), decoded(words[3]));
                        System.out.println("said");
                    }
                    case "cpu" -> System.out.println("cpu " + cpu());
                    case "compiled" -> System.out.println("compiled " + compiled());
                    case "memory" -> System.out.println("memory " + heap() + " " + buffers() + " " + resident());
                    default -> throw new IllegalArgumentException(order);
                }
            }
        }
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static void say(Stage stage, int messages, int perSecond, String frame) {
        long start = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            long due = start + i * BILLION / perSecond;
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            stage.say(frame);
        }
    }

    /** Of the whole process, in nanoseconds. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** For how long the JVM's compilers have run, in nanoseconds. */
    private static long compiled() {
        return TimeUnit.MILLISECONDS.toNanos(
                ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long buffers() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1_024)
                .findFirst()
                .orElseThrow();
    }

    /** Something that people are connected to. */
    private interface Stage extends AutoCloseable {
        URI root();

        String path();

        List<String> tokens();

        /** @param frame what the library has sent before, for who has nothing to say of its own */
        void say(String frame);
    }

    private static final class Library implements Stage {
        private final Somoim somoim;
        private final Actor.Person owner;
        private final Group group;
        private final Live live;
        private final JettyHost host;
        private final URI root;
        private final List<String> tokens = new ArrayList<>();

        Library(Path file, int listeners) {
            InstantSource clock = InstantSource.system();
            somoim = Sqlite.open(file);
            owner = person("owner");
            group = somoim.groups().create(owner, NewGroup.of(Group.Kind.SOCIAL, Line.of("Talkative")));
            var issued = new JwtAccessTokens(
                    new UuidIds(clock, new SecureRandom()),
                    new JwtAccessTokens.Terms("broadcasts", "broadcasts", Duration.ofHours(1)),
                    List.of(JwtAccessTokens.Key.shared(new Word("first"), new byte[32])));
            for (int i = 0; i < listeners; i++) {
                Actor.Person member = person("listener-" + i);
                somoim.memberships().join(member, group.id());
                var session = somoim.sessions().open(member, null).session();
                tokens.add(issued.issue(new AccessTokens.Holder(member.id(), session.id()), clock.instant())
                        .token()
                        .value());
            }
            somoim.deliver();
            live = Api.live(somoim, issued, List.of(), RateLimiter.none(), Set.of(), clock);
            host = new JettyHost(Api.of(somoim, issued, clock), live, "127.0.0.1", 0);
            root = host.start();
        }

        private Actor.Person person(String name) {
            var person = new Actor.Person(somoim.accounts()
                    .open(Actor.host("broadcasts"), Email.of(name + "@broadcasts.example.org"))
                    .id());
            somoim.profiles().initialize(person, Line.of(name));
            return person;
        }

        @Override
        public URI root() {
            return root;
        }

        @Override
        public String path() {
            return "/api/v1/groups/" + group.id() + "/chat";
        }

        @Override
        public List<String> tokens() {
            return tokens;
        }

        @Override
        public void say(String frame) {
            Id<Conversation> in = Conversation.idOf(group.id());
            somoim.chat().send(owner, in, Prose.of("" + System.nanoTime()));
            somoim.deliver();
        }

        @Override
        public void close() {
            live.close();
            host.close();
            somoim.close();
        }
    }

    /** Jetty, and everyone who is connected is sent the same. */
    private static final class Bare implements Stage {
        private final Server server = new Server();
        private final Queue<Session> sessions = new ConcurrentLinkedQueue<>();
        private final URI root;
        private final int listeners;

        Bare(int listeners) throws Exception {
            this.listeners = listeners;
            var connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            server.setHandler(WebSocketUpgradeHandler.from(
                    server, container -> container.addMapping("/", (asked, answer, done) -> new Listening(sessions))));
            server.start();
            root = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
        }

        @Override
        public URI root() {
            return root;
        }

        @Override
        public String path() {
            return "/";
        }

        @Override
        public List<String> tokens() {
            return Collections.nCopies(listeners, "none");
        }

        @Override
        public void say(String frame) {
            sessions.forEach(session -> session.sendText(frame, Callback.NOOP));
        }

        @Override
        public void close() throws Exception {
            server.stop();
        }
    }

    /** Public because Jetty asks for it. */
    public static final class Listening implements Session.Listener.AutoDemanding {
        private final Queue<Session> sessions;

        Listening(Queue<Session> sessions) {
            this.sessions = sessions;
        }

        @Override
        public void onWebSocketOpen(Session session) {
            session.setIdleTimeout(Duration.ofMinutes(10));
            sessions.add(session);
        }
    }

    /** A server in a JVM of its own, and everyone who listens to it. */
    static final class Heard implements AutoCloseable {
        private static final long STILL = 4_000;

        private final Process process;
        private final BufferedReader answers;
        private final PrintStream orders;
        private final Ears ears = new Ears();
        private final URI root;
        private final String path;
        private final List<String> tokens = new ArrayList<>();
        private int listening;

        /** @param file the library's database; null for Jetty by itself */
        Heard(@Nullable Path file, int listeners) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    "java",
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    Broadcasts.class.getName(),
                    "" + listeners));
            if (file != null) {
                command.add(file.toString());
                // Such as -XX:StartFlightRecording, to see what the library does meanwhile.
                String more = System.getenv("SOMOIM_BROADCAST_OPTIONS");
                if (more != null) {
                    command.addAll(1, List.of(more.split(" ")));
                }
            }
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
            String[] ready = answer("ready");
            root = URI.create(ready[1]);
            path = ready[2];
            for (int i = 0; i < listeners; i++) {
                tokens.add(answer("token")[1]);
            }
        }

        private String[] answer(String word) throws IOException {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(word)) {
                    return line.split(" ");
                }
            }
            throw new IOException("the server ended");
        }

        /** Until so many listen. */
        void listen(int sockets) throws IOException {
            for (; listening < sockets; listening++) {
                ears.open(root, path, tokens.get(listening));
            }
            ears.settle(STILL);
        }

        String last() {
            return ears.last();
        }

        /** In microseconds of the server's processors for each message that one listener was told. */
        Told tell(int messages, int perSecond, String frame) throws IOException {
            long before = cpu();
            orders.println("say " + messages + " " + perSecond + " "
                    + Base64.getEncoder().encodeToString(frame.getBytes(StandardCharsets.UTF_8)));
            List<Long> took = ears.listen((long) messages * listening);
            answer("said");
            var times = new ArrayList<>(took);
            times.sort(null);
            return new Told(
                    (cpu() - before) / THOUSAND / took.size(),
                    took.size() / (double) ears.frames(),
                    times.get(times.size() * 99 / 100) / THOUSAND / THOUSAND);
        }

        private long cpu() throws IOException {
            return asked("cpu");
        }

        private long asked(String word) throws IOException {
            orders.println(word);
            return Long.parseLong(answer(word)[1]);
        }

        /** Tells, and gives what share of the processor time the compilers' time is. */
        double warm(int messages, int perSecond, String frame) throws IOException {
            long cpu = cpu();
            long compiled = asked("compiled");
            tell(messages, perSecond, frame);
            return (asked("compiled") - compiled) / (double) (cpu() - cpu);
        }

        /** After everything was quiet. */
        Memory memory() throws IOException {
            ears.settle(STILL);
            orders.println("memory");
            String[] told = answer("memory");
            return new Memory(Long.parseLong(told[1]), Long.parseLong(told[2]), Long.parseLong(told[3]));
        }

        @Override
        public void close() throws Exception {
            ears.close();
            orders.close();
            process.destroy();
            process.waitFor();
        }
    }

    /**
     * @param micros of the server's processors, for each message and listener
     * @param aFrame messages in one frame
     * @param late until 99 of 100 were told, in milliseconds; for Jetty by itself it means nothing
     */
    record Told(double micros, double aFrame, double late) {}

    /** In bytes. */
    record Memory(long heap, long buffers, long resident) {
        /** In kB for each of {@code sockets} that were opened since {@code before}. */
        Each since(Memory before, int sockets) {
            return new Each(
                    (heap - before.heap) / THOUSAND / sockets,
                    (buffers - before.buffers) / THOUSAND / sockets,
                    (resident - before.resident) / THOUSAND / sockets);
        }
    }

    /** Of one socket, in kB. */
    record Each(double heap, double buffers, double resident) {
        double inUse() {
            return heap + buffers;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%.1f kB of heap and %.1f kB of buffers (resident %.1f kB)", heap, buffers, resident);
        }
    }
}
