package org.somoim.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;

/**
 * Somebody has signed in on one device, and stays so until it ends. Where from is not kept.
 *
 * @param device what its owner would know it by, such as {@code Phone}, or null
 * @param family digest of the secret that all refresh tokens of the session share
 * @param refresh digest of the one secret that goes on with it; another with every use
 * @param usedAt when its owner signed in or last went on
 * @param expiresAt not good from this instant on, unless its owner goes on before
 */
public record Session(
        Id<Session> id,
        Id<User> userId,
        @Nullable Line device,
        Secrets.Digest family,
        Secrets.Digest refresh,
        Instant createdAt,
        Instant usedAt,
        Instant expiresAt) {

    /** Of a device, in code points. */
    public static final int MAX_DEVICE = 100;

    /** @throws org.somoim.kernel.Refusal {@link SessionReason#DEVICE_TOO_LONG} */
    public Session {
        if (device != null && device.length() > MAX_DEVICE) {
            throw SessionReason.DEVICE_TOO_LONG.refuse();
        }
    }

    boolean isGood(Instant now) {
        return now.isBefore(expiresAt);
    }
}
