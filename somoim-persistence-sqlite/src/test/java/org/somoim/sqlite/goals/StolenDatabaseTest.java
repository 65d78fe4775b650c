package org.somoim.sqlite.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.chat.Conversation;
import org.somoim.events.Event;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalFilter;
import org.somoim.goals.GoalShare;
import org.somoim.goals.Preview;
import org.somoim.goals.Story;
import org.somoim.groups.Group;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.moderation.Appeal;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Ruling;
import org.somoim.moderation.Subject;
import org.somoim.posts.Post;
import org.somoim.profiles.Consent;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;
import org.somoim.sqlite.OpenDatabase;

/** Whoever has every row of every table, and not the key, cannot tell who shares which goal. */
@Covers({"GOL-1", "GOL-8", "SEC-6"})
class StolenDatabaseTest {
    private static final int PEOPLE = 12;
    private static final Duration DAY = Duration.ofDays(1);

    /** Where the thief does learn something of a person and a share: what people gave to the goals of others. */
    private static final String VOTES = "somoim_goal_votes";

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private final Map<Id<GoalShare>, Actor.Person> authors = new HashMap<>();
    private final List<Actor.Person> people = new ArrayList<>();

    /** One row: its table, and everything in it that can be joined by, in one form. */
    private record Row(String table, Set<String> values, List<Long> numbers) {}

    private Community live() {
        Community town = database.community();
        for (int i = 0; i < PEOPLE; i++) {
            Actor.Person person = town.person("Person " + i);
            town.somoim
                    .profiles()
                    .changeSettings(
                            person,
                            Map.of(
                                    PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.STORY,
                                    PrivacySetting.SHARE_GOAL_AMOUNTS, Consent.YES));
            people.add(person);
        }
        Group group = town.openGroup(people.get(0));
        people.subList(1, PEOPLE).forEach(person -> town.somoim.memberships().join(person, group.id()));
        Event event = town.event(people.get(0), group);
        for (int i = 0; i < PEOPLE * 2; i++) {
            Actor.Person person = people.get(i * 5 % PEOPLE);
            Post post = town.post(person, group);
            town.comment(people.get(i * 7 % PEOPLE), post);
            town.somoim.chat().send(person, Conversation.idOf(group.id()), Prose.of("Hello"));
            town.somoim.rsvps().attend(person, event.id(), 0);
            town.somoim.sessions().open(person, Line.of("Phone"));
            town.clock.advance(Duration.ofSeconds(17));
            share(town, person, i);
            town.clock.advance(i % 6 == 5 ? DAY : Duration.ofMinutes(3));
            town.somoim.tick();
            town.somoim.deliver();
        }
        town.clock.advance(DAY);
        for (Id<GoalShare> share : authors.keySet()) {
            for (Actor.Person person : people) {
                if (Math.floorMod(share.hashCode() + person.hashCode(), 3) == 0) {
                    town.somoim.inspiration().cheer(person, share, Cheer.INSPIRED);
                }
            }
        }
        // Delivered here and there, and the last day's not at all: facts are there as well.
        town.clock.advance(DAY);
        town.somoim.tick();
        town.somoim.deliver();
        authors.keySet().forEach(share -> town.somoim.inspiration().cheer(people.get(0), share, Cheer.INSPIRED));
        authors.keySet().forEach(share -> town.somoim.inspiration().cheer(people.get(1), share, Cheer.INSPIRED));
        town.clock.advance(DAY);
        while (town.somoim.inspiration().turn(Actor.host("test")) > 0) {
            // Until nothing is left.
        }
        // A moment ago, so that everything is there that is kept for a day or two.
        share(town, people.get(2), PEOPLE * 2);
        return town;
    }

