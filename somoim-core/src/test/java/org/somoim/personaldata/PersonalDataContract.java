package org.somoim.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.accounts.Account;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.posts.Post;
import org.somoim.posts.ThreadEntry;

/** What must be true of export and erasure on whatever it is kept. */
public interface PersonalDataContract {
    Actor HOST = Actor.host("test");

    Community town();

    private static Erasure erase(Community town, Actor.Person person, Wish wish) {
        return town.somoim.personalData().erase(HOST, person.id(), wish, Map.of());
    }

    private static List<Excerpt> export(Community town, Actor person) {
        List<Excerpt> all = new ArrayList<>();
        town.somoim.personalData().export(person).tell((capability, excerpt) -> all.add(excerpt));
        return all;
    }

    private static Stream<String> texts(Value value) {
        if (value instanceof Value.Text text) {
            return Stream.of(text.value());
        }
        return value instanceof Value.Many many
                ? many.values().stream().flatMap(PersonalDataContract::texts)
                : Stream.of();
    }

    private static List<String> texts(List<Excerpt> excerpts) {
        return excerpts.stream()
                .flatMap(excerpt -> excerpt.says().values().stream())
                .flatMap(PersonalDataContract::texts)
                .toList();
    }

    @Test
    @Covers({"PRF-14", "PRF-15"})
    default void everyoneIsGivenAllThatIsKeptOfThemAndNothingOfOthers() {
        Community town = town();
        Life life = new Life(town, "mine");
        Life other = new Life(town, "yours");

        List<String> told = texts(export(town, life.person));

        assertThat(life.signs()).allSatisfy(sign -> assertThat(told).anyMatch(text -> text.contains(sign)));
        assertThat(told).noneMatch(text -> text.contains(other.mark()) || text.contains("friend"));
    }

    @Test
    default void everyTableThatHoldsSomethingOfAPersonIsInTheirExport() {
        Community town = town();
        Life life = new Life(town, "mine");
        Set<Word> told = export(town, life.person).stream().map(Excerpt::kind).collect(Collectors.toSet());

        Set<Word> held = town.somoim.personalData().registry().holdings().stream()
                .filter(holding -> !holding.isPlain())
                .map(Holding::table)
                .collect(Collectors.toSet());
        // Within what is told of profiles and accounts, and of an erasure that has not been asked for.
        held.removeAll(Stream.of("profile-interests", "profile-expertise", "identities", "erasures")
                .map(Word::new)
                .toList());
        // That there is a case about somebody would tell who complained; what came of it is told as a measure, what was
        // kept of their words as what they wrote, and when they spoke last likewise.
        held.removeAll(
                Stream.of("cases", "report-snapshots", "paces").map(Word::new).toList());
        assertThat(told).containsAll(held);
    }

    @Test
    @Covers("ACC-8")
    default void whoIsErasedIsGone() {
        Community town = town();
        Life life = new Life(town, "mine");

        assertThat(erase(town, life.person, Wish.REMOVE).state()).isEqualTo(Erasure.State.FINISHED);

        assertRefused("access.account-closed", () -> town.somoim.profiles().mine(life.person));
        assertRefused("access.not-found", () -> town.somoim.profiles().see(life.friend, life.person.id()));
        assertRefused(
                "access.not-found", () -> town.somoim.posts().onPage(life.friend, life.person.id(), Page.Ask.first()));
        assertThat(town.somoim.profiles().names(life.friend, Set.of(life.person.id())))
                .isEmpty();
        assertThat(town.somoim
                        .members()
                        .list(life.friend, life.group.id(), Page.Ask.first())
                        .items())
                .extracting(Membership::userId)
                .containsExactly(life.friend.id());
        assertThat(town.somoim.groups().find(life.friend, life.group.id()).members())
                .isEqualTo(1);
        assertRefused("access.not-found", () -> town.somoim.groups().find(life.friend, life.alone.id()));
    }

