package org.somoim.live;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.somoim.kernel.FactLog;

/**
 * Reads the facts that were kept since it last looked, and publishes hints of them. So nothing is hinted at before it is
 * kept, whoever's transaction it was kept in, and nothing is written for it. Begins with what happens after it was made;
 * whoever connects reads what is there. Safe between threads.
 */
public final class Follower {
    private static final int BATCH = 200;

    private final FactLog log;
    private final List<HintSource> sources;
    private final FanOut fanOut;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong position;

    public Follower(FactLog log, List<? extends HintSource> sources, FanOut fanOut) {
        this.log = log;
        this.sources = List.copyOf(sources);
        this.fanOut = fanOut;
        this.position = new AtomicLong(log.newest());
    }

    /** Up to where it has come. What comes later must not be forgotten yet. */
    public long position() {
        return position.get();
    }

    /** Goes on to the end of what is kept. When it returns, everything that was kept before it was called has been hinted at. */
    public void follow() {
        turn.lock();
        try {
            List<FactLog.Entry> batch;
            do {
                batch = log.after(position.get(), BATCH);
                for (FactLog.Entry entry : batch) {
                    sources.forEach(source -> source.hintOf(entry.fact()).ifPresent(fanOut::publish));
                    position.set(entry.position());
                }
            } while (batch.size() == BATCH);
        } finally {
            turn.unlock();
        }
    }
}
