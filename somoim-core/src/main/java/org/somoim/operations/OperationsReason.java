package org.somoim.operations;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about operations. */
public enum OperationsReason implements Reason {
    NOT_SET_ASIDE(Kind.NOT_FOUND, "This is not set aside for that listener, or not any more. Read the list again."),
    STILL_FAILS(
            Kind.CONFLICT,
            "The listener failed on this fact again, and it stays set aside. Look at the log for why, mend that, then try again."),
    NO_UPKEEP(
            Kind.CONFLICT,
            "The program that embeds the library has not said how its store is copied and verified here. Hand an Upkeep to the dashboard."),
    NO_SUCH_COPY(Kind.NOT_FOUND, "There is no copy of that name, or not any more. Read the list again.");

    private final Kind kind;
    private final String advice;

    OperationsReason(Kind kind, String advice) {
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
