package org.somoim.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.somoim.Somoim;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.calendar.CalendarEntry;
import org.somoim.events.Plan;
import org.somoim.events.Rule;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.mail.Email;
import org.somoim.sqlite.Sqlite;

/** What it costs to read the calendar of somebody in whose groups a thousand series run, beside the bare question. */
public final class Dates {
    private static final int GROUPS = 20;
    private static final int SERIES = 1000;
    private static final int ROUNDS = 100;
    private static final double MILLION = 1_000_000;

    private Dates() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Files.createTempDirectory("somoim-dates").resolve("town.db");
        try (Somoim somoim = Sqlite.open(file)) {
            Actor.Person reader = person(somoim);
            Instant begun = Instant.now();
            meet(somoim, reader);
            System.out.printf(
                    "%,d weekly series in %d groups begun in %.1f s.%n",
                    SERIES, GROUPS, Duration.between(begun, Instant.now()).toMillis() / 1000.0);
            var secret = somoim.calendars().issue(reader, Line.of("all"), null).secret();
            Instant from = Instant.now().plus(Duration.ofDays(30));
            report("first 50 of 30 days", () -> somoim.calendars()
                    .entries(reader, null, from, from.plus(Duration.ofDays(30)), Page.Ask.first(50))
                    .items()
                    .size());
            report("one day, whole", () -> whole(somoim, reader, from, from.plus(Duration.ofDays(1))));
            report("30 days, whole, in pages", () -> whole(somoim, reader, from, from.plus(Duration.ofDays(30))));
            report("the feed of 2,000", () -> somoim.calendars()
                    .feed(Actor.visitor(), secret)
                    .entries()
                    .size());
            bare(file, reader.id(), from);
        } finally {
            Town.remove(file);
        }
    }

    private static Actor.Person person(Somoim somoim) {
        var wanted = new NewAccount(Email.of("reader@example.org"), Password.of("hills and rivers"), Line.of("Reader"));
        return new Actor.Person(
                somoim.accounts().open(Actor.host("dates"), wanted).id());
    }

    private static void meet(Somoim somoim, Actor.Person reader) {
        List<Id<Group>> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(somoim.groups()
                    .create(reader, NewGroup.of(Group.Kind.SOCIAL, Line.of("Group " + i)))
                    .id());
        }
        LocalDateTime tomorrow = LocalDateTime.now(Zone.UTC.id()).plusDays(1).withNano(0);
        for (int i = 0; i < SERIES; i++) {
            LocalDateTime start = tomorrow.plusMinutes(10L * i);
            Plan plan = Plan.of(Line.of("Weekly " + i), new When(start, start.plusHours(2), new Zone("Asia/Seoul")));
            somoim.recurrences().begin(reader, groups.get(i % GROUPS), plan, new Rule("FREQ=WEEKLY"));
        }
    }

    private static int whole(Somoim somoim, Actor.Person reader, Instant from, Instant until) {
        int entries = 0;
        Page.Ask ask = Page.Ask.first(50);
        while (ask != null) {
            Page<CalendarEntry> page = somoim.calendars().entries(reader, null, from, until, ask);
            entries += page.items().size();
            ask = page.next() == null ? null : new Page.Ask(page.next(), 50);
        }
        return entries;
    }

    /** The same rows with a connection of one's own: nobody asks who may see them. */
    private static void bare(Path file, Id<User> reader, Instant from) throws SQLException, IOException {
        String sql = """
                select e.* from somoim_memberships m join somoim_events e on e.group_id = m.group_id
                where m.user_id = ? and m.status = 'ACTIVE' and e.starts_at >= ? and e.starts_at < ?
                order by e.starts_at, e.id limit 50
                """;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            report("plain JDBC, the same 50 rows of 30 days, for nobody in particular", () -> {
                statement.setBytes(1, bytes(reader.value()));
                statement.setLong(2, from.toEpochMilli());
                statement.setLong(3, from.plus(Duration.ofDays(30)).toEpochMilli());
                int rows = 0;
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                            result.getObject(column);
                        }
                        rows++;
                    }
                }
                return rows;
            });
        } catch (IllegalStateException e) {
            throw new IOException(e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static void report(String what, Callable<Integer> question) {
        List<Long> took = new ArrayList<>();
        int entries = 0;
        try {
            for (int i = 0; i < 2 * ROUNDS; i++) {
                long start = System.nanoTime();
                entries = question.call();
                if (i >= ROUNDS) {
                    took.add(System.nanoTime() - start);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(what, e);
        }
        List<Long> sorted = took.stream().sorted().toList();
        System.out.printf(
                "%s: %,d entries; %.2f ms at the median, %.2f ms at the 99th percentile%n",
                what, entries, sorted.get(ROUNDS / 2) / MILLION, sorted.get(ROUNDS * 99 / 100) / MILLION);
    }
}
