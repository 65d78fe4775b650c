package org.somoim.groups;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Footing;
import org.somoim.access.Place;
import org.somoim.access.Standing;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Groups as one person may see them from outside. Who created one belongs to it, so that is for those who may read its
 * members, and not for whoever is parted from the creator by a block; save for moderators.
 */
final class Cards {
    private final Access access;

    Cards(Access access) {
        this.access = access;
    }

    /** However many there are, the same two questions. Leaves out what a decision hides. */
    List<Group> shownTo(Id<User> reader, List<Group> groups) {
        Map<Id<? extends Place>, Footing> footings =
                access.footings(reader, groups.stream().map(Group::id).collect(Collectors.toSet()));
        Set<Id<User>> apart = access.apart(
                reader,
                groups.stream().map(Group::createdBy).filter(Objects::nonNull).collect(Collectors.toSet()));
        return groups.stream()
                .filter(group -> footings.containsKey(group.id()))
                .map(group -> isForReader(group, footings.get(group.id()), apart) ? group : group.withoutCreator())
                .toList();
    }

    Group shownTo(Id<User> reader, Group group) {
        return shownTo(reader, List.of(group)).get(0);
    }

    private static boolean isForReader(Group group, @Nullable Footing footing, Set<Id<User>> apart) {
        return footing != null
                && footing.allows(GroupAction.READ_MEMBERS)
                && (footing.standing().isAtLeast(Standing.MODERATOR) || !apart.contains(group.createdBy()));
    }
}
