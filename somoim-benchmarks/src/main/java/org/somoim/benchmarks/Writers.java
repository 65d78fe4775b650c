package org.somoim.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.somoim.Settings;
import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.mail.Email;
import org.somoim.posts.Draft;
import org.somoim.sqlite.Sqlite;

/** What sharing commits gains many writers at once, and what it costs one alone. Rounds of either kind take turns. */
public final class Writers {
    private static final int ROUNDS = 5;
    private static final int EACH = 4_000;
    private static final double MILLION = 1_000_000;

    private Writers() {}

    /** @param arguments how many threads, several if one likes; 1, 4 and 16 if nobody says */
    public static void main(String[] arguments) throws Exception {
        int[] crowds = arguments.length == 0
                ? new int[] {1, 4, 16}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        for (int threads : crowds) {
            Compared compared = compare(threads);
            System.out.printf(
                    Locale.ROOT,
                    "%d writers: %,.0f posts/s alone, %,.0f shared, ratio %.2f; p50 %.2f and %.2f ms; p99 %.2f and %.2f ms%n",
                    threads,
                    compared.alone(),
                    compared.shared(),
                    compared.ratio(),
                    compared.midAlone(),
                    compared.midShared(),
                    compared.lateAlone(),
                    compared.lateShared());
        }
    }

    /**
     * @param alone posts a second, each commit by itself
     * @param lateAlone 99th percentile, in milliseconds
     */
    record Compared(
            double alone, double shared, double midAlone, double midShared, double lateAlone, double lateShared) {
        double ratio() {
            return shared / alone;
        }
    }

    static Compared compare(int threads) throws Exception {
        var alone = new Measured();
        var shared = new Measured();
        try (var one = new Place(false);
                var other = new Place(true)) {
            // To warm up.
            one.write(threads, new Measured());
            other.write(threads, new Measured());
            for (int round = 0; round < ROUNDS; round++) {
                one.write(threads, alone);
                other.write(threads, shared);
            }
        }
        return new Compared(
                alone.perSecond(),
                shared.perSecond(),
                alone.percentile(50),
                shared.percentile(50),
                alone.percentile(99),
                shared.percentile(99));
    }

    private static final class Measured {
        private final List<long[]> taken = new ArrayList<>();
        private long nanos;

        double perSecond() {
            return taken.stream().mapToLong(one -> one.length).sum() * 1_000 * MILLION / nanos;
        }

        double percentile(int percent) {
            long[] all = taken.stream().flatMapToLong(LongStream::of).sorted().toArray();
            return all[all.length * percent / 100] / MILLION;
        }
    }

    /** A community of its own. */
    private static final class Place implements AutoCloseable {
        private final Path file;
        private final Somoim somoim;
        private final List<Actor.Person> people = new ArrayList<>();
        private final Id<Group> group;

        Place(boolean isShared) throws IOException {
            file = Files.createTempDirectory("somoim-writers").resolve("town.db");
            somoim = Sqlite.open(Settings.builder(file).sharedCommits(isShared).build());
            for (int i = 0; i < 64; i++) {
                people.add(new Actor.Person(somoim.accounts()
                        .open(Actor.host("benchmark"), Email.of("person-" + i + "@example.org"))
                        .id()));
            }
            group = somoim.groups()
                    .create(people.get(0), NewGroup.of(Group.Kind.SOCIAL, Line.of("Group")))
                    .id();
            people.subList(1, people.size())
                    .forEach(person -> somoim.memberships().join(person, group));
        }

        void write(int threads, Measured measured) throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                List<Callable<long[]>> work = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    Actor.Person person = people.get(i);
                    work.add(() -> write(person, EACH / threads));
                }
                long begun = System.nanoTime();
                for (Future<long[]> one : pool.invokeAll(work)) {
                    measured.taken.add(one.get());
                }
                measured.nanos += System.nanoTime() - begun;
            } finally {
                pool.shutdown();
            }
        }

        private long[] write(Actor.Person person, int times) {
            long[] taken = new long[times];
            for (int i = 0; i < times; i++) {
                long begun = System.nanoTime();
                somoim.posts().write(person, group, Draft.of(Prose.of("오늘 걷기 좋은 날, who comes along? " + i)));
                taken[i] = System.nanoTime() - begun;
            }
            return taken;
        }

        @Override
        public void close() throws IOException {
            somoim.close();
            Town.remove(file);
        }
    }
}
