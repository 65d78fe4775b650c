package org.somoim.http;

import java.time.InstantSource;
import org.somoim.kernel.Transactor;

/**
 * What a router needs besides routes.
 *
 * @param transactor so that a change under {@code If-Match} and the look at what it depends on are one
 * @param afterChange run after every change that went well, such as {@code somoim::deliver}; what it throws is logged and
 *     does not concern the caller
 */
public record Surroundings(
        Authenticator authenticator, InstantSource clock, Transactor transactor, Runnable afterChange) {}
