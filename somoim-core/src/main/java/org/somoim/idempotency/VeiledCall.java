package org.somoim.idempotency;

import java.time.Instant;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets.Digest;

/**
 * That a call had its effect which must not lead from what was made to whoever made it.
 *
 * @param pseudonym of the caller and their key; no two of one caller can be told to be one caller's
 * @param request digest of all that was asked for, under a key that is not in the store: what was sent cannot be tried out
 * @param made names what was made, such as its path
 * @param until midnight UTC, one to two days later: not when it was made
 */
public record VeiledCall(Digest pseudonym, Digest request, Line made, Instant until) {}