    /** As over HTTP: under a key by which the call can be made again. */
    private void share(Community town, Actor.Person person, int number) {
        town.somoim
                .once()
                .callVeiled(
                        person,
                        new IdempotencyKey("key-" + number),
                        new Secrets.Secret("body " + number).digest(),
                        () -> {
                            GoalShare share = town.somoim
                                    .goalShares()
                                    .share(
                                            person,
                                            new GoalDraft(GoalCategory.HOME, 1_000L + number, 30, null, null, null));
                            authors.put(share.id(), person);
                            if (number % 3 == 0) {
                                Story story = Story.of("A story of number " + number);
                                Preview preview = town.somoim.goalShares().preview(person, share.id(), story);
                                town.somoim.goalShares().publish(person, share.id(), preview.story(), preview.proof());
                            }
                            return Line.of("/me/goal-shares/" + share.id());
                        });
    }

    @Test
    void noRowAndNoJoinLeadsFromAShareToItsAuthor() throws SQLException {
        Community town = live();
        List<Row> rows = everything();
        Set<String> accounts = people.stream().map(person -> hex(person.id())).collect(Collectors.toSet());
        assertThat(rows.stream().map(Row::table).distinct()).hasSizeGreaterThan(20);
        assertThat(rows).anyMatch(row -> row.table().equals("somoim_facts"));
        assertThat(rows.stream().filter(row -> row.table().equals("somoim_notifications")))
                .hasSizeGreaterThan(3);
        assertThat(rows.stream().filter(row -> row.table().equals("somoim_veiled_calls")))
                .isNotEmpty();
        Map<String, Integer> frequency = frequency(rows);

        Set<String> linked = new TreeSet<>();
        authors.forEach((share, author) -> {
            Set<String> reached = reached(share, rows, frequency);
            reached.retainAll(accounts);
            if (!reached.isEmpty()) {
                linked.add(share + " leads to " + reached);
            }
        });
        assertThat(linked).isEmpty();

        // The same question with the key, so that it is known that there is something to find.
        for (Actor.Person person : people) {
            assertThat(town.somoim.goalShares().mine(person))
                    .hasSizeBetween(2, 3)
                    .allMatch(share -> authors.get(share.id()).equals(person));
        }
    }

    private static Map<String, Integer> frequency(List<Row> rows) {
        Map<String, Integer> frequency = new HashMap<>();
        rows.forEach(row -> row.values().forEach(value -> frequency.merge(value, 1, Integer::sum)));
        return frequency;
    }

    /** By three joins, through whatever is rare enough to say something. */
    private static Set<String> reached(Id<GoalShare> share, List<Row> rows, Map<String, Integer> frequency) {
        Set<String> reached = new HashSet<>(Set.of(hex(share)));
        for (int joins = 0; joins < 3; joins++) {
            for (Row row : rows) {
                if (!row.table().equals(VOTES)
                        && row.values().stream()
                                .anyMatch(value -> reached.contains(value) && frequency.get(value) < PEOPLE)) {
                    reached.addAll(row.values());
                }
            }
        }
        return reached;
    }

    @Test
    void whatIsDoneAboutAShareLeadsToWhoReportedItAndWhoDecidedAndNotToWhoseItIs() throws SQLException {
        Community town = live();
        Actor.Person reporter = town.person("Reporter");
        List<Actor.Person> judges = List.of(judge(town), judge(town));
        Id<GoalShare> share = town.somoim
                .inspiration()
                .list(reporter, GoalFilter.ALL, Page.Ask.first())
                .items()
                .get(0)
                .share()
                .id();
        Actor.Person author = authors.get(share);
        Measure hidden = hide(town, share, reporter, judges.get(0));
        town.somoim
                .once()
                .callVeiled(author, new IdempotencyKey("why"), new Secrets.Secret("objection").digest(), () -> {
                    town.somoim.appeals().object(author, hidden.id(), Prose.of("It is my own story"));
                    return Line.of("/me/appeals");
                });
        Appeal objection = town.somoim
                .appeals()
                .waiting(judges.get(1), Page.Ask.first())
                .items()
                .get(0);
        town.somoim.appeals().overturn(judges.get(1), objection.id(), Prose.of("You are right"));
        town.somoim.deliver();

        // Whoever cheered is known by name.
        List<Row> rows =
                everything().stream().filter(row -> !row.table().equals(VOTES)).toList();
        Set<String> reached = reached(share, rows, frequency(rows));
        assertThat(reached)
                .contains(
                        hex(reporter.id()),
                        hex(judges.get(0).id()),
                        hex(judges.get(1).id()));
        assertThat(reached).doesNotContain(hex(author.id()));
        assertThat(people).noneMatch(person -> reached.contains(hex(person.id())));
    }

