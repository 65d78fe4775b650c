package org.somoim.groups;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.audit.AuditSource;
import org.somoim.audit.Deed;
import org.somoim.audit.Who;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Plug. Groups: whose they are, who has a say in them, who was put out. */
public final class GroupAudit implements AuditSource {

    @Override
    public Optional<Act> actOf(Fact fact) {
        return fact instanceof GroupFact happened ? of(happened) : Optional.empty();
    }

    private static Optional<Act> of(GroupFact fact) {
        if (fact instanceof GroupFact.Deleted deleted) {
            return act(deleted.byId(), Deed.GROUP_DELETED, null, fact);
        }
        if (fact instanceof GroupFact.Restored restored) {
            return act(restored.byId(), Deed.GROUP_RESTORED, null, fact);
        }
        if (fact instanceof GroupFact.OwnershipTransferred transferred) {
            return act(transferred.fromId(), Deed.OWNERSHIP_TRANSFERRED, transferred.toId(), fact);
        }
        if (fact instanceof GroupFact.Inherited inherited) {
            return Optional.of(new Act(Who.UNKNOWN, Deed.OWNERSHIP_INHERITED, inherited.userId(), inherited.groupId()));
        }
        if (fact instanceof GroupFact.RoleChanged changed) {
            return act(changed.byId(), deedOf(changed.after()), changed.userId(), fact);
        }
        if (fact instanceof GroupFact.Removed removed) {
            return act(removed.byId(), Deed.MEMBER_REMOVED, removed.userId(), fact);
        }
        if (fact instanceof GroupFact.Banned banned) {
            return act(banned.byId(), Deed.MEMBER_BANNED, banned.userId(), fact);
        }
        if (fact instanceof GroupFact.BanLifted lifted) {
            return act(lifted.byId(), Deed.BAN_LIFTED, lifted.userId(), fact);
        }
        return Optional.empty();
    }

    private static Optional<Act> act(Id<User> by, Deed deed, @Nullable Id<User> about, GroupFact fact) {
        return Optional.of(new Act(Who.person(by), deed, about, fact.groupId()));
    }

    private static Deed deedOf(Membership.Role role) {
        return switch (role) {
            case MEMBER -> Deed.GROUP_MEMBER_APPOINTED;
            case MODERATOR -> Deed.GROUP_MODERATOR_APPOINTED;
            case ADMIN -> Deed.GROUP_ADMIN_APPOINTED;
            // Nobody is appointed that; it is passed on.
            case OWNER -> Deed.OWNERSHIP_TRANSFERRED;
        };
    }
}
