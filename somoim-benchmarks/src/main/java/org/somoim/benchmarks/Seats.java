package org.somoim.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.somoim.Somoim;
import org.somoim.accounts.ImportedAccount;
import org.somoim.events.Event;
import org.somoim.events.Plan;
import org.somoim.events.Rsvp;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.groups.Group;
import org.somoim.groups.ImportedGroup;
import org.somoim.groups.ImportedMembership;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.NewGroup;
import org.somoim.imports.Progress;
import org.somoim.imports.Row;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.sqlite.Sqlite;

/** Ten thousand people who want a hundred seats, 64 at a time. */
public final class Seats {
    private static final int PEOPLE = 10_000;
    private static final int SEATS = 100;
    private static final int THREADS = 64;
    private static final Instant LONG_AGO = Instant.parse("2019-04-05T06:07:08Z");
    private static final double MILLION = 1_000_000;
    private static final double BILLION = 1_000_000_000;

    private Seats() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path file = Files.createTempDirectory("somoim-seats").resolve("town.db");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Somoim somoim = Sqlite.open(file)) {
            somoim.imports().bring(Actor.host("seats"), new Word("seats"), rows(), Progress.unheard());
            List<Actor.Person> people = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> somoim.together(() -> somoim.accounts().holderOf(address(i)))
                            .orElseThrow())
                    .map(Actor.Person::new)
                    .toList();
            Event event = somoim.events().call(people.get(0), group(somoim, people.get(0)), plan());
            ask(somoim, event, people, threads);
        } finally {
            threads.shutdownNow();
            Town.remove(file);
        }
    }

    private static void ask(Somoim somoim, Event event, List<Actor.Person> people, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        List<Future<Long>> all = new ArrayList<>();
        List<Future<Rsvp>> answers = new ArrayList<>();
        for (Actor.Person person : people) {
            all.add(threads.submit(() -> {
                long start = System.nanoTime();
                somoim.rsvps().attend(person, event.id(), 0);
                return System.nanoTime() - start;
            }));
        }
        List<Long> took = new ArrayList<>();
        for (Future<Long> one : all) {
            took.add(one.get());
        }
        double seconds = (System.nanoTime() - begun) / BILLION;
        for (Actor.Person person : people) {
            answers.add(threads.submit(() -> somoim.rsvps().own(person, event.id())));
        }
        long going = 0;
        for (Future<Rsvp> answer : answers) {
            going += answer.get().is(Rsvp.Answer.GOING) ? 1 : 0;
        }
        List<Long> sorted = took.stream().sorted().toList();
        System.out.printf(
                "%,d ask for %d seats, %d at a time: %d go; %.2f s, %,.0f a second; each waits %.1f ms at the median, %.1f ms at the 99th percentile%n",
                PEOPLE,
                SEATS,
                THREADS,
                going,
                seconds,
                PEOPLE / seconds,
                sorted.get(PEOPLE / 2) / MILLION,
                sorted.get(PEOPLE * 99 / 100) / MILLION);
    }

    private static Id<Group> group(Somoim somoim, Actor.Person owner) {
        return somoim.groups()
                .mine(owner, Page.Ask.first())
                .items()
                .get(0)
                .group()
                .id();
    }

    private static Plan plan() {
        var when = new When(LocalDateTime.parse("2100-03-02T19:00:00"), null, new Zone("Asia/Seoul"));
        return Plan.of(Line.of("Everyone wants to come"), when).limited(SEATS);
    }

    private static Email address(int i) {
        return Email.of("person-" + i + "@example.org");
    }

    private static Iterator<Row> rows() {
        Stream<Row> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> () -> new ImportedAccount(
                        ImportedAccount.ref("" + i), address(i), null, Line.of("Person " + i), LONG_AGO));
        Stream<Row> group = Stream.of(() -> new ImportedGroup(
                ImportedGroup.ref("all"),
                ImportedAccount.ref("0"),
                NewGroup.of(Group.Kind.SOCIAL, Line.of("All")),
                LONG_AGO));
        Stream<Row> members = IntStream.range(1, PEOPLE)
                .mapToObj(i -> () -> new ImportedMembership(
                        ImportedGroup.ref("all"), ImportedAccount.ref("" + i), Role.MEMBER, LONG_AGO));
        return Stream.of(people, group, members).flatMap(rows -> rows).iterator();
    }
}
