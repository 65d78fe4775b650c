package org.somoim.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** Port. Keeps cases, and what detectors say in them. Writes must happen inside a transaction. */
public interface CaseStore {

    /** One per subject that is not decided; a second is refused by the store. */
    void add(Case added);

    /**
     * Replaces what there is under its id, if that is still at {@code version}. The store decides.
     *
     * @return false, and nothing is changed, if it is not
     */
    boolean move(Case moved, int version);

    Optional<Case> find(Id<Case> id);

    /** The one about a subject, decided or not. */
    Optional<Case> about(Id<?> subject);

    /**
     * Gives {@code by} the most urgent case that is open, held by nobody at {@code now}, and in which they have no part. One
     * statement on an index: two who ask at the same time get different ones.
     *
     * @param escalated whether they may have those that were escalated, which then come first
     */
    Optional<Case> claimNext(Id<User> by, boolean escalated, Instant now, Instant until);

    /**
     * Open cases, those that were escalated first, then the most urgent first.
     *
     * @param reader without those in which they have a part
     * @param escalated whether to include those that were escalated
     */
    List<Case> mostUrgent(Id<User> reader, boolean escalated, int limit);

    /** Cases in one of the two orders of which the least piece is the same, first opened first; at most {@code limit}. */
    List<Case> like(Likeness likeness, int limit);

    /** Open cases of one kin, first opened first. */
    List<Case> kin(Id<Case> kin, int limit);

    /** Those that were put off until {@code now} or before, longest due first. */
    List<Case> due(Instant now, int limit);

    /** When the one that has been open longest was opened. */
    Optional<Instant> oldest();

    /** How many there are. */
    Count count(Instant now);

    /** @param oldest when the one that has been open longest was opened, or null */
    record Count(
            int open,
            int held,
            int snoozed,
            int proposed,
            int escalated,
            @Nullable Instant oldest) {}

    void add(Signal.Kept signal);

    /** Removes what was said of words that are no more. What people made of it stays. */
    int removeSignals(Id<Case> id);

    /** Adds or replaces the one of its case, detector and ground. It goes with the case. */
    void put(Lesson lesson);

    /** Newest first ({@code at}, then the id of the case). */
    List<Lesson> lessons(Word detector, Ground ground, int limit);

    /** Of what detectors and grounds there are lessons, and how new. In no particular order. */
    List<Taught> taught();

    /**
     * @param count how many lessons
     * @param last when the last was learned
     */
    record Taught(Word detector, Ground ground, int count, Instant last) {}

    /** First given first. */
    List<Signal.Kept> signals(Id<Case> id, int limit);

    /** Against what {@code author} did, first opened first ({@code openedAt}, then the id). */
    List<Case> against(Id<User> author, @Nullable Cursor after, int limit);

    /** Removes cases that were decided before {@code before} and that nothing else names, and what led to suspicions that were had before then. */
    int purge(Instant before, int limit);

    /** Takes {@code person} out of cases, and what led detectors to suspect their words, which is a piece of them. */
    int forget(Id<User> person, int limit);
}
