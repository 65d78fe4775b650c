package org.somoim.privacy.attacks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.privacy.Insight;
import org.somoim.privacy.LedgerEntry;
import org.somoim.privacy.PeerStanding;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyReceipt;
import org.somoim.privacy.Release;

/**
 * Port. A community as an attacker meets it: what members can do, what they can see, and time, which goes on. Attacks use
 * nothing else.
 *
 * <p>People are named by whatever the attacker likes to call them. Time goes by epochs; a new community is within its first.
 */
public interface CommunityUnderAttack extends AutoCloseable {

    /** Has figures counted, in place of those from before. Whoever is not known opens an account first and consents. */
    void submit(String user, Place profile, Map<String, Double> values);

    /** Consents to be counted, or no longer. */
    void setPrivacy(String user, boolean counts);

    /** Takes the figures back. */
    void leave(String user);

    /** Takes back everything, the account too. Whoever comes again is new. */
    void erase(String user);

    /** What moderators do to somebody. */
    void suspend(String user);

    /** To the next epoch. Draws nothing. */
    void nextEpoch();

    /**
     * Draws the epoch of now, if that was not done before. May be called by anyone at any time, many at once.
     *
     * @return whether this call did it
     */
    boolean runEpoch();

    /**
     * Where somebody stands.
     *
     * @param place said now, or null for that which was submitted
     * @param own value said now, or null for that which was submitted
     */
    Release<PeerStanding> compare(String viewer, String metric, @Nullable Place place, @Nullable Double own);

    Release<Insight> insight(String viewer, String metric, @Nullable Place place);

    /** What came with the last answer to this viewer about a metric; empty as long as nothing was drawn. */
    Optional<PrivacyReceipt> receipt(String viewer, String metric, @Nullable Place place);

    /**
     * All that answers to this viewer are read from. More than a member sees, so that an attack which gets nowhere with it
     * gets nowhere with less.
     */
    Optional<Publication> published(String viewer);

    /** Everything that was ever published, the oldest first. */
    List<Publication> history();

    /** What was debited, the oldest first. */
    List<LedgerEntry> ledger();

    /** Everything that was logged. */
    List<String> said();

    /** Power off, power on. */
    void restart();

    /**
     * From here on, the power goes after so many writes to the disk: the call in which it happens throws {@link PowerCut}.
     *
     * @return false if this community cannot be cut off there
     */
    default boolean cutAfterWrites(int writes) {
        return false;
    }

    @Override
    default void close() {}

    /** Somebody pulled the plug. */
    final class PowerCut extends Error {
        private static final long serialVersionUID = 1;

        public PowerCut() {
            super("the power was cut");
        }
    }
}
