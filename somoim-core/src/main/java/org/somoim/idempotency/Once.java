package org.somoim.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Pseudonyms;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;

/**
 * Lets a caller who got no answer ask again without anything happening twice. That a call had its effect is kept in the same
 * change as the effect, so one is never there without the other; of many that come at the same time one has it, and the
 * others find it done. Remembered for a day.
 */
public final class Once {
    /** How long a call is remembered. */
    public static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int BATCH = 500;

    private static final Word CALL = new Word("idempotency.call");
    private static final Word REQUEST = new Word("idempotency.request");

    private final DoneCallStore store;
    private final Pseudonyms pseudonyms;
    private final Access access;
    private final Work work;

    public Once(DoneCallStore store, Pseudonyms pseudonyms, Access access, Work work) {
        this.store = store;
        this.pseudonyms = pseudonyms;
        this.access = access;
        this.work = work;
    }

    /**
     * Does {@code making}, unless the actor has had it done under this key. What it throws undoes everything, and the key is
     * as good as before.
     *
     * @param request digest of all that is asked for, so that a key is not used for something else by mistake
     * @param making does it, and names what it has made, such as by its path; nothing that a person wrote
     * @throws org.somoim.kernel.Refusal {@link IdempotencyReason#KEY_USED_FOR_SOMETHING_ELSE}, and what {@code making} throws
     */
    public Outcome call(Actor actor, IdempotencyKey key, Secrets.Digest request, Supplier<Line> making) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Optional<DoneCall> done = store.find(person, key)
                    .filter(call -> call.createdAt().plus(REMEMBERED).isAfter(tx.now()));
            if (done.isPresent()) {
                if (!done.get().request().equals(request)) {
                    throw IdempotencyReason.KEY_USED_FOR_SOMETHING_ELSE.refuse();
                }
                return new Outcome(done.get().made(), true);
            }
            store.removeBefore(tx.now().minus(REMEMBERED).plusMillis(1), BATCH);
            Line made = making.get();
            store.add(new DoneCall(person, key, request, made, tx.now()));
            return new Outcome(made, false);
        });
    }

    /**
     * The same where nothing may lead from what is made to the actor. What is remembered names neither them nor their key,
     * and says neither what was sent nor at which hour. Remembered for one to two days.
     */
    public Outcome callVeiled(Actor actor, IdempotencyKey key, Secrets.Digest request, Supplier<Line> making) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Secrets.Digest pseudonym = pseudonyms.of(CALL, person, key.value());
            Secrets.Digest asked = pseudonyms.of(REQUEST, person, key.value(), request.hex());
            store.removeVeiled(tx.now(), BATCH);
            Optional<VeiledCall> done =
                    store.findVeiled(pseudonym).filter(call -> call.until().isAfter(tx.now()));
            if (done.isPresent()) {
                if (!done.get().request().equals(asked)) {
                    throw IdempotencyReason.KEY_USED_FOR_SOMETHING_ELSE.refuse();
                }
                return new Outcome(done.get().made(), true);
            }
            Line made = making.get();
            Instant until = tx.now().truncatedTo(ChronoUnit.DAYS).plus(REMEMBERED.multipliedBy(2));
            store.addVeiled(new VeiledCall(pseudonym, asked, made, until));
            return new Outcome(made, false);
        });
    }

    /**
     * Forgets some of the calls that were made more than a day ago.
     *
     * @return how many
     */
    public int prune(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, IdempotencyAction.PRUNE);
            return store.removeBefore(tx.now().minus(REMEMBERED).plusMillis(1), BATCH)
                    + store.removeVeiled(tx.now(), BATCH);
        });
    }

    /**
     * What came of it.
     *
     * @param isAgain whether it had been done before, and nothing happened now
     */
    public record Outcome(Line made, boolean isAgain) {}
}
