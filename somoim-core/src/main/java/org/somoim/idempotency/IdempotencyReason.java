package org.somoim.idempotency;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about calls that are made again. */
public enum IdempotencyReason implements Reason {
    NOT_A_KEY(
            Kind.INVALID,
            "An idempotency key is 1 to 100 printable ASCII characters without spaces. Send a fresh UUID for each thing you want done."),
    KEY_USED_FOR_SOMETHING_ELSE(
            Kind.CONFLICT,
            "You have used this idempotency key within a day for another call. Send the same call again, or another key.");

    private final Kind kind;
    private final String advice;

    IdempotencyReason(Kind kind, String advice) {
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
