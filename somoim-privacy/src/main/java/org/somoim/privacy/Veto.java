package org.somoim.privacy;

/** The literal promise of k, behind a gate of noised counts that has let pass already. */
@FunctionalInterface
interface Veto {

    /** @param raw people */
    boolean lets(long raw, int k);

    /** Fewer than k people are never spoken of. */
    static boolean byRawCount(long raw, int k) {
        return raw >= k;
    }
}
