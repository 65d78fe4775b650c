package org.somoim.accounts;

import java.util.Optional;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps accounts and how they sign in. Writes must happen inside a transaction. */
public interface AccountStore {

    Optional<Account> find(Id<User> account);
}