    private static Actor.Person judge(Community town) {
        Actor.Person judge = town.person("Judge");
        town.somoim.accounts().appoint(Actor.host("test"), judge.id(), SiteRole.MODERATOR);
        return judge;
    }

    private static Measure hide(Community town, Id<GoalShare> share, Actor.Person reporter, Actor.Person judge) {
        town.somoim.reports().report(reporter, Subject.of("goal", share), Ground.SPAM, null);
        Case claimed = town.somoim.cases().claimNext(judge).orElseThrow();
        var ruling = new Ruling(
                Measure.Kind.HIDE, Ground.SPAM, Line.of("No spam"), Prose.of("It advertises"), null, 0, false);
        return town.somoim.cases().decide(judge, claimed.id(), claimed.version(), ruling);
    }

    @Test
    void nothingThatIsKeptOfOnePersonsSharesIsAlike() throws SQLException {
        live();
        List<Row> owners = everything().stream()
                .filter(row -> row.table().equals("somoim_goal_share_owners"))
                .toList();

        assertThat(owners).hasSize(PEOPLE * 2 + 1);
        assertThat(owners.stream().flatMap(row -> row.values().stream())).doesNotHaveDuplicates();
    }

    @Test
    void everyTimeIsADayAndNoTableLiesInTheOrderOfItsMaking() throws SQLException {
        live();
        long earliest = 1_700_000_000_000L;
        for (Row row : everything()) {
            if (row.table().startsWith("somoim_goal_") || row.table().equals("somoim_veiled_calls")) {
                assertThat(row.numbers().stream().filter(number -> number > earliest))
                        .describedAs(row.table())
                        .allMatch(number -> number % DAY.toMillis() == 0);
            }
        }
        assertThat(database.ask("""
                        select name from pragma_table_list
                        where (name like 'somoim_goal_%' or name = 'somoim_veiled_calls') and wr = 0
                        """)).isEmpty();
        assertThat(authors.keySet()).allMatch(share -> share.value().version() == 4);
    }

    @Test
    void whoeverIsToldIsNotToldOfAShare() {
        Community town = live();
        town.somoim.deliver();
        Actor.Person told = people.get(3);
        assertThat(town.somoim
                        .notifications()
                        .list(told, Page.Ask.first(), false)
                        .items())
                .filteredOn(one -> one.kind().equals(new Word("goals.new-inspiration-on-goal")))
                .isNotEmpty()
                .allMatch(one -> one.subject().value().equals(told.id().value())
                        && one.thread().value().equals(told.id().value()));
    }

    private static String hex(Id<?> id) {
        return id.toString().replace("-", "");
    }

    /** Every row of every table, as whoever took the file reads it: ids in blobs, in hexadecimal and inside texts alike. */
    private List<Row> everything() throws SQLException {
        List<Row> all = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table :
                    database.ask("select name from sqlite_schema where type = 'table' and name like 'somoim_%'")) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        all.add(row(table, rows));
                    }
                }
            }
        }
        return all;
    }

    private static Row row(String table, ResultSet rows) throws SQLException {
        Set<String> values = new HashSet<>();
        List<Long> numbers = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            Object value = rows.getObject(column);
            if (value instanceof byte[] bytes) {
                values.add(HexFormat.of().formatHex(bytes));
            } else if (value instanceof Number number) {
                numbers.add(number.longValue());
                // A time to the millisecond joins as well as an id does; a day does not.
                if (number.longValue() > 1_700_000_000_000L && number.longValue() % DAY.toMillis() != 0) {
                    values.add("t" + number);
                }
            } else if (value instanceof String text) {
                String lower = text.toLowerCase(Locale.ROOT);
                ID.matcher(lower)
                        .results()
                        .forEach(found -> values.add(found.group().replace("-", "")));
                if (text.length() > 20) {
                    values.add(text);
                }
            }
        }
        return new Row(table, values, numbers);
    }
}