    @Test
    @Covers("ACC-8")
    default void theAddressIsFreeAgain() {
        Community town = town();
        Email address = Email.of("minji@example.org");
        Actor.Person before = town.person("Minji", address);

        erase(town, before, Wish.REMOVE);
        Actor.Person after = town.person("Minji", address);

        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(town.ports.transactor().read(() -> town.ports.accounts().find(before.id())))
                .hasValueSatisfying(left -> assertThat(left.status()).isEqualTo(Account.Status.ERASED));
    }

    @Test
    @Covers("ACC-8")
    default void whatOthersSaidStaysWhereTheySaidIt() {
        Community town = town();
        Life life = new Life(town, "mine");

        erase(town, life.person, Wish.REMOVE);

        Post place = town.somoim.posts().get(life.friend, life.answered.id()).post();
        assertThat(place.title()).isNull();
        assertThat(place.body()).isEqualTo(Post.GONE);
        assertThat(town.somoim
                        .comments()
                        .get(life.friend, life.friendsAnswer.id())
                        .comment()
                        .body())
                .isEqualTo(life.friendsAnswer.body());
        assertRefused("access.not-found", () -> town.somoim.posts().get(life.friend, life.unanswered.id()));
        List<ThreadEntry> thread = town.somoim
                .comments()
                .under(life.friend, life.friendsPost.id(), Page.Ask.first())
                .items();
        assertThat(thread).hasSize(2);
        assertThat(thread.get(0)).isInstanceOf(ThreadEntry.Gone.class);
        assertThat(town.somoim
                        .posts()
                        .get(life.friend, life.friendsPost.id())
                        .post()
                        .comments())
                .isEqualTo(1);
        assertThat(town.somoim
                        .posts()
                        .get(life.friend, life.friendsPost.id())
                        .marks()
                        .reactions())
                .isEmpty();
    }

    @Test
    @Covers("ACC-8")
    default void whatIsKeptStaysUnderNobodysName() {
        Community town = town();
        Life life = new Life(town, "mine");

        erase(town, life.person, Wish.KEEP);

        Post kept = town.somoim.posts().get(life.friend, life.unanswered.id()).post();
        assertThat(kept.body()).isEqualTo(life.unanswered.body());
        assertThat(town.somoim.profiles().names(life.friend, Set.of(kept.authorId())))
                .isEmpty();
        assertThat(town.somoim
                        .posts()
                        .history(life.friend, life.answered.id(), Page.Ask.first())
                        .items())
                .isEmpty();
    }

    @Test
    default void eachKindHasAWishOfItsOwn() {
        Community town = town();
        Life life = new Life(town, "mine");

        town.somoim.personalData().erase(HOST, life.person.id(), Wish.REMOVE, Map.of(new Word("posts"), Wish.KEEP));

        assertThat(town.somoim
                        .posts()
                        .get(life.friend, life.unanswered.id())
                        .post()
                        .comments())
                .isZero();
        assertRefused("personaldata.no-such-kind", () -> town.somoim
                .personalData()
                .erase(HOST, life.friend.id(), Wish.REMOVE, Map.of(new Word("letters"), Wish.KEEP)));
    }

    @Test
    @Covers("ACC-8")
    default void erasingOneselfTakesTheProofOfWhoOneIs() {
        Community town = town();
        Actor.Person person = town.person();
        Actor.Person other = town.person();
        Proof proof = town.somoim.passwords().proveAgain(person, Community.PASSWORD);

        assertRefused("accounts.wrong-password", () -> town.somoim.passwords().proveAgain(person, null));
        assertRefused(
                "personaldata.not-proved", () -> town.somoim.personalData().erase(other, proof, Wish.REMOVE, Map.of()));
        Erasure erasure = town.somoim.personalData().erase(person, proof, Wish.REMOVE, Map.of());

        assertThat(erasure.state()).isEqualTo(Erasure.State.FINISHED);
        assertThat(town.somoim.personalData().mine(person)).contains(erasure);
        assertThat(town.somoim.personalData().find(Actor.visitor(), erasure.id()))
                .contains(erasure);
        assertRefused(
                "access.account-closed", () -> town.somoim.personalData().erase(person, proof, Wish.REMOVE, Map.of()));
    }

