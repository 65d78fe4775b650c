package org.somoim.idempotency;

import java.time.Instant;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;

/**
 * That a call had its effect. Holds nothing that was sent or answered, only where to find what was made.
 *
 * @param request digest of all that was asked for
 * @param made names what was made, such as its path
 */
public record DoneCall(Id<User> userId, IdempotencyKey key, Secrets.Digest request, Line made, Instant createdAt) {}
