package org.somoim.personaldata;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;

/**
 * Gives people what is kept about them, and erases them for good. What is kept is known by the {@link Registry}; each
 * capability answers for its own part through a {@link PersonalDataSource}.
 *
 * <p>An erasure goes through its states in changes of its own, each of which can be broken off and taken up again: the
 * account is shut; what is theirs is removed, batch by batch; the store gets rid of the bytes. What could not be done at once
 * is done by {@link #resume}.
 */
public final class PersonalData {
    /** How long it is known that somebody was erased, once nothing is left of them. */
    public static final Duration KEPT = Duration.ofDays(90);

    private static final int BATCH = 500;

    /** So much is removed while the person waits, at least one of each capability; the rest is for {@link #resume}. */
    private static final int BATCHES_AT_ONCE = 50;

    private final List<PersonalDataSource> sources;
    private final Registry registry;
    private final ErasureStore store;
    private final Residue residue;
    private final PersonKeys keys;
    private final Access access;
    private final Work work;

    /** @param sources what depends on others before what others depend on; the account last */
    public PersonalData(
            List<PersonalDataSource> sources,
            ErasureStore store,
            Residue residue,
            PersonKeys keys,
            Access access,
            Work work) {
        this.sources = List.copyOf(sources);
        this.registry =
                new Registry(sources.stream().map(PersonalDataSource::inventory).toList());
        this.store = store;
        this.residue = residue;
        this.keys = keys;
        this.access = access;
        this.work = work;
    }

    /** Everything that is kept about people, column by column. */
    public Registry registry() {
        return registry;
    }

    /** Everything that is kept about the actor. */
    public Export export(Actor actor) {
        Id<User> person = work.read(() -> access.requireHeard(actor));
        return to -> sources.forEach(source -> {
            Word capability = source.inventory().capability();
            source.tell(person, excerpt -> to.accept(capability, excerpt));
        });
    }

    /**
     * Erases the actor. Their account is shut when this returns, and nothing can be done with it any more; most often
     * everything else has happened as well. There is no way back and no time to think again: closing the account for a while
     * is another thing.
     *
     * @param proof of the same person
     * @param otherwise what becomes of what they wrote, for every kind that {@code wishes} does not name
     * @param wishes by kind, such as {@code posts}; see {@link #kinds}
     * @throws org.somoim.kernel.Refusal {@link PersonalDataReason#NOT_PROVED}, {@link PersonalDataReason#NO_SUCH_KIND},
     *     {@code accounts.last-admin}
     */
    public Erasure erase(Actor actor, Proof proof, Wish otherwise, Map<Word, Wish> wishes) {
        Erasure begun = work.call(tx -> {
            Id<User> person = access.requireHeard(actor);
            if (!person.equals(proof.person())) {
                throw PersonalDataReason.NOT_PROVED.refuse();
            }
            return begin(tx, person, person, otherwise, wishes);
        });
        return advance(begun, BATCHES_AT_ONCE);
    }

    /**
     * The same for somebody else, whatever state their account is in: the host answers for it.
     *
     * @return the erasure that there is already, if it was asked for before
     * @throws org.somoim.kernel.Refusal {@link PersonalDataReason#NO_SUCH_KIND}, {@code accounts.last-admin}, {@code
     *     access.not-allowed}
     */
    public Erasure erase(Actor actor, Id<User> person, Wish otherwise, Map<Word, Wish> wishes) {
        Erasure begun = work.call(tx -> {
            access.requireHost(actor);
            return store.of(person).orElseGet(() -> begin(tx, person, null, otherwise, wishes));
        });
        return advance(begun, BATCHES_AT_ONCE);
    }

    /**
     * After an old copy of the store was put back: erases again those who are there again, with everything they wrote. Who
     * they are is known by their keys, which were destroyed and lie elsewhere.
     *
     * @return how many were there again
     */
    public int reapply(Actor actor) {
        work.read(() -> {
            access.requireHost(actor);
            return actor;
        });
        List<Erasure> begun = new ArrayList<>();
        for (Id<User> person : keys.destroyed().keySet().stream().sorted().toList()) {
            work.call(tx -> isAlive(person)
                            ? Optional.of(begin(tx, person, null, Wish.REMOVE, Map.of()))
                            : Optional.<Erasure>empty())
                    .ifPresent(begun::add);
        }
        begun.forEach(erasure -> advance(erasure, Integer.MAX_VALUE));
        return begun.size();
    }

    private boolean isAlive(Id<User> person) {
        return sources.stream().anyMatch(source -> source.isAlive(person));
    }

