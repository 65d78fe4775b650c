package org.somoim.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.accounts.AccountReason;
import org.somoim.accounts.HereAlready;
import org.somoim.accounts.ImportedAccount;
import org.somoim.accounts.Password;
import org.somoim.accounts.PasswordHash;
import org.somoim.groups.Group;
import org.somoim.groups.GroupReason;
import org.somoim.groups.Groups;
import org.somoim.groups.ImportedGroup;
import org.somoim.groups.ImportedMembership;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.imports.Progress.Refused;
import org.somoim.imports.Progress.Tally;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.KernelReason;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.personaldata.Wish;
import org.somoim.posts.ImportedPost;
import org.somoim.posts.ShownPost;
import org.somoim.profiles.ProfileReason;

@Covers({"DAT-9", "TST-3"})
class ImportsTest {
    private static final Word OLD = new Word("old-forum");
    private static final Actor HOST = Actor.host("import");
    private static final Instant LONG_AGO = Instant.parse("2019-04-05T06:07:08Z");

    private final Community town = new Community();
    private final Imports imports = town.somoim.imports();
    private final Heard heard = new Heard();

    /** What an import told. */
    private static class Heard implements Progress {
        final List<Tally> tallies = new ArrayList<>();
        final List<Refused> refused = new ArrayList<>();

        @Override
        public void reached(Tally tally) {
            tallies.add(tally);
        }

        @Override
        public void refused(Refused row) {
            refused.add(row);
        }
    }

    private Tally bring(Row... rows) {
        return imports.bring(HOST, OLD, List.of(rows).iterator(), heard);
    }

    private static Row person(String name) {
        return () -> new ImportedAccount(
                ImportedAccount.ref(name), Email.of(name + "@example.org"), null, Line.of("민지 " + name), LONG_AGO);
    }

    private static Row group(String name, String owner) {
        return group(name, owner, Terms.of(Group.Kind.SOCIAL, Line.of("Group " + name)));
    }

    private static Row group(String name, String owner, Terms terms) {
        return () -> new ImportedGroup(
                ImportedGroup.ref(name), ImportedAccount.ref(owner), NewGroup.social(terms), LONG_AGO);
    }

    private static Row member(String group, String person, Role role) {
        return () -> new ImportedMembership(ImportedGroup.ref(group), ImportedAccount.ref(person), role, LONG_AGO);
    }

    private static Row post(String name, String group, String author) {
        return () -> new ImportedPost(
                ImportedPost.ref(name),
                ImportedGroup.ref(group),
                ImportedAccount.ref(author),
                null,
                Prose.of("What " + author + " wrote"),
                LONG_AGO);
    }

    private Actor.Person whoIs(String name) {
        return new Actor.Person(town.ports
                .transactor()
                .read(() -> town.ports.accounts().findByEmail(Email.of(name + "@example.org")))
                .orElseThrow()
                .id());
    }

    private List<Group> groupsOf(String name) {
        return town.somoim.groups().mine(whoIs(name), Page.Ask.first()).items().stream()
                .map(Groups.Belonging::group)
                .toList();
    }

