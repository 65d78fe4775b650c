package org.somoim.kernel;

import java.time.Instant;

/**
 * Sees each fact inside the change that announces it, unlike a {@link FactListener}, which hears of it afterwards. What it
 * keeps is kept together with the change or not at all; whatever it throws undoes the change.
 */
@FunctionalInterface
public interface Witness {

    /** @param at when the fact happened */
    void see(Fact fact, Instant at);
}
