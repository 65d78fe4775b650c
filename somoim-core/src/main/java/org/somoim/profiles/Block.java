package org.somoim.profiles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/**
 * Someone whom a person does not want to meet, as that person sees it.
 *
 * @param displayName so that one can tell whom to let back; null if they have blocked the person, too, and so show no name
 */
public record Block(Id<User> userId, @Nullable Line displayName, Instant since) {}
