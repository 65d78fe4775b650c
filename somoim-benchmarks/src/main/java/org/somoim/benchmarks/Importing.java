package org.somoim.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.somoim.Somoim;
import org.somoim.accounts.ImportedAccount;
import org.somoim.groups.Group;
import org.somoim.groups.ImportedGroup;
import org.somoim.groups.ImportedMembership;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.NewGroup;
import org.somoim.imports.Progress;
import org.somoim.imports.Progress.Tally;
import org.somoim.imports.Row;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.posts.ImportedPost;
import org.somoim.sqlite.Sqlite;

/** How many rows a second come in, and what memory that takes, for a city's groups and for five such cities. */
public final class Importing {
    private static final int PEOPLE = 24_631;
    private static final int GROUPS = 602;
    private static final int MEMBERSHIPS = 45_583;
    private static final int POSTS = 20_000;
    private static final Instant LONG_AGO = Instant.parse("2019-04-05T06:07:08Z");
    private static final double MILLION = 1_000_000;
    private static final double BILLION = 1_000_000_000;

    private Importing() {}

    public static void main(String[] arguments) throws IOException {
        for (int cities : new int[] {1, 1, 5}) {
            measure(cities);
        }
    }

    private static void measure(int cities) throws IOException {
        Path file = Files.createTempDirectory("somoim-importing").resolve("town.db");
        try (Somoim somoim = Sqlite.open(file)) {
            resetPeaks();
            long begun = System.nanoTime();
            Tally tally = somoim.imports()
                    .bring(Actor.host("importing"), new Word("cities"), rows(cities), Progress.unheard());
            double seconds = (System.nanoTime() - begun) / BILLION;
            System.out.printf(
                    "%,d rows in %.1f s: %,.0f a second; %,d known, %,d refused; at most %.0f MB of heap; file %.0f MB%n",
                    tally.rows(),
                    seconds,
                    tally.rows() / seconds,
                    tally.known(),
                    tally.refused(),
                    peak() / MILLION,
                    Files.size(file) / MILLION);
        } finally {
            Town.remove(file);
        }
    }

    /** @return the time it took, in seconds */
    static double bring(Path file, int cities) {
        try (Somoim somoim = Sqlite.open(file)) {
            long begun = System.nanoTime();
            somoim.imports().bring(Actor.host("importing"), new Word("cities"), rows(cities), Progress.unheard());
            return (System.nanoTime() - begun) / BILLION;
        }
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static Iterator<Row> rows(int cities) {
        var chance = new Random(1);
        Stream<Row> people = IntStream.range(0, PEOPLE * cities)
                .mapToObj(i -> () -> new ImportedAccount(
                        ImportedAccount.ref("" + i),
                        Email.of("person-" + i + "@example.org"),
                        null,
                        Line.of("Person " + i),
                        LONG_AGO));
        Stream<Row> groups = IntStream.range(0, GROUPS * cities)
                .mapToObj(i -> () -> new ImportedGroup(
                        ImportedGroup.ref("" + i),
                        ImportedAccount.ref("" + i),
                        NewGroup.of(Group.Kind.SOCIAL, Line.of("Group " + i)),
                        LONG_AGO));
        Stream<Row> memberships = IntStream.range(0, MEMBERSHIPS * cities).mapToObj(i -> {
            String group = "" + chance.nextInt(GROUPS * cities);
            String person = "" + chance.nextInt(PEOPLE * cities);
            return () -> new ImportedMembership(
                    ImportedGroup.ref(group), ImportedAccount.ref(person), Role.MEMBER, LONG_AGO);
        });
        Stream<Row> posts = IntStream.range(0, POSTS * cities)
                .mapToObj(i -> () -> new ImportedPost(
                        ImportedPost.ref("" + i),
                        ImportedGroup.ref("" + i % (GROUPS * cities)),
                        ImportedAccount.ref("" + i % (PEOPLE * cities)),
                        null,
                        Prose.of("What was on people's minds at the time, number " + i),
                        LONG_AGO));
        return Stream.of(people, groups, memberships, posts)
                .flatMap(rows -> rows)
                .iterator();
    }
}