    @Test
    @Covers("ACC-8")
    default void theLastAdminStays() {
        Community town = town();
        Actor.Person admin = town.admin();

        assertRefused("accounts.last-admin", () -> erase(town, admin, Wish.REMOVE));
        assertThat(town.somoim.accounts().mine(admin).isActive()).isTrue();
        town.admin();
        erase(town, admin, Wish.REMOVE);
    }

    @Test
    default void onlyTheHostErasesOthers() {
        Community town = town();
        Actor.Person admin = town.admin();
        Actor.Person person = town.person();

        assertRefused(
                "access.not-allowed",
                () -> town.somoim.personalData().erase(admin, person.id(), Wish.REMOVE, Map.of()));
        assertRefused("access.not-allowed", () -> town.somoim.personalData().pending(person, Page.Ask.first()));
        assertThat(town.somoim.personalData().pending(admin, Page.Ask.first()).items())
                .isEmpty();
    }

    @Test
    default void whoHasClosedTheirAccountOrWasSuspendedCanBeErased() {
        Community town = town();
        Life away = new Life(town, "away");
        Life out = new Life(town, "out");
        town.somoim.accounts().deactivate(away.person);
        town.somoim.accounts().suspend(HOST, out.person.id());

        assertThat(erase(town, away.person, Wish.REMOVE).state()).isEqualTo(Erasure.State.FINISHED);
        assertThat(erase(town, out.person, Wish.REMOVE).state()).isEqualTo(Erasure.State.FINISHED);
    }

    @Test
    @Covers("DAT-5")
    default void theLongestServingAdminInheritsThenModeratorThenMember() {
        Community town = town();
        Actor.Person owner = town.person();
        Group group = town.openGroup(owner);
        Actor.Person member = town.memberOf(group);
        town.clock.advance(Duration.ofHours(1));
        Actor.Person moderator = town.moderatorOf(group);
        town.clock.advance(Duration.ofHours(1));
        Actor.Person suspended = town.adminOf(group);
        Actor.Person admin = town.adminOf(group);
        town.somoim.accounts().suspend(HOST, suspended.id());

        for (Actor.Person heir : List.of(admin, moderator, member, suspended)) {
            erase(town, town.ownerOf(group), Wish.REMOVE);
            assertThat(town.ownerOf(group)).isEqualTo(heir);
        }
        erase(town, suspended, Wish.REMOVE);
        assertThat(town.ports.transactor().read(() -> town.ports.groups().find(group.id())))
                .isEmpty();
    }

    @Test
    default void aGroupWhoseOwnerWasSuspendedGetsAnotherOne() {
        Community town = town();
        Actor.Person owner = town.person();
        Group group = town.openGroup(owner);
        assertRefused("groups.owner-can-act", () -> town.somoim.members().passOn(HOST, group.id()));
        Actor.Person member = town.person();
        town.somoim.accounts().suspend(HOST, owner.id());
        assertRefused("groups.no-heir", () -> town.somoim.members().passOn(HOST, group.id()));
        town.somoim.memberships().join(member, group.id());
        assertRefused("access.not-allowed", () -> town.somoim.members().passOn(member, group.id()));

        assertThat(town.somoim.members().passOn(HOST, group.id()).userId()).isEqualTo(member.id());
        assertThat(town.ownerOf(group)).isEqualTo(member);
    }

    @Test
    default void theHeirIsToldWithoutAName() {
        Community town = town();
        Actor.Person owner = town.person();
        Group group = town.openGroup(owner);
        Actor.Person admin = town.adminOf(group);
        town.somoim.deliver();
        town.somoim.notifications().readAll(admin, null);

        erase(town, owner, Wish.REMOVE);
        town.somoim.deliver();

        assertThat(town.somoim
                        .notifications()
                        .list(admin, Page.Ask.first(), true)
                        .items())
                .singleElement()
                .satisfies(told -> assertThat(told.by()).isNull());
    }

