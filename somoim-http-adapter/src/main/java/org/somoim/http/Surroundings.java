package org.somoim.http;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.somoim.idempotency.Once;
import org.somoim.kernel.Transactor;
import org.somoim.limits.RateLimiter;
import org.somoim.metrics.Metrics;

/**
 * What a router needs besides routes.
 *
 * @param transactor so that a change under {@code If-Match} and the look at what it depends on are one
 * @param afterChange run after every change that went well, such as {@code somoim::deliverSoon}; what it throws is logged and
 *     does not concern the caller
 * @param limiter asked at every call, once it is known who calls
 * @param once for calls that name themselves by {@code Idempotency-Key}; null to take no notice of that
 * @param metrics of calls
 */
public record Surroundings(
        Authenticator authenticator,
        InstantSource clock,
        Transactor transactor,
        Runnable afterChange,
        RateLimiter limiter,
        @Nullable Once once,
        Metrics metrics) {

    /** Where calls are neither counted nor remembered. */
    public Surroundings(Authenticator authenticator, InstantSource clock, Transactor transactor, Runnable afterChange) {
        this(authenticator, clock, transactor, afterChange, RateLimiter.none(), null, Metrics.none());
    }
}
