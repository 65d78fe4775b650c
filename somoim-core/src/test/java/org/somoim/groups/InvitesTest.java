package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Group.InvitePolicy;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Secrets.Secret;
import org.somoim.mail.Email;
import org.somoim.memory.Community;

@Covers("MEM-4")
class InvitesTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Community town = new Community();
    private final Invites invites = town.somoim.invites();
    private final Members members = town.somoim.members();
    private final Actor.Person owner = town.person();
    private final Group group = town.secretGroup(owner);

    private Secret link(int uses) {
        return invites.byLink(owner, group.id(), uses, DAY).secret();
    }

    @Test
    void whoeverHoldsALinkSeesTheGroupAndComesIn() {
        Secret secret = link(2);
        Actor.Person guest = town.person();

        assertThat(invites.peek(guest, secret)).isEqualTo(group.withoutCreator());
        assertRefused("access.not-found", () -> town.somoim.groups().find(guest, group.id()));
        assertThat(invites.accept(guest, secret).status()).isEqualTo(Status.ACTIVE);
        assertRefused("groups.already-member", () -> invites.accept(guest, secret));
        assertThat(invites.list(owner, group.id(), Page.Ask.first()).items())
                .singleElement()
                .satisfies(invite -> assertThat(invite.uses()).isEqualTo(1));
    }

    @Test
    void aLinkVouchesWhereOthersWouldHaveToAsk() {
        Group asking = town.privateGroup(owner);
        Secret secret =
                invites.byLink(town.memberOf(asking), asking.id(), 1, DAY).secret();
        Actor.Person waiting = town.requested(asking);

        assertThat(invites.accept(waiting, secret).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void wrongUsedUpExpiredAndRevokedSecretsLookAlike() {
        Secret usedUp = link(1);
        invites.accept(town.person(), usedUp);
        Invite.Issued revoked = invites.byLink(owner, group.id(), 1, DAY);
        invites.revoke(owner, revoked.invite().id());
        Secret expired = link(1);
        town.clock.advance(DAY);
        Actor.Person guest = town.person();

        for (Secret secret : new Secret[] {new Secret("guess"), usedUp, revoked.secret(), expired}) {
            assertRefused("access.not-found", () -> invites.peek(guest, secret));
            assertRefused("access.not-found", () -> invites.accept(guest, secret));
        }
        assertThat(invites.list(owner, group.id(), Page.Ask.first()).items()).isEmpty();
    }

    @Test
    void anInviteByEmailIsForTheAccountWithThatAddress() {
        Email address = Email.of("friend@example.org");
        Secret secret =
                invites.byEmail(owner, group.id(), address, Invites.USUAL_TIME).secret();
        Actor.Person friend = town.person("Friend", address);

        assertRefused("access.not-found", () -> invites.accept(town.person(), secret));
        assertThat(invites.accept(friend, secret).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void aBanOutlivesEveryInvite() {
        Secret secret = link(10);
        Actor.Person banned = town.banned(group);

        assertRefused("access.not-found", () -> invites.peek(banned, secret));
        assertRefused("access.not-found", () -> invites.accept(banned, secret));
        assertRefused("groups.removed-before", () -> invites.accept(town.removed(group), secret));
    }

    @Test
    void anInviteLetsInOnlyAsLongAsTheInviterMayInvite() {
        Actor.Person inviter = town.memberOf(group);
        Secret secret = invites.byLink(inviter, group.id(), 10, DAY).secret();
        invites.accept(town.person(), secret);

        town.somoim.groups().edit(owner, group.id(), terms -> terms.invited(InvitePolicy.ADMINS));
        assertRefused("access.not-found", () -> invites.accept(town.person(), secret));
        town.somoim.groups().edit(owner, group.id(), terms -> terms.invited(InvitePolicy.ANY_MEMBER));
        invites.accept(town.person(), secret);

        members.remove(owner, group.id(), inviter.id());
        assertRefused("access.not-found", () -> invites.accept(town.person(), secret));
    }

    @Test
    void anInviteOfSomeoneApartIsNone() {
        Secret secret = link(1);
        Actor.Person guest = town.person();
        town.somoim.profiles().block(owner, guest.id());

        assertRefused("access.not-found", () -> invites.accept(guest, secret));
    }

    @Test
    void anInviteIntoADeletedGroupIsNone() {
        Secret secret = link(1);
        town.somoim.groups().delete(owner, group.id());

        assertRefused("access.not-found", () -> invites.peek(town.person(), secret));
        town.somoim.groups().restore(owner, group.id());
        invites.peek(town.person(), secret);
    }

    @Test
    @Covers("GRP-6")
    void aLinkIntoAFullGroupIsNotUsedUp() {
        Secret secret = link(1);
        town.somoim.groups().edit(owner, group.id(), terms -> terms.limited(1));
        Actor.Person guest = town.person();

        assertRefused("groups.full", () -> invites.accept(guest, secret));
        town.somoim.groups().edit(owner, group.id(), terms -> terms.limited(null));
        assertThat(invites.accept(guest, secret).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void invitesHaveBounds() {
        assertRefused("groups.invite-time", () -> invites.byLink(owner, group.id(), 1, Duration.ofMinutes(59)));
        assertRefused("groups.invite-time", () -> invites.byLink(owner, group.id(), 1, Duration.ofDays(91)));
        assertRefused("groups.invite-uses", () -> invites.byLink(owner, group.id(), 0, DAY));
        assertRefused("groups.invite-uses", () -> invites.byLink(owner, group.id(), 1001, DAY));
    }

    @Test
    void onlyEntitledMembersIssueListAndRevoke() {
        Actor.Person member = town.memberOf(group);
        Invite own = invites.byLink(member, group.id(), 1, DAY).invite();
        Invite others = invites.byLink(owner, group.id(), 1, DAY).invite();

        assertRefused("access.not-found", () -> invites.byLink(town.person(), group.id(), 1, DAY));
        assertRefused("access.not-allowed", () -> invites.list(member, group.id(), Page.Ask.first()));
        assertRefused("access.not-found", () -> invites.revoke(member, others.id()));
        invites.revoke(member, own.id());
        invites.revoke(town.adminOf(group), others.id());
        invites.revoke(owner, others.id());
        assertThat(invites.list(owner, group.id(), Page.Ask.first()).items()).isEmpty();
    }
}
