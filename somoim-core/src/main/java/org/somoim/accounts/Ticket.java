package org.somoim.accounts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/**
 * A right that was sent to an address, good for one use by whoever holds its secret.
 *
 * @param digest of the secret
 * @param userId whose account it is about, or null if there is none yet
 * @param email the address that using it proves
 * @param displayName wanted at sign-up, otherwise null
 * @param passwordHash of the password wanted at sign-up, otherwise null
 */
public record Ticket(
        Secrets.Digest digest,
        Purpose purpose,
        @Nullable Id<User> userId,
        Email email,
        @Nullable Line displayName,
        @Nullable PasswordHash passwordHash,
        Instant createdAt,
        Instant expiresAt) {

    /** What it is good for. */
    public enum Purpose {
        SIGN_UP(Duration.ofHours(24)),
        NEW_ADDRESS(Duration.ofHours(24)),
        NEW_PASSWORD(Duration.ofMinutes(30));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }

        Duration lifetime() {
            return lifetime;
        }
    }

    @Override
    public String toString() {
        return "Ticket(" + purpose + ")";
    }
}
