package org.somoim.access;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Why someone is turned away at the gate. */
public enum AccessReason implements Reason {
    NOT_SIGNED_IN(Kind.UNAUTHENTICATED, "Sign in first, then ask again."),
    ACCOUNT_CLOSED(
            Kind.UNAUTHENTICATED,
            "There is no account in good standing behind this sign-in. Ask the people who run this community."),
    BARRED(
            Kind.FORBIDDEN,
            "You are suspended or banned. The statement of reasons says why and until when; you can read it, object to it, and have your own data."),
    SILENCED(
            Kind.FORBIDDEN,
            "You cannot write for a time. The statement of reasons says why and until when, and how to object."),
    LOCKED(Kind.FORBIDDEN, "This has been locked: it can be read, and nothing can be added to it."),
    NOT_ALLOWED(Kind.FORBIDDEN, "You may see this, but not do that. Someone with a higher role in the group can."),
    NOT_FOUND(
            Kind.NOT_FOUND,
            "There is no such thing, or it is not open to you; the two are not told apart. Check the id, or ask to be let in.");

    private final Kind kind;
    private final String advice;

    AccessReason(Kind kind, String advice) {
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
