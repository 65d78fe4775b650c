package org.somoim.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.somoim.idempotency.DoneCall;
import org.somoim.idempotency.DoneCallStore;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Calls that had their effect, in memory. */
public final class MemoryDoneCallStore implements DoneCallStore {
    private final Memory.Table<Memory.Pair<Id<User>, String>, DoneCall> calls;

    public MemoryDoneCallStore(Memory memory) {
        calls = memory.table();
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

    private int remove(Predicate<DoneCall> which, int limit) {
        List<DoneCall> found = calls.all().stream().filter(which).limit(limit).toList();
        found.forEach(call -> calls.remove(key(call.userId(), call.key())));
        return found.size();
    }
}
