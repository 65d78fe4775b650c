package org.somoim.groups;

import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.access.Footing;
import org.somoim.access.Pass;
import org.somoim.access.Standing;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * How people come into a group and leave it. It takes two to agree: the person, and the group through its policy or
 * through someone who may speak for it. Where both have, the person is in.
 *
 * <p>To someone who is banned there is no such group: every method answers {@code access.not-found}.
 */
public final class Memberships {
    private final GroupStore groups;
    private final MembershipStore store;
    private final Turnstile turnstile;
    private final Roll roll;
    private final Access access;
    private final Work work;

    public Memberships(GroupStore groups, MembershipStore store, Access access, Work work) {
        this.groups = groups;
        this.store = store;
        this.turnstile = new Turnstile(groups, store);
        this.roll = new Roll(access);
        this.access = access;
        this.work = work;
    }

    /**
     * What {@code actor} is to a group that they belong to, are invited to or have asked to join. A membership that has
     * ended looks like none.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public Membership own(Actor actor, Id<Group> id) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return roll.shownTo(person, own(person, id));
        });
    }

    /**
     * Makes {@code actor} a member of an open group, or of one that invited them.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#FULL}, {@link GroupReason#ALREADY_MEMBER}, {@link
     *     GroupReason#REMOVED_BEFORE}, {@link GroupReason#ASK_FIRST}, {@link GroupReason#BY_INVITATION}
     */
    public Membership join(Actor actor, Id<Group> id) {
        return work.call(tx -> {
            Id<User> person = access.require(actor, GroupAction.JOIN, id).person();
            JoinPolicy policy = get(id).joinPolicy();
            Membership before = store.find(id, person).orElse(null);
            if (before != null && before.is(Status.INVITED)) {
                return turnstile.admit(tx, id, person, person, GroupFact.Way.INVITATION, before.by());
            }
            if (policy != JoinPolicy.OPEN && (before == null || !before.is(Status.ACTIVE))) {
                throw (policy == JoinPolicy.REQUEST ? GroupReason.ASK_FIRST : GroupReason.BY_INVITATION).refuse(id);
            }
            return turnstile.admit(tx, id, person, person, GroupFact.Way.OPEN, person);
        });
    }

    /**
     * Asks to be let in. Whoever is invited, or would be let in anyway, is in at once.
     *
     * @param message to those who answer, or null
     * @return {@code REQUESTED}, or {@code ACTIVE} if they are in
     * @throws org.somoim.kernel.Refusal {@link GroupReason#FULL}, {@link GroupReason#ALREADY_MEMBER}, {@link
     *     GroupReason#ALREADY_REQUESTED}, {@link GroupReason#BY_INVITATION}
     */
    public Membership request(Actor actor, Id<Group> id, @Nullable Line message) {
        return work.call(tx -> {
            Id<User> person = access.require(actor, GroupAction.JOIN, id).person();
            JoinPolicy policy = get(id).joinPolicy();
            Membership before = store.find(id, person).orElse(null);
            Status status = before == null ? null : before.status();
            if (before != null && status == Status.INVITED) {
                return turnstile.admit(tx, id, person, person, GroupFact.Way.INVITATION, before.by());
            }
            if (policy == JoinPolicy.OPEN
                    && Status.isMove(status, Status.ACTIVE)
                    && Turnstile.mayComeIn(before, person, person)) {
                return turnstile.admit(tx, id, person, person, GroupFact.Way.OPEN, person);
            }
            if (policy == JoinPolicy.INVITE && Status.isMove(status, Status.REQUESTED)) {
                throw GroupReason.BY_INVITATION.refuse(id);
            }
            Membership asked = turnstile.ask(tx, id, person, message);
            tx.announce(new GroupFact.Requested(id, person, asked.changeId()));
            return asked;
        });
    }

