package org.somoim.http.wire;

import java.util.List;

/** Thrown when fields of a body cannot be taken. */
public final class InvalidBody extends RuntimeException {
    private final transient List<Fault> faults;

    InvalidBody(List<Fault> faults) {
        super(WireReason.INVALID_BODY.code() + " " + faults.size());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
