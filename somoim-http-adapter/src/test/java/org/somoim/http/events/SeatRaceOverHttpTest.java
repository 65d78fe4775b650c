package org.somoim.http.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.events.Event;
import org.somoim.groups.Group;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

/** Many people ask for few seats at once, over HTTP and on a file. */
@Covers({"RSV-1", "RSV-3", "EVT-8"})
class SeatRaceOverHttpTest {
    private static final int PEOPLE = 80;
    private static final int SEATS = 10;
    private static final int LEAVING = 5;
    private static final int THREADS = 16;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private SqliteDatabase database;
    private Community town;
    private Client visitor;
    private List<Actor.Person> people;
    private String rsvp;

    @BeforeEach
    void peopleGather(@TempDir Path folder) {
        database = SqliteDatabase.open(SqliteOptions.at(folder));
        town = new Community(clock -> Sqlite.ports(
                database, new PlainHasher(), PasswordPolicy.notTheAccount(), new MemoryMailer(), clock, new Random(1)));
        visitor = Client.of(
                town.clock, town.ports.transactor(), new RsvpRoutes(town.somoim.rsvps(), town.somoim.profiles()));
        Actor.Person owner = town.person();
        Group group = town.openGroup(owner);
        people = IntStream.range(0, PEOPLE).mapToObj(i -> town.memberOf(group)).toList();
        Event event =
                town.somoim.events().call(owner, group.id(), town.plan("모두").limited(SEATS));
        rsvp = "/events/" + event.id() + "/rsvp";
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    private List<String> all(List<Actor.Person> some, Function<Client, Reply> call) throws Exception {
        List<Future<String>> futures = some.stream()
                .map(person -> threads.submit(
                        () -> call.apply(visitor.as(person.id())).ok().at("/answer")))
                .toList();
        List<String> answers = new ArrayList<>();
        for (Future<String> future : futures) {
            answers.add(future.get());
        }
        return answers;
    }

    @Test
    void noSeatIsGivenTwiceAndWhoWaitsMovesUp() throws Exception {
        List<String> answers = all(people, client -> client.put(rsvp, "{'answer': 'GOING'}"));
        assertThat(answers.stream().filter("GOING"::equals)).hasSize(SEATS);
        assertThat(answers.stream().filter("WAITLISTED"::equals)).hasSize(PEOPLE - SEATS);
        List<Actor.Person> going = IntStream.range(0, PEOPLE)
                .filter(i -> answers.get(i).equals("GOING"))
                .mapToObj(people::get)
                .toList();

        all(going.subList(0, LEAVING), client -> client.put(rsvp, "{'answer': 'NOT_GOING'}"));
        List<String> after = all(people, client -> client.get(rsvp));
        assertThat(after.stream().filter("GOING"::equals)).hasSize(SEATS);
        assertThat(after.stream().filter("WAITLISTED"::equals)).hasSize(PEOPLE - SEATS - LEAVING);
        assertThat(after.stream().filter("NOT_GOING"::equals)).hasSize(LEAVING);
    }
}
