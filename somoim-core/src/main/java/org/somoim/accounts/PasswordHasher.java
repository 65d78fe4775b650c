package org.somoim.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Port. Turns passwords into what may be kept of them. Slow on purpose, so never called inside a change: there is one
 * writer.
 */
public interface PasswordHasher {

    /** Salted: the same password gives another hash every time. */
    PasswordHash hash(Password password);

    /**
     * Whether {@code kept} was made from {@code password}. Never throws: what it cannot read does not match.
     *
     * @param kept null if there is no such account or no password; takes as long as if there were one, and is false
     */
    boolean verify(Password password, @Nullable PasswordHash kept);

    /** Whether a hash of the same password made now would be stronger, or of another scheme or key. */
    boolean needsRehash(PasswordHash kept);

    /** Whether there can be a password that {@link #verify} finds to match. */
    boolean knows(PasswordHash kept);
}
