package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStore;
import org.somoim.comparison.ComparisonStore;
import org.somoim.comparison.Contribution;
import org.somoim.comparison.Debit;
import org.somoim.comparison.Encoded;
import org.somoim.comparison.KeptEpoch;
import org.somoim.comparison.KeptReceipt;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.ProfileStore;

/** Contributions and releases in memory. */
public final class MemoryComparisonStore implements ComparisonStore {
    private final Memory.Table<Id<User>, Contribution> contributions;
    private final Memory.Table<Id<User>, Instant> told;
    private final Memory.Table<Memory.Pair<Word, Word>, KeptEpoch> epochs;
    private final Memory.Table<Id<KeptEpoch>, Encoded> drawn;
    private final Memory.Table<Id<KeptReceipt>, KeptReceipt> receipts;
    private final Memory.Table<Memory.Pair<Word, Long>, Debit> ledger;
    private final AccountStore accounts;
    private final ProfileStore profiles;

    public MemoryComparisonStore(Memory memory, AccountStore accounts, ProfileStore profiles) {
        contributions = memory.table();
        told = memory.table();
        epochs = memory.table();
        drawn = memory.table();
        receipts = memory.table();
        ledger = memory.table();
        this.accounts = accounts;
        this.profiles = profiles;
    }

    @Override
    public void put(Contribution contribution) {
        contributions.put(contribution.userId(), contribution);
        told.put(contribution.userId(), contribution.updatedAt());
    }

    @Override
    public Optional<Contribution> find(Id<User> person) {
        return contributions.get(person);
    }

    @Override
    public boolean remove(Id<User> person) {
        told.remove(person);
        return contributions.remove(person);
    }

    @Override
    public List<Counted> eligible(Word shape, Instant joinedBy, @Nullable Id<User> after, int limit) {
        return contributions.all().stream()
                .filter(one -> one.shape().equals(shape))
                .filter(one -> after == null || one.userId().compareTo(after) > 0)
                .filter(one -> isWilling(one.userId()))
                .filter(one -> accounts.find(one.userId())
                        .filter(account ->
                                account.isActive() && !account.createdAt().isAfter(joinedBy))
                        .isPresent())
                .limit(limit)
                .map(one -> new Counted(one.userId(), one.leaves(), one.bins()))
                .toList();
    }

    private boolean isWilling(Id<User> person) {
        return profiles.settings(person)
                .filter(settings -> settings.allows(PrivacySetting.CONTRIBUTE_TO_COMPARISONS)
                        && settings.allows(PrivacySetting.ANONYMIZE_IN_COMPARISONS))
                .isPresent();
    }

    @Override
    public List<Id<User>> untold(Instant since, int limit) {
        Comparator<Id<User>> longestAgo =
                Comparator.comparing(person -> told.get(person).orElse(Instant.EPOCH));
        return contributions.keys().stream()
                .filter(person -> told.get(person).orElse(Instant.EPOCH).isBefore(since))
                .filter(person -> isWilling(person)
                        && accounts.find(person).filter(Account::isActive).isPresent())
                .sorted(longestAgo.thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .toList();
    }

    @Override
    public void markTold(List<Id<User>> people, Instant at) {
        people.stream().filter(person -> find(person).isPresent()).forEach(person -> told.put(person, at));
    }

    @Override
    public boolean addEpoch(KeptEpoch epoch, @Nullable Encoded release) {
        var key = new Memory.Pair<>(epoch.population(), epoch.epoch());
        boolean isNew = epochs.get(key).isEmpty();
        if (isNew) {
            epochs.add(key, epoch);
            if (release != null) {
                drawn.add(epoch.id(), release);
            }
        }
        return isNew;
    }

    @Override
    public Optional<Encoded> release(Id<KeptEpoch> epoch) {
        return drawn.get(epoch);
    }

    @Override
    public Optional<KeptEpoch> latest(Word population) {
        return newest(population).findFirst();
    }

    @Override
    public List<KeptEpoch> epochs(Word population, int limit) {
        return newest(population).limit(limit).toList();
    }

    private Stream<KeptEpoch> newest(Word population) {
        return epochs.all().stream()
                .filter(epoch -> epoch.population().equals(population))
                .sorted(Comparator.comparing(KeptEpoch::starts).reversed());
    }

    @Override
    public Optional<KeptEpoch> epoch(Id<KeptEpoch> epoch) {
        return epochs.all().stream().filter(one -> one.id().equals(epoch)).findFirst();
    }

    @Override
    public void addReceipt(KeptReceipt receipt) {
        receipts.add(receipt.id(), receipt);
    }

    @Override
    public Optional<KeptReceipt> receipt(Id<KeptReceipt> receipt) {
        return receipts.get(receipt);
    }

    @Override
    public List<KeptReceipt> receipts(Id<KeptEpoch> epoch) {
        return receipts.all().stream()
                .filter(receipt -> receipt.epochId().equals(epoch))
                .sorted(Comparator.comparing(KeptReceipt::tile, Comparator.nullsFirst(Comparator.<Word>naturalOrder()))
                        .thenComparing(KeptReceipt::metric))
                .toList();
    }

    @Override
    public void append(Debit debit) {
        ledger.add(new Memory.Pair<>(debit.population(), debit.number()), debit);
    }

    @Override
    public List<Debit> ledger(Word population, long after, int limit) {
        return ledger.all().stream()
                .filter(debit -> debit.population().equals(population) && debit.number() > after)
                .limit(limit)
                .toList();
    }
}
