package org.somoim.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.somoim.imports.Ref;
import org.somoim.imports.ReferenceStore;
import org.somoim.imports.References.Reference;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** What sources call things, in memory. */
public final class MemoryReferenceStore implements ReferenceStore {
    private final Memory.Table<Memory.Pair<Word, Memory.Pair<Word, String>>, Row> rows;

    private record Row(Ref<?> ref, Reference reference) {}

    public MemoryReferenceStore(Memory memory) {
        rows = memory.table();
    }

    private static Memory.Pair<Word, Memory.Pair<Word, String>> key(Word source, Ref<?> ref) {
        return new Memory.Pair<>(
                source, new Memory.Pair<>(ref.kind(), ref.name().value()));
    }

    @Override
    public void addAll(Word source, List<Named> all, Instant at) {
        all.forEach(named -> rows.add(key(source, named.ref()), new Row(named.ref(), named.reference())));
    }

    @Override
    public Map<Ref<?>, Reference> findAll(Word source, Set<Ref<?>> refs) {
        return refs.stream()
                .flatMap(ref -> rows.get(key(source, ref)).stream())
                .collect(Collectors.toUnmodifiableMap(Row::ref, Row::reference));
    }

    @Override
    public List<Word> sourcesOf(Id<User> person) {
        return matching(reference -> person.equals(reference.userId()), Integer.MAX_VALUE).stream()
                .map(row -> row.reference().source())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public int erase(Id<User> person) {
        List<Row> found = matching(reference -> person.equals(reference.userId()), Integer.MAX_VALUE);
        for (Row row : found) {
            Word source = row.reference().source();
            rows.put(key(source, row.ref()), new Row(row.ref(), new Reference(source, null, null)));
        }
        return found.size();
    }

    @Override
    public int remove(Word source, int limit) {
        List<Row> found = matching(reference -> reference.source().equals(source), limit);
        found.forEach(row -> rows.remove(key(source, row.ref())));
        return found.size();
    }

    private List<Row> matching(Predicate<Reference> which, int limit) {
        return rows.all().stream()
                .filter(row -> which.test(row.reference()))
                .limit(limit)
                .toList();
    }
}
