package org.somoim.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown when a request is understood and turned down; nothing has changed. Made by {@link Reason#refuse}. */
public final class Refusal extends RuntimeException {
    private final transient Reason reason;
    private final transient List<Id<?>> about;
    private final transient @Nullable Duration again;

    Refusal(Reason reason, List<Id<?>> about, @Nullable Duration again) {
        super(reason.code() + " " + about);
        this.reason = reason;
        this.about = about;
        this.again = again;
    }

    public Reason reason() {
        return reason;
    }

    /** What it is about, in the order in which the reason's documentation names them; often empty. */
    public List<Id<?>> about() {
        return about;
    }

    /** How long to wait before the same may be tried again, where that is known. */
    public Optional<Duration> again() {
        return Optional.ofNullable(again);
    }
}
