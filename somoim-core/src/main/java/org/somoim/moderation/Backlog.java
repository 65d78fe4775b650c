package org.somoim.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** Whether everything is looked at in time. Inside a transaction. */
public final class Backlog implements BooleanSupplier {
    /** A queue whose oldest case has waited longer is behind. */
    public static final Duration LATE = Duration.ofDays(1);

    private final CaseStore cases;
    private final InstantSource clock;

    public Backlog(CaseStore cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public boolean getAsBoolean() {
        Instant now = clock.instant();
        return cases.oldest().filter(opened -> isLate(opened, now)).isEmpty();
    }

    static boolean isLate(Instant opened, Instant now) {
        return Duration.between(opened, now).compareTo(LATE) > 0;
    }
}
