package org.somoim.comparison;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * Port. Keeps what people contribute, and what was released. Writes must happen inside a transaction. What was released,
 * and what it cost, is added and never changed.
 */
public interface ComparisonStore {

    /** Adds or replaces the one contribution of a person, who is as good as told of the present release. */
    void put(Contribution contribution);

    Optional<Contribution> find(Id<User> person);

    /** @return false if there was none */
    boolean remove(Id<User> person);

    /**
     * Those who count, in the order of their ids: their account is active and was there at {@code joinedBy}, their settings
     * say that they want to count, and what they gave is of this shape.
     *
     * @param after only those after this person, or null
     */
    List<Counted> eligible(Word shape, Instant joinedBy, @Nullable Id<User> after, int limit);

    /**
     * Those who want to count and have not been told since {@code since}, those who were told longest ago first, then in the order of
     * their ids.
     */
    List<Id<User>> untold(Instant since, int limit);

    /** They have been told, or need not be. */
    void markTold(List<Id<User>> people, Instant at);

    /**
     * Keeps an epoch together with what was drawn in it.
     *
     * @param release everything that was drawn, or null if nothing was
     * @return false, and nothing is kept, if this population has this epoch already
     */
    boolean addEpoch(KeptEpoch epoch, @Nullable Encoded release);

    /** Empty if nothing was drawn in this epoch. */
    Optional<Encoded> release(Id<KeptEpoch> epoch);

    /** The epoch of a population that began last. */
    Optional<KeptEpoch> latest(Word population);

    /** Newest first. */
    List<KeptEpoch> epochs(Word population, int limit);

    Optional<KeptEpoch> epoch(Id<KeptEpoch> epoch);

    void addReceipt(KeptReceipt receipt);

    Optional<KeptReceipt> receipt(Id<KeptReceipt> receipt);

    /** By tile, those of no tile first, then by metric. */
    List<KeptReceipt> receipts(Id<KeptEpoch> epoch);

    /** Adds the entry that comes after the last one of its population. */
    void append(Debit debit);

    /** In order. */
    List<Debit> ledger(Word population, long after, int limit);

    /** One who counts. */
    record Counted(Id<User> userId, Indexes leaves, Indexes bins) {}
}
