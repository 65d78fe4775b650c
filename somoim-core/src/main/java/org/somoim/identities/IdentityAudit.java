package org.somoim.identities;

import java.util.Optional;
import org.somoim.audit.AuditSource;
import org.somoim.audit.Deed;
import org.somoim.audit.Who;
import org.somoim.kernel.Fact;

/** Plug. Outside identities: each is a way into an account. */
public final class IdentityAudit implements AuditSource {

    @Override
    public Optional<Act> actOf(Fact fact) {
        if (fact instanceof IdentityFact.Linked linked) {
            return Optional.of(new Act(Who.person(linked.userId()), Deed.IDENTITY_LINKED, linked.userId(), null));
        }
        if (fact instanceof IdentityFact.Unlinked unlinked) {
            return Optional.of(new Act(Who.person(unlinked.userId()), Deed.IDENTITY_UNLINKED, unlinked.userId(), null));
        }
        return Optional.empty();
    }
}
