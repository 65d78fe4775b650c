package org.somoim.accounts;

import java.time.Instant;
import org.somoim.access.SiteRole;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/**
 * Someone's place in the community: how they are reached, what they may do as a whole, and whether they may do anything.
 *
 * @param role what they are to the community as a whole
 * @param updatedAt when e-mail, role or status last changed
 */
public record Account(Id<User> id, Email email, SiteRole role, Status status, Instant createdAt, Instant updatedAt)
        implements User {

    /** What an account can be. Only {@link #ACTIVE} ones can sign in or act. */
    public enum Status {
        ACTIVE,
        /** Closed by its owner, or waiting for them after a suspension was lifted. Opens when they log in. */
        DEACTIVATED,
        /** Closed by an administrator. Does not open until one lifts it. */
        SUSPENDED,
        /** Gone for good; only the id is left. */
        ERASED
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }
}
