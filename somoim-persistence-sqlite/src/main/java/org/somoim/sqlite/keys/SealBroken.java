package org.somoim.sqlite.keys;

/** What should have been sealed here does not open: it was changed, moved, or sealed under another key. */
final class SealBroken extends RuntimeException {
    SealBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
