package org.somoim.idempotency;

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

/** Plug. Answers for what is remembered of calls. */
public final class IdempotencyPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("idempotency")
            .table("done-calls", Purpose.OPERATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "idempotency-key", "request", "made", "created-at")
            .keptAfter("made", Once.REMEMBERED)
            .table("veiled-calls", Purpose.OPERATION)
            .plain("pseudonym", "request", "made", "until")
            .keptAfter("made", Once.REMEMBERED.multipliedBy(2))
            .done();

    private final DoneCallStore store;

    public IdempotencyPersonalData(DoneCallStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        store.of(person)
                .forEach(call -> to.accept(Excerpt.of("done-calls")
                        .text("idempotency-key", call.key().value())
                        .text("made", call.made())
                        .time("created-at", call.createdAt())
                        .done()));
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        return store.removeAll(leaving.person());
    }
}
