package org.somoim.goals;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.User;

/**
 * Port. Keeps shared goals, under which pseudonyms their owners are, and who cheered. Every day is midnight UTC. Nothing is
 * kept in the order in which it came. Writes must happen inside a transaction.
 */
public interface GoalShareStore {

    /**
     * Keeps a new share.
     *
     * @throws RuntimeException if there is a share of this id, or under this pseudonym
     */
    void add(GoalShare share, Owner owner);

    /**
     * Makes a share look so from {@code face.since()} on, which is after today. What it was to look like from then on until
     * now is forgotten; how it looks before stays.
     */
    void put(Id<GoalShare> share, GoalFace face);

    /** How it will look: the last face. */
    Optional<GoalShare> latest(Id<GoalShare> share);

    /** The same for many, by the day on which they were shared, latest first, and then by id, greatest first. */
    List<GoalShare> latest(Collection<Id<GoalShare>> shares);

    /** As others see it today; empty also if they do not. */
    Optional<GoalShare> shown(Id<GoalShare> share, Instant today);

    /**
     * What others see today, by the day on which it was shared, latest first, and then by id, greatest first.
     *
     * @param after only later in the list than this, or null
     */
    List<GoalShare> shown(GoalFilter filter, Instant today, @Nullable Cursor after, int limit);

    /** @return false if there was none */
    boolean remove(Id<GoalShare> share);

    /** Those of these pseudonyms under which there is a share, in the order of the shares' ids. */
    List<Owner> owned(Collection<Digest> pseudonyms);

    /** Empty if nobody owns it any more, or it does not exist. */
    Optional<Owner> owner(Id<GoalShare> share);

    /** Makes a share nobody's. @return false if it was */
    boolean disown(Id<GoalShare> share);

    /** @return false, and nothing is changed, if this person has given it already */
    boolean give(Id<GoalShare> share, Id<User> person, Cheer cheer);

    /** @return false if this person had not given it */
    boolean takeBack(Id<GoalShare> share, Id<User> person, Cheer cheer);

    /** What {@code person} gave to these. */
    Set<Given> given(Id<User> person, Collection<Id<GoalShare>> shares);

    /**
     * Everything {@code person} gave, in the order of the shares' ids and then of the cheers.
     *
     * @param after only later in the list than this, or null
     */
    List<Given> given(Id<User> person, @Nullable Given after, int limit);

    /** Notes that what was given to it is to be counted on {@code day}, unless that is to be done earlier. */
    void countOn(Id<GoalShare> share, Instant day);

    /** Shares to be counted today or before, by that day and then by id. */
    List<Id<GoalShare>> toCount(Instant today, int limit);

    /** Everything that was given to it by now. */
    int count(Id<GoalShare> share, Cheer cheer);

    /** Shows these counts, and notes that there is nothing to be counted. */
    void putCounts(Id<GoalShare> share, int likes, int inspirations);

    /**
     * Forgets how shares looked before today.
     *
     * @return how many faces
     */
    int removePast(Instant today, int limit);

    /**
     * Where a share is kept.
     *
     * @param pseudonym of its owner and their place for it
     * @param veiled its owner, veiled under the share's id
     */
    record Owner(Digest pseudonym, Id<GoalShare> shareId, Id<User> veiled) {}

    /** What a person gave. */
    record Given(Id<GoalShare> shareId, Cheer cheer) implements Comparable<Given> {
        @Override
        public int compareTo(Given other) {
            int byShare = shareId.compareTo(other.shareId);
            return byShare != 0 ? byShare : cheer.name().compareTo(other.cheer.name());
        }
    }
}
