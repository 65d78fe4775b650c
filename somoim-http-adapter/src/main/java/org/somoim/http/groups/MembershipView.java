package org.somoim.http.groups;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Membership;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/** What someone is to a group. */
record MembershipView(
        String groupId,
        String userId,
        @Nullable String displayName,
        String status,
        @Nullable String role,
        @Nullable String message,
        String by,
        @Nullable String joinedAt,
        String updatedAt)
        implements View {
    /** @param names of those that the reader may be told */
    static MembershipView of(Membership membership, Map<Id<User>, Line> names) {
        Line name = names.get(membership.userId());
        return new MembershipView(
                membership.groupId().toString(),
                membership.userId().toString(),
                name == null ? null : name.value(),
                membership.status().name(),
                membership.role() == null ? null : membership.role().name(),
                membership.message() == null ? null : membership.message().value(),
                membership.by().toString(),
                membership.joinedAt() == null ? null : membership.joinedAt().toString(),
                membership.updatedAt().toString());
    }

    /** Without names: for those who know whom they asked about. */
    static MembershipView of(Membership membership) {
        return of(membership, Map.of());
    }

    static Set<Id<User>> people(List<Membership> memberships) {
        return memberships.stream().map(Membership::userId).collect(Collectors.toSet());
    }
}
