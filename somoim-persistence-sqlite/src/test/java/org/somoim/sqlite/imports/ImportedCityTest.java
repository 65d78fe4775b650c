package org.somoim.sqlite.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.groups.GroupFilter;
import org.somoim.imports.Progress;
import org.somoim.imports.Progress.Tally;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.leaks.DoorSurfaces;
import org.somoim.leaks.LeakMatrixContract;
import org.somoim.leaks.State;
import org.somoim.leaks.Surface;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.backup.Backups;

/** What holds of a town that was made up holds of a city that was there, and of a town in its midst. */
@Covers({"DAT-9", "TST-3"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportedCityTest implements LeakMatrixContract {
    private static final Path DATA = Path.of(System.getProperty("somoim.data", "data"), "groups");
    private static final Word SOURCE = new Word("city");
    private static final Actor HOST = Actor.host("import");

    private final OpenDatabase database = new OpenDatabase();
    private City city;
    private Community town;

    @BeforeAll
    void bringTheCityIn() throws IOException {
        assumeTrue(
                Files.isDirectory(DATA),
                () -> "There is no " + DATA + "; say -Dsomoim.data=FOLDER to try it on the city's groups.");
        city = new City(DATA);
        database.open();
        town = database.community();
        Tally tally = town.somoim.imports().bring(HOST, SOURCE, city.rows().iterator(), Progress.unheard());
        assertThat(tally).isEqualTo(new Tally(city.people() + city.memberships(), 0, 0));
    }

    @AfterAll
    void takeItAway() throws IOException {
        if (town != null) {
            database.close();
        }
    }

    @Override
    public Community town() {
        return town;
    }

    @Override
    public List<Surface> surfaces(Community town) {
        return DoorSurfaces.of(town.somoim);
    }

    /** One scene in four, for every answer is long in a city; the nightly run has all. */
    @Override
    public List<State> states() {
        List<State> all = State.all();
        int step = Boolean.getBoolean("somoim.nightly") ? 1 : 4;
        return IntStream.iterate(0, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .toList();
    }

    @Test
    void everyLawHoldsOfIt() {
        assertThat(Backups.verify(database.file()).broken()).isEmpty();
    }

    @Test
    void everybodyBelongsWhereTheyDid() {
        Set<String> counted = new TreeSet<>(
                database.ask(
                        "select name || ' ' || members from somoim_groups where created_by in (select user_id from somoim_import_references)"));

        assertThat(counted)
                .containsExactlyInAnyOrderElementsOf(city.membersOfEach().entrySet().stream()
                        .map(one -> "Group " + one.getKey() + " " + one.getValue())
                        .collect(Collectors.toSet()));
    }

    @Test
    void broughtInAgainNothingIsThereTwice() {
        assertThat(town.somoim.imports().bring(HOST, SOURCE, city.rows().iterator(), Progress.unheard()))
                .isEqualTo(new Tally(0, city.people() + city.memberships(), 0));
    }

    @Test
    @Covers({"GRP-5", "SEC-6"})
    void whatAPersonFindsInTheListIsWhatTheyMayLookAt() {
        List<String> people = database.ask(
                "select lower(hex(user_id)) from somoim_import_references where user_id is not null order by mark limit 20");
        List<Id<Group>> groups =
                database
                        .ask("select lower(hex(thing_id)) from somoim_import_references where thing_id is not null")
                        .stream()
                        .map(ImportedCityTest::<Group>id)
                        .toList();
        assertThat(people).hasSize(20);
        for (String hex : people) {
            var person = new Actor.Person(ImportedCityTest.<User>id(hex));
            assertThat(listed(person, Set.copyOf(groups)))
                    .isEqualTo(groups.stream()
                            .filter(group -> isSeen(person, group))
                            .collect(Collectors.toSet()));
        }
    }

    private static <T> Id<T> id(String hex) {
        return Id.of(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    private boolean isSeen(Actor.Person person, Id<Group> group) {
        try {
            town.somoim.groups().find(person, group);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.reason().code()).isEqualTo("access.not-found");
            return false;
        }
    }

    private Set<Id<Group>> listed(Actor.Person person, Set<Id<Group>> among) {
        List<Id<Group>> all = new ArrayList<>();
        Page.Ask ask = Page.Ask.first(50);
        while (true) {
            Page<Group> page = town.somoim.groups().browse(person, GroupFilter.ALL, ask);
            page.items().forEach(group -> all.add(group.id()));
            Cursor next = page.next();
            if (next == null) {
                return all.stream().filter(among::contains).collect(Collectors.toSet());
            }
            ask = new Page.Ask(next, 50);
        }
    }
}
