package org.somoim.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.somoim.Covers;
import org.somoim.access.Visibility;
import org.somoim.accounts.ImportedAccount;
import org.somoim.groups.Group;
import org.somoim.groups.ImportedGroup;
import org.somoim.groups.ImportedMembership;
import org.somoim.groups.Membership;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.imports.Progress.Tally;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.posts.ImportedPost;

/** Whatever rows there are, sound or not, in whatever order. */
@Covers({"DAT-9", "TST-3"})
class ImportsPropertiesTest {
    private static final Word OLD = new Word("old-forum");
    private static final Actor HOST = Actor.host("import");
    private static final Instant LONG_AGO = Instant.parse("2019-04-05T06:07:08Z");

    /** What there is afterwards, in words that do not depend on ids. */
    private static String state(Community town) {
        var accounts = town.somoim.accounts().list(HOST, Page.Ask.first(50)).items();
        return accounts.stream()
                .map(account -> account.email().value() + " "
                        + town.somoim.groups().mine(new Actor.Person(account.id()), Page.Ask.first(50)).items().stream()
                                .map(one -> one.group().name().value() + " "
                                        + one.group().members() + " "
                                        + one.membership().role() + " "
                                        + town
                                                .somoim
                                                .posts()
                                                .inGroup(
                                                        new Actor.Person(account.id()),
                                                        one.group().id(),
                                                        Page.Ask.first(50))
                                                .items()
                                                .stream()
                                                .map(shown ->
                                                        shown.post().body().value())
                                                .sorted()
                                                .toList())
                                .sorted()
                                .toList())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Run after run, each broken off a little later, comes to what one run comes to. */
    @Property(tries = 100)
    void howeverOftenItBreaksOffItComesToTheSame(
            @ForAll("orderly") List<Row> rows, @ForAll @Size(max = 4) List<@IntRange(max = 39) Integer> cuts) {
        var whole = new Community();
        Tally tally = whole.somoim.imports().bring(HOST, OLD, rows.iterator(), Progress.unheard());

        var pieces = new Community();
        long brought = 0;
        List<Integer> ends = new ArrayList<>(cuts);
        ends.add(rows.size());
        for (int end : ends) {
            List<Row> some = rows.subList(0, Math.min(end, rows.size()));
            brought += pieces.somoim
                    .imports()
                    .bring(HOST, OLD, some.iterator(), Progress.unheard())
                    .brought();
        }

        assertThat(brought).isEqualTo(tally.brought());
        assertThat(state(pieces)).isEqualTo(state(whole));
        assertThat(whole.somoim
                        .imports()
                        .bring(HOST, OLD, rows.iterator(), Progress.unheard())
                        .brought())
                .isZero();
    }

    /** Each group has one owner and as many members as it says; who brings rows cannot break what holds for everyone. */
    @Property(tries = 100)
    void whatIsBroughtInIsAsSoundAsWhatIsMadeHere(@ForAll("rows") @Size(max = 60) List<Row> rows) {
        var town = new Community();
        Tally tally = town.somoim.imports().bring(HOST, OLD, rows.iterator(), Progress.unheard());

        assertThat(tally.rows()).isEqualTo(rows.size());
        for (Group group : groups(town)) {
            List<Membership> members =
                    town.ports.transactor().read(() -> town.ports.memberships().members(group.id(), null, 100));
            assertThat(members).hasSize(group.members());
            assertThat(members.stream().filter(one -> one.role() == Role.OWNER)).hasSize(1);
            assertThat(group.maxMembers() == null || group.members() <= group.maxMembers())
                    .isTrue();
        }
    }

    private static List<Group> groups(Community town) {
        return town.somoim.accounts().list(HOST, Page.Ask.first(50)).items().stream()
                .flatMap(account ->
                        town.somoim.groups().mine(new Actor.Person(account.id()), Page.Ask.first(50)).items().stream())
                .map(one -> one.group())
                .distinct()
                .toList();
    }

    /** Sound or not, in any order. */
    @Provide
    Arbitrary<List<Row>> rows() {
        return Arbitraries.oneOf(people(), groups(), members(), posts()).list();
    }

    /** What is spoken of before what speaks of it. */
    @Provide
    Arbitrary<List<Row>> orderly() {
        return Combinators.combine(
                        people().list().ofMaxSize(10),
                        groups().list().ofMaxSize(6),
                        members().list().ofMaxSize(20),
                        posts().list().ofMaxSize(6))
                .as((people, groups, members, posts) -> Stream.of(people, groups, members, posts)
                        .flatMap(List::stream)
                        .toList());
    }

    private static Arbitrary<Integer> few() {
        return Arbitraries.integers().between(0, 4);
    }

    private static Arbitrary<Row> people() {
        return Combinators.combine(few(), few())
                .as((name, address) -> () -> new ImportedAccount(
                        ImportedAccount.ref("p" + name),
                        // Two people now and then have one address, and now and then it is none.
                        Email.of(address == 4 ? "nowhere" : (name / 2 + address) + "@example.org"),
                        null,
                        Line.of("민지 " + name),
                        LONG_AGO));
    }

    private static Arbitrary<Row> groups() {
        return Combinators.combine(few(), few(), few(), Arbitraries.of(Visibility.class))
                .as((name, owner, places, seen) -> () -> new ImportedGroup(
                        ImportedGroup.ref("g" + name),
                        ImportedAccount.ref("p" + owner),
                        NewGroup.social(new Terms(
                                Line.of("Group " + name),
                                null,
                                null,
                                seen,
                                Group.JoinPolicy.INVITE,
                                Group.InvitePolicy.ADMINS,
                                false,
                                places)),
                        LONG_AGO));
    }

    private static Arbitrary<Row> members() {
        return Combinators.combine(few(), few(), Arbitraries.of(Role.class))
                .as((group, person, role) -> () -> new ImportedMembership(
                        ImportedGroup.ref("g" + group), ImportedAccount.ref("p" + person), role, LONG_AGO));
    }

    private static Arbitrary<Row> posts() {
        return Combinators.combine(few(), few(), few())
                .as((name, group, author) -> () -> new ImportedPost(
                        ImportedPost.ref("x" + name),
                        ImportedGroup.ref("g" + group),
                        ImportedAccount.ref("p" + author),
                        null,
                        Prose.of("Words " + name),
                        LONG_AGO));
    }
}
