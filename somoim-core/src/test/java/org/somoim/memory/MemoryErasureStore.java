package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.personaldata.Erasure;
import org.somoim.personaldata.ErasureStore;

/** Erasures in memory. */
public final class MemoryErasureStore implements ErasureStore {
    private final Memory.Table<Id<Erasure>, Erasure> erasures;

    public MemoryErasureStore(Memory memory) {
        erasures = memory.table();
    }

    @Override
    public void add(Erasure erasure) {
        of(erasure.userId()).ifPresent(earlier -> erasures.remove(earlier.id()));
        erasures.add(erasure.id(), erasure);
    }

    @Override
    public void put(Erasure erasure) {
        erasures.put(erasure.id(), erasure);
    }

    @Override
    public Optional<Erasure> find(Id<Erasure> erasure) {
        return erasures.get(erasure);
    }

    @Override
    public Optional<Erasure> of(Id<User> person) {
        return erasures.all().stream()
                .filter(erasure -> erasure.userId().equals(person))
                .findFirst();
    }

    @Override
    public List<Erasure> unfinished(@Nullable Cursor after, int limit) {
        return erasures.all().stream()
                .filter(erasure -> erasure.state() != Erasure.State.FINISHED)
                .filter(erasure -> Keyset.isAfter(erasure.createdAt(), erasure.id(), after))
                .sorted(Comparator.comparing(Erasure::createdAt).thenComparing(Erasure::id))
                .limit(limit)
                .toList();
    }

    @Override
    public int prune(Instant time, int limit) {
        List<Id<Erasure>> old = erasures.all().stream()
                .filter(erasure -> erasure.state() == Erasure.State.FINISHED
                        && erasure.updatedAt().isBefore(time))
                .map(Erasure::id)
                .limit(limit)
                .toList();
        erasures.removeAll(old);
        return old.size();
    }
}
