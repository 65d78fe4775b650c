package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.groups.MembershipChange;
import org.somoim.groups.MembershipStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Memberships in memory. */
public final class MemoryMembershipStore implements MembershipStore {
    private final Memory.Table<Id<Group>, Group> groups;
    private final Memory.Table<Memory.Pair<Id<Group>, Id<User>>, Membership> memberships;
    private final Memory.Table<Id<MembershipChange>, MembershipChange> log;

    public MemoryMembershipStore(Memory memory) {
        groups = memory.table();
        memberships = memory.table();
        log = memory.table();
    }

    /** The table of groups, which lists of memberships look into as a database would. */
    Memory.Table<Id<Group>, Group> groups() {
        return groups;
    }

    @Override
    public void put(Membership membership) {
        if (membership.role() == Role.OWNER
                && active(membership.groupId())
                        .anyMatch(other ->
                                other.role() == Role.OWNER && !other.userId().equals(membership.userId()))) {
            throw new IllegalStateException("a second owner of " + membership.groupId());
        }
        memberships.put(new Memory.Pair<>(membership.groupId(), membership.userId()), membership);
    }

    @Override
    public Set<Tie> ties(Set<Tie> ties) {
        return ties.stream()
                .filter(tie -> find(tie.groupId(), tie.userId()).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Membership> find(Id<Group> group, Id<User> user) {
        return memberships.get(new Memory.Pair<>(group, user));
    }

    @Override
    public List<Membership> members(Id<Group> group, @Nullable Cursor after, int limit) {
        return active(group)
                .sorted(Comparator.comparing(MemoryMembershipStore::joinedAt).thenComparing(Membership::userId))
                .filter(member -> Keyset.isAfter(joinedAt(member), member.userId(), after))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Membership> withStatus(Id<Group> group, Status status, @Nullable Cursor after, int limit) {
        return in(group)
                .filter(membership -> membership.is(status))
                .sorted(Comparator.comparing(Membership::updatedAt).thenComparing(Membership::userId))
                .filter(membership -> Keyset.isAfter(membership.updatedAt(), membership.userId(), after))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Membership> team(Id<Group> group, Role least) {
        return active(group)
                .filter(member -> member.standing().isAtLeast(least.standing()))
                .sorted(Comparator.comparing(Membership::standing)
                        .reversed()
                        .thenComparing(MemoryMembershipStore::joinedAt)
                        .thenComparing(Membership::userId))
                .toList();
    }

    @Override
    public List<Membership> of(Id<User> user, @Nullable Cursor after, int limit) {
        return memberships.all().stream()
                .filter(membership -> membership.userId().equals(user))
                .filter(m -> m.is(Status.ACTIVE) || m.is(Status.INVITED) || m.is(Status.REQUESTED))
                .filter(this::isInLivingGroup)
                .sorted(Comparator.comparing(Membership::createdAt)
                        .thenComparing(Membership::groupId)
                        .reversed())
                .filter(membership -> Keyset.isBefore(membership.createdAt(), membership.groupId(), after))
                .limit(limit)
                .toList();
    }

    @Override
    public Set<Id<Group>> activeGroups(Id<User> user) {
        return memberships.all().stream()
                .filter(membership -> membership.userId().equals(user) && membership.is(Status.ACTIVE))
                .filter(this::isInLivingGroup)
                .map(Membership::groupId)
                .collect(Collectors.toSet());
    }

    @Override
    public void log(MembershipChange change) {
        log.add(change.id(), change);
    }

    @Override
    public List<MembershipChange> history(Id<Group> group, @Nullable Cursor after, int limit) {
        return log.all().stream()
                .filter(change -> change.groupId().equals(group))
                .sorted(Comparator.comparing(MembershipChange::createdAt)
                        .thenComparing(MembershipChange::id)
                        .reversed())
                .filter(change -> Keyset.isBefore(change.createdAt(), change.id(), after))
                .limit(limit)
                .toList();
    }

    @Override
    public int prune(Instant time, int limit) {
        List<Memory.Pair<Id<Group>, Id<User>>> over = memberships.all().stream()
                .filter(membership -> membership.is(Status.DECLINED) || membership.is(Status.LEFT))
                .filter(membership ->
                        !membership.putOut() && membership.updatedAt().isBefore(time))
                .limit(limit)
                .map(membership -> new Memory.Pair<>(membership.groupId(), membership.userId()))
                .toList();
        memberships.removeAll(over);
        return over.size();
    }

    void removeAllOf(Id<Group> group) {
        in(group)
                .forEach(
                        membership -> memberships.remove(new Memory.Pair<>(membership.groupId(), membership.userId())));
        log.all().stream().filter(change -> change.groupId().equals(group)).forEach(change -> log.remove(change.id()));
    }

    private Stream<Membership> in(Id<Group> group) {
        return memberships.all().stream()
                .filter(membership -> membership.groupId().equals(group));
    }

    private Stream<Membership> active(Id<Group> group) {
        return in(group).filter(membership -> membership.is(Status.ACTIVE));
    }

    private boolean isInLivingGroup(Membership membership) {
        return groups.get(membership.groupId())
                .filter(group -> group.deletedAt() == null)
                .isPresent();
    }

    private static Instant joinedAt(Membership member) {
        return Objects.requireNonNull(member.joinedAt());
    }

    @Override
    public List<Membership> everyOf(Id<User> user, @Nullable Cursor after, int limit) {
        return memberships.all().stream()
                .filter(membership -> membership.userId().equals(user))
                .filter(membership -> Keyset.isAfter(membership.createdAt(), membership.groupId(), after))
                .sorted(Comparator.comparing(Membership::createdAt).thenComparing(Membership::groupId))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean remove(Id<Group> group, Id<User> user) {
        return memberships.remove(new Memory.Pair<>(group, user));
    }

    @Override
    public List<MembershipChange> changesOf(Id<User> user, @Nullable Cursor after, int limit) {
        return log.all().stream()
                .filter(change -> change.userId().equals(user))
                .filter(change -> Keyset.isAfter(change.createdAt(), change.id(), after))
                .sorted(Comparator.comparing(MembershipChange::createdAt).thenComparing(MembershipChange::id))
                .limit(limit)
                .toList();
    }

    @Override
    public int removeChangesOf(Id<User> user, int limit) {
        List<MembershipChange> changes = changesOf(user, null, limit);
        changes.forEach(change -> log.remove(change.id()));
        return changes.size();
    }
}
