package org.somoim.sqlite.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.accounts.ImportedAccount;
import org.somoim.events.Event;
import org.somoim.groups.Group;
import org.somoim.groups.ImportedGroup;
import org.somoim.groups.ImportedMembership;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.NewGroup;
import org.somoim.imports.Progress;
import org.somoim.imports.Row;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;

/** Many who want few seats, all at once. */
@Covers({"RSV-1", "RSV-3", "EVT-8"})
class SeatRaceTest {
    private static final boolean IS_NIGHT = Boolean.getBoolean("somoim.nightly");
    private static final int PEOPLE = IS_NIGHT ? 10_000 : 600;
    private static final int SEATS = 100;
    private static final int LEAVING = 50;
    private static final int THREADS = 64;

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Actor.Person> people = new ArrayList<>();
    private Community town;
    private Actor.Person owner;
    private Event event;

    @BeforeEach
    void peopleGather() {
        town = database.community();
        owner = town.person();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String name = "" + i;
            rows.add(() -> new ImportedAccount(
                    ImportedAccount.ref(name),
                    Email.of("p" + name + "@example.org"),
                    null,
                    Line.of("Person " + name),
                    town.clock.instant()));
        }
        rows.add(() -> new ImportedGroup(
                ImportedGroup.ref("g"),
                ImportedAccount.ref("0"),
                NewGroup.of(Group.Kind.SOCIAL, Line.of("Everyone")),
                town.clock.instant()));
        for (int i = 1; i < PEOPLE; i++) {
            String name = "" + i;
            rows.add(() -> new ImportedMembership(
                    ImportedGroup.ref("g"), ImportedAccount.ref(name), Role.MEMBER, town.clock.instant()));
        }
        assertThat(town.somoim
                        .imports()
                        .bring(Actor.host("race"), new Word("race"), rows.iterator(), Progress.unheard())
                        .refused())
                .isZero();
        for (int i = 0; i < PEOPLE; i++) {
            Email address = Email.of("p" + i + "@example.org");
            people.add(new Actor.Person(town.ports
                    .transactor()
                    .read(() -> town.somoim.accounts().holderOf(address))
                    .orElseThrow()));
        }
        owner = people.get(0);
        Group group = town.somoim
                .groups()
                .mine(owner, Page.Ask.first())
                .items()
                .get(0)
                .group();
        event = town.somoim.events().call(owner, group.id(), town.plan("모두").limited(SEATS));
        town.somoim.deliver();
    }

    @AfterEach
    void threadsEnd() {
        threads.shutdownNow();
    }

    @Test
    void asManyGoAsThereAreSeatsAndTheLineIsInTheOrderOfAsking() throws Exception {
        Map<Actor.Person, long[]> asked = new ConcurrentHashMap<>();
        List<Future<?>> all = new ArrayList<>();
        for (Actor.Person person : people) {
            all.add(threads.submit(() -> {
                long begun = System.nanoTime();
                town.somoim.rsvps().attend(person, event.id(), 0);
                asked.put(person, new long[] {begun, System.nanoTime()});
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        List<Actor.Person> line = line();
        Map<Actor.Person, Integer> places =
                IntStream.range(0, line.size()).boxed().collect(Collectors.toMap(line::get, place -> place));
        assertThat(going()).isEqualTo(SEATS);
        assertThat(places).hasSize(PEOPLE - SEATS);
        assertThat(overtaken(asked, places)).isZero();

        List<Actor.Person> seated = people.stream()
                .filter(person -> !places.containsKey(person))
                .limit(LEAVING)
                .toList();
        for (Future<?> one : seated.stream()
                .map(person -> threads.submit(() -> town.somoim.rsvps().decline(person, event.id())))
                .toList()) {
            one.get();
        }
        town.somoim.deliver();
        assertThat(going()).isEqualTo(SEATS);
        assertThat(line()).isEqualTo(line.subList(LEAVING, line.size()));
        for (int i = 0; i < line.size(); i++) {
            long told = town.somoim.notifications().list(line.get(i), Page.Ask.first(), false).items().stream()
                    .filter(notification -> notification.kind().value().equals("events.seat-found"))
                    .mapToLong(notification -> notification.count())
                    .sum();
            assertThat(told).isEqualTo(i < LEAVING ? 1 : 0);
        }
    }

    /** Pairs of which one had been answered before the other began to ask, and stands behind them all the same. */
    private long overtaken(Map<Actor.Person, long[]> asked, Map<Actor.Person, Integer> places) {
        List<Actor.Person> byEnd = asked.keySet().stream()
                .sorted((a, b) -> Long.compare(asked.get(a)[1], asked.get(b)[1]))
                .toList();
        List<Actor.Person> byBegin = asked.keySet().stream()
                .sorted((a, b) -> Long.compare(asked.get(a)[0], asked.get(b)[0]))
                .toList();
        long overtaken = 0;
        int furthest = -1;
        int ended = 0;
        for (Actor.Person person : byBegin) {
            while (ended < byEnd.size() && asked.get(byEnd.get(ended))[1] < asked.get(person)[0]) {
                furthest = Math.max(furthest, places.getOrDefault(byEnd.get(ended++), -1));
            }
            overtaken += places.getOrDefault(person, -1) < furthest ? 1 : 0;
        }
        return overtaken;
    }

    private int going() {
        return Integer.parseInt(database.ask("select count(*) from somoim_rsvps where answer = 'GOING'")
                .get(0));
    }

    private List<Actor.Person> line() {
        Map<String, Actor.Person> byId = people.stream()
                .collect(Collectors.toMap(person -> person.id().toString().replace("-", ""), person -> person));
        return database
                .ask("select lower(hex(user_id)) from somoim_rsvps where line is not null order by line")
                .stream()
                .map(byId::get)
                .toList();
    }
}
