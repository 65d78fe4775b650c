package org.somoim.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
    public void add(Word source, Ref<?> ref, @Nullable Id<?> thing, @Nullable Id<User> person, Instant at) {
        rows.add(key(source, ref), new Row(ref, new Reference(source, thing, person)));
    }

    @Override
    public Optional<Reference> find(Word source, Ref<?> ref) {
        return rows.get(key(source, ref)).map(Row::reference);
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
