package org.somoim.identities;

import java.util.function.Consumer;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for what is kept of how people enter whom somebody else has signed in. */
public final class IdentityPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("identities")
            .table("linked-identities", Purpose.ACCOUNT)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "provider", "subject", "known-as", "created-at", "updated-at")
            .done();

    private final IdentityStore store;

    public IdentityPersonalData(IdentityStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        store.of(person)
                .forEach(link -> to.accept(Excerpt.of("linked-identities")
                        .text("provider", link.provider())
                        .text("subject", link.subject().value())
                        .text("known-as", link.knownAs())
                        .time("created-at", link.createdAt())
                        .time("updated-at", link.updatedAt())
                        .done()));
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        int links = store.of(leaving.person()).size();
        store.removeAll(leaving.person());
        return links;
    }
}
