package org.somoim.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.somoim.Somoim;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Refusal;
import org.somoim.mail.Email;
import org.somoim.posts.Draft;
import org.somoim.sessions.AccessTokens;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.backup.Backups;

/** How long single calls take where that says something: whether a log-in tells known from unknown, what a backup costs. */
public final class Latencies {
    private static final int LOOKS = 20_000;
    private static final int LOG_INS = 60;
    private static final int BACKUPS = 20;
    private static final int WRITES = 4_000;
    private static final double MILLION = 1_000_000;

    private Latencies() {}

    public static void main(String[] arguments) throws IOException {
        Path town = Files.createTempDirectory("somoim-latencies").resolve("town.db");
        System.out.printf("Building a town of %,d posts.%n", Town.POSTS);
        Town.build(town);
        try (Somoim somoim = Sqlite.open(town)) {
            looks(somoim);
            logIns(somoim);
            backups(somoim, town);
        } finally {
            Town.remove(town);
        }
    }

    /** What every call asks, and what a cache could spare it. */
    private static void looks(Somoim somoim) {
        Actor.Person person = new Actor.Person(somoim.accounts()
                .open(
                        Actor.host("latencies"),
                        new NewAccount(
                                Email.of("caller@example.org"), Password.of("the caller's own"), Line.of("Caller")))
                .id());
        var holder = new AccessTokens.Holder(
                person.id(), somoim.sessions().open(person, null).session().id());
        Group group = somoim.groups().create(person, NewGroup.of(Group.Kind.SOCIAL, Line.of("Looked at")));
        System.out.printf(
                "Median of %,d: who holds a token %.3f ms; one's settings %.3f ms; a group, permission included, %.3f ms.%n",
                LOOKS,
                median(() -> somoim.sessions().actor(holder)),
                median(() -> somoim.profiles().settings(person)),
                median(() -> somoim.groups().find(person, group.id())));
    }

    private static double median(Supplier<?> look) {
        var took = new ArrayList<Long>();
        for (int i = 0; i < 2 * LOOKS; i++) {
            long start = System.nanoTime();
            look.get();
            if (i >= LOOKS) {
                took.add(System.nanoTime() - start);
            }
        }
        return percentile(took, 50);
    }

    private static void logIns(Somoim somoim) {
        for (int i = 0; i < LOG_INS; i++) {
            somoim.accounts()
                    .open(
                            Actor.host("latencies"),
                            new NewAccount(known(i), Password.of("the right one for " + i), Line.of("Known")));
        }
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < LOG_INS; i++) {
            known.add(wrong(somoim, known(i), i));
            unknown.add(wrong(somoim, Email.of("unknown-" + i + "@example.org"), i));
        }
        System.out.printf(
                "Log-in with a wrong password, median of %d: known %.1f ms, unknown %.1f ms.%n",
                LOG_INS, percentile(known, 50), percentile(unknown, 50));
    }

    private static Email known(int i) {
        return Email.of("known-" + i + "@example.org");
    }

    private static long wrong(Somoim somoim, Email email, int place) {
        long start = System.nanoTime();
        try {
            somoim.passwords()
                    .logIn(Actor.visitor(), email, Password.of("not the right one"), new Origin("place-" + place));
            throw new IllegalStateException("a wrong password was taken");
        } catch (Refusal refused) {
            return System.nanoTime() - start;
        }
    }

    private static void backups(Somoim somoim, Path town) throws IOException {
        var backups = new Backups(town, town.resolveSibling("backups"), InstantSource.system());
        Actor writer = Actor.person(somoim.accounts()
                .open(
                        Actor.host("latencies"),
                        new NewAccount(
                                Email.of("writer@example.org"), Password.of("the writer's own"), Line.of("Writer")))
                .id());
        Group group = somoim.groups().create(writer, NewGroup.of(Group.Kind.SOCIAL, Line.of("Written")));
        List<Long> alone = writes(somoim, writer, group, new AtomicBoolean(true));
        var stop = new AtomicBoolean();
        CompletableFuture<List<Long>> beside = CompletableFuture.supplyAsync(() -> writes(somoim, writer, group, stop));
        long bytes = 0;
        long taken = 0;
        int sound = 0;
        for (int i = 0; i < BACKUPS; i++) {
            long start = System.nanoTime();
            var backup = backups.take();
            taken += System.nanoTime() - start;
            bytes += backup.bytes();
            sound += Backups.verify(backup.file()).isClean() ? 1 : 0;
            Files.delete(backup.file());
        }
        stop.set(true);
        List<Long> during = beside.join();
        System.out.printf(
                "%d of %d backups of %.1f MB taken while one thread writes are sound; %.0f MB/s.%n",
                sound, BACKUPS, bytes / MILLION / BACKUPS, bytes / MILLION / (taken / 1e9));
        System.out.printf(
                "A write takes at the 99th percentile %.2f ms alone, %.2f ms beside backups and their verification (%.1f times).%n",
                percentile(alone, 99), percentile(during, 99), percentile(during, 99) / percentile(alone, 99));
    }

    /** So many, or until told to stop, whichever is later. */
    private static List<Long> writes(Somoim somoim, Actor writer, Group group, AtomicBoolean stop) {
        var dice = new Random(1);
        var took = new ArrayList<Long>();
        while (took.size() < WRITES || !stop.get()) {
            long start = System.nanoTime();
            somoim.posts().write(writer, group.id(), Draft.of(Town.text(dice)));
            took.add(System.nanoTime() - start);
        }
        return took;
    }

    private static double percentile(List<Long> nanos, int percent) {
        return nanos.stream()
                        .sorted()
                        .skip((long) nanos.size() * percent / 100)
                        .findFirst()
                        .orElseThrow()
                / MILLION;
    }
}
