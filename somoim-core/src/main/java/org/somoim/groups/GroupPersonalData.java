package org.somoim.groups;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.somoim.access.Access;
import org.somoim.accounts.Accounts;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;
import org.somoim.personaldata.Walk;

/** Plug. Answers for what is kept of who belongs to which group; the groups themselves are nobody's own. */
public final class GroupPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("groups")
            .table("groups", Purpose.BELONGING)
            .person("created-by", OnErasure.UNNAMED)
            .plain(
                    "id",
                    "name",
                    "folded-name",
                    "description",
                    "category",
                    "kind",
                    "visibility",
                    "join-policy",
                    "invite-policy",
                    "moderators-approve",
                    "max-members",
                    "members",
                    "event-id",
                    "created-at",
                    "updated-at",
                    "deleted-at")
            .keptAfter("deleted", Groups.RESTORABLE)
            .table("memberships", Purpose.BELONGING)
            .person("user-id", OnErasure.REMOVED)
            .person("by-id", OnErasure.UNNAMED)
            .about(
                    "user-id",
                    "status",
                    "role",
                    "message",
                    "change-id",
                    "put-out",
                    "joined-at",
                    "created-at",
                    "updated-at",
                    "standing")
            .plain("group-id")
            .keptAfter("declined", Groups.KEPT)
            .keptAfter("left", Groups.KEPT)
            .table("membership-log", Purpose.BELONGING)
            .person("user-id", OnErasure.REMOVED)
            .person("by-id", OnErasure.UNNAMED)
            .about("user-id", "status-before", "role-before", "status-after", "role-after", "created-at")
            .plain("id", "group-id")
            .table("group-invites", Purpose.BELONGING)
            .person("invited-by", OnErasure.REMOVED)
            .person("email", OnErasure.REMOVED)
            .about("email", "email-mark")
            .about("invited-by", "created-at", "updated-at", "revoked-at")
            .plain("id", "group-id", "kind", "digest", "max-uses", "uses", "expires-at")
            .keptAfter("expired", Duration.ZERO)
            .done();

    private final GroupStore groups;
    private final MembershipStore memberships;
    private final InviteStore invites;
    private final Accounts accounts;
    private final Succession succession;

    public GroupPersonalData(
            GroupStore groups, MembershipStore memberships, InviteStore invites, Accounts accounts, Access access) {
        this.groups = groups;
        this.memberships = memberships;
        this.invites = invites;
        this.accounts = accounts;
        this.succession = new Succession(groups, memberships, access);
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        Walk.through(
                (after, limit) -> groups.foundedBy(person, after, limit),
                group -> Cursor.of(group.createdAt(), group.id()),
                group -> to.accept(Excerpt.of("groups")
                        .id("id", group.id())
                        .time("created-at", group.createdAt())
                        .done()));
        Walk.through(
                (after, limit) -> memberships.everyOf(person, after, limit),
                membership -> Cursor.of(membership.createdAt(), membership.groupId()),
                membership -> to.accept(membership(membership)));
        Walk.through(
                (after, limit) -> memberships.changesOf(person, after, limit),
                change -> Cursor.of(change.createdAt(), change.id()),
                change -> to.accept(change(change)));
        Walk.through(
                (after, limit) -> invites.issuedBy(person, after, limit),
                invite -> Cursor.of(invite.createdAt(), invite.id()),
                invite -> to.accept(invite(invite)));
    }

    /** Who brought it about stays with those who run the group. */
    private static Excerpt membership(Membership membership) {
        return Excerpt.of("memberships")
                .id("group-id", membership.groupId())
                .text("status", membership.status())
                .text("role", membership.role())
                .text("message", membership.message())
                .truth("put-out", membership.putOut())
                .time("joined-at", membership.joinedAt())
                .time("created-at", membership.createdAt())
                .time("updated-at", membership.updatedAt())
                .done();
    }

    private static Excerpt change(MembershipChange change) {
        return Excerpt.of("membership-log")
                .id("group-id", change.groupId())
                .text("status-before", change.statusBefore())
                .text("role-before", change.roleBefore())
                .text("status-after", change.statusAfter())
                .text("role-after", change.roleAfter())
                .time("created-at", change.createdAt())
                .done();
    }

    /** To whom an invite was sent is somebody else's address, but the person wrote it down and knows it. */
    private static Excerpt invite(Invite invite) {
        return Excerpt.of("group-invites")
                .id("group-id", invite.groupId())
                .text("kind", invite.kind())
                .text("email", invite.email() == null ? null : invite.email().value())
                .number("max-uses", invite.maxUses())
                .number("uses", invite.uses())
                .time("expires-at", invite.expiresAt())
                .time("revoked-at", invite.revokedAt())
                .time("created-at", invite.createdAt())
                .done();
    }

    /** Every group that the person owns gets another owner, or goes if nobody is left in it. */
    @Override
    public void close(Work.Tx tx, Id<User> person) {
        Walk.through(
                (after, limit) -> memberships.everyOf(person, after, limit),
                membership -> Cursor.of(membership.createdAt(), membership.groupId()),
                membership -> {
                    if (membership.role() == Membership.Role.OWNER) {
                        succession.passOn(tx, membership);
                    }
                });
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        Id<User> person = leaving.person();
        List<Membership> some = memberships.everyOf(person, null, most);
        for (Membership membership : some) {
            if (membership.is(Membership.Status.ACTIVE)) {
                groups.giveBackSeat(membership.groupId());
            }
            memberships.remove(membership.groupId(), person);
        }
        return some.size()
                + memberships.removeChangesOf(person, most)
                + invites.removeIssuedBy(person, most)
                + accounts.addressOf(person).map(invites::removeSentTo).orElse(0);
    }
}
