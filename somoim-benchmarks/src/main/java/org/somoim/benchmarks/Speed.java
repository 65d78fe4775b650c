package org.somoim.benchmarks;

import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.somoim.Somoim;
import org.somoim.http.Api;
import org.somoim.http.jetty.JettyHost;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.http.wire.Route;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.limits.RateLimiter;
import org.somoim.posts.Draft;
import org.somoim.sessions.AccessTokens;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.uuid.UuidIds;

/**
 * How close the library comes to the same statements in plain JDBC, and whether it stays as fast as a community grows:
 * everything in one run, whatever is compared taking turns. Prints one table and puts it into {@code docs/performance.md}.
 *
 * <p>Communities are kept from one run to the next in {@code SOMOIM_POPULATIONS}; {@code SOMOIM_LARGEST} says how many posts
 * the largest has.
 */
public final class Speed {
    private static final int SMALL = 10_000;
    private static final int MIDDLE = 100_000;
    private static final int LARGE = 1_000_000;
    private static final int LARGEST = 5_000_000;
    private static final int ROUNDS = 30;
    private static final int WARM = 60;
    private static final int CALLS = 64;
    private static final int WRITES = 100;
    private static final int WRITE_ROUNDS = 8;
    private static final int WRITE_WARM = 8;
    private static final int WRITES_TO_WARM_UP = 4_000;
    private static final int IMPORTS = 2;
    private static final int CONNECTIONS = 16;
    private static final double SECONDS = 2;
    private static final int HTTP_ROUNDS = 4;

    /** As what share of the time the compilers may still run. */
    private static final double RESTING = 0.1;

    private static final Duration MOST_WARM = Duration.ofSeconds(90);

    private static final int SOCKETS = 1_000;
    private static final int TALK = 30;
    private static final int A_SECOND = 10;
    private static final int TALKS_TO_WARM_UP = 4;

    /** As what share of a server's processor time its compilers may still run. */
    private static final double SOCKETS_RESTING = 0.02;

    private static final int HURRIED = 150;
    private static final int A_SECOND_HURRIED = 30;

    private final Path folder;
    private final int largest;
    private final Report report = new Report();

    private Speed(Path folder, int largest) {
        this.folder = folder;
        this.largest = largest;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> surroundings = System.getenv();
        Path page = Files.exists(Path.of("docs")) ? Path.of("docs") : Path.of("..", "docs");
        Path folder = Path.of(surroundings.getOrDefault("SOMOIM_POPULATIONS", "target/populations"));
        int largest = Integer.parseInt(surroundings.getOrDefault("SOMOIM_LARGEST", "" + LARGE));
        var speed = new Speed(folder, largest);
        speed.measure(arguments.length == 0 ? List.of(Part.values()) : parts(arguments));
        if (arguments.length == 0) {
            speed.report.write(page.resolve("performance.md"));
        }
    }

    /** What can be measured by itself; the page is written only by all of them together. */
    private enum Part {
        READS,
        GROWTH,
        WRITES,
        WRITERS,
        READERS,
        START,
        IMPORT,
        HTTP,
        SOCKETS
    }

