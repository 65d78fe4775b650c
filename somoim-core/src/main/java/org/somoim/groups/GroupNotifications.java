package org.somoim.groups;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.notifications.NotificationSource;

/** Plug. Tells people of invitations, requests, answers, and of what becomes of their own place in a group. */
public final class GroupNotifications implements NotificationSource {
    private final GroupStore groups;
    private final MembershipStore memberships;

    public GroupNotifications(GroupStore groups, MembershipStore memberships) {
        this.groups = groups;
        this.memberships = memberships;
    }

    @Override
    public List<GroupNotification> kinds() {
        return List.of(GroupNotification.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        if (fact instanceof GroupFact.Invited f) {
            return one(f.userId(), GroupNotification.INVITED, f.groupId(), f.changeId(), f.byId());
        }
        if (fact instanceof GroupFact.Requested f) {
            return approvers(f.groupId())
                    .map(approver -> news(approver, GroupNotification.REQUESTED, f.groupId(), f.changeId(), f.userId()))
                    .toList();
        }
        if (fact instanceof GroupFact.Joined f) {
            return switch (f.way()) {
                case OPEN -> List.of();
                case INVITATION, INVITE ->
                    one(f.byId(), GroupNotification.INVITATION_ACCEPTED, f.groupId(), f.userId(), f.userId());
                case REQUEST -> one(f.userId(), GroupNotification.REQUEST_APPROVED, f.groupId(), f.groupId(), f.byId());
            };
        }
        if (fact instanceof GroupFact.InvitationDeclined f) {
            return one(f.inviterId(), GroupNotification.INVITATION_DECLINED, f.groupId(), f.userId(), f.userId());
        }
        if (fact instanceof GroupFact.RequestDeclined f) {
            // Who turned it down stays with those who answer.
            return one(f.userId(), GroupNotification.REQUEST_DECLINED, f.groupId(), f.groupId(), null);
        }
        if (fact instanceof GroupFact.RoleChanged f) {
            return one(f.userId(), GroupNotification.ROLE_CHANGED, f.groupId(), f.groupId(), f.byId());
        }
        if (fact instanceof GroupFact.OwnershipTransferred f) {
            return one(f.toId(), GroupNotification.ROLE_CHANGED, f.groupId(), f.groupId(), f.fromId());
        }
        if (fact instanceof GroupFact.Removed f) {
            return one(f.userId(), GroupNotification.REMOVED, f.groupId(), f.groupId(), null);
        }
        if (fact instanceof GroupFact.Banned f) {
            // Someone who never was in is not told: a ban must not give a secret group away.
            return f.before() == Membership.Status.ACTIVE
                    ? one(f.userId(), GroupNotification.BANNED, f.groupId(), f.groupId(), null)
                    : List.of();
        }
        if (fact instanceof GroupFact.BanLifted f) {
            return one(f.userId(), GroupNotification.BAN_LIFTED, f.groupId(), f.groupId(), null);
        }
        return List.of();
    }

    @Override
    public Set<Id<?>> settledBy(Fact fact) {
        if (fact instanceof GroupFact.Joined f) {
            return settled(f.settles());
        }
        if (fact instanceof GroupFact.Banned f) {
            return settled(f.settles());
        }
        if (fact instanceof GroupFact.InvitationDeclined f) {
            return Set.of(f.settles());
        }
        if (fact instanceof GroupFact.InvitationWithdrawn f) {
            return Set.of(f.settles());
        }
        if (fact instanceof GroupFact.RequestDeclined f) {
            return Set.of(f.settles());
        }
        if (fact instanceof GroupFact.RequestWithdrawn f) {
            return Set.of(f.settles());
        }
        return Set.of();
    }

    private Stream<Id<User>> approvers(Id<Group> id) {
        return groups.find(id).stream()
                .flatMap(
                        group -> memberships
                                .team(id, group.moderatorsApprove() ? Membership.Role.MODERATOR : Membership.Role.ADMIN)
                                .stream())
                .map(Membership::userId);
    }

    private static Set<Id<?>> settled(@Nullable Id<MembershipChange> pending) {
        return pending == null ? Set.of() : Set.of(pending);
    }

    private static List<News> one(
            Id<User> to, GroupNotification kind, Id<Group> group, Id<?> subject, @Nullable Id<User> by) {
        return List.of(news(to, kind, group, subject, by));
    }

    private static News news(
            Id<User> to, GroupNotification kind, Id<Group> group, Id<?> subject, @Nullable Id<User> by) {
        return new News(to, kind, group, null, group, subject, by);
    }
}