    /** About what a person may wish: the tables whose rows are theirs to leave behind or not. */
    public Set<Word> kinds() {
        return registry.holdings().stream()
                .filter(holding -> holding.people().containsValue(OnErasure.CHOSEN))
                .map(Holding::table)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Erasure begin(Work.Tx tx, Id<User> person, @Nullable Id<User> by, Wish otherwise, Map<Word, Wish> wishes) {
        if (!kinds().containsAll(wishes.keySet())) {
            throw PersonalDataReason.NO_SUCH_KIND.refuse();
        }
        if (!isAlive(person)) {
            throw access.notFound(person);
        }
        sources.forEach(source -> source.close(tx, person));
        var erasure =
                new Erasure(tx.newRandomId(), person, otherwise, wishes, Erasure.State.CLOSED, tx.now(), tx.now());
        store.add(erasure);
        tx.announce(new PersonalDataFact.ErasureBegun(person, by));
        return erasure;
    }

    /** How the actor's own erasure stands, if there is one; for as long as their token lets them ask. */
    public Optional<Erasure> mine(Actor actor) {
        return work.read(() -> {
            Optional<Erasure> own =
                    actor instanceof Actor.Person person ? store.of(person.id()) : Optional.<Erasure>empty();
            if (own.isEmpty()) {
                // Whoever is being erased has no account any more, and may ask all the same; others need one.
                access.requireHeard(actor);
            }
            return own;
        });
    }

    /** How an erasure stands, for whoever was given its id; empty if there is none, or none any more. */
    public Optional<Erasure> find(Actor actor, Id<Erasure> id) {
        return work.read(() -> {
            access.letAnyone(actor);
            return store.find(id);
        });
    }

    /**
     * Erasures that are not finished, oldest first.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public Page<Erasure> pending(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            access.requireSite(actor, PersonalDataAction.WATCH);
            return Page.of(ask, store::unfinished, PersonalData::place);
        });
    }

    /**
     * Goes on with every erasure that is not finished, and forgets those that were finished longer ago than {@link #KEPT}.
     * Called by {@code Somoim.tick()}.
     *
     * @return how many are left unfinished
     */
    public int resume(Actor actor) {
        work.read(() -> access.requireSite(actor, PersonalDataAction.RESUME));
        List<Erasure> open = new ArrayList<>();
        Walk.through((after, limit) -> work.read(() -> store.unfinished(after, limit)), PersonalData::place, open::add);
        List<Erasure> removed = open.stream()
                .map(erasure -> removeAll(erasure, Integer.MAX_VALUE))
                .toList();
        boolean isClear = !removed.isEmpty() && residue.clear();
        if (isClear) {
            removed.forEach(this::finish);
        }
        int forgotten;
        do {
            forgotten = work.call(tx -> store.prune(tx.now().minus(KEPT), BATCH));
        } while (forgotten > 0);
        return isClear ? 0 : removed.size();
    }

    private Erasure advance(Erasure erasure, int batches) {
        Erasure reached = removeAll(erasure, batches);
        return reached.state() == Erasure.State.REMOVED && residue.clear() ? finish(reached) : reached;
    }

    /** Also of one that is removed already: what was under way then may have come in since. */
    private Erasure removeAll(Erasure erasure, int batches) {
        @Nullable Erasure reached = null;
        for (int batch = 0; batch < batches && reached == null; batch++) {
            reached = work.call(tx -> Optional.ofNullable(removeSome(tx, erasure.id())))
                    .orElse(null);
        }
        return reached == null ? erasure : reached;
    }

    /** @return null if there may be more */
    private @Nullable Erasure removeSome(Work.Tx tx, Id<Erasure> id) {
        Erasure erasure = store.find(id).orElseThrow();
        for (PersonalDataSource source : sources) {
            if (source.erase(tx, erasure.leaving(), BATCH) > 0) {
                return null;
            }
        }
        if (erasure.state() != Erasure.State.CLOSED) {
            return erasure;
        }
        Erasure removed = erasure.in(Erasure.State.REMOVED, tx.now());
        store.put(removed);
        tx.announce(new PersonalDataFact.Removed(erasure.userId()));
        return removed;
    }

    /**
     * Without their key not even old copies of the store can be read where it was sealed. It is no part of a change that may
     * still be undone: a store that is clear is in none.
     */
    private Erasure finish(Erasure removed) {
        keys.destroy(removed.userId(), removed.updatedAt());
        return work.call(tx -> {
            Erasure finished = removed.in(Erasure.State.FINISHED, tx.now());
            store.put(finished);
            tx.announce(new PersonalDataFact.Erased(removed.userId()));
            return finished;
        });
    }

    private static Cursor place(Erasure erasure) {
        return Cursor.of(erasure.createdAt(), erasure.id());
    }
}
