package org.somoim.groups;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Membership.Role;
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
        Stream<News> news = Stream.of();
        if (fact instanceof GroupFact.Invited f) {
            news = open(f.userId(), GroupNotification.INVITED, f.groupId(), f.changeId(), f.byId());
        } else if (fact instanceof GroupFact.Requested f) {
            news = approvers(f.groupId())
                    .flatMap(approver ->
                            open(approver, GroupNotification.REQUESTED, f.groupId(), f.changeId(), f.userId()));
        } else if (fact instanceof GroupFact.Joined f) {
            news = ofJoining(f);
        } else if (fact instanceof GroupFact.InvitationDeclined f) {
            news = one(f.inviterId(), GroupNotification.INVITATION_DECLINED, f.groupId(), f.userId());
        } else if (fact instanceof GroupFact.RequestDeclined f) {
            // Who turned it down, put out or banned stays with those who run the group.
            news = one(f.userId(), GroupNotification.REQUEST_DECLINED, f.groupId(), null);
        } else if (fact instanceof GroupFact.RoleChanged f) {
            news = one(f.userId(), GroupNotification.ROLE_CHANGED, f.groupId(), f.byId());
        } else if (fact instanceof GroupFact.OwnershipTransferred f) {
            news = one(f.toId(), GroupNotification.ROLE_CHANGED, f.groupId(), f.fromId());
        } else if (fact instanceof GroupFact.Inherited f) {
            news = one(f.userId(), GroupNotification.ROLE_CHANGED, f.groupId(), null);
        } else if (fact instanceof GroupFact.Removed f) {
            news = one(f.userId(), GroupNotification.REMOVED, f.groupId(), null);
        } else if (fact instanceof GroupFact.Banned f && f.before() == Membership.Status.ACTIVE) {
            // Whoever was not in is not told: a ban must not give a secret group away.
            news = one(f.userId(), GroupNotification.BANNED, f.groupId(), null);
        } else if (fact instanceof GroupFact.BanLifted f) {
            news = one(f.userId(), GroupNotification.BAN_LIFTED, f.groupId(), null);
        }
        return news.toList();
    }

    @Override
    public Set<Id<?>> settledBy(Fact fact) {
        Id<MembershipChange> answered = null;
        if (fact instanceof GroupFact.Joined f) {
            answered = f.settles();
        } else if (fact instanceof GroupFact.InvitationDeclined f) {
            answered = f.settles();
        } else if (fact instanceof GroupFact.InvitationWithdrawn f) {
            answered = f.settles();
        } else if (fact instanceof GroupFact.RequestDeclined f) {
            answered = f.settles();
        } else if (fact instanceof GroupFact.RequestWithdrawn f) {
            answered = f.settles();
        } else if (fact instanceof GroupFact.Banned f) {
            answered = f.settles();
        }
        return answered == null ? Set.of() : Set.of(answered);
    }

    private static Stream<News> ofJoining(GroupFact.Joined f) {
        return switch (f.way()) {
            case OPEN -> Stream.of();
            case INVITATION, INVITE -> one(f.byId(), GroupNotification.INVITATION_ACCEPTED, f.groupId(), f.userId());
            case REQUEST -> one(f.userId(), GroupNotification.REQUEST_APPROVED, f.groupId(), f.byId());
        };
    }

    private Stream<Id<User>> approvers(Id<Group> id) {
        return memberships.team(id, Role.MODERATOR).stream()
                .filter(member -> member.role() != null && mayApprove(id, member.role()))
                .map(Membership::userId);
    }

    private boolean mayApprove(Id<Group> id, Role role) {
        return groups.find(id)
                .filter(group -> role.standing().isAtLeast(group.toApprove().least(group.visibility())))
                .isPresent();
    }

    /** News of something that waits for an answer; kept apart from others, so that it goes when it is answered. */
    private static Stream<News> open(
            Id<User> to, GroupNotification kind, Id<Group> group, Id<MembershipChange> subject, Id<User> by) {
        return Stream.of(new News(to, kind, group, null, subject, subject, by));
    }

    /** News of something that is settled; what happens in one group is counted together. */
    private static Stream<News> one(Id<User> to, GroupNotification kind, Id<Group> group, @Nullable Id<User> by) {
        return Stream.of(new News(to, kind, group, null, group, group, by));
    }
}