    @Test
    default void anOldCopyThatIsPutBackIsErasedAgain() {
        Community town = town();
        Life life = new Life(town, "mine");

        Life other = new Life(town, "other");
        // Before the copy was made nobody had been erased; the keys know better.
        town.ports.personKeys().destroy(life.person.id(), town.clock.instant());

        assertThat(town.somoim.personalData().reapply(HOST)).isEqualTo(1);
        assertThat(town.somoim.personalData().reapply(HOST)).isZero();
        assertThat(town.somoim.profiles().mine(other.person)).isNotNull();
        assertThat(town.person("Somebody else", life.address).id()).isNotEqualTo(life.person.id());
        assertThat(town.somoim.personalData().mine(life.person).orElseThrow().state())
                .isEqualTo(Erasure.State.FINISHED);
    }

    @Test
    @Covers("DAT-8")
    default void thatSomebodyWasErasedIsForgottenInItsTime() {
        Community town = town();
        Actor.Person person = town.person();
        Erasure erasure = erase(town, person, Wish.REMOVE);

        town.clock.advance(PersonalData.KEPT);
        town.somoim.tick();
        assertThat(town.somoim.personalData().mine(person)).contains(erasure);
        town.clock.advance(Duration.ofMillis(1));
        town.somoim.tick();

        assertRefused("access.account-closed", () -> town.somoim.personalData().mine(person));
        assertThat(town.somoim.personalData().find(HOST, erasure.id())).isEmpty();
    }

    /** Killed before the first change, between any two, or after the last: the next one to come goes on with it. */
    @Test
    @Covers("ACC-8")
    default void whatIsBrokenOffAnywhereIsFinishedByTheNext() {
        boolean wasWhole = false;
        Community town = town();
        for (int changes = 0; !wasWhole; changes++) {
            Life life = new Life(town, "mine" + "x".repeat(changes));
            var dying = new Somoim(
                    Altered.with(town.ports, "transactor", new BreakingOff(town.ports.transactor(), changes)));
            try {
                dying.personalData().erase(HOST, life.person.id(), Wish.REMOVE, Map.of());
                wasWhole = true;
            } catch (BreakingOff.Killed killed) {
                if (changes == 0) {
                    assertThat(town.somoim.accounts().mine(life.person).isActive())
                            .isTrue();
                    continue;
                }
            }
            assertRefused("access.account-closed", () -> town.somoim.profiles().mine(life.person));
            town.somoim.tick();

            assertThat(town.somoim
                            .personalData()
                            .mine(life.person)
                            .orElseThrow()
                            .state())
                    .isEqualTo(Erasure.State.FINISHED);
            assertThat(town.somoim.profiles().names(life.friend, Set.of(life.person.id())))
                    .isEmpty();
        }
    }

    @Test
    default void untilTheStoreIsClearItIsNotFinishedAndThoseWhoRunTheCommunityKnow() {
        Community town = town();
        Actor.Person person = town.person();
        Actor.Person admin = town.admin();
        var unclear = new Somoim(Altered.with(town.ports, "residue", (Residue) () -> false));

        Erasure erasure = unclear.personalData().erase(HOST, person.id(), Wish.REMOVE, Map.of());
        assertThat(erasure.state()).isEqualTo(Erasure.State.REMOVED);
        assertThat(unclear.personalData().resume(HOST)).isEqualTo(1);
        assertThat(town.somoim.personalData().pending(admin, Page.Ask.first()).items())
                .containsExactly(erasure);

        assertThat(town.somoim.personalData().resume(HOST)).isZero();
        assertThat(town.somoim.personalData().pending(admin, Page.Ask.first()).items())
                .isEmpty();
    }
}
