package org.somoim.accounts;

import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for what is kept of an account and of how it is entered. */
public final class AccountPersonalData {
    public static final Inventory KEPT = Inventory.of("accounts")
            .table("accounts", Purpose.ACCOUNT)
            .person("id", OnErasure.UNNAMED)
            .about("id", "email", "role", "status", "is-active", "created-at", "updated-at")
            .table("identities", Purpose.ACCOUNT)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "provider", "subject", "password-hash", "created-at", "updated-at")
            .done();

    private AccountPersonalData() {}
}
