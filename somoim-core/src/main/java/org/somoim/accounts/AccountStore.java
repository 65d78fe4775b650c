package org.somoim.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.access.SiteRole;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/** Port. Keeps accounts and how they sign in. Writes must happen inside a transaction. */
public interface AccountStore {

    /**
     * Keeps a new account, unless its e-mail address belongs to another. The store decides, so that of two who try at the
     * same time one gets it.
     *
     * @return false, and nothing is kept, if the address is taken
     */
    boolean add(Account account);

    /**
     * Replaces an account.
     *
     * @return false, and nothing is changed, if the e-mail address belongs to another, or there is no such account
     */
    boolean put(Account account);

    Optional<Account> find(Id<User> account);

    Optional<Account> findByEmail(Email email);

    /** Newest first; among those of one millisecond, the greatest id first. */
    List<Account> list(@Nullable Cursor after, int limit);

    /** How many active accounts have exactly this role. */
    int countActive(SiteRole role);

    /** How many accounts are this now. */
    long count(Account.Status status);

    /** How many were opened from {@code from} on and before {@code to}, whatever they are now. */
    long countOpened(Instant from, Instant to);

    /** Adds or replaces the local identity of this account. */
    void putPassword(Id<User> account, PasswordHash hash, Instant at);

    /** Empty if the account has no local identity. */
    Optional<PasswordHash> password(Id<User> account);

    /** Forgets the local identity of this account. @return false if there was none */
    boolean removePassword(Id<User> account);

    /** Makes an account nobody's: {@code ERASED}, with the weakest role. Its address stays taken. */
    void shut(Id<User> account, Instant at);

    /**
     * Puts an address that leads nowhere in place of the account's, which is free from then on.
     *
     * @param nowhere not anybody's, in the domain {@code erased.invalid}
     * @return false, and nothing is changed, if such an address is there already
     */
    boolean forgetAddress(Id<User> account, Email nowhere, Instant at);
}
