package org.somoim.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.somoim.audit.AuditFilter;
import org.somoim.audit.AuditStore;
import org.somoim.audit.Entry;
import org.somoim.audit.Head;
import org.somoim.audit.Link;
import org.somoim.audit.SealedHead;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** The audit log in memory. */
public final class MemoryAuditStore implements AuditStore {
    private final Memory.Table<Long, Entry> entries;
    private final Memory.Table<Integer, SealedHead> heads;

    public MemoryAuditStore(Memory memory) {
        entries = memory.table();
        heads = memory.table();
    }

    @Override
    public void add(Entry entry) {
        if (entry.number() <= last().orElse(Head.EMPTY).entries()) {
            throw new IllegalStateException("an entry comes after the last one");
        }
        entries.add(entry.number(), entry);
    }

    @Override
    public Optional<Head> last() {
        return entries.all().stream()
                .max(Comparator.comparing(Entry::number))
                .map(entry -> new Head(entry.number(), entry.hash()));
    }

    @Override
    public void put(SealedHead head) {
        heads.put(1, head);
    }

    @Override
    public Optional<SealedHead> head() {
        return heads.get(1);
    }

    @Override
    public List<Link> links(long number, int limit) {
        return entries.all().stream()
                .filter(entry -> entry.number() > number)
                .limit(limit)
                .map(Link::of)
                .toList();
    }

    @Override
    public List<Entry> before(long number, AuditFilter filter, int limit) {
        return newest(
                number,
                entry ->
                        (filter.who() == null || filter.who().equals(entry.who().id()))
                                && (filter.about() == null
                                        || isSame(filter.about(), entry.about())
                                        || isSame(filter.about(), entry.thing())),
                limit);
    }

    @Override
    public List<Entry> of(Id<User> person, long number, int limit) {
        return newest(number, entry -> person.equals(entry.who().id()) || person.equals(entry.about()), limit);
    }

    private List<Entry> newest(long before, Predicate<Entry> wanted, int limit) {
        return entries.all().stream()
                .filter(entry -> entry.number() < before)
                .filter(wanted)
                .sorted(Comparator.comparing(Entry::number).reversed())
                .limit(limit)
                .toList();
    }

    private static boolean isSame(@Nullable Id<?> one, @Nullable Id<?> other) {
        return Objects.equals(one, other);
    }
}
