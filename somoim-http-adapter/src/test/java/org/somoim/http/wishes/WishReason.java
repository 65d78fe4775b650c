package org.somoim.http.wishes;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** One reason of each kind. */
public enum WishReason implements Reason {
    IMPOSSIBLE(Kind.INVALID),
    NOT_YOURS(Kind.FORBIDDEN),
    ALREADY_WISHED(Kind.CONFLICT),
    COME_TRUE(Kind.GONE),
    TOO_MANY_WISHES(Kind.TOO_MANY),
    NO_FAIRY(Kind.UNAUTHENTICATED),
    NO_SUCH_WISH(Kind.NOT_FOUND);

    private final Kind kind;

    WishReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String advice() {
        return "Wish for something else.";
    }
}
