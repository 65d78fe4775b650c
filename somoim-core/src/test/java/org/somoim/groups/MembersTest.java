package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.memory.Community;

class MembersTest {
    private final Community town = new Community();
    private final Memberships memberships = town.somoim.memberships();
    private final Members members = town.somoim.members();
    private final Actor.Person owner = town.person();
    private final Group group = town.openGroup(owner);
    private final Id<Group> id = group.id();

    private List<Id<User>> listed(Actor reader) {
        return members.list(reader, id, Page.Ask.first()).items().stream()
                .map(Membership::userId)
                .toList();
    }

    // Reading

    @Test
    @Covers("MEM-1")
    void membersAreListedLongestFirst() {
        town.clock.advance(Duration.ofMinutes(1));
        Actor.Person first = town.memberOf(group);
        town.clock.advance(Duration.ofMinutes(1));
        Actor.Person second = town.memberOf(group);
        town.invited(group);
        town.left(group);

        assertThat(listed(town.person())).containsExactly(owner.id(), first.id(), second.id());
        Page<Membership> page = members.list(first, id, Page.Ask.first(2));
        assertThat(members.list(first, id, new Page.Ask(page.next(), 2)).items())
                .extracting(Membership::userId)
                .containsExactly(second.id());
    }

    @Test
    void peopleApartDoNotFindEachOtherInTheListUnlessTheyModerate() {
        Actor.Person one = town.memberOf(group);
        Actor.Person other = town.memberOf(group);
        Actor.Person moderator = town.moderatorOf(group);
        town.somoim.profiles().block(one, other.id());
        town.somoim.profiles().block(one, moderator.id());

        assertThat(listed(one)).doesNotContain(other.id(), moderator.id()).contains(one.id(), owner.id());
        assertThat(listed(other)).doesNotContain(one.id());
        assertThat(listed(moderator)).contains(one.id());
        assertThat(members.team(one, id)).extracting(Membership::userId).containsExactly(owner.id());
        assertThat(members.team(moderator, id))
                .extracting(Membership::userId)
                .containsExactly(owner.id(), moderator.id());
    }

    @Test
    @Covers({"GRP-3", "MEM-2"})
    void theTeamIsWhoeverRunsTheGroupStrongestFirst() {
        Actor.Person moderator = town.moderatorOf(group);
        Actor.Person admin = town.adminOf(group);
        town.memberOf(group);

        assertThat(members.team(town.person(), id))
                .extracting(Membership::userId)
                .containsExactly(owner.id(), admin.id(), moderator.id());
    }

    // Roles

    @Test
    @Covers({"MEM-2", "MEM-10", "X1"})
    void rolesAreGivenDownwardsOnly() {
        Actor.Person admin = town.adminOf(group);
        Actor.Person otherAdmin = town.adminOf(group);
        Actor.Person moderator = town.moderatorOf(group);
        Actor.Person member = town.memberOf(group);

        assertThat(members.appoint(admin, id, member.id(), Role.MODERATOR).role())
                .isEqualTo(Role.MODERATOR);
        assertRefused("groups.not-below-you", () -> members.appoint(admin, id, member.id(), Role.ADMIN));
        assertRefused("groups.not-below-you", () -> members.appoint(admin, id, otherAdmin.id(), Role.MEMBER));
        assertRefused("groups.not-below-you", () -> members.appoint(admin, id, owner.id(), Role.MEMBER));
        assertRefused("groups.not-below-you", () -> members.appoint(owner, id, owner.id(), Role.ADMIN));
        assertRefused("groups.owner-must-transfer", () -> members.appoint(owner, id, admin.id(), Role.OWNER));
        assertRefused("access.not-allowed", () -> members.appoint(moderator, id, member.id(), Role.MEMBER));
        assertRefused(
                "groups.not-a-member",
                () -> members.appoint(owner, id, town.person().id(), Role.ADMIN));
        assertThat(members.appoint(owner, id, admin.id(), Role.MEMBER).role()).isEqualTo(Role.MEMBER);
    }

    @Test
    @Covers("MEM-10")
    void givingTheSameRoleAgainChangesNothing() {
        Actor.Person admin = town.adminOf(group);
        int before = members.history(owner, id, Page.Ask.first()).items().size();

        members.appoint(owner, id, admin.id(), Role.ADMIN);
        assertThat(members.history(owner, id, Page.Ask.first()).items()).hasSize(before);
    }

    @Test
    @Covers({"GRP-3", "X1"})
    void theOwnershipPassesOnAndTheFormerOwnerStaysAsAdmin() {
        Actor.Person heir = town.memberOf(group);
        assertRefused("access.not-allowed", () -> members.transfer(town.adminOf(group), id, heir.id()));
        assertRefused("groups.not-below-you", () -> members.transfer(owner, id, owner.id()));
        assertRefused(
                "groups.not-a-member",
                () -> members.transfer(owner, id, town.person().id()));

        assertThat(members.transfer(owner, id, heir.id()).role()).isEqualTo(Role.OWNER);
        assertThat(memberships.own(owner, id).role()).isEqualTo(Role.ADMIN);
        assertThat(town.somoim.groups().find(owner, id).createdBy()).isEqualTo(owner.id());
        assertRefused("access.not-allowed", () -> members.transfer(owner, id, owner.id()));
    }

