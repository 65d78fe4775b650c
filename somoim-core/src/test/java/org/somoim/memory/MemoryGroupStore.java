package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Mutes;
import org.somoim.access.Sight;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;
import org.somoim.groups.Group;
import org.somoim.groups.GroupFilter;
import org.somoim.groups.GroupStore;
import org.somoim.groups.Membership;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Groups in memory. */
public final class MemoryGroupStore implements GroupStore {
    private static final Comparator<Group> NEWEST_FIRST =
            Comparator.comparing(Group::createdAt).thenComparing(Group::id).reversed();

    private final Memory.Table<Id<Group>, Group> groups;
    private final MemoryMembershipStore memberships;
    private final MemoryInviteStore invites;

    public MemoryGroupStore(MemoryMembershipStore memberships, MemoryInviteStore invites) {
        this.groups = memberships.groups();
        this.memberships = memberships;
        this.invites = invites;
    }

    @Override
    public void put(Group group) {
        groups.put(
                group.id(),
                find(group.id()).map(old -> counting(group, old.members())).orElse(group));
    }

    @Override
    public Optional<Group> find(Id<Group> group) {
        return groups.get(group);
    }

    @Override
    public List<Group> findAll(Set<Id<Group>> wanted) {
        return groups.all().stream().filter(g -> wanted.contains(g.id())).toList();
    }

    @Override
    public boolean takeSeat(Id<Group> id) {
        Group group = groups.get(id).orElseThrow();
        if (group.maxMembers() != null && group.members() >= group.maxMembers()) {
            return false;
        }
        groups.put(id, counting(group, group.members() + 1));
        return true;
    }

    @Override
    public void keepSeat(Id<Group> id) {
        Group group = groups.get(id).orElseThrow();
        groups.put(id, counting(group, group.members() + 1));
    }

    @Override
    public Size size(Visibility visibility) {
        List<Group> some = groups.all().stream()
                .filter(group -> group.deletedAt() == null && group.visibility() == visibility)
                .toList();
        return new Size(some.size(), some.stream().mapToInt(Group::members).sum());
    }

    @Override
    public void giveBackSeat(Id<Group> id) {
        Group group = groups.get(id).orElseThrow();
        groups.put(id, counting(group, group.members() - 1));
    }

    @Override
    public List<Group> seen(Sight sight, GroupFilter filter, @Nullable Cursor after, int limit) {
        return groups.all().stream()
                .filter(group -> group.deletedAt() == null)
                .filter(group -> sight.allows(group.visibility(), standing(sight, group)))
                .filter(group -> matches(group, filter))
                .sorted(NEWEST_FIRST)
                .filter(group -> Keyset.isBefore(group.createdAt(), group.id(), after))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Id<Group>> deletedBefore(Instant time, int limit) {
        return groups.all().stream()
                .filter(group -> group.deletedAt() != null && group.deletedAt().isBefore(time))
                .sorted(Comparator.comparing(group -> Objects.requireNonNull(group.deletedAt())))
                .limit(limit)
                .map(Group::id)
                .toList();
    }

    @Override
    public boolean remove(Id<Group> group) {
        memberships.removeAllOf(group);
        invites.removeAllOf(group);
        return groups.remove(group);
    }

    private Standing standing(Sight sight, Group group) {
        return memberships
                .find(group.id(), sight.viewer())
                .map(Membership::standing)
                .orElse(Standing.PERSON);
    }

    private static boolean matches(Group group, GroupFilter filter) {
        return (filter.category() == null || filter.category().equals(group.category()))
                && (filter.kind() == null || filter.kind() == group.kind())
                && (filter.eventId() == null || filter.eventId().equals(group.eventId()))
                && (filter.name() == null
                        || Mutes.folded(group.name().value())
                                .contains(Mutes.folded(filter.name().value())));
    }

    private static Group counting(Group group, int members) {
        return new Group(
                group.id(),
                group.name(),
                group.description(),
                group.category(),
                group.kind(),
                group.visibility(),
                group.joinPolicy(),
                group.invitePolicy(),
                group.moderatorsApprove(),
                group.maxMembers(),
                members,
                group.eventId(),
                group.createdBy(),
                group.createdAt(),
                group.updatedAt(),
                group.deletedAt());
    }

    @Override
    public List<Group> foundedBy(Id<User> person, @Nullable Cursor after, int limit) {
        return groups.all().stream()
                .filter(group -> group.createdBy().equals(person))
                .filter(group -> Keyset.isAfter(group.createdAt(), group.id(), after))
                .sorted(NEWEST_FIRST.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public long countLiving(Group.Kind kind) {
        return groups.all().stream()
                .filter(group -> group.deletedAt() == null && group.kind() == kind)
                .count();
    }

    @Override
    public long countFounded(Instant from, Instant to) {
        return groups.all().stream()
                .map(Group::createdAt)
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .count();
    }
}
