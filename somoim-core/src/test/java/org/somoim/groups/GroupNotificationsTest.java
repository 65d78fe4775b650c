package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Membership.Role;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.memory.Community;
import org.somoim.notifications.Notification;

class GroupNotificationsTest {
    private final Community town = new Community();
    private final Groups groups = town.somoim.groups();
    private final Memberships memberships = town.somoim.memberships();
    private final Members members = town.somoim.members();
    private final Actor.Person owner = town.person();

    private List<String> told(Actor.Person reader) {
        town.somoim.deliver();
        return town.somoim.notifications().list(reader, Page.Ask.first(), false).items().stream()
                .map(Notification::kind)
                .map(Object::toString)
                .toList();
    }

    @Test
    @Covers({"NTF-3", "MEM-4"})
    void anInviteeHearsOfTheInvitationUntilItIsAnswered() {
        Group group = town.secretGroup(owner);
        Actor.Person yes = town.invited(group);
        Actor.Person no = town.invited(group);
        Actor.Person withdrawn = town.invited(group);
        assertThat(told(yes)).containsExactly("groups.invited");

        memberships.accept(yes, group.id());
        memberships.decline(no, group.id());
        memberships.withdrawInvitation(owner, group.id(), withdrawn.id());
        assertThat(told(yes)).isEmpty();
        assertThat(told(no)).isEmpty();
        assertThat(told(withdrawn)).isEmpty();
        assertThat(told(owner)).containsExactly("groups.invitation-declined", "groups.invitation-accepted");
    }

    @Test
    @Covers({"NTF-3", "MEM-6", "X30"})
    void everyoneWhoMayAnswerARequestHearsOfItUntilItIsAnswered() {
        Group group = town.privateGroup(owner);
        Actor.Person admin = town.adminOf(group);
        Actor.Person moderator = town.moderatorOf(group);
        Actor.Person member = town.memberOf(group);
        told(owner);
        town.somoim.notifications().list(admin, Page.Ask.first(), false).items().forEach(old -> town.somoim
                .notifications()
                .remove(admin, old.id()));
        Actor.Person asked = town.requested(group);

        assertThat(told(owner)).contains("groups.requested");
        assertThat(told(admin)).containsExactly("groups.requested");
        assertThat(told(moderator)).doesNotContain("groups.requested");
        assertThat(told(member)).isEmpty();

        memberships.approve(admin, group.id(), asked.id());
        assertThat(told(owner)).doesNotContain("groups.requested");
        assertThat(told(admin)).isEmpty();
        assertThat(told(asked)).containsExactly("groups.request-approved");
    }

    @Test
    @Covers("X30")
    void moderatorsHearOfRequestsWhereTheyMayAnswerThem() {
        Group group = town.group(
                owner, terms -> terms.joined(Group.JoinPolicy.REQUEST).approved(true));
        Actor.Person moderator = town.moderatorOf(group);
        town.requested(group);

        assertThat(told(moderator)).contains("groups.requested");
        members.appoint(owner, group.id(), moderator.id(), Role.MEMBER);
        assertThat(told(moderator)).doesNotContain("groups.requested");
    }

    @Test
    @Covers("NTF-3")
    void oneRequestAnsweredLeavesTheOthersToBeAnswered() {
        Group group = town.privateGroup(owner);
        Actor.Person first = town.requested(group);
        town.requested(group);
        told(owner);

        memberships.declineRequest(owner, group.id(), first.id());
        assertThat(told(owner)).containsExactly("groups.requested");
        assertThat(told(first)).containsExactly("groups.request-declined");
    }

    @Test
    void whoeverIsPutOutHearsThatAndNothingElseOfTheGroup() {
        Group group = town.secretGroup(owner);
        Actor.Person removed = town.moderatorOf(group);
        Actor.Person banned = town.moderatorOf(group);
        assertThat(told(removed)).containsExactly("groups.role-changed");

        members.remove(owner, group.id(), removed.id());
        members.ban(owner, group.id(), banned.id());
        assertThat(told(removed)).containsExactly("groups.removed");
        assertThat(told(banned)).containsExactly("groups.banned");
    }

    @Test
    void aBanOfSomeoneWhoNeverWasInIsNotTold() {
        Group group = town.secretGroup(owner);
        Actor.Person stranger = town.person();
        Actor.Person invited = town.invited(group);

        members.ban(owner, group.id(), stranger.id());
        members.ban(owner, group.id(), invited.id());
        assertThat(told(stranger)).isEmpty();
        assertThat(told(invited)).isEmpty();
        members.liftBan(owner, group.id(), stranger.id());
        assertThat(told(stranger)).isEmpty();
    }

    @Test
    void theHeirHearsOfTheOwnership() {
        Group group = town.openGroup(owner);
        Actor.Person heir = town.memberOf(group);

        members.transfer(owner, group.id(), heir.id());
        assertThat(told(heir)).containsExactly("groups.role-changed");
    }

    @Test
    void nothingIsSaidOfAGroupThatIsGone() {
        Group group = town.openGroup(owner);
        Actor.Person invited = town.invited(group);
        assertThat(told(invited)).hasSize(1);

        groups.delete(owner, group.id());
        assertThat(told(invited)).isEmpty();
    }
}
