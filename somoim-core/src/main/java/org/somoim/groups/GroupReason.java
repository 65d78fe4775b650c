package org.somoim.groups;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about groups and memberships. */
public enum GroupReason implements Reason {
    NO_ROOM_AT_ALL(
            Kind.INVALID, "A group that limits its members must take at least one. Send 1 or more, or no limit.");

    private final Kind kind;
    private final String advice;

    GroupReason(Kind kind, String advice) {
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
