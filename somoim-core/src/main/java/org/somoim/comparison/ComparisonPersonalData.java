package org.somoim.comparison;

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

/**
 * Plug. Answers for what is kept of those who take part in comparisons. Releases are about nobody in particular: that is
 * what their noise is for; so they stay when somebody goes.
 */
public final class ComparisonPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("comparison")
            .table("comparison-contributions", Purpose.COMPARISON)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "shape", "leaves", "bins", "created-at", "updated-at", "told-at")
            .table("comparison-epochs", Purpose.COMPARISON)
            .plain("id", "population", "epoch", "outcome", "body", "starts-at", "ends-at", "created-at")
            .table("comparison-receipts", Purpose.COMPARISON)
            .plain("id", "epoch-id", "tile", "metric", "created-at")
            .table("comparison-ledger", Purpose.COMPARISON)
            .plain(
                    "population",
                    "number",
                    "epoch",
                    "purpose",
                    "micro-epsilon",
                    "release-hash",
                    "created-at",
                    "previous",
                    "hash")
            .done();

    private final ComparisonStore store;

    public ComparisonPersonalData(ComparisonStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        store.find(person)
                .ifPresent(contribution -> to.accept(Excerpt.of("comparison-contributions")
                        .text("shape", contribution.shape())
                        .text("leaves", contribution.leaves().value())
                        .text("bins", contribution.bins().value())
                        .time("created-at", contribution.createdAt())
                        .time("updated-at", contribution.updatedAt())
                        .done()));
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        return store.remove(leaving.person()) ? 1 : 0;
    }
}
