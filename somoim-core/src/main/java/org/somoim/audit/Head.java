package org.somoim.audit;

import org.somoim.kernel.Secrets.Digest;

/**
 * Where a chain ends: enough to tell later, from wherever it was noted, that it still begins as it did.
 *
 * @param entries how many there are, which is the number of the last
 * @param hash of the last
 */
public record Head(long entries, Digest hash) {
    /** What the first entry names as the hash before it. */
    public static final Digest NOTHING = new Digest("0".repeat(64));

    /** Of a chain without entries. */
    public static final Head EMPTY = new Head(0, NOTHING);
}
