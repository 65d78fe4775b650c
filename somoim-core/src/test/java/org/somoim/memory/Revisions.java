package org.somoim.memory;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.posts.Revision;

/** What posts and comments said before, in tables of the same form. */
final class Revisions {
    private Revisions() {}

    static <T> List<Revision> page(
            Memory.Table<Memory.Pair<Id<T>, Id<Revision>>, Revision> table,
            Id<T> content,
            @Nullable Cursor after,
            int limit) {
        return table.keys().stream()
                .filter(key -> key.first().equals(content))
                .map(key -> table.get(key).orElseThrow())
                .filter(revision -> Keyset.isBefore(revision.replacedAt(), revision.id(), after))
                .sorted(Comparator.comparing(Revision::replacedAt)
                        .thenComparing(Revision::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    static <T> void forget(Memory.Table<Memory.Pair<Id<T>, Id<Revision>>, Revision> table, Id<T> content) {
        table.removeAll(
                table.keys().stream().filter(key -> key.first().equals(content)).toList());
    }

    static <T> List<Revision> by(
            Memory.Table<Memory.Pair<Id<T>, Id<Revision>>, Revision> table,
            Id<User> person,
            @Nullable Cursor after,
            int limit) {
        return table.all().stream()
                .filter(revision -> revision.by().equals(person))
                .filter(revision -> Keyset.isAfter(revision.replacedAt(), revision.id(), after))
                .sorted(Comparator.comparing(Revision::replacedAt).thenComparing(Revision::id))
                .limit(limit)
                .toList();
    }

    static <T> int forgetBy(
            Memory.Table<Memory.Pair<Id<T>, Id<Revision>>, Revision> table, Id<User> person, int limit) {
        List<Memory.Pair<Id<T>, Id<Revision>>> gone = table.keys().stream()
                .filter(key -> table.get(key).orElseThrow().by().equals(person))
                .limit(limit)
                .toList();
        table.removeAll(gone);
        return gone.size();
    }
}
