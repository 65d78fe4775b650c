package org.somoim.identities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;

/**
 * Somebody has come, and whoever says so answers for it: the program around the library, or a token that it has checked.
 *
 * @param email that the provider has seen them prove, or null if it has not; an address that somebody only typed is none
 * @param displayName what the provider calls them, or null; shown to others, so not a log-in name
 * @param signedInAt when they last showed the provider who they are, or null if it does not say
 */
public record Arrival(
        Identity identity,
        @Nullable Email email,
        @Nullable Line displayName,
        @Nullable Instant signedInAt) {}
