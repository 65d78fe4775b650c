package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Word;

/** Facts in memory. */
public final class MemoryFactLog implements FactLog {
    private final Memory.Table<Long, Entry> entries;
    private final Memory.Table<Word, Progress> listeners;
    private final Memory.Table<Memory.Pair<Word, Long>, SetAside> setAside;
    private final Memory.Table<Word, Long> counters;

    public MemoryFactLog(Memory memory) {
        entries = memory.table();
        listeners = memory.table();
        setAside = memory.table();
        counters = memory.table();
    }

    @Override
    public void append(Fact fact, Instant at) {
        long next = newest() + 1;
        counters.put(NEWEST, next);
        entries.add(next, new Entry(next, at, fact));
    }

    @Override
    public void appendAll(List<Fact> facts, Instant at) {
        facts.forEach(fact -> append(fact, at));
    }

    private static final Word NEWEST = new Word("newest");

    @Override
    public List<Entry> after(long position, int limit) {
        return entries.all().stream()
                .filter(entry -> entry.position() > position)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Entry> find(long position) {
        return entries.get(position);
    }

    @Override
    public long newest() {
        return counters.get(NEWEST).orElse(0L);
    }

    @Override
    public Progress progress(Word listener) {
        return listeners.get(listener).orElse(new Progress(0, 0, null));
    }

    @Override
    public boolean advance(Word listener, long from, long to) {
        if (progress(listener).position() != from) {
            return false;
        }
        listeners.put(listener, new Progress(to, 0, null));
        return true;
    }

    @Override
    public void failed(Word listener, int failures, Instant retryAt) {
        listeners.put(listener, new Progress(progress(listener).position(), failures, retryAt));
    }

    @Override
    public void setAside(SetAside given) {
        setAside.put(new Memory.Pair<>(given.listener(), given.position()), given);
    }

    @Override
    public List<SetAside> setAside() {
        return setAside.all().stream()
                .sorted(Comparator.comparing(SetAside::since)
                        .thenComparing(SetAside::position)
                        .thenComparing(SetAside::listener))
                .toList();
    }

    @Override
    public boolean takeBack(Word listener, long position) {
        return setAside.remove(new Memory.Pair<>(listener, position));
    }

    @Override
    public int trim(long position) {
        List<Long> done = entries.all().stream()
                .map(Entry::position)
                .filter(p -> p <= position)
                .filter(p -> setAside.all().stream().noneMatch(s -> s.position() == p))
                .toList();
        entries.removeAll(done);
        return done.size();
    }
}
