package org.somoim.identities;

import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for what is kept of how people enter whom somebody else has signed in. */
public final class IdentityPersonalData {
    public static final Inventory KEPT = Inventory.of("identities")
            .table("linked-identities", Purpose.ACCOUNT)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "provider", "subject", "known-as", "created-at", "updated-at")
            .done();

    private IdentityPersonalData() {}
}
