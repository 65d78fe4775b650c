package org.somoim.audit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.audit.Verification.Break;
import org.somoim.audit.Verification.Flaw;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Work;

/**
 * The audit log: what was done that matters most, by whom and to whom. Each entry names the hash of the one before it, and
 * the end is sealed with a key that is not in the store, so that whoever changes anything is noticed by {@link #verify}.
 * Entries are added by the changes themselves; see {@link AuditChain}.
 */
public final class Audit {
    private static final int BATCH = 1_000;

    private final AuditStore store;
    private final AuditKey key;
    private final InstantSource clock;
    private final Access access;
    private final Work work;
    private final AtomicReference<@Nullable Verification> latest = new AtomicReference<>();
    /** What this process found intact. A chain that is put back to an earlier state meanwhile is noticed by it. */
    private final AtomicReference<Head> known = new AtomicReference<>(Head.EMPTY);

    public Audit(AuditStore store, AuditKey key, InstantSource clock, Access access, Work work) {
        this.store = store;
        this.key = key;
        this.clock = clock;
        this.access = access;
        this.work = work;
    }

    /**
     * Newest first.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public Page<Entry> entries(Actor actor, AuditFilter filter, Page.Ask ask) {
        return work.read(() -> {
            access.requireSite(actor, AuditAction.READ);
            return Page.of(ask, (after, limit) -> store.before(number(after), filter, limit), Audit::place);
        });
    }

    /**
     * Where the chain ends now, for somebody to note where nobody who can change the store can change it: against a chain
     * that was written anew by somebody with the key, and against one that was put back to an earlier state, nothing else
     * helps.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public Head head(Actor actor) {
        return work.read(() -> {
            access.requireSite(actor, AuditAction.READ);
            return store.last().orElse(Head.EMPTY);
        });
    }

    /**
     * Walks the whole chain. Takes about as long as reading it, and holds up nobody.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public Verification verify(Actor actor) {
        return verify(actor, Head.EMPTY);
    }

    /**
     * The same, and sees that the chain still holds what it held when {@code noted} was its {@link #head}.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public Verification verify(Actor actor, Head noted) {
        work.read(() -> access.requireSite(actor, AuditAction.VERIFY));
        Verification found = walk(List.of(known.get(), noted));
        if (found.isIntact()) {
            known.accumulateAndGet(found.head(), (one, other) -> one.entries() > other.entries() ? one : other);
        }
        latest.set(found);
        return found;
    }

    /** What the last walk of this process has shown; empty if there was none. */
    public Optional<Verification> latest() {
        return Optional.ofNullable(latest.get());
    }

    /**
     * Adds what was done around the library, where it could not see it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public void note(Actor actor, AuditFact fact) {
        work.call(tx -> {
            access.requireHost(actor);
            tx.announce(fact);
            return fact;
        });
    }

    private Verification walk(List<Head> noted) {
        // Not in one transaction: entries that are there do not change, and those that come meanwhile are walked too.
        Head reached = Head.EMPTY;
        while (true) {
            Step step = step(reached, noted);
            reached = step.reached();
            if (step.isLast()) {
                return new Verification(clock.instant(), reached, step.broken());
            }
        }
    }

    /** @param reached the last entry that is as it must be */
    private record Step(
            Head reached, boolean isLast, @Nullable Break broken) {}

    private Step step(Head from, List<Head> noted) {
        return work.read(() -> {
            Head reached = from;
            // From the very beginning: what was put in front of the first is seen too.
            List<Link> batch = store.links(from.equals(Head.EMPTY) ? Long.MIN_VALUE : from.entries(), BATCH);
            for (Link link : batch) {
                @Nullable Flaw flaw = flawOf(link, reached, noted);
                if (flaw != null) {
                    return new Step(reached, true, new Break(reached.entries() + 1, flaw));
                }
                reached = new Head(link.number(), link.digest());
            }
            return batch.size() < BATCH
                    ? new Step(reached, true, flawOfEnd(reached, noted))
                    : new Step(reached, false, null);
        });
    }

    private static @Nullable Flaw flawOf(Link link, Head before, List<Head> noted) {
        if (!link.isAfter(before)) {
            return Flaw.OUT_OF_PLACE;
        }
        if (!link.isWhole()) {
            return Flaw.ALTERED;
        }
        var own = new Head(link.number(), link.digest());
        boolean isNoted = noted.stream().allMatch(head -> head.entries() != own.entries() || head.equals(own));
        return isNoted ? null : Flaw.NOT_AS_NOTED;
    }

    /** In the transaction that saw the last entry. */
    private @Nullable Break flawOfEnd(Head end, List<Head> noted) {
        SealedHead kept = store.head().orElse(null);
        List<Head> expected = new ArrayList<>(noted);
        if (kept != null) {
            expected.add(kept.head());
        }
        if (expected.stream().anyMatch(head -> head.entries() > end.entries())) {
            return new Break(end.entries() + 1, Flaw.CUT_OFF);
        }
        if (kept == null) {
            return end.equals(Head.EMPTY) ? null : new Break(end.entries(), Flaw.UNSEALED);
        }
        if (!key.isSealed(kept)) {
            return new Break(end.entries(), Flaw.UNSEALED);
        }
        if (kept.entries() < end.entries()) {
            return new Break(kept.entries() + 1, Flaw.TOO_MANY);
        }
        return kept.head().equals(end) ? null : new Break(end.entries(), Flaw.UNSEALED);
    }

    /** Entries have a number for an id; a cursor has room for it. */
    private static Cursor place(Entry entry) {
        return new Cursor(entry.at(), new UUID(0, entry.number()));
    }

    private static long number(@Nullable Cursor place) {
        return place == null ? Long.MAX_VALUE : place.id().getLeastSignificantBits();
    }
}
