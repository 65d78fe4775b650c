package org.somoim.profiles;

import java.time.Instant;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/**
 * Someone whom a person does not want to meet, as that person sees it.
 *
 * @param displayName so that one can tell whom to let back
 */
public record Block(Id<User> userId, Line displayName, Instant since) {}
