package org.somoim.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Witness;

/**
 * Adds an entry for each critical fact, in the change that announces it. Nothing is left to do later, so nothing is lost with
 * the log of facts, with a listener that lags behind, or with a process that is killed.
 */
public final class AuditChain implements Witness {
    private final AuditStore store;
    private final AuditKey key;
    private final List<AuditSource> sources;

    public AuditChain(AuditStore store, AuditKey key, List<? extends AuditSource> sources) {
        this.store = store;
        this.key = key;
        this.sources = List.copyOf(sources);
    }

    @Override
    public void see(Fact fact, Instant at) {
        for (AuditSource source : sources) {
            source.actOf(fact).ifPresent(act -> append(act, at));
        }
    }

    private void append(AuditSource.Act act, Instant at) {
        Head last = store.last().orElse(Head.EMPTY);
        Optional<SealedHead> kept = store.head();
        boolean isAsLeft =
                kept.map(head -> key.isSealed(head) && head.head().equals(last)).orElse(last.equals(Head.EMPTY));
        // Where the end is gone, the gap stays to be seen.
        Head before = kept.map(SealedHead::head)
                .filter(head -> head.entries() > last.entries())
                .orElse(last);
        Entry entry = Entry.following(before, at, act);
        store.add(entry);
        Head head = entry.head();
        store.put(isAsLeft ? key.seal(head) : new SealedHead(head.entries(), head.hash(), SealedHead.BROKEN));
    }
}