    private static List<Part> parts(String[] names) {
        return List.of(names).stream()
                .map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private void measure(List<Part> parts) throws Exception {
        for (int posts : sizes()) {
            population(posts).settle(file(posts), System.out);
        }
        double before = load();
        for (Part part : parts) {
            switch (part) {
                case READS -> reads();
                case GROWTH -> growth();
                case WRITES -> writes();
                case WRITERS -> writers();
                case READERS -> readers();
                case START -> start();
                case IMPORT -> importing();
                case HTTP -> http();
                case SOCKETS -> sockets();
            }
        }
        report.note(String.format(
                Locale.ROOT,
                "Taken on Java %s, %d cores; load average %.1f before and %.1f after, of which the run itself is one to two.",
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                before,
                load()));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private List<Integer> sizes() {
        return List.of(SMALL, MIDDLE, LARGE, LARGEST).stream()
                .filter(posts -> posts <= largest)
                .toList();
    }

    private static Population population(int posts) {
        return new Population(1, posts);
    }

    private Path file(int posts) {
        return folder.resolve("" + posts).resolve("town.db");
    }

    /** Of every list what the library asks, and the same asked by hand. */
    private void reads() throws Exception {
        Path file = file(MIDDLE);
        var stage = new Stage(population(MIDDLE), file);
        Map<String, List<List<Tape.Step>>> tapes = new LinkedHashMap<>();
        var tape = new Tape(file);
        try (SqliteDatabase database = SqliteDatabase.on(tape.source())) {
            Somoim recorded = Population.on(database, InstantSource.system(), new SecureRandom());
            stage.reads().forEach((name, deed) -> tapes.put(name, recorded(tape, recorded, deed, CALLS)));
        }
        try (Somoim somoim = Sqlite.open(file);
                var player = new Player(file)) {
            for (Map.Entry<String, Stage.Deed> read : stage.reads().entrySet()) {
                List<List<Tape.Step>> calls = requireNonNull(tapes.get(read.getKey()));
                var library = new Times();
                var plain = new Times();
                for (int round = -WARM; round < ROUNDS; round++) {
                    Times one = round < 0 ? new Times() : library;
                    Times other = round < 0 ? new Times() : plain;
                    for (int i = 0; i < CALLS; i++) {
                        int turn = i;
                        one.take(() -> read.getValue().on(somoim, turn));
                    }
                    for (List<Tape.Step> call : calls) {
                        other.take(() -> player.read(call));
                    }
                }
                double ratio = library.median() / plain.median();
                report.atMost(
                        read.getKey() + ", against plain JDBC",
                        ratio,
                        1.8,
                        String.format(
                                Locale.ROOT,
                                "%.0f µs against %.0f µs; %d statements",
                                library.median(),
                                plain.median(),
                                calls.get(0).size()));
            }
        }
    }

    private static List<List<Tape.Step>> recorded(Tape tape, Somoim somoim, Stage.Deed deed, int turns) {
        List<List<Tape.Step>> calls = new ArrayList<>();
        tape.taken();
        for (int turn = 0; turn < turns; turn++) {
            deed.on(somoim, turn);
            calls.add(tape.taken());
        }
        return calls;
    }

    /** The same page of communities of several sizes, in turns. */
    private void growth() throws Exception {
        List<Grown> towns = new ArrayList<>();
        try {
            for (int posts : sizes()) {
                var stage = new Stage(population(posts), file(posts));
                towns.add(new Grown(posts, Sqlite.open(file(posts)), stage.reads()));
            }
            for (String name : towns.get(0).deeds().keySet()) {
                List<Times> times = towns.stream().map(town -> new Times()).toList();
                for (int round = -WARM; round < ROUNDS; round++) {
                    for (int i = 0; i < towns.size(); i++) {
                        towns.get(i).read(name, round < 0 ? new Times() : times.get(i));
                    }
                }
                double small = times.get(0).median();
                for (int i = 0; i < towns.size(); i++) {
                    int posts = towns.get(i).posts();
                    if (posts >= LARGE) {
                        double great = times.get(i).median();
                        report.atMost(
                                String.format(Locale.ROOT, "%s, %,d posts against %,d", name, posts, SMALL),
                                great / small,
                                posts == LARGE ? 1.3 : 1.5,
                                String.format(Locale.ROOT, "%.0f µs against %.0f µs", great, small));
                    }
                }
            }
        } finally {
            towns.forEach(town -> town.somoim().close());
        }
    }

    private record Grown(int posts, Somoim somoim, Map<String, Stage.Deed> deeds) {
        void read(String name, Times times) throws Exception {
            Stage.Deed deed = requireNonNull(deeds.get(name));
            for (int i = 0; i < CALLS; i++) {
                int turn = i;
                times.take(() -> deed.on(somoim, turn));
            }
        }
    }

    /** The same calls on three copies of a community: one to take them down, one for each of those that are compared. */
    private void writes() throws Exception {
        Path taken = Town.copy(file(MIDDLE));
        Path ours = Town.copy(file(MIDDLE));
        Path plain = Town.copy(file(MIDDLE));
        try {
            var stage = new Stage(population(MIDDLE), taken);
            Map<String, List<List<Tape.Step>>> tapes = new LinkedHashMap<>();
            int calls = (WRITE_WARM + WRITE_ROUNDS) * WRITES;
            var tape = new Tape(taken);
            try (SqliteDatabase database = SqliteDatabase.on(tape.source())) {
                Somoim recorded = Population.on(database, InstantSource.system(), new SecureRandom());
                stage.writes().forEach((name, deed) -> tapes.put(name, recorded(tape, recorded, deed, calls)));
            }
            try (Somoim somoim = Sqlite.open(ours);
                    var player = new Player(plain)) {
                Stage.Deed post = requireNonNull(stage.writes().get("post"));
                for (int turn = 0; turn < WRITES_TO_WARM_UP; turn++) {
                    post.on(somoim, turn);
                }
                for (Map.Entry<String, Stage.Deed> write : stage.writes().entrySet()) {
                    compare(
                            write.getKey(),
                            write.getValue(),
                            requireNonNull(tapes.get(write.getKey())),
                            somoim,
                            player);
                }
            }
        } finally {
            for (Path copy : List.of(taken, ours, plain)) {
                Town.remove(copy);
            }
        }
    }

    private void compare(String name, Stage.Deed deed, List<List<Tape.Step>> calls, Somoim somoim, Player player)
            throws Exception {
        var library = new Times();
        var plain = new Times();
        for (int round = 0; round < WRITE_WARM + WRITE_ROUNDS; round++) {
            for (int i = 0; i < WRITES; i++) {
                int turn = round * WRITES + i;
                Times one = round < WRITE_WARM ? new Times() : library;
                Times other = round < WRITE_WARM ? new Times() : plain;
                // One after the other, and each as often the first, since the disk differs from one moment to the next.
                if (i % 2 == 0) {
                    one.take(() -> deed.on(somoim, turn));
                    other.take(() -> player.write(calls.get(turn)));
                } else {
                    other.take(() -> player.write(calls.get(turn)));
                    one.take(() -> deed.on(somoim, turn));
                }
            }
        }
        report.atMost(
                name + ", against plain JDBC",
                library.median() / plain.median(),
                1.3,
                String.format(
                        Locale.ROOT,
                        "%.0f µs against %.0f µs, on the disk both; %d statements",
                        library.median(),
                        plain.median(),
                        calls.get(0).size()));
    }

    private void writers() throws Exception {
        Writers.Compared compared = Writers.compare(CONNECTIONS);
        report.atLeast(
                "16 writers, commits shared against alone",
                compared.ratio(),
                2.5,
                String.format(Locale.ROOT, "%,.0f posts/s against %,.0f posts/s", compared.shared(), compared.alone()));
        report.atMost(
                "the same, 99th percentile",
                compared.lateShared() / compared.lateAlone(),
                1,
                String.format(Locale.ROOT, "%.1f ms against %.1f ms", compared.lateShared(), compared.lateAlone()));
    }

    /** With and without somebody who writes all the time, in turns. */
    private void readers() throws Exception {
        Path copy = Town.copy(file(MIDDLE));
        try (Somoim somoim = Sqlite.open(copy)) {
            var stage = new Stage(population(MIDDLE), copy);
            var quiet = new Times();
            var busy = new Times();
            var written = new AtomicInteger();
            for (int round = -1; round < 6; round++) {
                read(somoim, stage, round < 0 ? new Times() : quiet);
                var stop = new AtomicBoolean();
                CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
                    while (!stop.get()) {
                        int turn = written.getAndIncrement();
                        somoim.posts().write(stage.member(turn), stage.group(0), Draft.of(Prose.of("바쁜 날 " + turn)));
                    }
                });
                read(somoim, stage, round < 0 ? new Times() : busy);
                stop.set(true);
                writer.join();
            }
            report.atMost(
                    "a reader's 99th percentile beside a busy writer, against none",
                    busy.percentile(99) / quiet.percentile(99),
                    3,
                    String.format(
                            Locale.ROOT,
                            "%.0f µs against %.0f µs; median %.0f µs against %.0f µs; %,d posts were written meanwhile",
                            busy.percentile(99),
                            quiet.percentile(99),
                            busy.median(),
                            quiet.median(),
                            written.get()));
        } finally {
            Town.remove(copy);
        }
    }

