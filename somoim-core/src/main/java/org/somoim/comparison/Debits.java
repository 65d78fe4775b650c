package org.somoim.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.Word;
import org.somoim.privacy.LedgerEntry;

/** The ledger between what is kept of it and what it is reckoned with. */
final class Debits {
    private static final int PAGE = 500;

    private Debits() {}

    /** Every line of a population. */
    static List<LedgerEntry> all(ComparisonStore store, Word population) {
        List<LedgerEntry> all = new ArrayList<>();
        List<Debit> page;
        do {
            page = store.ledger(population, all.size(), PAGE);
            page.stream().map(Debits::entry).forEach(all::add);
        } while (page.size() == PAGE);
        return all;
    }

    /** Those of an epoch, and all before them. */
    static List<LedgerEntry> upTo(ComparisonStore store, KeptEpoch epoch) {
        return all(store, epoch.population()).stream()
                .filter(entry -> !entry.at().isAfter(epoch.starts()))
                .toList();
    }

    static Debit debit(long number, LedgerEntry entry) {
        return new Debit(
                new Word(entry.population()),
                number,
                new Word(entry.epoch()),
                Line.of(entry.purpose()),
                entry.microEpsilon(),
                new Digest(entry.releaseHash()),
                entry.at(),
                new Digest(entry.previousHash()),
                new Digest(entry.hash()));
    }

    private static LedgerEntry entry(Debit debit) {
        return new LedgerEntry(
                debit.population().value(),
                debit.epoch().value(),
                debit.purpose().value(),
                debit.microEpsilon(),
                debit.releaseHash().hex(),
                debit.createdAt(),
                debit.previous().hex(),
                debit.hash().hex());
    }

    static Stream<LedgerEntry> of(List<LedgerEntry> all, KeptEpoch epoch) {
        return all.stream().filter(entry -> entry.epoch().equals(epoch.epoch().value()));
    }
}
