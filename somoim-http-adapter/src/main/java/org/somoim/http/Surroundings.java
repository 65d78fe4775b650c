package org.somoim.http;

import java.time.InstantSource;
import org.somoim.kernel.Transactor;
import org.somoim.limits.RateLimiter;

/**
 * What a router needs besides routes.
 *
 * @param transactor so that a change under {@code If-Match} and the look at what it depends on are one
 * @param afterChange run after every change that went well, such as {@code somoim::deliver}; what it throws is logged and
 *     does not concern the caller
 * @param limiter asked at every call, once it is known who calls
 */
public record Surroundings(
        Authenticator authenticator,
        InstantSource clock,
        Transactor transactor,
        Runnable afterChange,
        RateLimiter limiter) {

    /** Where calls are not counted. */
    public Surroundings(Authenticator authenticator, InstantSource clock, Transactor transactor, Runnable afterChange) {
        this(authenticator, clock, transactor, afterChange, RateLimiter.none());
    }
}
