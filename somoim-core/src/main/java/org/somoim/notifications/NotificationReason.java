package org.somoim.notifications;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about notifications. */
public enum NotificationReason implements Reason {
    NO_SUCH_KIND(Kind.INVALID, "There is no such kind of notification. The preferences list every kind there is."),
    ALWAYS_TOLD(
            Kind.CONFLICT,
            "This kind of notification cannot be turned off. It is rare, and tells what one has a right to know.");

    private final Kind kind;
    private final String advice;

    NotificationReason(Kind kind, String advice) {
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