    @Test
    void peopleFindWhatTheyHadElsewhereAndNobodyIsToldOfIt() {
        Tally tally =
                bring(person("1"), person("2"), group("a", "1"), member("a", "2", Role.MODERATOR), post("x", "a", "2"));
        town.somoim.deliver();

        assertThat(tally).isEqualTo(new Tally(5, 0, 0));
        Group group = groupsOf("2").get(0);
        assertThat(group.members()).isEqualTo(2);
        assertThat(group.createdAt()).isEqualTo(LONG_AGO);
        assertThat(town.somoim
                        .posts()
                        .inGroup(whoIs("1"), group.id(), Page.Ask.first())
                        .items())
                .extracting(ShownPost::post)
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.authorId()).isEqualTo(whoIs("2").id());
                    assertThat(post.createdAt()).isEqualTo(LONG_AGO);
                });
        assertThat(town.somoim
                        .members()
                        .list(whoIs("1"), group.id(), Page.Ask.first())
                        .items())
                .extracting(membership -> membership.role())
                .containsExactlyInAnyOrder(Role.OWNER, Role.MODERATOR);
        for (String name : List.of("1", "2")) {
            assertThat(town.somoim
                            .notifications()
                            .list(whoIs(name), Page.Ask.first(), false)
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void aReadyHashLetsItsOwnerInAndOneThatNeverFitsIsRefused() {
        PasswordHash ready = town.ports.passwords().hash(Community.PASSWORD);
        bring(
                () -> new ImportedAccount(
                        ImportedAccount.ref("1"), Email.of("1@example.org"), ready, Line.of("민지"), LONG_AGO),
                () -> new ImportedAccount(
                        ImportedAccount.ref("2"),
                        Email.of("2@example.org"),
                        new PasswordHash("md5$5f4dcc3b5aa765d61d8327deb882cf99"),
                        Line.of("Jun"),
                        LONG_AGO));

        assertThat(heard.refused).containsExactly(new Refused(2, AccountReason.HASH_NOT_KNOWN));
        assertThat(town.somoim
                        .passwords()
                        .logIn(Actor.visitor(), Email.of("1@example.org"), Community.PASSWORD, Origin.UNKNOWN)
                        .id())
                .isEqualTo(whoIs("1").id());
        assertRefused("accounts.wrong-credentials", () -> town.somoim
                .passwords()
                .logIn(Actor.visitor(), Email.of("1@example.org"), Password.of("some other password"), Origin.UNKNOWN));
    }

    @Test
    void aRowThatIsRefusedKeepsNoOtherBack() {
        Terms two = Terms.of(Group.Kind.SOCIAL, Line.of("Two"));
        Terms small =
                new Terms(two.name(), null, null, two.visibility(), two.joinPolicy(), two.invitePolicy(), false, 1);

        Tally tally = bring(
                person("1"),
                group("a", "nobody"),
                person("2"),
                () -> new ImportedAccount(
                        ImportedAccount.ref("3"), Email.of("1@example.org"), null, Line.of("Again"), LONG_AGO),
                () -> new ImportedAccount(
                        ImportedAccount.ref("4"), Email.of("4@example.org"), null, Line.of("n".repeat(101)), LONG_AGO),
                () -> new ImportedAccount(
                        ImportedAccount.ref("5"),
                        Email.of("5@example.org"),
                        null,
                        Line.of("Early"),
                        town.clock.instant().plusMillis(1)),
                () -> new ImportedAccount(
                        ImportedAccount.ref("6"), Email.of("6@example.org"), null, Line.of("\n"), LONG_AGO),
                group("b", "1", small),
                member("b", "2", Role.MEMBER),
                member("b", "1", Role.OWNER),
                post("x", "b", "1"));

        assertThat(tally).isEqualTo(new Tally(4, 0, 7));
        assertThat(heard.refused)
                .containsExactly(
                        new Refused(2, ImportReason.UNKNOWN_REFERENCE),
                        new Refused(4, AccountReason.EMAIL_TAKEN),
                        new Refused(5, ProfileReason.NAME_TOO_LONG),
                        new Refused(6, ImportReason.IN_THE_FUTURE),
                        new Refused(7, KernelReason.NOT_ONE_LINE),
                        new Refused(9, GroupReason.FULL),
                        new Refused(10, GroupReason.OWNER_MUST_TRANSFER));
    }

    @Test
    void aRunThatBreaksOffGoesOnWhereItWas() {
        List<Row> rows = new ArrayList<>(IntStream.range(0, 3 * Imports.BATCH)
                .mapToObj(i -> person("p" + i))
                .toList());
        List<Row> broken = new ArrayList<>(rows);
        broken.set(2 * Imports.BATCH + 7, () -> {
            throw new IllegalStateException("the file ends in the middle of a row");
        });

        assertThatThrownBy(() -> imports.bring(HOST, OLD, broken.iterator(), heard))
                .isInstanceOf(IllegalStateException.class);
        assertThat(heard.tallies).endsWith(new Tally(2 * Imports.BATCH, 0, 0));

        assertThat(imports.bring(HOST, OLD, rows.iterator(), Progress.unheard()))
                .isEqualTo(new Tally(Imports.BATCH, 2 * Imports.BATCH, 0));
        assertThat(imports.bring(HOST, OLD, rows.iterator(), Progress.unheard()))
                .isEqualTo(new Tally(0, 3 * Imports.BATCH, 0));
    }

    @Test
    void whoDoesNotWantToHearMoreStopsIt() {
        List<Row> rows = IntStream.range(0, 2 * Imports.BATCH)
                .mapToObj(i -> person("p" + i))
                .toList();
        var stopping = new Heard() {
            @Override
            public void reached(Tally tally) {
                throw new IllegalStateException("somebody pressed a key");
            }
        };

        assertThatThrownBy(() -> imports.bring(HOST, OLD, rows.iterator(), stopping))
                .hasMessage("somebody pressed a key");
        assertThat(imports.bring(HOST, OLD, rows.iterator(), heard))
                .isEqualTo(new Tally(Imports.BATCH, Imports.BATCH, 0));
    }

    @Test
    void aRehearsalTellsWhatWouldComeOfItAndLeavesNothing() {
        Row[] rows = {person("1"), person("2"), group("a", "1"), member("a", "2", Role.ADMIN), group("b", "nobody")};
        Tally rehearsed = imports.rehearse(HOST, OLD, List.of(rows).iterator(), heard);

        assertThat(rehearsed).isEqualTo(new Tally(4, 0, 1));
        assertThat(heard.refused).containsExactly(new Refused(5, ImportReason.UNKNOWN_REFERENCE));
        assertThat(town.somoim.accounts().list(HOST, Page.Ask.first()).items()).isEmpty();
        assertThat(bring(rows)).isEqualTo(rehearsed);
    }

    /** What one change brings is written together, but each row finds what those before it brought. */
    @Test
    void whatIsThereTwiceInOneChangeComesOnce() {
        Tally tally = bring(
                person("1"),
                group("a", "1"),
                member("a", "1", Role.MEMBER),
                person("2"),
                member("a", "2", Role.ADMIN),
                member("a", "2", Role.MEMBER),
                person("2"),
                post("x", "a", "2"),
                post("x", "a", "1"),
                group("a", "2"));

        assertThat(tally).isEqualTo(new Tally(5, 5, 0));
        assertThat(groupsOf("2")).singleElement().extracting(Group::members).isEqualTo(2);
        assertThat(town.somoim
                        .members()
                        .list(whoIs("1"), groupsOf("1").get(0).id(), Page.Ask.first())
                        .items())
                .extracting(membership -> membership.role())
                .containsExactlyInAnyOrder(Role.OWNER, Role.ADMIN);
    }

    @Test
    void whatHappensIsAnnouncedInTheOrderOfTheRows() {
        bring(
                person("1"),
                group("a", "1"),
                person("2"),
                post("x", "a", "2"),
                member("a", "2", Role.MEMBER),
                person("2"),
                group("b", "nobody"),
                post("y", "a", "1"));

        assertThat(town.ports.transactor().read(() -> town.ports.facts().after(0, 20)))
                .extracting(entry -> entry.fact().name())
                .containsExactly(
                        "profiles.initialized",
                        "accounts.opened",
                        "groups.created",
                        "profiles.initialized",
                        "accounts.opened",
                        "posts.post-brought-in",
                        "groups.brought-in",
                        "posts.post-brought-in");
    }

    @Test
    void whoeverWasErasedDoesNotComeBackWithTheNextRun() {
        Row[] rows = {person("1"), person("2"), group("a", "1"), member("a", "2", Role.MEMBER)};
        bring(rows);
        Id<User> two = whoIs("2").id();
        town.somoim.personalData().erase(HOST, two, Wish.REMOVE, Map.of());
        town.somoim.tick();

        assertThat(bring(rows)).isEqualTo(new Tally(0, 2, 2));
        assertThat(heard.refused)
                .containsExactly(new Refused(2, ImportReason.ERASED), new Refused(4, ImportReason.ERASED));
    }

    @Test
    void whoWentAwayOrWasPutOutIsNotPutBack() {
        Row[] rows = {person("1"), person("2"), person("3"), group("a", "1")};
        bring(rows);
        Row[] members = {member("a", "2", Role.MEMBER), member("a", "3", Role.MEMBER)};
        bring(members);
        Id<Group> group = groupsOf("1").get(0).id();
        town.somoim.memberships().leave(whoIs("2"), group);
        town.somoim.members().ban(whoIs("1"), group, whoIs("3").id());

        assertThat(bring(members)).isEqualTo(new Tally(0, 2, 0));
        assertThat(town.somoim.groups().find(whoIs("1"), group).members()).isOne();
    }

    @Test
    void whoHadAnAccountHereGetsWhatTheyHadThere() {
        Actor.Person minji = town.person("Minji", Email.of("1@example.org"));
        Row same = () -> new HereAlready(ImportedAccount.ref("1"), minji.id(), LONG_AGO);
        Row nobody =
                () -> new HereAlready(ImportedAccount.ref("9"), town.ports.ids().timeOrdered(), LONG_AGO);

        assertThat(bring(person("1"), same, group("a", "1"), nobody)).isEqualTo(new Tally(2, 0, 2));
        assertThat(groupsOf("1")).hasSize(1);
        assertThat(bring(person("1"), same, group("a", "1"))).isEqualTo(new Tally(0, 3, 0));
    }

    @Test
    void namesAreGoodWithinTheirSource() {
        bring(person("1"));
        Row inOther = group("a", "1");

        imports.bring(HOST, new Word("elsewhere"), List.of(inOther).iterator(), heard);
        assertThat(heard.refused).containsExactly(new Refused(1, ImportReason.UNKNOWN_REFERENCE));
    }

    @Test
    void whatIsForgottenIsNotKnownAgain() {
        bring(person("1"), group("a", "1"));
        assertThat(imports.forget(HOST, OLD)).isEqualTo(2);
        assertThat(imports.forget(HOST, OLD)).isZero();

        assertThat(bring(person("1"))).isEqualTo(new Tally(0, 0, 1));
        assertThat(heard.refused).containsExactly(new Refused(1, AccountReason.EMAIL_TAKEN));
    }

    @Test
    void itIsForTheHostAlone() {
        Actor.Person admin = town.admin();
        for (Actor actor : List.of(admin, town.person(), Actor.visitor())) {
            assertRefused(
                    "access.not-allowed",
                    () -> imports.bring(actor, OLD, List.of(person("1")).iterator(), heard));
            assertRefused(
                    "access.not-allowed",
                    () -> imports.rehearse(actor, OLD, List.of(person("1")).iterator(), heard));
            assertRefused("access.not-allowed", () -> imports.forget(actor, OLD));
        }
    }

    @Test
    void rowsAreReadOnlyWhenTheirTurnComes() {
        int[] ahead = {0};
        int[] most = {0};
        Stream<Row> rows = IntStream.range(0, 4 * Imports.BATCH).mapToObj(i -> {
            ahead[0]++;
            most[0] = Math.max(most[0], ahead[0]);
            return person("p" + i);
        });
        imports.bring(HOST, OLD, rows.iterator(), new Heard() {
            @Override
            public void reached(Tally tally) {
                ahead[0] = 0;
            }
        });

        assertThat(most[0]).isBetween(Imports.BATCH, Imports.BATCH + 1);
    }
}
