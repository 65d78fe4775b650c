package org.somoim.imports;

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
     * Inside a change that many entries share: brings one in, or refuses it before it has written anything. Nobody is told
     * of it. What holds for what people make here holds for what they bring, except who may do it.
     *
     * @return false if it had been brought in before, and nothing is changed
     * @throws Refusal such as {@link ImportReason#UNKNOWN_REFERENCE}
     */
    boolean bring(Work.Tx tx, E entry, References references);
}
