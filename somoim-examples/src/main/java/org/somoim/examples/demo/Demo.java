package org.somoim.examples.demo;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.Policies;
import org.somoim.Ports;
import org.somoim.Somoim;
import org.somoim.accounts.PasswordHasher;
import org.somoim.accounts.bcrypt.BcryptPasswordHasher;
import org.somoim.accounts.bcrypt.Pepper;
import org.somoim.comparison.Terms;
import org.somoim.http.Api;
import org.somoim.http.Live;
import org.somoim.http.jetty.JettyHost;
import org.somoim.http.jetty.MetricsHost;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.Word;
import org.somoim.micrometer.MicrometerMetrics;
import org.somoim.sqlite.KeyFile;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

/**
 * A server with a lived-in community on a file: {@code mvn -Pdemo}. Shows how a host puts the library together, from keys to
 * shutdown. Listens to this machine only, because everybody knows its passwords.
 */
public final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String THIS_MACHINE = "127.0.0.1";
    /** The town is the same on every machine. */
    private static final long SEED = 2026;

    /**
     * So that 240 people sign up in a second and not in a minute. Far too low for real passwords: each is hashed anew, at the
     * default cost, when its owner first logs in.
     */
    private static final int COST_WHILE_SETTLING = 4;

    /** People can compare themselves with one another. */
    private static final Policies RULES = Policies.PRESET.comparing(Terms.of(Neighbours.PLAN));

    private final Path folder;
    private final URI address;
    private final URI metrics;
    private final boolean isNew;
    /** What to let go of, last acquired first. */
    private final Deque<AutoCloseable> held;

    private Demo(Path folder, URI address, URI metrics, boolean isNew, Deque<AutoCloseable> held) {
        this.folder = folder;
        this.address = address;
        this.metrics = metrics;
        this.isNew = isNew;
        this.held = held;
    }

    /** Starts, says how to look around, and goes on until the process is told to end. */
    public static void main(String[] arguments) throws InterruptedException {
        InstantSource clock = Clock.systemUTC();
        Instant begun = clock.instant();
        Demo demo;
        try {
            demo = start(DemoSettings.of(System.getProperties()));
        } catch (StartFailure failure) {
            System.err.println(System.lineSeparator() + failure.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            demo.close();
            System.out.println("Stopped. The town is kept in " + demo.folder + ".");
        }));
        System.out.println(demo.banner(Duration.between(begun, clock.instant())));
        // Never returns: Maven would go on to something else while the process goes down.
        new CountDownLatch(1).await();
    }

    /** @throws StartFailure saying what to do about it */
    static Demo start(DemoSettings settings) {
        Deque<AutoCloseable> held = new ArrayDeque<>();
        try {
            return start(settings, held);
        } catch (RuntimeException e) {
            close(held);
            throw e;
        }
    }

    private static Demo start(DemoSettings settings, Deque<AutoCloseable> held) {
        Path folder = prepared(settings.folder());
        held.push(FolderLock.take(folder));
        var chance = new SecureRandom();
        SqliteOptions options = SqliteOptions.at(folder);
        boolean wasThere = Files.exists(options.file());
        // Two keys, kept apart from the database: with a copy of it alone, nobody can guess passwords or forge tokens.
        var pepper = new Pepper(key(folder.resolve("password.key"), wasThere, chance));
        byte[] tokenKey = key(folder.resolve("token.key"), wasThere, chance);

        PrometheusMeterRegistry numbers = numbers(held);
        SqliteDatabase database = SqliteDatabase.open(options, new MicrometerMetrics(numbers));
        held.push(database);
        var clock = new DemoClock(Clock.systemUTC(), folder.resolve("clock"));
        boolean isNew = settle(database, pepper, clock, chance);

        Ports ports = Sqlite.ports(database, new BcryptPasswordHasher(pepper, chance), clock, chance);
        var somoim = new Somoim(ports, RULES);
        var tokens = new JwtAccessTokens(
                ports.ids(),
                // A working day, so that nobody who looks around has to log in again.
                new JwtAccessTokens.Terms("somoim-demo", "somoim-demo", Duration.ofHours(8)),
                List.of(JwtAccessTokens.Key.shared(new Word("demo"), tokenKey)));
        held.push(timer(somoim, settings.bot() ? new Chatter(somoim, new Dice(chance.nextLong())) : null));
        var desk = new DemoDesk(clock, new Postbox(Sqlite.mailFolder(options.file())), () -> catchUp(somoim));
        Live live = Api.live(somoim, tokens, Set.of(), clock);
        var server = new JettyHost(
                new Handler.Sequence(new Site(), desk, DemoDashboard.mounted(somoim, database, folder, clock)),
                Api.of(somoim, tokens, clock),
                live,
                THIS_MACHINE,
                settings.port());
        held.push(server);
        // Let go of before the server, which would wait for whoever listens.
        held.push(live);
        URI address = listening(DemoSettings.PORT, settings.port(), server::start);
        var operators = new MetricsHost(numbers::scrape, settings.metricsPort());
        held.push(operators);
        URI metrics = listening(DemoSettings.METRICS_PORT, settings.metricsPort(), operators::start);
        return new Demo(folder, address, metrics, isNew, held);
    }

    /** What the library counts, and how the process does: memory, processor, time since its start. */
    private static PrometheusMeterRegistry numbers(Deque<AutoCloseable> held) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        held.push(registry::close);
        var collections = new JvmGcMetrics();
        held.push(collections);
        Stream.of(
                        collections,
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
        return registry;
    }

    private static Path prepared(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartFailure(
                    "The folder of the demo cannot be made.",
                    folder.toString(),
                    "The demo keeps its database there.",
                    "Choose another one with -D" + DemoSettings.FOLDER + "=... .",
                    e);
        }
    }

    /** A key that is missing beside an old database is not made anew: nobody could log in any more, and nobody knew why. */
    private static byte[] key(Path file, boolean databaseWasThere, SecureRandom chance) {
        if (databaseWasThere && !Files.exists(file)) {
            throw new StartFailure(
                    "A key file of the demo is missing.",
                    file.toString(),
                    "The database was made with it.",
                    "Put it back, or delete the whole folder: the next start makes a new town.",
                    null);
        }
        return KeyFile.readOrMake(file, chance);
    }

    private static boolean settle(SqliteDatabase database, Pepper pepper, InstantSource present, SecureRandom chance) {
        InstantSource clock = Town.clock(present.instant());
        PasswordHasher quick = new BcryptPasswordHasher(pepper, List.of(), COST_WHILE_SETTLING, chance);
        var somoim = new Somoim(Sqlite.ports(database, quick, clock, chance), RULES);
        // In one change: a town without its neighbours would never get them.
        return somoim.together(() -> {
            boolean isNew = Town.settle(somoim, clock, SEED);
            if (isNew) {
                Neighbours.settle(somoim, clock.instant(), SEED);
                int heard;
                do {
                    heard = somoim.deliver().heard();
                } while (heard > 0);
            }
            return isNew;
        });
    }

    /** News is delivered after each change; this is for what failed then, and for what only time brings due. */
    private static AutoCloseable timer(Somoim somoim, @Nullable Chatter chatter) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "demo-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(() -> quietly(somoim::deliver), 10, 10, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(() -> quietly(somoim::tick), 1, 1, TimeUnit.MINUTES);
        if (chatter != null) {
            timer.scheduleWithFixedDelay(() -> quietly(chatter::sayOne), 20, 45, TimeUnit.SECONDS);
        }
        return () -> {
            timer.shutdown();
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
            somoim.deliver();
        };
    }

    /** What has come due because the clock was set. What fails now is tried again by the timer. */
    private static void catchUp(Somoim somoim) {
        quietly(somoim::tick);
        quietly(somoim::deliver);
    }

    /** A timer forgets what has thrown once. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("the demo's timer will try again", e);
        }
    }

    private static URI listening(String setting, int port, Supplier<URI> start) {
        try {
            return start.get();
        } catch (IllegalStateException e) {
            throw new StartFailure(
                    "Nothing can listen on port " + port + "; most likely something else does already.",
                    "-D" + setting + "=" + port,
                    "The demo is looked at through ports of this machine.",
                    "Choose another port, or 0 for any that is free: mvn -Pdemo -D" + setting + "=0",
                    e);
        }
    }

    /** Of the root. */
    URI address() {
        return address;
    }

    /** Where the numbers are. */
    URI metrics() {
        return metrics;
    }

    /** Whether the town was made at this start. */
    boolean isNew() {
        return isNew;
    }

    /** @param took how long the start took */
    String banner(Duration took) {
        var text = new StringBuilder();
        text.append("""

                Somoim is running at %s
                %s, in %s

                  Look       open the address in a browser
                  Dashboard  %s (as the moderator or the administrator)
                  API docs   %s
                  Health     %s
                  Metrics    %s
                  Letters    %s

                  Log in as
                """.formatted(
                address,
                isNew ? "A new town of %d people has settled".formatted(Crowd.PEOPLE) : "The town goes on where it was",
                folder,
                address.resolve(DemoDashboard.PATH.substring(1) + "/"),
                address.resolve("docs/"),
                address.resolve("health"),
                metrics,
                // Whoever signs up or forgets a password finds here what was written to them.
                Sqlite.mailFolder(SqliteOptions.at(folder).file())));
        for (Login login : Login.values()) {
            text.append("    %-22s %-15s %s%n"
                    .formatted(login.email().value(), login.password().value(), login.says()));
        }
        text.append("""

                  Try        curl -s %s -H 'content-type: application/json' \\
                               -d '{"email":"%s","password":"%s"}'
                  Stop       Ctrl-C. The next start goes on with the same town.

                Started in %.1f s.
                """.formatted(
                        address.resolve("api/v1/sessions"),
                        Login.MEMBER.email().value(),
                        Login.MEMBER.password().value(),
                        took.toMillis() / 1000.0));
        return text.toString();
    }

    /** Ends calls in progress, delivers what there is, and lets go of everything. Again, and it does nothing. */
    @Override
    public void close() {
        close(held);
    }

    private static void close(Deque<AutoCloseable> held) {
        while (!held.isEmpty()) {
            try {
                held.pop().close();
            } catch (Exception e) {
                LOG.warn("the demo could not close everything", e);
            }
        }
    }
}
