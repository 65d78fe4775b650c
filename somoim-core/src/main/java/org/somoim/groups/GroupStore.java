package org.somoim.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Sight;
import org.somoim.access.Visibility;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps groups. Writes must happen inside a transaction. */
public interface GroupStore {
    /** Adds or replaces. Of one that is replaced, the number of members stays; see {@link #takeSeat}. */
    void put(Group group);

    /** Also a deleted one, as long as it can be brought back. */
    Optional<Group> find(Id<Group> group);

    /** Those that exist, deleted ones too. In no particular order. */
    List<Group> findAll(Set<Id<Group>> groups);

    /**
     * Counts one more member if the limit allows.
     *
     * @return false, and nothing is changed, if the group is full
     */
    boolean takeSeat(Id<Group> group);

    /** Counts one member more, whatever the limit: somebody whose seat was taken by mistake has it back. */
    void keepSeat(Id<Group> group);

    /** How many groups of this visibility live, and how many are in them. */
    Size size(Visibility visibility);

    /** @param members memberships: someone in two groups counts twice */
    record Size(int groups, int members) {}

    /** Counts one member less. */
    void giveBackSeat(Id<Group> group);

    /**
     * Those that live, that {@code sight} allows and that match {@code filter}, newest first and within a millisecond by
     * id downwards.
     *
     * @param after only older ones than this, or null
     */
    List<Group> seen(Sight sight, GroupFilter filter, @Nullable Cursor after, int limit);

    /** At most {@code limit} that were deleted before {@code time}, longest first. */
    List<Id<Group>> deletedBefore(Instant time, int limit);

    /**
     * Removes it for good, with its memberships, their log, its invites and everything else inside it.
     *
     * @return false if there was none
     */
    boolean remove(Id<Group> group);

    /**
     * What {@code person} founded, deleted ones too, oldest first.
     *
     * @param after only later ones than this, or null
     */
    List<Group> foundedBy(Id<User> person, @Nullable Cursor after, int limit);

    /** How many of this kind live. */
    long countLiving(Group.Kind kind);

    /** How many were founded from {@code from} on and before {@code to}, and are not gone for good. */
    long countFounded(Instant from, Instant to);
}