    @Test
    void theOwnershipIsNotPassedToAClosedAccount() {
        Actor.Person heir = town.memberOf(group);
        town.somoim.accounts().deactivate(heir);

        assertRefused("access.not-found", () -> members.transfer(owner, id, heir.id()));
    }

    @Test
    void noGroupHasTwoOwnersWhateverTheCodeDoes() {
        Membership second = memberships.own(town.memberOf(group), id);

        assertThatThrownBy(() -> town.ports.transactor().run(() -> town.ports
                        .memberships()
                        .put(new Membership(
                                id,
                                second.userId(),
                                Status.ACTIVE,
                                Role.OWNER,
                                null,
                                second.by(),
                                second.changeId(),
                                second.putOut(),
                                second.joinedAt(),
                                second.createdAt(),
                                second.updatedAt()))))
                .isInstanceOf(RuntimeException.class);
    }

    // Putting out

    @Test
    void onlyPeopleOfLowerRoleCanBePutOut() {
        Actor.Person moderator = town.moderatorOf(group);
        Actor.Person otherModerator = town.moderatorOf(group);
        Actor.Person admin = town.adminOf(group);
        Actor.Person member = town.memberOf(group);

        assertRefused("access.not-allowed", () -> members.remove(member, id, moderator.id()));
        for (Actor.Person notBelow : List.of(otherModerator, admin, owner, moderator)) {
            assertRefused("groups.not-below-you", () -> members.remove(moderator, id, notBelow.id()));
            assertRefused("groups.not-below-you", () -> members.ban(moderator, id, notBelow.id()));
        }
        members.remove(moderator, id, member.id());
        members.ban(admin, id, moderator.id());
        assertThat(listed(owner)).containsExactly(owner.id(), otherModerator.id(), admin.id());
        assertThat(town.somoim.groups().find(owner, id).members()).isEqualTo(3);
        assertRefused("groups.not-a-member", () -> members.remove(admin, id, member.id()));
    }

    @Test
    void someoneWhoNeverWasInCanBeKeptOut() {
        Actor.Person nuisance = town.person();
        members.ban(owner, id, nuisance.id());

        assertRefused("access.not-found", () -> memberships.join(nuisance, id));
        assertRefused("groups.already-banned", () -> members.ban(owner, id, nuisance.id()));
        assertRefused(
                "access.not-found",
                () -> members.ban(owner, id, town.ports.ids().timeOrdered()));
        assertThat(members.banned(town.moderatorOf(group), id, Page.Ask.first()).items())
                .extracting(Membership::userId)
                .containsExactly(nuisance.id());
        assertRefused("access.not-allowed", () -> members.banned(town.memberOf(group), id, Page.Ask.first()));
    }

    @Test
    void aBanEndsInvitationsAndRequestsToo() {
        Actor.Person invited = town.invited(group);
        Actor.Person asked = town.requested(group);

        members.ban(owner, id, invited.id());
        members.ban(owner, id, asked.id());
        assertRefused("access.not-found", () -> memberships.accept(invited, id));
        assertRefused("groups.not-requested", () -> memberships.approve(owner, id, asked.id()));
    }

    @Test
    void aLiftedBanLeavesSomeoneOutsideWhoMayAskAgain() {
        Actor.Person banned = town.banned(group);
        assertRefused(
                "groups.not-banned",
                () -> members.liftBan(owner, id, town.person().id()));

        assertThat(members.liftBan(town.moderatorOf(group), id, banned.id()).status())
                .isEqualTo(Status.REMOVED);
        assertRefused("groups.removed-before", () -> memberships.join(banned, id));
        assertThat(memberships.invite(owner, id, banned.id()).status()).isEqualTo(Status.INVITED);
    }

    // History

    @Test
    @Covers("DAT-8")
    void theLogTellsAdminsWhatHappenedNewestFirst() {
        Actor.Person member = town.memberOf(group);
        Actor.Person admin = town.adminOf(group);
        members.remove(owner, id, member.id());

        List<MembershipChange> history =
                members.history(admin, id, Page.Ask.first(50)).items();
        assertThat(history.get(0)).satisfies(change -> {
            assertThat(change.userId()).isEqualTo(member.id());
            assertThat(change.statusBefore()).isEqualTo(Status.ACTIVE);
            assertThat(change.roleBefore()).isEqualTo(Role.MEMBER);
            assertThat(change.statusAfter()).isEqualTo(Status.REMOVED);
            assertThat(change.roleAfter()).isNull();
            assertThat(change.by()).isEqualTo(owner.id());
        });
        assertThat(history.get(history.size() - 1).userId()).isEqualTo(owner.id());
        assertRefused("access.not-allowed", () -> members.history(town.moderatorOf(group), id, Page.Ask.first()));
    }
}
