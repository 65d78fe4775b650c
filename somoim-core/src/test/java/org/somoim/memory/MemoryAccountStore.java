package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStore;
import org.somoim.accounts.PasswordHash;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/** Accounts in memory. */
public final class MemoryAccountStore implements AccountStore {
    private static final Comparator<Account> NEWEST_FIRST =
            Comparator.comparing(Account::createdAt).thenComparing(Account::id).reversed();

    private final Memory.Table<Id<User>, Account> accounts;
    private final Memory.Table<Id<User>, PasswordHash> passwords;

    public MemoryAccountStore(Memory memory) {
        accounts = memory.table();
        passwords = memory.table();
    }

    @Override
    public boolean add(Account account) {
        if (findByEmail(account.email()).isPresent()) {
            return false;
        }
        accounts.add(account.id(), account);
        return true;
    }

    @Override
    public boolean put(Account account) {
        boolean free = findByEmail(account.email())
                .filter(holder -> !holder.id().equals(account.id()))
                .isEmpty();
        if (!free || find(account.id()).isEmpty()) {
            return false;
        }
        accounts.put(account.id(), account);
        return true;
    }

    @Override
    public Optional<Account> find(Id<User> account) {
        return accounts.get(account);
    }

    @Override
    public Optional<Account> findByEmail(Email email) {
        return accounts.all().stream()
                .filter(account -> account.email().equals(email))
                .findFirst();
    }

    @Override
    public List<Account> list(@Nullable Cursor after, int limit) {
        return accounts.all().stream()
                .sorted(NEWEST_FIRST)
                .filter(account -> after == null || isAfter(account, after))
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(Account account, Cursor place) {
        int byTime = account.createdAt().compareTo(place.at());
        return byTime < 0 || byTime == 0 && account.id().compareTo(new Id<>(place.id())) < 0;
    }

    @Override
    public int countActive(SiteRole role) {
        return (int) accounts.all().stream()
                .filter(account -> account.isActive() && account.role() == role)
                .count();
    }

    @Override
    public long count(Account.Status status) {
        return accounts.all().stream()
                .filter(account -> account.status() == status)
                .count();
    }

    @Override
    public long countOpened(Instant from, Instant to) {
        return accounts.all().stream()
                .map(Account::createdAt)
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .count();
    }

    @Override
    public void putPassword(Id<User> account, PasswordHash hash, Instant at) {
        passwords.put(account, hash);
    }

    @Override
    public Optional<PasswordHash> password(Id<User> account) {
        return passwords.get(account);
    }

    @Override
    public boolean removePassword(Id<User> account) {
        return passwords.remove(account);
    }

    @Override
    public void shut(Id<User> id, Instant at) {
        Account account = find(id).orElseThrow();
        put(erased(account, account.email(), at));
    }

    @Override
    public boolean forgetAddress(Id<User> id, Email nowhere, Instant at) {
        Account account = find(id).orElseThrow();
        return !account.email().value().endsWith("@erased.invalid") && put(erased(account, nowhere, at));
    }

    private static Account erased(Account account, Email email, Instant at) {
        return new Account(account.id(), email, SiteRole.USER, Account.Status.ERASED, account.createdAt(), at);
    }
}
