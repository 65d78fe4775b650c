package org.somoim.http.wire;

import java.util.Locale;

/** What can go wrong on our side. Not a {@link org.somoim.kernel.Reason}: the call was not refused, it failed. */
public enum Failure {
    STORE_UNAVAILABLE(
            503, "The community's store is busy or out of order. Nothing was changed. Try again in a moment."),
    UNEXPECTED(500, "Something went wrong on our side. The operator finds it in the log.");

    private final int status;
    private final String advice;

    Failure(int status, String advice) {
        this.status = status;
        this.advice = advice;
    }

    public int status() {
        return status;
    }

    public String advice() {
        return advice;
    }

    /** Stable name for programs, such as {@code http.unexpected}. */
    public String code() {
        return "http." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
