package org.somoim.benchmarks;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
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
 * How soon those who listen in one group hear what is said there, how much can be said, and what a socket costs. Server and
 * clients share the machine and the process.
 */
public final class Chats {
    private static final double MILLION = 1_000_000;
    private static final double BILLION = 1_000_000_000;
    private static final int WARM_UP = 100;
    private static final int PACED = 300;
    /** Less than a listener may be behind. */
    private static final int HURRIED = 190;

    private final Somoim somoim;
    private final Actor.Person owner;
    private final Group group;
    private final Id<Conversation> in;

    private Chats(Somoim somoim) {
        this.somoim = somoim;
        this.owner = person("owner");
        this.group = somoim.groups().create(owner, NewGroup.of(Group.Kind.SOCIAL, Line.of("Talkative")));
        this.in = Conversation.idOf(group.id());
    }

    public static void main(String[] arguments) throws IOException {
        for (int[] run : new int[][] {{200, 5}, {50, 20}, {200, 10}, {200, 20}, {1_000, 2}}) {
            measure(run[0], run[1]);
        }
    }

    private static void measure(int sockets, int perSecond) throws IOException {
        Path file = Files.createTempDirectory("somoim-chats").resolve("town.db");
        try (Somoim somoim = Sqlite.open(file)) {
            new Chats(somoim).run(sockets, perSecond);
        } finally {
            Town.remove(file);
        }
    }

    private Actor.Person person(String name) {
        return new Actor.Person(somoim.accounts()
                .open(Actor.host("chats"), Email.of(name + "@example.org"))
                .id());
    }

    private void run(int sockets, int perSecond) throws IOException {
        InstantSource clock = InstantSource.system();
        var tokens = new JwtAccessTokens(
                new UuidIds(clock, new SecureRandom()),
                new JwtAccessTokens.Terms("chats", "chats", Duration.ofHours(1)),
                List.of(JwtAccessTokens.Key.shared(new Word("first"), new byte[32])));
        List<String> members = new ArrayList<>();
        for (int i = 0; i < sockets; i++) {
            members.add(member(tokens, i, clock));
        }
        try (Live live = Api.live(somoim, tokens, List.of(), RateLimiter.none(), Set.of(), clock);
                var host = new JettyHost(Api.of(somoim, tokens, clock), live, "127.0.0.1", 0);
                var ears = new Ears()) {
            URI root = host.start();
            String path = "/api/v1/groups/" + group.id() + "/chat";
            ears.open(root, path, members.get(0));
            say(WARM_UP, ears, 1, 0);
            long before = used();
            for (String token : members.subList(1, sockets)) {
                ears.open(root, path, token);
            }
            ears.settle(2_000);
            double each = (used() - before) / (sockets - 1.0);
            say(WARM_UP, ears, sockets, 0);
            List<Long> paced = say(PACED, ears, sockets, perSecond);
            long begun = System.nanoTime();
            List<Long> hurried = say(HURRIED, ears, sockets, 0);
            double seconds = (System.nanoTime() - begun) / BILLION;
            System.out.printf(
                    "%,d sockets: at %d messages a second heard after %.1f ms (median), %.1f ms (99th percentile), %.1f ms (last);"
                            + " flat out %,.0f messages a second, %,.0f deliveries a second in %.1f messages a frame, 99th percentile %,.0f ms;"
                            + " %.1f kB a socket, client included%n",
                    sockets,
                    perSecond,
                    percentile(paced, 50),
                    percentile(paced, 99),
                    percentile(paced, 100),
                    HURRIED / seconds,
                    hurried.size() / seconds,
                    hurried.size() / (double) ears.frames(),
                    percentile(hurried, 99),
                    each / 1_000);
        }
    }

    private String member(AccessTokens tokens, int number, InstantSource clock) {
        Actor.Person member = person("member-" + number);
        somoim.memberships().join(member, group.id());
        var session = somoim.sessions().open(member, null).session();
        return tokens.issue(new AccessTokens.Holder(member.id(), session.id()), clock.instant())
                .token()
                .value();
    }

    /**
     * @param perSecond 0 for as fast as they are heard
     * @return how long each took to each listener
     */
    private List<Long> say(int messages, Ears ears, int listeners, int perSecond) {
        CompletableFuture<Void> talking = CompletableFuture.runAsync(() -> {
            long start = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                if (perSecond > 0) {
                    long due = start + (long) (i * BILLION / perSecond);
                    LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
                }
                somoim.chat().send(owner, in, Prose.of("" + System.nanoTime()));
                somoim.deliver();
            }
        });
        List<Long> heard = ears.listen((long) messages * listeners);
        talking.join();
        return heard;
    }

    /** Heap, and buffers outside of it. */
    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
    }

    private static double percentile(List<Long> nanos, int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / MILLION;
    }
}
