package org.somoim.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/** Port. Keeps invites by e-mail and by link. Writes must happen inside a transaction. */
public interface InviteStore {
    /** @param digest of its secret, which is not kept */
    void add(Invite invite, Secrets.Digest digest);

    Optional<Invite> find(Id<Invite> invite);

    /** Whether or not it is still open. */
    Optional<Invite> findByDigest(Secrets.Digest digest);

    /**
     * Counts one use if the invite is not revoked, not used up and not expired at {@code now}.
     *
     * @return false, and nothing is changed, otherwise
     */
    boolean use(Id<Invite> invite, Instant now);

    /** @return false, and nothing is changed, if there is none or it was revoked before */
    boolean revoke(Id<Invite> invite, Instant now);

    /**
     * The group's invites that are not revoked, not used up and not expired at {@code now}, newest first.
     *
     * @param after only older ones than this, or null
     */
    List<Invite> open(Id<Group> group, Instant now, @Nullable Cursor after, int limit);

    /**
     * Removes invites that expired before {@code time}.
     *
     * @param limit most to remove
     * @return how many
     */
    int prune(Instant time, int limit);

    /**
     * What {@code person} issued, open or not, oldest first.
     *
     * @param after only later ones than this, or null
     */
    List<Invite> issuedBy(Id<User> person, @Nullable Cursor after, int limit);

    /**
     * Removes what {@code person} issued.
     *
     * @param limit most to remove
     * @return how many
     */
    int removeIssuedBy(Id<User> person, int limit);

    /**
     * Removes what was sent to an address.
     *
     * @return how many
     */
    int removeSentTo(Email email);
}
