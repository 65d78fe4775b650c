package org.somoim.groups;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.groups.Membership.Role;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Work;

/**
 * Who owns a group after its owner: the longest-serving admin, then moderator, then member. Someone whose account is in good
 * standing goes before anyone whose is not.
 */
final class Succession {
    private static final int BATCH = 200;

    private final GroupStore groups;
    private final MembershipStore memberships;
    private final Turnstile turnstile;
    private final Access access;

    Succession(GroupStore groups, MembershipStore memberships, Access access) {
        this.groups = groups;
        this.memberships = memberships;
        this.turnstile = new Turnstile(groups, memberships);
        this.access = access;
    }

    /**
     * Makes the owner an admin and somebody else the owner. A group in which nobody else is left goes for good, with
     * everything inside.
     *
     * @return the new owner, or empty if nobody was left
     */
    Optional<Membership> passOn(Work.Tx tx, Membership owner) {
        Optional<Membership> heir = heirOf(owner);
        if (heir.isEmpty()) {
            groups.remove(owner.groupId());
            tx.announce(new GroupFact.Purged(owner.groupId()));
            return heir;
        }
        // In this order: the table has room for one owner.
        turnstile.appoint(tx, owner, Role.ADMIN, owner.userId());
        Membership next = turnstile.appoint(tx, heir.get(), Role.OWNER, owner.userId());
        tx.announce(new GroupFact.Inherited(owner.groupId(), next.userId()));
        return Optional.of(next);
    }

    Optional<Membership> heirOf(Membership owner) {
        List<Membership> team = memberships.team(owner.groupId(), Role.MODERATOR).stream()
                .filter(member -> !member.userId().equals(owner.userId()))
                .toList();
        return team.stream()
                .filter(member -> access.isActive(member.userId()))
                .findFirst()
                .or(() -> activeMember(owner))
                .or(() -> team.stream().findFirst())
                .or(() -> longest(owner));
    }

    /** Someone who cannot act now may come back; a group must not be lost to them meanwhile. */
    private Optional<Membership> longest(Membership owner) {
        return memberships.members(owner.groupId(), null, 2).stream()
                .filter(member -> !member.userId().equals(owner.userId()))
                .findFirst();
    }

    private Optional<Membership> activeMember(Membership owner) {
        @Nullable Cursor after = null;
        List<Membership> batch;
        do {
            batch = memberships.members(owner.groupId(), after, BATCH);
            Optional<Membership> found = batch.stream()
                    .filter(member -> !member.userId().equals(owner.userId()))
                    .filter(member -> access.isActive(member.userId()))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            after = batch.isEmpty() ? after : place(batch.get(batch.size() - 1));
        } while (batch.size() == BATCH);
        return Optional.empty();
    }

    private static Cursor place(Membership member) {
        return Cursor.of(member.joinedAt() == null ? member.createdAt() : member.joinedAt(), member.userId());
    }
}
