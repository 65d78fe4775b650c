package org.somoim.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;

/**
 * What is here of what one source calls by its own names. Good inside one change: what was found once in it is not asked for
 * again.
 */
public final class References {
    private final ReferenceStore store;
    private final Word source;
    private final Work.Tx tx;
    private final NewPeople people;
    private final int rows;
    /** What was found in this change, in which nobody else changes anything. As many as its rows name. */
    private final Map<Ref<?>, Reference> known = new HashMap<>();

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
        Reference reference = known.computeIfAbsent(
                ref, unknown -> store.find(source, unknown).orElse(null));
        if (reference == null) {
            return Optional.empty();
        }
        if (reference.isErased()) {
            throw ImportReason.ERASED.refuse();
        }
        return Optional.of(new Id<>(reference.target()));
    }

    /** For a person who is about to be brought in: sealing something for them then makes nobody wait. */
    public Id<User> newPerson() {
        return people.next(tx, rows);
    }

    /** Remembers a person who was just brought in. */
    public void person(Ref<User> ref, Id<User> person) {
        store.add(source, ref, null, person, tx.now());
    }

    /** Remembers something that was just brought in and is not a person. */
    public <T> void thing(Ref<T> ref, Id<T> thing) {
        store.add(source, ref, thing, null, tx.now());
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
