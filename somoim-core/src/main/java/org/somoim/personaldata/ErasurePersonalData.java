package org.somoim.personaldata;

import java.util.function.Consumer;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/** Plug. Answers for what is kept of erasures themselves: that there was one, and what was wished. */
public final class ErasurePersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("personaldata")
            .table("erasures", Purpose.DUTY)
            .person("user-id", OnErasure.UNNAMED)
            .about("user-id", "otherwise", "state", "created-at", "updated-at")
            .plain("id")
            .keptAfter("finished", PersonalData.KEPT)
            .table("erasure-wishes", Purpose.DUTY)
            .plain("erasure-id", "kind", "wish", "created-at")
            // Of the keys themselves nothing is in the store.
            .table("key-cabinet", Purpose.OPERATION)
            .plain("one", "mark")
            .done();

    private final ErasureStore store;

    public ErasurePersonalData(ErasureStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        store.of(person)
                .ifPresent(erasure -> to.accept(Excerpt.of("erasures")
                        .text("state", erasure.state())
                        .text("otherwise", erasure.otherwise())
                        .time("created-at", erasure.createdAt())
                        .time("updated-at", erasure.updatedAt())
                        .done()));
    }

    /** It is how the rest is known to be gone. The job forgets it in its time. */
    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        return 0;
    }
}
