package org.somoim.posts;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about posts, comments and reactions. */
public enum PostReason implements Reason {
    TOO_MANY_MENTIONS(Kind.INVALID, "One post or comment can name 20 people at a time. Name fewer."),
    NOT_YOURS(Kind.FORBIDDEN, "Only its author can do that. Say what you think in a comment of your own."),
    TOO_MANY_PINNED(Kind.CONFLICT, "Five posts are pinned here already. Unpin one of them first."),
    NOT_DELETED(Kind.CONFLICT, "This has not been deleted, so there is nothing to restore."),
    REMOVED_BY_MODERATOR(
            Kind.FORBIDDEN,
            "Someone who looks after this place removed it, so its author cannot bring it back. Talk to them."),
    TOO_LATE_TO_RESTORE(Kind.GONE, "It was deleted more than 30 days ago and cannot be brought back. Write it anew.");

    private final Kind kind;
    private final String advice;

    PostReason(Kind kind, String advice) {
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
