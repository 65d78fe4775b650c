package org.somoim.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.somoim.kernel.Line;

/**
 * Port. How the store under the community is looked after. The library does not need it to work; a host hands it to whoever
 * looks after the store from within. Safe between threads. Does not know who asks: see {@link Operations}.
 */
public interface Upkeep {
    /** Where the host has said nothing: there is nothing to see, and the rest is refused. */
    Upkeep NONE = new NoUpkeep();

    /** Whether a host has said how the store is looked after. */
    default boolean isThere() {
        return true;
    }

    /** The steps that brought the store to its present form, oldest first. */
    List<Step> steps();

    /** Newest first. */
    List<Copy> copies();

    /**
     * Copies the whole store while everything goes on.
     *
     * @throws org.somoim.kernel.StoreFailure if it cannot be made; no half copy is left
     */
    Copy take();

    /** What is wrong with the store in use. */
    Findings check();

    /** What is wrong with a copy; empty if there is none of that name. */
    Optional<Findings> check(Line copy);

    /**
     * One step.
     *
     * @param version by which steps are in order
     */
    record Step(Line version, Line what, Instant at) {}

    /**
     * A copy.
     *
     * @param name within the folder of copies; no path
     * @param bytes its size
     */
    record Copy(Line name, Instant at, long bytes) {}

    /**
     * What is wrong; names laws and ids, never what people wrote.
     *
     * @param broken empty if all is well
     */
    record Findings(List<Finding> broken) {
        public Findings {
            broken = List.copyOf(broken);
        }

        public boolean isClean() {
            return broken.isEmpty();
        }
    }

    /**
     * One thing that must be true and is not.
     *
     * @param law as a sentence
     * @param where the first places where it does not hold
     */
    record Finding(Line law, List<Line> where) {
        public Finding {
            where = List.copyOf(where);
        }
    }
}
