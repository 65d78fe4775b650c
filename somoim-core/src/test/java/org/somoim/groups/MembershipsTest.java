package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Visibility;
import org.somoim.groups.Group.InvitePolicy;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Secrets.Secret;
import org.somoim.memory.Community;

class MembershipsTest {
    private final Community town = new Community();
    private final Groups groups = town.somoim.groups();
    private final Memberships memberships = town.somoim.memberships();
    private final Members members = town.somoim.members();
    private final Actor.Person owner = town.person();

    private Status statusOf(Actor.Person person, Group group) {
        return town.ports
                .memberships()
                .find(group.id(), person.id())
                .map(Membership::status)
                .orElseThrow();
    }

    // Joining

    @Test
    @Covers({"MEM-1", "MEM-5"})
    void anOpenGroupIsJoinedAtOnceAndOnlyOnce() {
        Group group = town.openGroup(owner);
        Actor.Person person = town.person();
        town.clock.advance(Duration.ofDays(1));

        Membership member = memberships.join(person, group.id());
        assertThat(member.status()).isEqualTo(Status.ACTIVE);
        assertThat(member.role()).isEqualTo(Role.MEMBER);
        assertThat(member.joinedAt()).isEqualTo(town.clock.instant());
        assertThat(groups.find(person, group.id()).members()).isEqualTo(2);
        assertRefused("groups.already-member", () -> memberships.join(person, group.id()));
        assertRefused("groups.already-member", () -> memberships.request(person, group.id(), null));
    }

    @Test
    @Covers("MEM-5")
    void aGroupThatIsNotOpenSaysHowOneComesIn() {
        Actor.Person person = town.person();
        assertRefused(
                "groups.ask-first",
                () -> memberships.join(person, town.privateGroup(owner).id()));
        Group closed = town.group(owner, terms -> terms.joined(JoinPolicy.INVITE));
        assertRefused("groups.by-invitation", () -> memberships.join(person, closed.id()));
        assertRefused("groups.by-invitation", () -> memberships.request(person, closed.id(), null));
    }

