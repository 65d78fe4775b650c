package org.somoim.limits;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about how much is asked for. */
public enum LimitReason implements Reason {
    TOO_MANY_CALLS(
            Kind.TOO_MANY,
            "This was one call too many in this time. Wait as long as Retry-After says; RateLimit says beforehand how many are left.");

    private final Kind kind;
    private final String advice;

    LimitReason(Kind kind, String advice) {
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
