package org.somoim.privacy;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What one population has spent so far. Arithmetic on whole numbers over entries that a host keeps; does not change. */
public final class Ledger {
    private static final String NOTHING = "0".repeat(64);

    private final List<LedgerEntry> entries;

    private Ledger(List<LedgerEntry> entries) {
        this.entries = entries;
    }

    /** @param entries of one population, in the order they were appended */
    public static Ledger of(List<LedgerEntry> entries) {
        return new Ledger(List.copyOf(entries));
    }

    /**
     * What must be appended together with the release of an epoch, or {@link Release.Why#BUDGET_SPENT} if some twelve months
     * would then hold more than the yearly cap.
     *
     * @param epoch a slug, new in this ledger
     * @throws IllegalArgumentException if the epoch is in the ledger already, or the time is before its last entry
     */
    public Release<List<LedgerEntry>> next(PrivacyPlan plan, String epoch, EpochDraw draw, Instant at) {
        Slug.checked("epoch", epoch);
        if (entries.stream().anyMatch(entry -> entry.epoch().equals(epoch))) {
            throw new IllegalArgumentException("an epoch is drawn once: " + epoch);
        }
        if (!entries.isEmpty() && at.isBefore(entries.get(entries.size() - 1).at())) {
            throw new IllegalArgumentException("a ledger goes forward in time only");
        }
        if (!affords(plan, at)) {
            return new Release.Withheld<>(Release.Why.BUDGET_SPENT);
        }
        List<LedgerEntry> next = new ArrayList<>();
        String previous = last();
        String hash = draw.hash();
        for (Spend spend : draw.spends()) {
            LedgerEntry entry = LedgerEntry.after(previous, plan.population(), epoch, spend, hash, at);
            next.add(entry);
            previous = entry.hash();
        }
        return new Release.Released<>(List.copyOf(next));
    }

    /** Whether one more epoch of that plan may be drawn. To be asked before anything is. */
    public boolean affords(PrivacyPlan plan, Instant at) {
        return Math.addExact(spentInYearBefore(at), plan.epsilon().micro())
                <= plan.yearlyCap().micro();
    }

    /** In the twelve months that end with that day, in UTC. In millionths of a nat. */
    public long spentInYearBefore(Instant at) {
        LocalDate from = LocalDate.ofInstant(at, UTC).minusYears(1);
        return entries.stream()
                .filter(entry -> LocalDate.ofInstant(entry.at(), UTC).isAfter(from))
                .mapToLong(LedgerEntry::microEpsilon)
                .reduce(0, Math::addExact);
    }

    /** Whether no entry was changed, taken out or put in. Cutting off the end shows only to who knows the last hash. */
    public boolean isIntact() {
        String previous = NOTHING;
        for (LedgerEntry entry : entries) {
            if (!entry.isIntact() || !entry.previousHash().equals(previous)) {
                return false;
            }
            previous = entry.hash();
        }
        return true;
    }

    /** The hash of the last entry, or 64 zeros. */
    public String last() {
        return entries.isEmpty() ? NOTHING : entries.get(entries.size() - 1).hash();
    }

    public List<LedgerEntry> entries() {
        return entries;
    }
}
