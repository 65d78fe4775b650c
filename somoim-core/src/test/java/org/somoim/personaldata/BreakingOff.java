package org.somoim.personaldata;

import java.util.function.Supplier;
import org.somoim.kernel.Transactor;

/** Stops for good before a certain change, as a process does that is killed. */
final class BreakingOff implements Transactor {
    private final Transactor transactor;
    private int left;
    private int depth;

    /** @param changes so many are kept */
    BreakingOff(Transactor transactor, int changes) {
        this.transactor = transactor;
        this.left = changes;
    }

    @Override
    public <R> R call(Supplier<R> work) {
        if (depth > 0) {
            return transactor.call(work);
        }
        if (left-- <= 0) {
            throw new Killed();
        }
        depth++;
        try {
            return transactor.call(work);
        } finally {
            depth--;
        }
    }

    @Override
    public <R> R read(Supplier<R> work) {
        return transactor.read(work);
    }

    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
