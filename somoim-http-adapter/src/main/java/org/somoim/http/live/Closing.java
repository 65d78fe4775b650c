package org.somoim.http.live;

import java.util.Locale;

/** Why a socket is closed, as a code of RFC 6455. Those from 4000 are ours. */
public enum Closing {
    /** The other side has gone. Never sent. */
    LEFT(1000),
    /** The server stops. */
    GOING_AWAY(1001),
    /** What the client sent cannot be taken. */
    NOT_UNDERSTOOD(1008),
    FAILED(1011),
    /** Log in again, or fetch a new token, and come back. */
    SESSION_ENDED(4401),
    /** There is nothing for them here any more. */
    NOT_HERE(4404),
    /** Frames were not taken. */
    TOO_SLOW(4408),
    /** More was sent than there is any use for. */
    TOO_MUCH(4429);

    private final int code;

    Closing(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Such as {@code session-ended}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