    /**
     * Takes one's own request back, also where the group has gone out of sight in the meantime.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_REQUESTED}, {@code access.not-found}
     */
    public void withdrawRequest(Actor actor, Id<Group> id) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Membership asked = own(person, id);
            if (!asked.is(Status.REQUESTED)) {
                throw GroupReason.NOT_REQUESTED.refuse(id);
            }
            tx.announce(new GroupFact.RequestWithdrawn(id, person, asked.changeId()));
            return turnstile.move(tx, id, person, Status.DECLINED, person);
        });
    }

    /**
     * Lets in someone who asked.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_REQUESTED}, {@link GroupReason#FULL}, {@code
     *     access.not-found} for someone whose account is closed
     */
    public Membership approve(Actor actor, Id<Group> id, Id<User> person) {
        return work.call(tx -> {
            Pass pass = access.require(actor, GroupAction.APPROVE_WHERE_MODERATORS_MAY, id);
            holdTo(pass, get(id).toApprove(), id);
            requested(id, person);
            if (!access.isActive(person)) {
                throw access.notFound(person);
            }
            return turnstile.admit(tx, id, person, pass.person(), GroupFact.Way.REQUEST, pass.person());
        });
    }

    /**
     * Turns down someone who asked; they may ask again.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_REQUESTED}
     */
    public void declineRequest(Actor actor, Id<Group> id, Id<User> person) {
        work.call(tx -> {
            Pass pass = access.require(actor, GroupAction.APPROVE_WHERE_MODERATORS_MAY, id);
            holdTo(pass, get(id).toApprove(), id);
            Membership asked = requested(id, person);
            tx.announce(new GroupFact.RequestDeclined(id, person, pass.person(), asked.changeId()));
            return turnstile.move(tx, id, person, Status.DECLINED, pass.person());
        });
    }

    /**
     * Invites someone. Whoever had asked to join is in at once. Someone who does not exist, whose account is closed, who is
     * parted from the inviter by a block, or whom the group has banned without the inviter's being entitled to know: all
     * look alike.
     *
     * @return {@code INVITED}, or {@code ACTIVE} if they had asked
     * @throws org.somoim.kernel.Refusal {@code access.not-found} for the person, {@link GroupReason#ALREADY_MEMBER}, {@link
     *     GroupReason#ALREADY_INVITED}, {@link GroupReason#BANNED}, {@link GroupReason#FULL}
     */
    public Membership invite(Actor actor, Id<Group> id, Id<User> invitee) {
        return work.call(tx -> {
            Pass pass = access.require(actor, GroupAction.INVITE_WHERE_MEMBERS_MAY, id);
            holdTo(pass, get(id).toInvite(), id);
            requireInvitable(pass, id, invitee);
            if (store.find(id, invitee).filter(m -> m.is(Status.REQUESTED)).isPresent()) {
                return turnstile.admit(tx, id, invitee, pass.person(), GroupFact.Way.REQUEST, pass.person());
            }
            Membership invited = turnstile.move(tx, id, invitee, Status.INVITED, pass.person());
            tx.announce(new GroupFact.Invited(id, invitee, pass.person(), invited.changeId()));
            return invited;
        });
    }

    /**
     * Takes an invitation back: one's own, or any for those who manage them.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_INVITED}
     */
    public void withdrawInvitation(Actor actor, Id<Group> id, Id<User> invitee) {
        work.call(tx -> {
            Pass pass = access.require(actor, GroupAction.INVITE_WHERE_MEMBERS_MAY, id);
            Membership invited = invited(id, invitee);
            if (!invited.by().equals(pass.person())) {
                holdTo(pass, GroupAction.MANAGE_INVITES, id);
            }
            tx.announce(new GroupFact.InvitationWithdrawn(id, invitee, pass.person(), invited.changeId()));
            return turnstile.move(tx, id, invitee, Status.DECLINED, pass.person());
        });
    }

    /**
     * Follows an invitation.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_INVITED}, {@link GroupReason#FULL}
     */
    public Membership accept(Actor actor, Id<Group> id) {
        return work.call(tx -> {
            Id<User> person = access.require(actor, GroupAction.SEE, id).person();
            Membership invited = invited(id, person);
            return turnstile.admit(tx, id, person, person, GroupFact.Way.INVITATION, invited.by());
        });
    }

    /**
     * Turns an invitation down.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_INVITED}
     */
    public void decline(Actor actor, Id<Group> id) {
        work.call(tx -> {
            Id<User> person = access.require(actor, GroupAction.SEE, id).person();
            Membership invited = invited(id, person);
            tx.announce(new GroupFact.InvitationDeclined(id, person, invited.by(), invited.changeId()));
            return turnstile.move(tx, id, person, Status.DECLINED, person);
        });
    }

    /**
     * Ends one's own membership.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_A_MEMBER}, {@link GroupReason#OWNER_MUST_TRANSFER}
     */
    public void leave(Actor actor, Id<Group> id) {
        work.call(tx -> {
            Id<User> person = access.require(actor, GroupAction.SEE, id).person();
            tx.announce(new GroupFact.Left(id, person));
            return turnstile.move(tx, id, person, Status.LEFT, person);
        });
    }

    /** Those who have asked to join, longest waiting first. For those who may answer. */
    public Page<Membership> requests(Actor actor, Id<Group> id, Page.Ask ask) {
        return work.read(() -> {
            Pass pass = access.require(actor, GroupAction.APPROVE_WHERE_MODERATORS_MAY, id);
            holdTo(pass, get(id).toApprove(), id);
            return waiting(pass, id, Status.REQUESTED, ask);
        });
    }

    /** Those who are invited, longest first. For those who may invite. */
    public Page<Membership> invitations(Actor actor, Id<Group> id, Page.Ask ask) {
        return work.read(() -> {
            Pass pass = access.require(actor, GroupAction.INVITE_WHERE_MEMBERS_MAY, id);
            holdTo(pass, get(id).toInvite(), id);
            return waiting(pass, id, Status.INVITED, ask);
        });
    }

    private Page<Membership> waiting(Pass pass, Id<Group> id, Status status, Page.Ask ask) {
        return roll.read(pass, ask, (after, limit) -> store.withStatus(id, status, after, limit), Roll::byChange);
    }

    private void requireInvitable(Pass inviter, Id<Group> id, Id<User> invitee) {
        Footing theirs = access.footing(invitee, id)
                .filter(footing -> footing.active() && !access.apart(inviter.person(), invitee))
                .orElseThrow(() -> access.notFound(invitee));
        if (theirs.standing() == Standing.BANNED) {
            throw inviter.allows(GroupAction.BAN) ? GroupReason.BANNED.refuse(id, invitee) : access.notFound(invitee);
        }
    }

    /** The group's own policy can be stricter than the table. */
    private static void holdTo(Pass pass, GroupAction action, Id<Group> id) {
        if (!pass.allows(action)) {
            throw AccessReason.NOT_ALLOWED.refuse(id);
        }
    }

    private Membership own(Id<User> person, Id<Group> id) {
        return groups.find(id)
                .filter(group -> group.deletedAt() == null)
                .flatMap(group -> store.find(id, person))
                .filter(own -> own.is(Status.ACTIVE) || Turnstile.pending(own) != null)
                .orElseThrow(() -> access.notFound(id));
    }

    private Membership requested(Id<Group> id, Id<User> person) {
        return store.find(id, person)
                .filter(membership -> membership.is(Status.REQUESTED))
                .orElseThrow(() -> GroupReason.NOT_REQUESTED.refuse(id, person));
    }

    private Membership invited(Id<Group> id, Id<User> person) {
        return store.find(id, person)
                .filter(membership -> membership.is(Status.INVITED))
                .orElseThrow(() -> GroupReason.NOT_INVITED.refuse(id, person));
    }

    private Group get(Id<Group> id) {
        return groups.find(id).orElseThrow(() -> access.notFound(id));
    }
}
