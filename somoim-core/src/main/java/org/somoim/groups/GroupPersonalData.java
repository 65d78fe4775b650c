package org.somoim.groups;

import java.time.Duration;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for what is kept of who belongs to which group; the groups themselves are nobody's own. */
public final class GroupPersonalData {
    public static final Inventory KEPT = Inventory.of("groups")
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
            .about("invited-by", "email", "created-at", "updated-at", "revoked-at")
            .plain("id", "group-id", "kind", "digest", "max-uses", "uses", "expires-at")
            .keptAfter("expired", Duration.ZERO)
            .done();

    private GroupPersonalData() {}
}
