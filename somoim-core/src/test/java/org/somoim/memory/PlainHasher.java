package org.somoim.memory;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.somoim.accounts.Password;
import org.somoim.accounts.PasswordHash;
import org.somoim.accounts.PasswordHasher;
import org.somoim.kernel.Secrets;

/** Hashes next to nothing, so that tests are quick, and counts how often it was asked. */
public final class PlainHasher implements PasswordHasher {
    private final AtomicInteger hashed = new AtomicInteger();
    private final AtomicInteger verified = new AtomicInteger();
    private final AtomicInteger generation = new AtomicInteger(1);
    private final AtomicReference<Runnable> beforeHashing = new AtomicReference<>(() -> {});

    @Override
    public PasswordHash hash(Password password) {
        beforeHashing.getAndSet(() -> {}).run();
        hashed.incrementAndGet();
        return new PasswordHash("plain" + generation + "$" + digest(password));
    }

    @Override
    public boolean verify(Password password, @Nullable PasswordHash kept) {
        verified.incrementAndGet();
        return kept != null && kept.value().endsWith("$" + digest(password));
    }

    @Override
    public boolean needsRehash(PasswordHash kept) {
        return !kept.scheme().equals("plain" + generation);
    }

    @Override
    public boolean knows(PasswordHash kept) {
        return kept.scheme().startsWith("plain");
    }

    /** From now on everything hashed before needs to be hashed again. */
    public void outdateAll() {
        generation.incrementAndGet();
    }

    /** What happens at the same time as the next hashing, once. */
    public void onceBeforeHashing(Runnable meanwhile) {
        beforeHashing.set(meanwhile);
    }

    /** How many passwords it has hashed. */
    public int hashed() {
        return hashed.get();
    }

    /** How many passwords it has held against a hash, or against none. */
    public int verified() {
        return verified.get();
    }

    private static String digest(Password password) {
        return new Secrets.Secret(password.value()).digest().hex();
    }
}
