package org.somoim.groups;

import java.util.List;
import org.somoim.access.Access;
import org.somoim.access.Pass;
import org.somoim.access.Standing;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/** Who belongs to a group, what they may do there, and who is put out. Nobody acts on someone of equal or higher role. */
public final class Members {
    /** So many of the team are told. */
    public static final int MOST_TEAM = 200;

    private final MembershipStore store;
    private final Turnstile turnstile;
    private final Succession succession;
    private final Roll roll;
    private final Access access;
    private final Work work;

    public Members(GroupStore groups, MembershipStore store, Access access, Work work) {
        this.store = store;
        this.turnstile = new Turnstile(groups, store);
        this.succession = new Succession(groups, store, access);
        this.roll = new Roll(access);
        this.access = access;
        this.work = work;
    }

    /** The members, longest first. People apart from {@code actor} are left out, unless {@code actor} moderates the group. */
    public Page<Membership> list(Actor actor, Id<Group> id, Page.Ask ask) {
        return work.read(() -> {
            Pass pass = access.require(actor, GroupAction.READ_MEMBERS, id);
            return roll.read(
                    pass,
                    ask,
                    (after, limit) -> store.members(id, after, limit),
                    member -> Cursor.of(
                            member.joinedAt() == null ? member.createdAt() : member.joinedAt(), member.userId()));
        });
    }

    /**
     * Those who run the group, strongest first: its owner, its admins, its moderators, at most {@value #MOST_TEAM}. People
     * apart are left out as in {@link #list}.
     */
    public List<Membership> team(Actor actor, Id<Group> id) {
        return work.read(() -> {
            Pass pass = access.require(actor, GroupAction.READ_MEMBERS, id);
            return roll.read(
                    pass,
                    store.team(id, Role.MODERATOR).stream().limit(MOST_TEAM).toList());
        });
    }

    /**
     * Gives a member of lower standing a role below one's own. Giving the role they have changes nothing.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_A_MEMBER}, {@link GroupReason#NOT_BELOW_YOU}, {@link
     *     GroupReason#OWNER_MUST_TRANSFER} for the role of the owner
     */
    public Membership appoint(Actor actor, Id<Group> id, Id<User> person, Role role) {
        return work.call(tx -> {
            Pass pass = access.require(actor, GroupAction.APPOINT, id);
            if (role == Role.OWNER) {
                throw GroupReason.OWNER_MUST_TRANSFER.refuse(id);
            }
            Membership member = active(id, person);
            requireBelow(pass, member.standing(), id, person);
            requireBelow(pass, role.standing(), id, person);
            Role before = member.role();
            if (before == null || before == role) {
                return member;
            }
            tx.announce(new GroupFact.RoleChanged(id, person, before, role, pass.person()));
            return turnstile.appoint(tx, member, role, pass.person());
        });
    }

    /**
     * Passes the ownership on to another member; the owner becomes an admin.
     *
     * @return the new owner
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_A_MEMBER}, {@link GroupReason#NOT_BELOW_YOU} for oneself, {@code
     *     access.not-found} for someone whose account is closed
     */
    public Membership transfer(Actor actor, Id<Group> id, Id<User> heir) {
        return work.call(tx -> {
            Pass pass = access.require(actor, GroupAction.TRANSFER, id);
            Membership next = active(id, heir);
            requireBelow(pass, next.standing(), id, heir);
            if (!access.isActive(heir)) {
                throw access.notFound(heir);
            }
            // In this order: the table has room for one owner.
            turnstile.appoint(tx, active(id, pass.person()), Role.ADMIN, pass.person());
            tx.announce(new GroupFact.OwnershipTransferred(id, pass.person(), heir));
            return turnstile.appoint(tx, next, Role.OWNER, pass.person());
        });
    }

