package org.somoim.kernel;

/**
 * Where a call came from, as far as it is known: a network address, or whatever a host tells its callers apart by. Empty if
 * nothing is known. Says where somebody was, so it is neither kept nor logged in the clear; {@link #toString()} hides it.
 */
public record Origin(String address) {
    /** For calls that did not come over a network. */
    public static final Origin UNKNOWN = new Origin("");

    @Override
    public String toString() {
        return "Origin";
    }
}
