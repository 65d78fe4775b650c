package org.somoim.audit;

import java.util.List;
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
 * Plug. Answers for the audit log. Nothing goes from it when a person does: what is left of them is a bare id that leads to
 * nobody, and without it no later entry could be believed.
 */
public final class AuditPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("audit")
            .table("audit-entries", Purpose.SECURITY)
            .person("who-user-id", OnErasure.UNNAMED)
            .person("user-id", OnErasure.UNNAMED)
            .about("user-id", "deed", "created-at")
            .plain("number", "who", "thing-id", "previous", "hash")
            .table("audit-head", Purpose.SECURITY)
            .plain("one", "entries", "hash", "seal")
            .done();

    private static final int BATCH = 200;

    private final AuditStore store;

    public AuditPersonalData(AuditStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    /** What they did and what was done to them; not who did it, nor to whom they did it. */
    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        long before = Long.MAX_VALUE;
        List<Entry> batch;
        do {
            batch = store.of(person, before, BATCH);
            for (Entry entry : batch) {
                to.accept(Excerpt.of("audit-entries")
                        .number("number", entry.number())
                        .time("created-at", entry.at())
                        .text("deed", entry.deed())
                        .truth("done-by-oneself", person.equals(entry.who().id()))
                        .truth("done-to-oneself", person.equals(entry.about()))
                        .done());
                before = entry.number();
            }
        } while (batch.size() == BATCH);
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        return 0;
    }
}
