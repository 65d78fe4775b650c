package org.somoim.imports;

import java.util.List;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Work;

/**
 * Socket. Each capability that people can bring something of has a plug for each kind of entry.
 *
 * @param <E> what it takes
 */
public interface Importer<E extends Entry> {

    /** What it takes. */
    Class<E> entry();

    /**
     * Begins a change that many entries share.
     *
     * @param all of this kind in their order, so that what has to be known of them can be asked for at once
     */
    Intake<E> begin(Work.Tx tx, References references, List<E> all);

    /** What one change brings in of one kind. */
    @FunctionalInterface
    interface Intake<E> {

        /**
         * Brings one in when its turn comes, or refuses it before it has changed anything. Nobody is told of it. What holds
         * for what people make here holds for what they bring, except who may do it.
         *
         * @return false if it had been brought in before, and nothing is changed
         * @throws Refusal such as {@link ImportReason#UNKNOWN_REFERENCE}
         */
        boolean bring(E entry);

        /** When all have had their turn: writes what is better written together. */
        default void write() {}
    }
}
