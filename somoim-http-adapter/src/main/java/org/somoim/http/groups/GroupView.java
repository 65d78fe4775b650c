package org.somoim.http.groups;

import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.http.wire.View;

/** A group's card, as whoever may know of it sees it. */
record GroupView(
        String id,
        String name,
        @Nullable String description,
        @Nullable String category,
        String kind,
        String visibility,
        String joinPolicy,
        String invitePolicy,
        boolean moderatorsApprove,
        @Nullable Integer maxMembers,
        int members,
        @Nullable String eventId,
        @Nullable String createdBy,
        String createdAt,
        String updatedAt)
        implements View {
    static GroupView of(Group group) {
        return new GroupView(
                group.id().toString(),
                group.name().value(),
                group.description() == null ? null : group.description().value(),
                group.category() == null ? null : group.category().value(),
                group.kind().name(),
                group.visibility().name(),
                group.joinPolicy().name(),
                group.invitePolicy().name(),
                group.moderatorsApprove(),
                group.maxMembers(),
                group.members(),
                group.eventId() == null ? null : group.eventId().toString(),
                group.createdBy() == null ? null : group.createdBy().toString(),
                group.createdAt().toString(),
                group.updatedAt().toString());
    }
}
