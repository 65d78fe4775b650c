package org.somoim.kernel;

import java.util.List;

/** Thrown when a request is understood and turned down; nothing has changed. Made by {@link Reason#refuse}. */
public final class Refusal extends RuntimeException {
    private final transient Reason reason;
    private final transient List<Id<?>> about;

    Refusal(Reason reason, List<Id<?>> about) {
        super(reason.code() + " " + about);
        this.reason = reason;
        this.about = about;
    }

    public Reason reason() {
        return reason;
    }

    /** What it is about, in the order in which the reason's documentation names them; often empty. */
    public List<Id<?>> about() {
        return about;
    }
}