    private static void read(Somoim somoim, Stage stage, Times times) throws Exception {
        for (int i = 0; i < 3_000; i++) {
            int turn = i;
            times.take(() -> somoim.posts().inGroup(stage.one(), stage.group(turn), Page.Ask.first()));
        }
    }

    private void start() throws Exception {
        var times = new Times();
        for (int i = -3; i < 9; i++) {
            Times taken = i < 0 ? new Times() : times;
            taken.take(() -> Sqlite.open(file(MIDDLE))).close();
        }
        report.atMost("opening a file that is there, in ms", times.median() / 1_000, 60, "after classes are loaded");
        idle("memory of an idle host beyond an empty JVM, in MB", List.of());
        idle("the same, both with " + String.join(" ", Idle.SMALL), Idle.SMALL);
    }

    private void idle(String name, List<String> settings) throws Exception {
        Idle.Memory idle = Idle.memory(file(MIDDLE), settings);
        Idle.Memory beyond = idle.beyond(Idle.memory(null, settings));
        report.atMost(
                name,
                beyond.resident(),
                40,
                String.format(
                        Locale.ROOT,
                        "resident, %.0f MB in all, serial collector; beyond: %s",
                        idle.resident(),
                        beyond));
    }

    /** The library's import, and the same rows in batches of the same size; the first time does not count. */
    private void importing() throws Exception {
        double brought = 0;
        double inserted = 0;
        for (int round = -1; round < IMPORTS; round++) {
            Path ours = Files.createTempDirectory("somoim-speed").resolve("town.db");
            Path plain = Files.createTempDirectory("somoim-speed").resolve("town.db");
            try {
                double one = Importing.bring(ours, 1);
                Sqlite.open(plain).close();
                double other = Batches.copy(ours, plain);
                brought += round < 0 ? 0 : one;
                inserted += round < 0 ? 0 : other;
            } finally {
                Town.remove(ours);
                Town.remove(plain);
            }
        }
        report.atLeast(
                "bulk import, rows a second against batches of the same rows",
                inserted / brought,
                0.5,
                String.format(Locale.ROOT, "%.1f s against %.1f s", brought / IMPORTS, inserted / IMPORTS));
    }

