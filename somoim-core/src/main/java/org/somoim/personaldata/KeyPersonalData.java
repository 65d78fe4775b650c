package org.somoim.personaldata;

import java.util.function.Consumer;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/** Plug, asked last. Destroys the key that copies of the store could still be read with. */
public final class KeyPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("keys")
            .table("key-cabinet", Purpose.OPERATION)
            .plain("one", "mark")
            .done();

    private final PersonKeys keys;

    public KeyPersonalData(PersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        // A key is worth nothing to whoever has what it seals.
    }

    /** Should the change be undone after all, the key is gone the same: the erasure has begun, and goes on. */
    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        keys.destroy(leaving.person(), tx.now());
        return 0;
    }
}
