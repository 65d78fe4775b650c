package org.somoim.kernel;

import java.time.Instant;

/**
 * Hears every fact once, in order, after the fact's commit; each in a transaction that it may share with others who hear the
 * same fact.
 */
public interface FactListener {

    /** Stable: the log remembers positions under this name. */
    Word name();

    /**
     * Whatever it changes in the store is kept together with the note that it has heard. Whatever it throws undoes both;
     * it hears the fact again later. So it does if that is undone for another's sake; what it does elsewhere belongs into
     * {@link #heard}.
     *
     * @param at when the fact happened
     */
    void on(Fact fact, Instant at);

    /**
     * What it asks beforehand, outside of any change, so that nobody who writes waits for it: whatever takes long. Other
     * things may have changed by the time that the answer runs.
     *
     * @return what {@link #on} would do; run inside the transaction, once or not at all
     */
    default Runnable ready(Fact fact, Instant at) {
        return () -> on(fact, at);
    }

    /** Whether it may take long over a fact, so that whoever has just changed something should not wait for it. */
    default boolean isSlow() {
        return false;
    }

    /** How many facts it hears in one round of delivery; the rest waits for the next. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /**
     * After {@link #on}, on the same thread, once what it changed is kept. Not called again if it fails or the process ends:
     * for what can be done without.
     */
    default void heard(Fact fact) {}
}
