package org.somoim.accounts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.access.SiteRole;
import org.somoim.audit.AuditSource;
import org.somoim.audit.Deed;
import org.somoim.audit.Who;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Plug. Accounts: who may do what, who may come in at all, and by what. */
public final class AccountAudit implements AuditSource {

    @Override
    public Optional<Act> actOf(Fact fact) {
        if (fact instanceof AccountFact.Appointed appointed) {
            return byOther(appointed.by(), deedOf(appointed.role()), appointed.userId());
        }
        if (fact instanceof AccountFact.Suspended suspended) {
            return byOther(suspended.by(), Deed.ACCOUNT_SUSPENDED, suspended.userId());
        }
        if (fact instanceof AccountFact.Reinstated reinstated) {
            return byOther(reinstated.by(), Deed.ACCOUNT_REINSTATED, reinstated.userId());
        }
        if (fact instanceof AccountFact.Deactivated deactivated) {
            return byOwner(Deed.ACCOUNT_DEACTIVATED, deactivated.userId());
        }
        if (fact instanceof AccountFact.Reopened reopened) {
            return byOwner(Deed.ACCOUNT_REOPENED, reopened.userId());
        }
        if (fact instanceof AccountFact.EmailChanged changed) {
            return byOwner(Deed.ADDRESS_CHANGED, changed.userId());
        }
        if (fact instanceof AccountFact.PasswordChanged changed) {
            return byOwner(Deed.PASSWORD_CHANGED, changed.userId());
        }
        return Optional.empty();
    }

    private static Optional<Act> byOther(@Nullable Id<User> by, Deed deed, Id<User> about) {
        return Optional.of(new Act(Who.personOrHost(by), deed, about, null));
    }

    private static Optional<Act> byOwner(Deed deed, Id<User> owner) {
        return Optional.of(new Act(Who.person(owner), deed, owner, null));
    }

    private static Deed deedOf(SiteRole role) {
        return switch (role) {
            case USER -> Deed.SITE_USER_APPOINTED;
            case MODERATOR -> Deed.SITE_MODERATOR_APPOINTED;
            case ADMIN -> Deed.SITE_ADMIN_APPOINTED;
        };
    }
}
