package org.somoim.personaldata;

import java.util.function.Consumer;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Plug for the log of facts, which the kernel keeps. A fact holds bare ids and no text, and goes when every listener has
 * heard it; what an erased person's id leads to is gone.
 */
public final class FactPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("kernel")
            .table("facts", Purpose.OPERATION)
            .plain("position", "fact", "created-at")
            .table("listeners", Purpose.OPERATION)
            .plain("name", "position", "failures", "retry-at")
            .table("facts-set-aside", Purpose.OPERATION)
            .plain("listener", "position", "failures", "error", "created-at")
            .done();

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        // Bare ids, each in a fact about something that another plug gives.
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        return 0;
    }
}
