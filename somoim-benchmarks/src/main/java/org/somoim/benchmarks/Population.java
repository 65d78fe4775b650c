package org.somoim.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.somoim.Policies;
import org.somoim.Ports;
import org.somoim.Somoim;
import org.somoim.accounts.ImportedAccount;
import org.somoim.accounts.bcrypt.BcryptPasswordHasher;
import org.somoim.accounts.bcrypt.Pepper;
import org.somoim.chat.Conversation;
import org.somoim.events.Plan;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumType;
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
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

/**
 * A community of any size, the same each time: ids, times and words follow from its size and the seed. A few groups are
 * large and most are small, after Zipf. Its first person is in the fifty largest.
 *
 * <p>People, groups, memberships, events and talk come in by the library's own doors. What there are millions of is written
 * into its tables by the statements of {@link Writings}, some thousand rows to a transaction; if that breaks off, the next
 * run goes on where it stopped.
 *
 * @param posts in groups; comments, reactions, notifications and the forum grow with them
 */
record Population(long seed, int posts) {
    /** The first person's. */
    static final int GROUPS_OF_ONE = 50;

    static final int CATEGORIES = 10;

    /** Everything was written before this. */
    static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private static final int SAID_IN_EACH = 3;
    private static final int LARGEST = 2_000;
    private static final int SMALLEST = 8;
    private static final int STRIDE = 7_919;
    private static final Actor HOST = Actor.host("benchmark");

    int people() {
        return Math.max(200, Math.min(posts / 50, 20_000));
    }

    int groups() {
        return Math.max(60, Math.min(posts / 500, 2_000));
    }

    /** @param group its place by size, from 0 */
    int members(int group) {
        return Math.max(SMALLEST, Math.min(people() / (4 * (group + 1)), LARGEST));
    }

    /**
     * The number of a person.
     *
     * @param place 0 for the owner
     */
    int member(int group, int place) {
        return (int) ((group + (long) place * STRIDE) % people());
    }

    /** Numbers of the people in a group, the owner first. */
    List<Integer> membersOf(int group) {
        List<Integer> members = new ArrayList<>(IntStream.range(0, members(group))
                .mapToObj(place -> member(group, place))
                .toList());
        if (group < GROUPS_OF_ONE && !members.contains(0)) {
            members.add(0);
        }
        return members;
    }

    private int memberships() {
        return IntStream.range(0, groups())
                .map(group -> membersOf(group).size())
                .sum();
    }

    /** When the post of this number was written. */
    Instant at(long post) {
        long before = (posts - post) * (2L * 365 * 24 * 3_600_000 / posts);
        return NOW.minusMillis(before);
    }

    /**
     * Makes it, or goes on making it.
     *
     * @param file of the database; keys lie next to it
     * @param bar where to show how far it is
     */
    void settle(Path file, PrintStream bar) throws Exception {
        if (!isFounded(file)) {
            if (Files.exists(file)) {
                Town.remove(file);
            }
            bar.printf("%,d people in %,d groups%n", people(), groups());
            found(file);
        }
        try (var writings = new Writings(this, file)) {
            writings.write(bar);
        }
    }

    private boolean isFounded(Path file) throws Exception {
        if (!Files.exists(file)) {
            return false;
        }
        try (var plain = new PlainJdbc(file)) {
            return plain.count("somoim_memberships") == memberships()
                    && plain.count("somoim_messages") == GROUPS_OF_ONE * SAID_IN_EACH;
        } catch (SQLException unfinished) {
            return false;
        }
    }

    void found(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var chance = new Random(seed);
        try (SqliteDatabase database = SqliteDatabase.open(SqliteOptions.at(file))) {
            Somoim somoim = on(database, () -> NOW, chance);
            somoim.imports().bring(HOST, new Word("benchmark"), rows(), Progress.unheard());
            for (int i = 0; i < CATEGORIES; i++) {
                somoim.forumCategories()
                        .make(HOST, null, CategoryDraft.open(Line.of("이야기 " + i), ForumType.DISCUSSION));
            }
            List<Id<User>> people;
            List<Id<Group>> groups;
            try (var plain = new PlainJdbc(file)) {
                people = plain.numberedPeople();
                groups = plain.numberedGroups();
            } catch (SQLException e) {
                throw new IOException(e);
            }
            somoim.together(() -> {
                meet(somoim, people, groups, chance);
                return groups;
            });
        }
    }

    private void meet(Somoim somoim, List<Id<User>> people, List<Id<Group>> groups, Random chance) {
        LocalDateTime start = LocalDateTime.of(2027, 11, 1, 19, 0);
        for (int group = 0; group < GROUPS_OF_ONE; group++) {
            var owner = new Actor.Person(people.get(member(group, 0)));
            Id<Group> id = groups.get(group);
            Plan plan = Plan.of(Line.of("모임 " + group), new When(start, start.plusHours(2), Zone.UTC));
            somoim.events().call(owner, id, plan);
            for (int i = 0; i < SAID_IN_EACH; i++) {
                somoim.chat().send(owner, Conversation.idOf(id), Prose.of(Words.text(chance)));
            }
        }
    }

    static Somoim on(SqliteDatabase database, InstantSource clock, RandomGenerator chance) {
        var hasher = new BcryptPasswordHasher(new Pepper(database.keys().own("password-pepper")), new SecureRandom());
        Ports ports = Sqlite.ports(database, hasher, clock, chance);
        return new Somoim(ports, Policies.PRESET);
    }

    private Iterator<Row> rows() {
        Instant longAgo = at(0);
        Stream<Row> people = IntStream.range(0, people())
                .mapToObj(i -> () -> new ImportedAccount(
                        ImportedAccount.ref("" + i),
                        Email.of("person-" + i + "@example.org"),
                        null,
                        Line.of("Person " + i),
                        longAgo));
        Stream<Row> groups = IntStream.range(0, groups())
                .mapToObj(i -> () -> new ImportedGroup(
                        ImportedGroup.ref("" + i),
                        ImportedAccount.ref("" + member(i, 0)),
                        NewGroup.of(Group.Kind.SOCIAL, Line.of("Group " + i)),
                        longAgo));
        Stream<Row> memberships = IntStream.range(0, groups()).boxed().flatMap(i -> membersOf(i).stream()
                .skip(1)
                .map(person -> () -> new ImportedMembership(
                        ImportedGroup.ref("" + i), ImportedAccount.ref("" + person), Role.MEMBER, longAgo)));
        return Stream.of(people, groups, memberships).flatMap(rows -> rows).iterator();
    }

    /** People and groups that they do not belong to, each pair once. */
    Iterator<Pairs.Pair> strangers() {
        return IntStream.range(GROUPS_OF_ONE, groups())
                .boxed()
                .flatMap(group -> {
                    Set<Integer> members = new HashSet<>(membersOf(group));
                    return IntStream.range(0, Math.min(people(), 100))
                            .filter(person -> !members.contains(person))
                            .mapToObj(person -> new Pairs.Pair(person, group));
                })
                .iterator();
    }
}