    @Test
    @Covers("GRP-6")
    void aFullGroupTakesNobodyUntilSomeoneLeaves() {
        Group group = town.group(owner, terms -> terms.limited(2));
        Actor.Person member = town.memberOf(group);
        Actor.Person late = town.person();

        assertRefused("groups.full", () -> memberships.join(late, group.id()));
        memberships.leave(member, group.id());
        assertThat(memberships.join(late, group.id()).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    @Covers("GRP-6")
    void loweringTheLimitPutsNobodyOut() {
        Group group = town.openGroup(owner);
        Actor.Person member = town.memberOf(group);
        town.memberOf(group);

        assertThat(groups.edit(owner, group.id(), terms -> terms.limited(1)).members())
                .isEqualTo(3);
        memberships.leave(member, group.id());
        assertRefused("groups.full", () -> memberships.join(member, group.id()));
    }

    // Asking

    @Test
    @Covers({"MEM-3", "MEM-6", "MEM-8", "X2", "X4"})
    void whoeverAsksIsInWhenAnAdminAgrees() {
        Group group = town.privateGroup(owner);
        Actor.Person person = town.person();
        Actor.Person admin = town.adminOf(group);

        Membership asked = memberships.request(person, group.id(), Line.of("안녕하세요"));
        assertThat(asked.status()).isEqualTo(Status.REQUESTED);
        assertThat(asked.role()).isNull();
        assertThat(memberships.requests(admin, group.id(), Page.Ask.first()).items())
                .singleElement()
                .satisfies(request -> assertThat(request.message()).isEqualTo(Line.of("안녕하세요")));
        assertRefused("groups.already-requested", () -> memberships.request(person, group.id(), null));

        Membership member = memberships.approve(admin, group.id(), person.id());
        assertThat(member.status()).isEqualTo(Status.ACTIVE);
        assertThat(member.message()).isNull();
        assertRefused("groups.not-requested", () -> memberships.approve(admin, group.id(), person.id()));
    }

    @Test
    @Covers("MEM-8")
    void aClosedAccountTakesNoSeatUntilItIsOpenAgain() {
        Group group = town.group(owner, terms -> terms.limited(2));
        Actor.Person away = town.requested(group);
        town.somoim.accounts().suspend(Actor.host("test"), away.id());

        assertRefused("access.not-found", () -> memberships.approve(owner, group.id(), away.id()));
        assertThat(groups.find(owner, group.id()).members()).isEqualTo(1);
        assertThat(statusOf(away, group)).isEqualTo(Status.REQUESTED);
    }

    @Test
    @Covers({"MEM-8", "X2"})
    void aRequestThatIsDeclinedCanBeMadeAgain() {
        Group group = town.privateGroup(owner);
        Actor.Person person = town.requested(group);

        memberships.declineRequest(owner, group.id(), person.id());
        assertRefused("access.not-found", () -> memberships.own(person, group.id()));
        assertThat(memberships.request(person, group.id(), null).status()).isEqualTo(Status.REQUESTED);
    }

    @Test
    @Covers({"MEM-8", "X4"})
    void moderatorsAnswerRequestsOnlyWhereTheGroupLetsThem() {
        Group group = town.privateGroup(owner);
        Actor.Person person = town.requested(group);
        Actor.Person moderator = town.moderatorOf(group);

        assertRefused("access.not-allowed", () -> memberships.requests(moderator, group.id(), Page.Ask.first()));
        assertRefused("access.not-allowed", () -> memberships.approve(moderator, group.id(), person.id()));
        groups.edit(owner, group.id(), terms -> terms.approved(true));
        memberships.approve(moderator, group.id(), person.id());
        assertThat(statusOf(person, group)).isEqualTo(Status.ACTIVE);
    }

    @Test
    @Covers("MEM-8")
    void membersDoNotAnswerRequests() {
        Group group = town.privateGroup(owner);
        Actor.Person person = town.requested(group);

        assertRefused("access.not-allowed", () -> memberships.approve(town.memberOf(group), group.id(), person.id()));
        assertRefused("access.not-allowed", () -> memberships.declineRequest(town.person(), group.id(), person.id()));
    }

    @Test
    @Covers("MEM-6")
    void aRequestCanBeTakenBackEvenWhenTheGroupWentOutOfSight() {
        Group group = town.privateGroup(owner);
        Actor.Person person = town.requested(group);
        groups.edit(owner, group.id(), terms -> terms.seen(Visibility.SECRET));

        assertRefused("access.not-found", () -> groups.find(person, group.id()));
        memberships.withdrawRequest(person, group.id());
        assertThat(statusOf(person, group)).isEqualTo(Status.DECLINED);
        assertRefused("access.not-found", () -> memberships.withdrawRequest(person, group.id()));
    }

    @Test
    @Covers("MEM-6")
    void askingAnOpenGroupIsJoiningIt() {
        Group group = town.openGroup(owner);

        assertThat(memberships.request(town.person(), group.id(), null).status())
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    @Covers("GRP-6")
    void aRequestCannotBeApprovedIntoAFullGroup() {
        Group group = town.privateGroup(owner);
        Actor.Person person = town.requested(group);
        groups.edit(owner, group.id(), terms -> terms.limited(1));

        assertRefused("groups.full", () -> memberships.approve(owner, group.id(), person.id()));
        assertThat(statusOf(person, group)).isEqualTo(Status.REQUESTED);
    }

    // Being invited

    @Test
    @Covers({"MEM-3", "MEM-4", "MEM-7", "X2", "X4"})
    void anyMemberInvitesAndTheInviteeAnswers() {
        Group group = town.secretGroup(owner);
        Actor.Person member = town.memberOf(group);
        Actor.Person yes = town.person();
        Actor.Person no = town.person();

        assertThat(memberships.invite(member, group.id(), yes.id()).status()).isEqualTo(Status.INVITED);
        memberships.invite(member, group.id(), no.id());
        assertThat(memberships.invitations(owner, group.id(), Page.Ask.first()).items())
                .hasSize(2);
        assertRefused("groups.already-invited", () -> memberships.invite(owner, group.id(), yes.id()));

        assertThat(memberships.accept(yes, group.id()).status()).isEqualTo(Status.ACTIVE);
        memberships.decline(no, group.id());
        assertThat(statusOf(no, group)).isEqualTo(Status.DECLINED);
        assertRefused("access.not-found", () -> groups.find(no, group.id()));
        assertRefused("access.not-found", () -> memberships.accept(no, group.id()));
    }

    @Test
    @Covers("MEM-4")
    void outsidersDoNotInvite() {
        Group group = town.openGroup(owner);

        assertRefused(
                "access.not-allowed",
                () -> memberships.invite(
                        town.person(), group.id(), town.person().id()));
        assertRefused(
                "access.not-allowed",
                () -> memberships.invite(
                        town.invited(group), group.id(), town.person().id()));
    }

    @Test
    @Covers({"MEM-4", "X4"})
    void whereInvitingIsLeftToAdminsMembersDoNot() {
        Group group = town.group(owner, terms -> terms.invited(InvitePolicy.ADMINS));
        Actor.Person moderator = town.moderatorOf(group);

        assertRefused(
                "access.not-allowed",
                () -> memberships.invite(moderator, group.id(), town.person().id()));
        assertRefused("access.not-allowed", () -> memberships.invitations(moderator, group.id(), Page.Ask.first()));
        assertThat(memberships
                        .invite(town.adminOf(group), group.id(), town.person().id())
                        .status())
                .isEqualTo(Status.INVITED);
    }

    @Test
    @Covers("MEM-4")
    void anInviterLearnsNothingOfAccountsThatAreNotForThem() {
        Group group = town.openGroup(owner);
        Actor.Person member = town.memberOf(group);
        Actor.Person blocker = town.person();
        town.somoim.profiles().block(blocker, member.id());
        Actor.Person banned = town.banned(group);
        Actor.Person closed = town.person();
        town.somoim.accounts().deactivate(closed);

        assertRefused(
                "access.not-found",
                () -> memberships.invite(member, group.id(), town.ports.ids().timeOrdered()));
        assertRefused("access.not-found", () -> memberships.invite(member, group.id(), blocker.id()));
        assertRefused("access.not-found", () -> memberships.invite(member, group.id(), banned.id()));
        assertRefused("access.not-found", () -> memberships.invite(member, group.id(), closed.id()));
        assertRefused("groups.banned", () -> memberships.invite(owner, group.id(), banned.id()));
    }

    @Test
    @Covers("X3")
    void anInvitationThatMeetsARequestIsConsentFromBothSides() {
        Group group = town.privateGroup(owner);
        Actor.Person asked = town.requested(group);
        Actor.Person invited = town.invited(group);

        assertThat(memberships
                        .invite(town.memberOf(group), group.id(), asked.id())
                        .status())
                .isEqualTo(Status.ACTIVE);
        assertThat(memberships.request(invited, group.id(), null).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    @Covers({"X3", "GRP-6"})
    void consentFromBothSidesFindsNoSeatInAFullGroup() {
        Group group = town.privateGroup(owner);
        Actor.Person asked = town.requested(group);
        Actor.Person invited = town.invited(group);
        groups.edit(owner, group.id(), terms -> terms.limited(1));

        assertRefused("groups.full", () -> memberships.invite(owner, group.id(), asked.id()));
        assertRefused("groups.full", () -> memberships.request(invited, group.id(), null));
        assertThat(statusOf(asked, group)).isEqualTo(Status.REQUESTED);
        assertThat(statusOf(invited, group)).isEqualTo(Status.INVITED);
    }

    @Test
    @Covers("MEM-4")
    void anInvitationIsTakenBackByWhoeverSentItOrByAnAdmin() {
        Group group = town.secretGroup(owner);
        Actor.Person inviter = town.memberOf(group);
        Actor.Person first = town.person();
        Actor.Person second = town.person();
        memberships.invite(inviter, group.id(), first.id());
        memberships.invite(inviter, group.id(), second.id());

        assertRefused(
                "access.not-allowed",
                () -> memberships.withdrawInvitation(town.memberOf(group), group.id(), first.id()));
        memberships.withdrawInvitation(inviter, group.id(), first.id());
        memberships.withdrawInvitation(town.adminOf(group), group.id(), second.id());
        assertRefused("access.not-found", () -> memberships.accept(first, group.id()));
        assertRefused("groups.not-invited", () -> memberships.withdrawInvitation(owner, group.id(), second.id()));
    }

    // Leaving

    @Test
    @Covers("MEM-9")
    void whoeverLeavesIsOutAndMayComeBack() {
        Group group = town.openGroup(owner);
        Actor.Person member = town.memberOf(group);
        Membership before = memberships.own(member, group.id());

        memberships.leave(member, group.id());
        assertRefused("access.not-found", () -> memberships.own(member, group.id()));
        assertRefused("groups.not-a-member", () -> memberships.leave(member, group.id()));
        assertThat(groups.find(member, group.id()).members()).isEqualTo(1);

        town.clock.advance(Duration.ofDays(1));
        Membership again = memberships.join(member, group.id());
        assertThat(again.joinedAt()).isEqualTo(town.clock.instant());
        assertThat(again.createdAt()).isEqualTo(before.createdAt());
    }

    @Test
    @Covers("MEM-9")
    void theOwnerCannotLeaveWithoutPassingTheGroupOn() {
        Group group = town.openGroup(owner);
        Actor.Person heir = town.memberOf(group);

        assertRefused("groups.owner-must-transfer", () -> memberships.leave(owner, group.id()));
        members.transfer(owner, group.id(), heir.id());
        memberships.leave(owner, group.id());
        assertThat(statusOf(owner, group)).isEqualTo(Status.LEFT);
    }

    // Being kept out

    @Test
    @Covers("X2")
    void whoeverWasPutOutDoesNotWalkBackInOnARequestOfTheirOwn() {
        Group group = town.openGroup(owner);
        Actor.Person removed = town.removed(group);
        Actor.Person barred = town.banned(group);
        members.liftBan(owner, group.id(), barred.id());
        Secret link = town.somoim
                .invites()
                .byLink(owner, group.id(), 9, Invites.USUAL_TIME)
                .secret();

        for (Actor.Person person : List.of(removed, barred)) {
            memberships.request(person, group.id(), null);
            assertRefused("groups.removed-before", () -> memberships.join(person, group.id()));
            assertRefused("groups.already-requested", () -> memberships.request(person, group.id(), null));
            assertRefused("groups.removed-before", () -> town.somoim.invites().accept(person, link));

            memberships.withdrawRequest(person, group.id());
            assertRefused("groups.removed-before", () -> memberships.join(person, group.id()));
        }
        town.clock.advance(Groups.KEPT.multipliedBy(2));
        groups.purge(Actor.host("test"));
        assertRefused("groups.removed-before", () -> memberships.join(removed, group.id()));

        memberships.request(removed, group.id(), null);
        memberships.approve(owner, group.id(), removed.id());
        memberships.invite(owner, group.id(), barred.id());
        memberships.join(barred, group.id());
        for (Actor.Person person : List.of(removed, barred)) {
            memberships.leave(person, group.id());
            assertThat(memberships.join(person, group.id()).status()).isEqualTo(Status.ACTIVE);
        }
    }

    @Test
    @Covers("X2")
    void whoeverWasRemovedComesBackOnlyWhenSomeoneAgrees() {
        Group group = town.openGroup(owner);
        Actor.Person removed = town.removed(group);

        assertRefused("groups.removed-before", () -> memberships.join(removed, group.id()));
        assertThat(memberships.request(removed, group.id(), null).status()).isEqualTo(Status.REQUESTED);
        assertThat(memberships.approve(owner, group.id(), removed.id()).status())
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    @Covers("X2")
    void toSomeoneBannedThereIsNoSuchGroup() {
        Group group = town.openGroup(owner);
        Actor.Person banned = town.banned(group);
        Id<Group> id = group.id();

        assertRefused("access.not-found", () -> groups.find(banned, id));
        assertRefused("access.not-found", () -> memberships.own(banned, id));
        assertRefused("access.not-found", () -> memberships.join(banned, id));
        assertRefused("access.not-found", () -> memberships.request(banned, id, null));
        assertRefused("access.not-found", () -> memberships.accept(banned, id));
        assertRefused("access.not-found", () -> memberships.decline(banned, id));
        assertRefused("access.not-found", () -> memberships.leave(banned, id));
        assertRefused("access.not-found", () -> memberships.withdrawRequest(banned, id));
        assertRefused("access.not-found", () -> members.list(banned, id, Page.Ask.first()));
        assertThat(groups.browse(banned, GroupFilter.ALL, Page.Ask.first()).items())
                .isEmpty();
        assertThat(groups.mine(banned, Page.Ask.first()).items()).isEmpty();
    }

    @Test
    void whoeverIsApartFromTheirInviterIsNotToldWhoItWas() {
        Group group = town.openGroup(owner);
        Actor.Person inviter = town.memberOf(group);
        Actor.Person invitee = town.person();
        memberships.invite(inviter, group.id(), invitee.id());
        assertThat(memberships.own(invitee, group.id()).by()).isEqualTo(inviter.id());

        town.somoim.profiles().block(inviter, invitee.id());
        assertThat(memberships.own(invitee, group.id()).by()).isEqualTo(invitee.id());
        assertThat(groups.mine(invitee, Page.Ask.first()).items())
                .extracting(belonging -> belonging.membership().by())
                .containsExactly(invitee.id());
    }
}