    /** What is said in a group with a thousand who listen, against Jetty that sends the same bytes to as many. */
    private void sockets() throws Exception {
        Path copy = Town.copy(file(MIDDLE));
        try (var library = new Broadcasts.Heard(copy, SOCKETS);
                var bare = new Broadcasts.Heard(null, SOCKETS)) {
            library.listen(1);
            library.tell(TALK, A_SECOND, "nothing yet");
            String frame = library.last();
            bare.listen(1);
            bare.tell(TALK, A_SECOND, frame);
            Broadcasts.Memory ours = library.memory();
            Broadcasts.Memory jettys = bare.memory();
            library.listen(SOCKETS);
            bare.listen(SOCKETS);
            Broadcasts.Each our = library.memory().since(ours, SOCKETS - 1);
            Broadcasts.Each jetty = bare.memory().since(jettys, SOCKETS - 1);
            List<Double> oneTakes = new ArrayList<>();
            List<Double> otherTakes = new ArrayList<>();
            double late = 0;
            double aFrame = 0;
            double compiled = warm(library, bare, frame);
            for (int round = -1; round < 8; round++) {
                Broadcasts.Told one = library.tell(TALK, A_SECOND, frame);
                Broadcasts.Told other = bare.tell(TALK, A_SECOND, frame);
                System.out.printf(
                        Locale.ROOT,
                        "%d: %.1f µs against %.1f µs, %.2f; %.2f messages a frame, 99th percentile %.0f ms%n",
                        round,
                        one.micros(),
                        other.micros(),
                        one.micros() / other.micros(),
                        one.aFrame(),
                        one.late());
                if (round >= 0) {
                    oneTakes.add(one.micros());
                    otherTakes.add(other.micros());
                    late = Math.max(late, one.late());
                    aFrame = Math.max(aFrame, one.aFrame());
                }
            }
            report.atMost(
                    "chat broadcast to 1,000 sockets, processor time for each message told, against bare Jetty",
                    median(oneTakes) / median(otherTakes),
                    1.5,
                    String.format(
                            Locale.ROOT,
                            "%.1f µs against %.1f µs, %d bytes, %d a second; %.2f messages a frame; p99 %.0f ms;"
                                    + " warmed until compilers took %.0f %% of the processor time",
                            median(oneTakes),
                            median(otherTakes),
                            frame.getBytes(StandardCharsets.UTF_8).length,
                            A_SECOND,
                            aFrame,
                            late,
                            compiled * 100));
            report.atMost(
                    "memory of an idle socket beyond Jetty's own, in kB",
                    our.inUse() - jetty.inUse(),
                    30,
                    our + " against " + jetty);
        } finally {
            Town.remove(copy);
        }
    }

