package org.somoim.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.mail.Email;

/**
 * A report from somebody without an account, waiting for them to prove their address.
 *
 * @param digest of the secret in the letter
 * @param words at most {@value Report#MOST} code points, or null
 */
public record Notice(
        Secrets.Digest digest,
        Email from,
        Subject subject,
        Ground ground,
        @Nullable Prose words,
        Instant createdAt,
        Instant expiresAt) {

    public Notice {
        if (words != null && words.length() > Report.MOST) {
            throw ModerationReason.TOO_LONG.refuse();
        }
    }

    @Override
    public String toString() {
        return "Notice";
    }
}
