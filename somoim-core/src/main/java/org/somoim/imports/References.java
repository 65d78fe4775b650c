package org.somoim.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.somoim.imports.ReferenceStore.Named;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;

/**
 * What is here of what one source calls by its own names. Good inside one change: what its rows name is asked for at
 * once, and what they bring is written at once.
 */
public final class References {
    private final ReferenceStore store;
    private final Word source;
    private final Work.Tx tx;
    private final NewPeople people;
    private final int rows;
    /** What names stand for in this change, in which nobody else changes anything; empty for those that stand for nothing. */
    private final Map<Ref<?>, Optional<Reference>> known = new HashMap<>();
    /** What this change has brought in, to be written. */
    private final List<Named> brought = new ArrayList<>();

    /** @param rows how many this change is about */
    References(ReferenceStore store, Word source, Work.Tx tx, NewPeople people, int rows) {
        this.store = store;
        this.source = source;
        this.tx = tx;
        this.people = people;
        this.rows = rows;
    }

    /**
     * Something that has to be here.
     *
     * @throws org.somoim.kernel.Refusal {@link ImportReason#UNKNOWN_REFERENCE}, {@link ImportReason#ERASED}
     */
    public <T> Id<T> get(Ref<T> ref) {
        return find(ref).orElseThrow(ImportReason.UNKNOWN_REFERENCE::refuse);
    }

    /**
     * Empty if it has not been brought in.
     *
     * @throws org.somoim.kernel.Refusal {@link ImportReason#ERASED} if it was a person who has been erased since
     */
    public <T> Optional<Id<T>> find(Ref<T> ref) {
        if (!known.containsKey(ref)) {
            lookUp(Set.of(ref));
        }
        Optional<Reference> reference = known.getOrDefault(ref, Optional.empty());
        if (reference.isPresent() && reference.get().isErased()) {
            throw ImportReason.ERASED.refuse();
        }
        return reference.map(here -> new Id<>(here.target()));
    }

    /** What a name stands for by now, as far as it was asked for; empty also for a person who has been erased. */
    public <T> Optional<Id<T>> known(Ref<T> ref) {
        return known.getOrDefault(ref, Optional.empty())
                .filter(here -> !here.isErased())
                .map(here -> new Id<>(here.target()));
    }

    /** For a person who is about to be brought in: sealing something for them then makes nobody wait. */
    public Id<User> newPerson() {
        return people.next(tx, rows);
    }

    /** Remembers a person who was just brought in. */
    public void person(Ref<User> ref, Id<User> person) {
        bring(ref, new Reference(source, null, person));
    }

    /** Remembers something that was just brought in and is not a person. */
    public <T> void thing(Ref<T> ref, Id<T> thing) {
        bring(ref, new Reference(source, thing, null));
    }

    private void bring(Ref<?> ref, Reference reference) {
        known.put(ref, Optional.of(reference));
        brought.add(new Named(ref, reference));
    }

    /** Finds out what names stand for, so that they are not asked for one by one. */
    void lookUp(Set<Ref<?>> names) {
        Map<Ref<?>, Reference> found = store.findAll(source, names);
        names.forEach(name -> known.put(name, Optional.ofNullable(found.get(name))));
    }

    /** Writes what has been brought in. */
    void write() {
        store.addAll(source, brought, tx.now());
        brought.clear();
    }

    /**
     * What one name stands for; nothing if that was a person who has been erased.
     *
     * @param thingId if it is not a person
     * @param userId if it is one
     */
    public record Reference(
            Word source, @Nullable Id<?> thingId, @Nullable Id<User> userId) {
        boolean isErased() {
            return thingId == null && userId == null;
        }

        UUID target() {
            if (userId != null) {
                return userId.value();
            }
            if (thingId == null) {
                throw new IllegalStateException("leads nowhere");
            }
            return thingId.value();
        }
    }
}
