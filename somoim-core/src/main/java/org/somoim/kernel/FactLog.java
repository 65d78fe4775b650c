package org.somoim.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port. Facts in the order they were committed, and how far each listener has heard. Writes need a transaction. */
public interface FactLog {

    void append(Fact fact, Instant at);

    /** Appends many, in their order. */
    void appendAll(List<Fact> facts, Instant at);

    /** At most {@code limit} entries after {@code position}, oldest first. */
    List<Entry> after(long position, int limit);

    Optional<Entry> find(long position);

    /** Position of the newest entry ever appended, trimmed ones included; zero if there never was one. */
    long newest();

    /** How far {@code listener} has come: at position zero, with no failure, if it never heard anything. */
    Progress progress(Word listener);

    /**
     * Moves {@code listener} on and forgets its failures.
     *
     * @return false, and nothing is changed, if it is not at {@code from}: someone else delivered in the meantime
     */
    boolean advance(Word listener, long from, long to);

    /** Notes that {@code listener} failed at the entry after its position. */
    void failed(Word listener, int failures, Instant retryAt);

    /** Adds or replaces what is kept about one entry that {@code listener} could not take. */
    void setAside(SetAside setAside);

    /** Longest set aside first. */
    List<SetAside> setAside();

    /** @return false if it was not set aside */
    boolean takeBack(Word listener, long position);

    /**
     * Forgets entries up to and including {@code position}, save those set aside for someone.
     *
     * @return how many
     */
    int trim(long position);

    /** @param position 1 or more, growing, not necessarily without gaps */
    record Entry(long position, Instant at, Fact fact) {}

    /**
     * @param position of the last entry heard or set aside
     * @param failures how often the next one has failed so far
     * @param retryAt not to be tried before, or null if it has not failed
     */
    record Progress(long position, int failures, @Nullable Instant retryAt) {}

    /**
     * An entry that a listener failed on too often.
     *
     * @param error the simple name of the last error's class; its message might hold personal text
     */
    record SetAside(Word listener, long position, int failures, Error error, Instant since) {}

    /** Name of a Java class, without package. */
    record Error(String className) {}
}
