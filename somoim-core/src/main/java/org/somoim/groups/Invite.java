package org.somoim.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/**
 * A way into a group for whoever holds its secret. The secret itself is shown once, when it is issued, and not kept.
 *
 * @param id random: it says nothing about when it was made
 * @param email whose account alone can use it, exactly if it is an {@code EMAIL}
 * @param invitedBy who vouches; when they may no longer invite, it no longer lets in
 * @param maxUses 1 for an {@code EMAIL}, 1 to 1000 for a {@code LINK}
 * @param uses how often it has let someone in
 * @param expiresAt from then on it lets nobody in
 * @param revokedAt when it was withdrawn, or null
 */
public record Invite(
        Id<Invite> id,
        Id<Group> groupId,
        Kind kind,
        @Nullable Email email,
        Id<User> invitedBy,
        int maxUses,
        int uses,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        Instant createdAt) {
    static final int MOST_USES = 1000;

    public Invite {
        if (maxUses < 1 || maxUses > MOST_USES || kind == Kind.EMAIL && maxUses != 1) {
            throw GroupReason.INVITE_USES.refuse(id);
        }
        if ((kind == Kind.EMAIL) != (email != null)) {
            throw new IllegalArgumentException("an address belongs to an e-mail invite, and to no other");
        }
    }

    /** How it reaches people. */
    public enum Kind {
        /** Sent by the host to one address; for the account with that address. */
        EMAIL,
        /** Passed on freely; for anyone with an account. */
        LINK
    }

    boolean isOpen(Instant now) {
        return revokedAt == null && uses < maxUses && now.isBefore(expiresAt);
    }

    /**
     * An invite just made.
     *
     * @param secret to be handed on now; it cannot be had again
     */
    public record Issued(Invite invite, Secrets.Secret secret) {}
}
