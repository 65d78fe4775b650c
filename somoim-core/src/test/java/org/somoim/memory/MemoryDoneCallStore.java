package org.somoim.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.somoim.idempotency.DoneCall;
import org.somoim.idempotency.DoneCallStore;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.idempotency.VeiledCall;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;

/** Calls that had their effect, in memory. */
public final class MemoryDoneCallStore implements DoneCallStore {
    private final Memory.Table<Memory.Pair<Id<User>, String>, DoneCall> calls;
    private final Memory.Table<String, VeiledCall> veiled;

    public MemoryDoneCallStore(Memory memory) {
        calls = memory.table();
        veiled = memory.table();
    }

    private static Memory.Pair<Id<User>, String> key(Id<User> person, IdempotencyKey key) {
        return new Memory.Pair<>(person, key.value());
    }

    @Override
    public void add(DoneCall call) {
        calls.add(key(call.userId(), call.key()), call);
    }

    @Override
    public Optional<DoneCall> find(Id<User> person, IdempotencyKey key) {
        return calls.get(key(person, key));
    }

    @Override
    public List<DoneCall> of(Id<User> person) {
        return calls.all().stream().filter(call -> call.userId().equals(person)).toList();
    }

    @Override
    public int removeAll(Id<User> person) {
        return remove(call -> call.userId().equals(person), Integer.MAX_VALUE);
    }

    @Override
    public int removeBefore(Instant time, int limit) {
        return remove(call -> call.createdAt().isBefore(time), limit);
    }

    @Override
    public void addVeiled(VeiledCall call) {
        veiled.add(call.pseudonym().hex(), call);
    }

    @Override
    public Optional<VeiledCall> findVeiled(Secrets.Digest pseudonym) {
        return veiled.get(pseudonym.hex());
    }

    @Override
    public int removeVeiled(Instant time, int limit) {
        List<VeiledCall> found = veiled.all().stream()
                .filter(call -> !call.until().isAfter(time))
                .limit(limit)
                .toList();
        found.forEach(call -> veiled.remove(call.pseudonym().hex()));
        return found.size();
    }

    private int remove(Predicate<DoneCall> which, int limit) {
        List<DoneCall> found = calls.all().stream().filter(which).limit(limit).toList();
        found.forEach(call -> calls.remove(key(call.userId(), call.key())));
        return found.size();
    }
}
