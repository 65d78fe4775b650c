package org.somoim.sessions;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about sessions. */
public enum SessionReason implements Reason {
    ENDED(Kind.UNAUTHENTICATED, "This session has ended. Log in again."),
    DEVICE_TOO_LONG(Kind.INVALID, "The name of a device has at most 100 characters. Send a shorter one, or none.");

    private final Kind kind;
    private final String advice;

    SessionReason(Kind kind, String advice) {
        this.kind = kind;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String advice() {
        return advice;
    }
}
