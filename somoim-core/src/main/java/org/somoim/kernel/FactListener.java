package org.somoim.kernel;

import java.time.Instant;

/** Hears every fact once, in order, each in a transaction of its own after the fact's commit. */
public interface FactListener {

    /** Stable: the log remembers positions under this name. */
    Word name();

    /**
     * Whatever it changes in the store is kept together with the note that it has heard. Whatever it throws undoes both;
     * it hears the fact again later.
     *
     * @param at when the fact happened
     */
    void on(Fact fact, Instant at);

    /**
     * After {@link #on}, on the same thread, once what it changed is kept. Not called again if it fails or the process ends:
     * for what can be done without.
     */
    default void heard(Fact fact) {}
}