    /** In turns, until the compilers of both rest, but not for much longer than {@link #MOST_WARM}. */
    private static double warm(Broadcasts.Heard one, Broadcasts.Heard other, String frame) throws Exception {
        long begun = System.nanoTime();
        for (int round = 1; ; round++) {
            double share =
                    Math.max(one.warm(HURRIED, A_SECOND_HURRIED, frame), other.warm(HURRIED, A_SECOND_HURRIED, frame));
            boolean isOver = System.nanoTime() - begun > MOST_WARM.toNanos();
            if (round >= TALKS_TO_WARM_UP && (share < SOCKETS_RESTING || isOver)) {
                return share;
            }
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void http() throws Exception {
        Path copy = Town.copy(file(MIDDLE));
        try {
            http(copy);
        } finally {
            Town.remove(copy);
        }
    }

    private void http(Path copy) throws Exception {
        var stage = new Stage(population(MIDDLE), copy);
        try (var library = new Site(copy, stage);
                var slice = new Slice(copy, CONNECTIONS)) {
            byte[] page = Load.once(library.root, library.lists().get(0));
            try (var bare = new Bare(page)) {
                Compared lists = compare(
                        () -> Load.on(library.root, CONNECTIONS, SECONDS, i -> library.lists()),
                        () -> Load.on(bare.root, CONNECTIONS, SECONDS, i -> library.lists()),
                        () -> Load.on(slice.root(), CONNECTIONS, SECONDS, i -> library.plainLists()));
                Load.Heard ours = lists.of(0);
                report.atLeast(
                        "HTTP list, against bare Jetty with the same bytes",
                        ours.perSecond() / lists.of(1).perSecond(),
                        0.35,
                        heard(ours, lists.of(1)) + String.format(Locale.ROOT, "; %,d bytes", page.length));
                report.atLeast(
                        "HTTP list, 16 connections, against a thin slice",
                        ours.perSecond() / lists.of(2).perSecond(),
                        0.6,
                        heard(ours, lists.of(2)) + lists.warmed());
            }
            for (int connections : new int[] {1, CONNECTIONS}) {
                Compared posts = compare(
                        () -> Load.on(library.root, connections, SECONDS, library::posts),
                        () -> Load.on(slice.root(), connections, SECONDS, library::plainPosts));
                report.atLeast(
                        "HTTP post, " + connections + (connections == 1 ? " connection" : " connections")
                                + ", against a thin slice",
                        posts.of(0).perSecond() / posts.of(1).perSecond(),
                        0.6,
                        heard(posts.of(0), posts.of(1)) + posts.warmed());
            }
            mixed(library, slice);
        }
        if (largest >= LARGE) {
            growthOverHttp();
        }
    }

    /** One call in ten is a change. */
    private void mixed(Site library, Slice slice) throws Exception {
        Compared both = compare(
                () -> Load.on(library.root, CONNECTIONS, SECONDS, library::listsAndPosts),
                () -> Load.on(slice.root(), CONNECTIONS, SECONDS, library::plainListsAndPosts),
                () -> Load.on(library.root, CONNECTIONS, SECONDS, library::allSorts));
        report.atLeast(
                "HTTP, nine lists to a post, 16 connections, against a thin slice",
                both.of(0).perSecond() / both.of(1).perSecond(),
                0.6,
                heard(both.of(0), both.of(1)) + both.warmed());
        Load.Heard ours = both.of(2);
        report.atMost(
                "HTTP, nine pages of nine kinds to a post or a comment, 16 connections: errors",
                ours.errors(),
                0,
                String.format(
                        Locale.ROOT,
                        "%,.0f/s; pages median %.1f ms, p99 %.1f ms; changes median %.1f ms, p99 %.1f ms",
                        ours.perSecond(),
                        ours.reads().median() / 1_000,
                        ours.reads().percentile(99) / 1_000,
                        ours.writes().median() / 1_000,
                        ours.writes().percentile(99) / 1_000));
    }

    private void growthOverHttp() throws Exception {
        try (var small = new Site(file(SMALL), new Stage(population(SMALL), file(SMALL)));
                var great = new Site(file(LARGE), new Stage(population(LARGE), file(LARGE)))) {
            Compared lists = compare(
                    () -> Load.on(great.root, CONNECTIONS, SECONDS, i -> great.lists()),
                    () -> Load.on(small.root, CONNECTIONS, SECONDS, i -> small.lists()));
            report.atLeast(
                    "HTTP list, 1,000,000 posts against 10,000",
                    lists.of(0).perSecond() / lists.of(1).perSecond(),
                    0.75,
                    heard(lists.of(0), lists.of(1)) + lists.warmed());
        }
    }

    /** A load for a while. */
    @FunctionalInterface
    private interface Side {
        Load.Heard heard() throws Exception;
    }

    /**
     * What came of several sides.
     *
     * @param warm how long all were called beforehand, in seconds
     * @param compiled how much of the time measured the JVM's compilers ran, as a share
     */
    private record Compared(List<Load.Heard> sides, double warm, double compiled) {
        Load.Heard of(int side) {
            return sides.get(side);
        }

        String warmed() {
            return String.format(
                    Locale.ROOT,
                    "; warmed for %.0f s, compilers then busy for %.0f %% of the time",
                    warm,
                    compiled * 100);
        }
    }

    /**
     * In turns: first until the compilers rest, since of code that is new to the JVM one measures them, on the same cores;
     * but for {@link #MOST_WARM} at most.
     */
    private static Compared compare(Side... sides) throws Exception {
        long begun = System.nanoTime();
        for (boolean isWarm = false; !isWarm; ) {
            long compiled = compiled();
            long turn = System.nanoTime();
            for (Side side : sides) {
                side.heard();
            }
            double share = (compiled() - compiled) / (double) (System.nanoTime() - turn);
            isWarm = share < RESTING || System.nanoTime() - begun > MOST_WARM.toNanos();
        }
        double warm = (System.nanoTime() - begun) / 1e9;
        long compiled = compiled();
        long measured = System.nanoTime();
        List<Load.Heard> all = new ArrayList<>(Collections.nCopies(sides.length, Load.Heard.NOTHING));
        for (int round = 0; round < HTTP_ROUNDS; round++) {
            for (int i = 0; i < sides.length; i++) {
                all.set(i, all.get(i).and(sides[i].heard()));
            }
        }
        double share = (compiled() - compiled) / (double) (System.nanoTime() - measured);
        return new Compared(all, warm, share);
    }

    /** For how long the JVM's compilers have run, in nanoseconds. */
    private static long compiled() {
        return TimeUnit.MILLISECONDS.toNanos(
                ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
    }

    private static String heard(Load.Heard one, Load.Heard other) {
        return String.format(
                Locale.ROOT,
                "%,.0f/s against %,.0f/s; %d and %d errors; p99 %.1f ms against %.1f ms",
                one.perSecond(),
                other.perSecond(),
                one.errors(),
                other.errors(),
                one.times().percentile(99) / 1_000,
                other.times().percentile(99) / 1_000);
    }

    /** The library behind Jetty. */
    static final class Site implements AutoCloseable {
        /** A multiple of ten, and of how many pages there are to read. */
        private static final int TURNS = 1_440;

        private final URI root;
        private final Somoim somoim;
        private final JettyHost host;
        private final Stage stage;
        private final JwtAccessTokens tokens;
        private final List<String> bearers = new ArrayList<>();

        Site(Path file, Stage stage) {
            this.stage = stage;
            InstantSource clock = InstantSource.system();
            tokens = new JwtAccessTokens(
                    new UuidIds(clock, new SecureRandom()),
                    new JwtAccessTokens.Terms("speed", "speed", Duration.ofHours(1)),
                    List.of(JwtAccessTokens.Key.shared(new Word("first"), new byte[32])));
            somoim = Sqlite.open(file);
            for (int i = 0; i < CONNECTIONS; i++) {
                bearers.add(bearer(i == 0 ? stage.one() : stage.member(i)));
            }
            host = new JettyHost(Api.of(somoim, tokens, List.of(), RateLimiter.none(), clock), "127.0.0.1", 0);
            root = host.start();
        }

        private String bearer(Actor.Person person) {
            var session = somoim.sessions().open(person, null).session();
            return tokens.issue(
                            new AccessTokens.Holder(person.id(), session.id()),
                            InstantSource.system().instant())
                    .token()
                    .value();
        }

        URI root() {
            return root;
        }

        List<byte[]> lists() {
            return lists("/api/v1", bearers.get(0));
        }

        /** The same calls of a {@link Slice}. */
        List<byte[]> plainLists() {
            return lists("", stage.one().id().toString());
        }

        private List<byte[]> lists(String prefix, String bearer) {
            List<byte[]> calls = new ArrayList<>();
            for (int turn = 0; turn < 32; turn++) {
                calls.add(Load.request("GET", prefix + "/groups/" + stage.group(turn) + "/posts", bearer, ""));
            }
            return calls;
        }

        /** Nine lists to each post. */
        List<byte[]> listsAndPosts(int connection) {
            return tenth(lists(), posts(connection));
        }

        /** The same calls of a {@link Slice}. */
        List<byte[]> plainListsAndPosts(int connection) {
            return tenth(plainLists(), plainPosts(connection));
        }

        /** Nine pages, each of another kind, to each post or comment. */
        List<byte[]> allSorts(int connection) {
            String bearer = bearers.get(connection);
            List<byte[]> pages = stage.pages().stream()
                    .map(page -> Load.request("GET", Route.BASE + page, bearer, ""))
                    .toList();
            byte[] comment = Load.request(
                    "POST", Route.BASE + stage.comments(connection), bearer, "{\"body\":\"저도 가요, count me in\"}");
            return tenth(pages, List.of(posts(connection).get(0), comment));
        }

        private static List<byte[]> tenth(List<byte[]> reads, List<byte[]> writes) {
            List<byte[]> calls = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                calls.add(turn % 10 == 9 ? writes.get(turn / 10 % writes.size()) : reads.get(turn % reads.size()));
            }
            return calls;
        }

        List<byte[]> posts(int connection) {
            return posts("/api/v1", bearers.get(connection));
        }

        List<byte[]> plainPosts(int connection) {
            return posts(
                    "",
                    (connection == 0 ? stage.one() : stage.member(connection))
                            .id()
                            .toString());
        }

        private List<byte[]> posts(String prefix, String bearer) {
            List<byte[]> calls = new ArrayList<>();
            for (int turn = 0; turn < 64; turn++) {
                String body = Words.text(new SplittableRandom(turn));
                calls.add(Load.request(
                        "POST",
                        prefix + "/groups/" + stage.group(0) + "/posts",
                        bearer,
                        "{\"body\":\"" + body + "\"}"));
            }
            return calls;
        }

        @Override
        public void close() {
            host.close();
            somoim.close();
        }
    }

    /** Jetty, and a handler that always says the same. */
    private static final class Bare implements AutoCloseable {
        private final Server server = new Server();
        private final URI root;

        Bare(byte[] bytes) throws Exception {
            var connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            server.setHandler(new Handler.Abstract() {
                @Override
                public boolean handle(Request request, Response response, Callback callback) {
                    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
                    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
                    response.write(true, ByteBuffer.wrap(bytes), callback);
                    return true;
                }
            });
            server.start();
            root = URI.create("http://127.0.0.1:" + connector.getLocalPort());
        }

        @Override
        public void close() throws Exception {
            server.stop();
        }
    }
}
