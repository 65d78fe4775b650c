package org.somoim.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStore;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Line;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.mail.Email;
import org.somoim.memory.TestClock;
import org.somoim.profiles.About;
import org.somoim.profiles.Audience;
import org.somoim.profiles.ContributionStanding;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.PrivacySettings;
import org.somoim.profiles.Profile;
import org.somoim.profiles.ProfileStore;
import org.somoim.uuid.UuidIds;

/** What every roster answers, over every visibility, every membership and every state of an account. */
public interface RosterContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Ids IDS = new UuidIds(new TestClock(), new Random(11));
    Id<User> MINJI = IDS.timeOrdered();
    Id<User> JUNHO = IDS.timeOrdered();
    Id<User> SORA = IDS.timeOrdered();
    Id<User> NOBODY = IDS.timeOrdered();

    Roster roster();

    Transactor transactor();

    AccountStore accounts();

    ProfileStore profiles();

    /** Keeps a group that is new. */
    void add(Group group);

    /** Keeps a membership that is new. */
    void add(Membership membership);

    /** One group, and what {@link #MINJI} has to do with it. */
    record Case(Group group, @Nullable Membership membership) {
        public Standing standing() {
            return membership == null ? Standing.PERSON : membership.standing();
        }
    }

    static Group group(Visibility visibility, boolean deleted) {
        return new Group(
                IDS.timeOrdered(),
                Line.of("등산 모임"),
                null,
                null,
                Group.Kind.SOCIAL,
                visibility,
                Group.JoinPolicy.REQUEST,
                Group.InvitePolicy.ADMINS,
                false,
                null,
                0,
                null,
                JUNHO,
                NOON,
                NOON,
                deleted ? NOON : null);
    }

    static Membership membership(
            Id<Group> group, Id<User> user, Membership.Status status, Membership.@Nullable Role role) {
        Instant joined = status == Membership.Status.ACTIVE ? NOON : null;
        return new Membership(
                group,
                user,
                status,
                role,
                null,
                user,
                IDS.timeOrdered(),
                status == Membership.Status.REMOVED || status == Membership.Status.BANNED,
                joined,
                NOON,
                NOON);
    }

    static Membership member(Id<Group> group, Id<User> user) {
        return membership(group, user, Membership.Status.ACTIVE, Membership.Role.MEMBER);
    }

    /** Every visibility, living and deleted, with every membership that can be. */
    static List<Case> everyCase() {
        List<Case> cases = new ArrayList<>();
        for (Visibility visibility : Visibility.values()) {
            for (boolean deleted : new boolean[] {false, true}) {
                cases.add(new Case(group(visibility, deleted), null));
                for (Membership.Status status : Membership.Status.values()) {
                    if (status != Membership.Status.ACTIVE) {
                        Group group = group(visibility, deleted);
                        cases.add(new Case(group, membership(group.id(), MINJI, status, null)));
                    }
                }
                for (Membership.Role role : Membership.Role.values()) {
                    Group group = group(visibility, deleted);
                    cases.add(new Case(group, membership(group.id(), MINJI, Membership.Status.ACTIVE, role)));
                }
            }
        }
        return cases;
    }

    @BeforeEach
    default void threePeopleHaveAccountsAndProfiles() {
        transactor().run(() -> {
            for (Id<User> person : List.of(MINJI, JUNHO, SORA)) {
                accounts().add(account(person, SiteRole.USER, Account.Status.ACTIVE));
                profiles().add(new Profile(person, About.named(Line.of("x")), ContributionStanding.NONE, NOON, NOON));
            }
        });
    }

    private static Account account(Id<User> person, SiteRole role, Account.Status status) {
        return new Account(person, Email.of(person + "@example.org"), role, status, NOON, NOON);
    }

    private void become(Id<User> person, SiteRole role, Account.Status status) {
        transactor().run(() -> accounts().put(account(person, role, status)));
    }

    private void keep(List<Case> cases) {
        transactor()
                .run(() -> cases.forEach(one -> {
                    add(one.group());
                    if (one.membership() != null) {
                        add(one.membership());
                    }
                }));
    }

    @Test
    @Covers({"ACC-9", "ACC-12"})
    default void onlyAnActiveAccountHasARole() {
        for (SiteRole role : SiteRole.values()) {
            for (Account.Status status : Account.Status.values()) {
                become(MINJI, role, status);
                if (status == Account.Status.ACTIVE) {
                    assertThat(roster().role(MINJI)).contains(role);
                } else {
                    assertThat(roster().role(MINJI)).isEmpty();
                }
            }
        }
        assertThat(roster().role(NOBODY)).isEmpty();
    }

    @Test
    @Covers({"ACC-12", "GRP-5", "MEM-1"})
    default void aFootingSaysWhatTheRowsSay() {
        List<Case> cases = everyCase();
        keep(cases);
        for (Account.Status status : Account.Status.values()) {
            become(MINJI, SiteRole.USER, status);
            Map<Id<?>, Footing> expected = new HashMap<>();
            for (Case one : cases) {
                boolean active = status == Account.Status.ACTIVE;
                var footing = new Footing(
                        active,
                        one.standing(),
                        one.group().visibility(),
                        one.group().deletedAt() != null);
                assertThat(roster().footing(MINJI, one.group().id()))
                        .as("%s", one)
                        .contains(footing);
                expected.put(one.group().id(), footing);
            }
            Set<Id<Group>> asked = new HashSet<>();
            cases.forEach(one -> asked.add(one.group().id()));
            asked.add(IDS.timeOrdered());
            assertThat(roster().footings(MINJI, asked)).isEqualTo(expected);
        }
    }

    @Test
    @Covers("ACC-13")
    default void whoHasNoAccountHasNoActiveFooting() {
        Case one = new Case(group(Visibility.PUBLIC, false), null);
        keep(List.of(one));

        assertThat(roster().footing(NOBODY, one.group().id()))
                .contains(new Footing(false, Standing.PERSON, Visibility.PUBLIC, false));
        assertThat(roster().footing(MINJI, IDS.<Group>timeOrdered())).isEmpty();
        assertThat(roster().footings(MINJI, Set.of(IDS.<Group>timeOrdered()))).isEmpty();
    }

    @Test
    @Covers({"ACC-12", "MEM-1", "SAF-1"})
    default void manyPeopleInOnePlaceStandAsEachOfThemDoes() {
        List<Case> cases = everyCase();
        keep(cases);
        transactor().run(() -> cases.forEach(one -> add(member(one.group().id(), JUNHO))));
        for (Account.Status status : Account.Status.values()) {
            become(MINJI, SiteRole.USER, status);
            for (Case one : cases) {
                Id<Group> group = one.group().id();
                Map<Id<User>, Footing> expected = new HashMap<>();
                for (Id<User> person : List.of(MINJI, JUNHO, SORA, NOBODY)) {
                    expected.put(person, roster().footing(person, group).orElseThrow());
                }
                assertThat(roster().footings(expected.keySet(), group)).isEqualTo(expected);
                expected.values()
                        .removeIf(footing ->
                                !footing.active() || !footing.standing().isAtLeast(Standing.MEMBER));
                assertThat(roster().belonging(group)).as("%s", one).isEqualTo(expected);
            }
        }
        assertThat(roster().footings(Set.of(MINJI), IDS.<Group>timeOrdered())).isEmpty();
        assertThat(roster().belonging(IDS.<Group>timeOrdered())).isEmpty();
    }

    private Standing onPage(Id<User> person, Id<User> owner) {
        return roster().pageFooting(person, owner).orElseThrow().standing();
    }

    @Test
    @Covers("PRF-7")
    default void aPageIsAsVisibleAsTheProfile() {
        Map<Audience, Visibility> expected = Map.of(
                Audience.EVERYONE, Visibility.PUBLIC,
                Audience.GROUPS, Visibility.PRIVATE,
                Audience.NOBODY, Visibility.SECRET);
        expected.forEach((audience, visibility) -> {
            var settings = new PrivacySettings(Map.of(PrivacySetting.PROFILE_VISIBILITY, audience));
            transactor().run(() -> profiles().putSettings(JUNHO, settings, NOON));

            assertThat(roster().pageFooting(MINJI, JUNHO))
                    .contains(new Footing(true, Standing.PERSON, visibility, false));
        });
        assertThat(onPage(MINJI, MINJI)).isEqualTo(Standing.OWNER);
    }

    @Test
    @Covers({"ACC-12", "PRF-7"})
    default void thereIsNoPageOfAClosedAccountOrOfNobody() {
        for (Account.Status status : Account.Status.values()) {
            become(JUNHO, SiteRole.USER, status);
            assertThat(roster().pageFooting(MINJI, JUNHO).isPresent()).isEqualTo(status == Account.Status.ACTIVE);
        }
        assertThat(roster().pageFooting(MINJI, NOBODY)).isEmpty();
        assertThat(roster().pageFooting(NOBODY, MINJI).orElseThrow().active()).isFalse();
    }

    @Test
    @Covers("PRF-7")
    default void whoSharesALivingGroupBelongsToThePage() {
        for (Case one : everyCase()) {
            keep(List.of(one));
            boolean shares = one.membership() != null
                    && one.membership().status() == Membership.Status.ACTIVE
                    && one.group().deletedAt() == null;
            Id<User> other = IDS.timeOrdered();
            transactor().run(() -> {
                accounts().add(account(other, SiteRole.USER, Account.Status.ACTIVE));
                profiles().add(new Profile(other, About.named(Line.of("x")), ContributionStanding.NONE, NOON, NOON));
                add(member(one.group().id(), other));
            });
            Standing expected = shares ? Standing.MEMBER : Standing.PERSON;
            assertThat(onPage(MINJI, other)).as("%s", one).isEqualTo(expected);
            assertThat(onPage(other, MINJI)).as("%s", one).isEqualTo(expected);
            assertThat(onPage(SORA, other)).isEqualTo(Standing.PERSON);
        }
    }

    @Test
    @Covers("PRF-12")
    default void aBlockBansFromThePageWhateverElseTheyShare() {
        Group shared = group(Visibility.PRIVATE, false);
        transactor().run(() -> {
            add(shared);
            add(member(shared.id(), MINJI));
            add(member(shared.id(), JUNHO));
            profiles().addBlock(MINJI, JUNHO, NOON);
        });

        assertThat(onPage(MINJI, JUNHO)).isEqualTo(Standing.BANNED);
        assertThat(onPage(JUNHO, MINJI)).isEqualTo(Standing.BANNED);
        assertThat(onPage(SORA, MINJI)).isEqualTo(Standing.PERSON);
        assertThat(roster().apart(MINJI, Set.of(JUNHO, SORA, NOBODY))).containsExactly(JUNHO);
        assertThat(roster().apart(JUNHO, Set.of(MINJI, SORA))).containsExactly(MINJI);
        assertThat(roster().apart(SORA, Set.of(MINJI, JUNHO))).isEmpty();
        Set<Id<User>> everyone = Set.of(MINJI, JUNHO, SORA, NOBODY);
        assertThat(roster().apart(everyone, everyone)).isEqualTo(Map.of(MINJI, Set.of(JUNHO), JUNHO, Set.of(MINJI)));
        assertThat(roster().apart(everyone, Set.of(MINJI))).isEqualTo(Map.of(JUNHO, Set.of(MINJI)));
        assertThat(roster().apart(Set.of(SORA, MINJI), Set.of(MINJI))).isEmpty();
        assertThat(roster().footing(JUNHO, shared.id()).orElseThrow().standing())
                .isEqualTo(Standing.MEMBER);
    }

    @Test
    @Covers("PRF-13")
    default void mutesAreThoseOfThePerson() {
        transactor().run(() -> profiles().addMutedWord(MINJI, Line.of("코인"), NOON));

        assertThat(roster().mutes(MINJI)).isEqualTo(new Mutes(Set.of(Line.of("코인"))));
        assertThat(roster().mutes(JUNHO)).isEqualTo(Mutes.NONE);
        assertThat(roster().mutes(Set.of(MINJI, JUNHO, NOBODY)))
                .isEqualTo(Map.of(MINJI, new Mutes(Set.of(Line.of("코인")))));
        assertThat(roster().mutes(Set.of(JUNHO))).isEmpty();
    }
}