    /**
     * Gives a group another owner whose own cannot act any more, such as one who was suspended for good: the longest-serving
     * admin, then moderator, then member with an account in good standing. The former owner stays in, as an admin.
     *
     * @return the new owner
     * @throws org.somoim.kernel.Refusal {@link GroupReason#OWNER_CAN_ACT}, {@link GroupReason#NO_HEIR}, {@code
     *     access.not-allowed}, {@code access.not-found}
     */
    public Membership passOn(Actor actor, Id<Group> id) {
        return work.call(tx -> {
            access.requireSite(actor, GroupSiteAction.PASS_ON);
            Membership owner = store.team(id, Role.OWNER).stream().findFirst().orElseThrow(() -> access.notFound(id));
            if (access.isActive(owner.userId())) {
                throw GroupReason.OWNER_CAN_ACT.refuse(id);
            }
            if (succession
                    .heirOf(owner)
                    .filter(heir -> access.isActive(heir.userId()))
                    .isEmpty()) {
                throw GroupReason.NO_HEIR.refuse(id);
            }
            return succession.passOn(tx, owner).orElseThrow();
        });
    }

    /**
     * Puts out a member of lower standing. They may ask to come back, or be invited.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_A_MEMBER}, {@link GroupReason#NOT_BELOW_YOU}
     */
    public void remove(Actor actor, Id<Group> id, Id<User> person) {
        work.call(tx -> {
            Pass pass = access.require(actor, GroupAction.REMOVE, id);
            requireBelow(pass, active(id, person).standing(), id, person);
            tx.announce(new GroupFact.Removed(id, person, pass.person()));
            return turnstile.move(tx, id, person, Status.REMOVED, pass.person());
        });
    }

    /**
     * Puts someone of lower standing out for good, or keeps someone out who never was in. From then on the group does not
     * exist for them, until the ban is lifted.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_BELOW_YOU}, {@link GroupReason#ALREADY_BANNED}, {@code
     *     access.not-found} for someone without an account who never was in
     */
    public Membership ban(Actor actor, Id<Group> id, Id<User> person) {
        return work.call(tx -> {
            Pass pass = access.require(actor, GroupAction.BAN, id);
            Membership before = store.find(id, person).orElse(null);
            if (before == null && !access.isActive(person)) {
                throw access.notFound(person);
            }
            requireBelow(pass, before == null ? Standing.PERSON : before.standing(), id, person);
            tx.announce(new GroupFact.Banned(
                    id, person, pass.person(), before == null ? null : before.status(), Turnstile.pending(before)));
            return turnstile.move(tx, id, person, Status.BANNED, pass.person());
        });
    }

    /**
     * Lifts a ban. The person is not a member by that; they may ask, or be invited.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NOT_BANNED}
     */
    public Membership liftBan(Actor actor, Id<Group> id, Id<User> person) {
        return work.call(tx -> {
            Pass pass = access.require(actor, GroupAction.BAN, id);
            if (store.find(id, person).filter(m -> m.is(Status.BANNED)).isEmpty()) {
                throw GroupReason.NOT_BANNED.refuse(id, person);
            }
            tx.announce(new GroupFact.BanLifted(id, person, pass.person()));
            return turnstile.move(tx, id, person, Status.REMOVED, pass.person());
        });
    }

    /** Those who are banned, longest first. For those who may ban. */
    public Page<Membership> banned(Actor actor, Id<Group> id, Page.Ask ask) {
        return work.read(() -> {
            Pass pass = access.require(actor, GroupAction.BAN, id);
            return roll.read(
                    pass, ask, (after, limit) -> store.withStatus(id, Status.BANNED, after, limit), Roll::byChange);
        });
    }

    /** What has happened to the group's memberships, newest first. For admins. */
    public Page<MembershipChange> history(Actor actor, Id<Group> id, Page.Ask ask) {
        return work.read(() -> {
            access.require(actor, GroupAction.READ_HISTORY, id);
            return Page.of(
                    ask,
                    (after, limit) -> store.history(id, after, limit),
                    change -> Cursor.of(change.createdAt(), change.id()));
        });
    }

    private static void requireBelow(Pass pass, Standing standing, Id<Group> id, Id<User> person) {
        if (standing.isAtLeast(pass.standing())) {
            throw GroupReason.NOT_BELOW_YOU.refuse(id, person);
        }
    }

    private Membership active(Id<Group> id, Id<User> person) {
        return store.find(id, person)
                .filter(membership -> membership.is(Status.ACTIVE))
                .orElseThrow(() -> GroupReason.NOT_A_MEMBER.refuse(id, person));
    }
}
