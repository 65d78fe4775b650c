package org.somoim.groups;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Where every membership changes. Holds to the table of {@link Status#isMove}, counts seats, lets no owner go, and keeps
 * the log; row, seat and log entry change together.
 */
final class Turnstile {
    private final GroupStore groups;
    private final MembershipStore memberships;

    Turnstile(GroupStore groups, MembershipStore memberships) {
        this.groups = groups;
        this.memberships = memberships;
    }

    /** Makes the creator of a new group its owner. */
    void found(Work.Tx tx, Id<Group> group, Id<User> creator) {
        move(tx, group, creator, Status.ACTIVE, Role.OWNER, null, creator);
    }

    /**
     * Makes someone a member who was one elsewhere, and of whom this group knows nothing yet.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#FULL}
     */
    void bringIn(Work.Tx tx, Id<Group> group, Id<User> person, Role role, Instant since) {
        write(List.of(seat(tx, group, person, role, since)));
    }

    /**
     * Takes a seat for someone who was a member elsewhere; {@link #write} has to follow within the change.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#FULL}
     */
    Seated seat(Work.Tx tx, Id<Group> group, Id<User> person, Role role, Instant since) {
        if (!groups.takeSeat(group)) {
            throw GroupReason.FULL.refuse(group);
        }
        var change = new MembershipChange(tx.newId(), group, person, null, null, Status.ACTIVE, role, person, tx.now());
        var membership = new Membership(
                group, person, Status.ACTIVE, role, null, person, change.id(), false, since, since, tx.now());
        return new Seated(membership, change);
    }

    /** Whose seat has been taken, and who has to be written. */
    record Seated(Membership membership, MembershipChange change) {}

    /** Group by group, so that whatever keeps them in order turns to each place once. */
    void write(List<Seated> all) {
        List<Seated> sorted = all.stream()
                .sorted(Comparator.comparing((Seated one) -> one.membership().groupId())
                        .thenComparing(one -> one.membership().userId()))
                .toList();
        sorted.forEach(one -> memberships.put(one.membership()));
        sorted.forEach(one -> memberships.log(one.change()));
    }

    /**
     * Makes someone a member and says so.
     *
     * @param by who does it
     * @param host who let them in: the inviter, the approver, or themself in an open group
     */
    Membership admit(Work.Tx tx, Id<Group> group, Id<User> person, Id<User> by, GroupFact.Way way, Id<User> host) {
        Membership before = memberships.find(group, person).orElse(null);
        Membership member = move(tx, group, person, Status.ACTIVE, Role.MEMBER, null, by);
        tx.announce(new GroupFact.Joined(group, person, way, host, pending(before)));
        return member;
    }

    Membership ask(Work.Tx tx, Id<Group> group, Id<User> person, @Nullable Line message) {
        return move(tx, group, person, Status.REQUESTED, null, message, person);
    }

    /** @param next not {@code ACTIVE} */
    Membership move(Work.Tx tx, Id<Group> group, Id<User> person, Status next, Id<User> by) {
        return move(tx, group, person, next, null, null, by);
    }

    /** Gives an active member another role. */
    Membership appoint(Work.Tx tx, Membership member, Role role, Id<User> by) {
        return write(tx, member, member.groupId(), member.userId(), Status.ACTIVE, role, null, by);
    }

    /** The invitation or request that is open, or null. */
    static @Nullable Id<MembershipChange> pending(@Nullable Membership membership) {
        return membership != null && (membership.is(Status.INVITED) || membership.is(Status.REQUESTED))
                ? membership.changeId()
                : null;
    }

    private Membership move(
            Work.Tx tx,
            Id<Group> group,
            Id<User> person,
            Status next,
            @Nullable Role role,
            @Nullable Line message,
            Id<User> by) {
        Membership before = memberships.find(group, person).orElse(null);
        Status from = before == null ? null : before.status();
        if (!Status.isMove(from, next)) {
            throw against(from, next).refuse(group, person);
        }
        if (next == Status.ACTIVE && !mayComeIn(before, person, by)) {
            throw GroupReason.REMOVED_BEFORE.refuse(group, person);
        }
        if (before != null && before.role() == Role.OWNER) {
            throw GroupReason.OWNER_MUST_TRANSFER.refuse(group);
        }
        if (next == Status.ACTIVE && !groups.takeSeat(group)) {
            throw GroupReason.FULL.refuse(group);
        }
        if (from == Status.ACTIVE) {
            groups.giveBackSeat(group);
        }
        return write(tx, before, group, person, next, role, message, by);
    }

    /** Whoever was put out needs someone else to agree: to have invited them, or to let them in now. */
    static boolean mayComeIn(@Nullable Membership before, Id<User> person, Id<User> by) {
        return before == null || !before.putOut() || before.is(Status.INVITED) || !by.equals(person);
    }

    private Membership write(
            Work.Tx tx,
            @Nullable Membership before,
            Id<Group> group,
            Id<User> person,
            Status status,
            @Nullable Role role,
            @Nullable Line message,
            Id<User> by) {
        var change = new MembershipChange(
                tx.newId(),
                group,
                person,
                before == null ? null : before.status(),
                before == null ? null : before.role(),
                status,
                role,
                by,
                tx.now());
        boolean comesIn = status == Status.ACTIVE && (before == null || !before.is(Status.ACTIVE));
        var after = new Membership(
                group,
                person,
                status,
                role,
                message,
                by,
                change.id(),
                Membership.isPutOut(status) || status != Status.ACTIVE && before != null && before.putOut(),
                comesIn || before == null ? (comesIn ? tx.now() : null) : before.joinedAt(),
                before == null ? tx.now() : before.createdAt(),
                tx.now());
        memberships.put(after);
        memberships.log(change);
        return after;
    }

    private static GroupReason against(@Nullable Status from, Status next) {
        if (from == null) {
            return GroupReason.NOT_A_MEMBER;
        }
        return switch (from) {
            case INVITED -> next == Status.INVITED ? GroupReason.ALREADY_INVITED : GroupReason.NOT_A_MEMBER;
            case REQUESTED -> next == Status.REQUESTED ? GroupReason.ALREADY_REQUESTED : GroupReason.NOT_A_MEMBER;
            case ACTIVE -> GroupReason.ALREADY_MEMBER;
            case LEFT, DECLINED -> GroupReason.NOT_A_MEMBER;
            case REMOVED -> next == Status.ACTIVE ? GroupReason.REMOVED_BEFORE : GroupReason.NOT_A_MEMBER;
            case BANNED -> next == Status.BANNED ? GroupReason.ALREADY_BANNED : GroupReason.BANNED;
        };
    }
}
