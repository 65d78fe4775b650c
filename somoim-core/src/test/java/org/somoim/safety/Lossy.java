package org.somoim.safety;

import java.util.Random;
import java.util.function.Supplier;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Transactor;

/** Does what it is told and then, while it is told to, loses it again: some changes are undone at their very end. */
final class Lossy implements Transactor {
    /** Fewer than a fact may fail before it is set aside. */
    private static final int MOST_ERRORS = 5;

    private final Transactor transactor;
    private final Random chance;
    private int depth;
    private int errors;
    private boolean loses;

    Lossy(Transactor transactor, Random chance) {
        this.transactor = transactor;
        this.chance = chance;
    }

    /** Every third change, or none. */
    void loses(boolean now) {
        loses = now;
    }

    @Override
    public <R> R call(Supplier<R> work) {
        if (depth > 0) {
            return transactor.call(work);
        }
        depth++;
        try {
            return transactor.call(() -> {
                R result = work.get();
                lose();
                return result;
            });
        } finally {
            depth--;
        }
    }

    private void lose() {
        if (!loses || chance.nextInt(3) > 0) {
            return;
        }
        if (chance.nextBoolean() || errors == MOST_ERRORS) {
            throw new StoreFailure("Lost on purpose.", null);
        }
        errors++;
        throw new Lost();
    }

    @Override
    public <R> R read(Supplier<R> work) {
        return transactor.read(work);
    }

    /** A listener's own error, as far as the post can tell. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
