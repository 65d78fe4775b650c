package org.somoim.safety;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about alerts. */
public enum SafetyReason implements Reason {
    TO_WHOM(Kind.INVALID, "An alert goes to 1 to 20 groups. Name at least one, and no more than 20."),
    NOT_ON_EARTH(
            Kind.INVALID,
            "Latitude is -90 to 90 degrees, longitude -180 to 180. Send numbers between them, or no location at all."),
    YOUR_OWN_CALL(
            Kind.CONFLICT,
            "You raised this alert, so there is nothing to answer. End it when help is not needed any more."),
    NOT_CALLED(Kind.FORBIDDEN, "You were not called by this alert. You can end it, but not answer it."),
    ONLY_THE_CALLER(
            Kind.FORBIDDEN,
            "Only whoever raised an alert can call it a false alarm. Resolve it if the matter is over."),
    OVER_ALREADY(Kind.CONFLICT, "The alert has ended. Nothing need be done.");

    private final Kind kind;
    private final String advice;

    SafetyReason(Kind kind, String advice) {
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
