package org.somoim.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps memberships and the log of what happened to them. Writes must happen inside a transaction. */
public interface MembershipStore {
    /**
     * Adds or replaces the one membership of this person in this group.
     *
     * @throws RuntimeException if the group would have two owners
     */
    void put(Membership membership);

    /** Those of {@code ties} that there are, whatever their status. */
    Set<Tie> ties(Set<Tie> ties);

    /** A person and a group that may have to do with one another. */
    record Tie(Id<Group> groupId, Id<User> userId) {}

    /** Whatever its status. */
    Optional<Membership> find(Id<Group> group, Id<User> user);

    /**
     * The active ones, longest member first ({@code joinedAt}, then the person's id).
     *
     * @param after only later ones than this, or null
     */
    List<Membership> members(Id<Group> group, @Nullable Cursor after, int limit);

    /**
     * Those in a status other than {@code ACTIVE}, longest in it first ({@code updatedAt}, then the person's id).
     *
     * @param after only later ones than this, or null
     */
    List<Membership> withStatus(Id<Group> group, Membership.Status status, @Nullable Cursor after, int limit);

    /** Active members whose role is {@code least}, at least {@code MODERATOR}, or stronger; strongest first, then longest. */
    List<Membership> team(Id<Group> group, Membership.Role least);

    /**
     * The active, invited and requested memberships of {@code user} in groups that live, newest first ({@code createdAt},
     * then the group's id).
     *
     * @param after only older ones than this, or null
     */
    List<Membership> of(Id<User> user, @Nullable Cursor after, int limit);

    /** The groups in which {@code user} is active. In no particular order; deleted groups are left out. */
    Set<Id<Group>> activeGroups(Id<User> user);

    /** Adds to the log. */
    void log(MembershipChange change);

    /**
     * The log of a group, newest first.
     *
     * @param after only older entries than this, or null
     */
    List<MembershipChange> history(Id<Group> group, @Nullable Cursor after, int limit);

    /**
     * Removes declined and left memberships that last changed before {@code time}, save those of people who were put out.
     * The log stays.
     *
     * @param limit most to remove
     * @return how many
     */
    int prune(Instant time, int limit);

    /**
     * Every membership of {@code user}, whatever its status, also in deleted groups, oldest first ({@code createdAt}, then
     * the group's id).
     *
     * @param after only later ones than this, or null
     */
    List<Membership> everyOf(Id<User> user, @Nullable Cursor after, int limit);

    /** @return false if there was none */
    boolean remove(Id<Group> group, Id<User> user);

    /**
     * What the log says of {@code user}, oldest first.
     *
     * @param after only later entries than this, or null
     */
    List<MembershipChange> changesOf(Id<User> user, @Nullable Cursor after, int limit);

    /**
     * Removes what the log says of {@code user}.
     *
     * @param limit most to remove
     * @return how many
     */
    int removeChangesOf(Id<User> user, int limit);
}
