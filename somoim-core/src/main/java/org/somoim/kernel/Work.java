package org.somoim.kernel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where capabilities change things. Brings together the four things a change needs: all or nothing, one time, fresh ids,
 * and a way to say what happened.
 */
public final class Work {
    private final Transactor transactor;
    private final FactLog log;
    private final Ids ids;
    private final InstantSource clock;
    private final List<Witness> witnesses;

    public Work(Transactor transactor, FactLog log, Ids ids, InstantSource clock) {
        this(transactor, log, ids, clock, List.of());
    }

    /** @param witnesses see every fact before the change is kept */
    public Work(Transactor transactor, FactLog log, Ids ids, InstantSource clock, List<? extends Witness> witnesses) {
        this.transactor = transactor;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.witnesses = List.copyOf(witnesses);
    }

    /** Does {@code change} wholly or not at all. */
    public <R> R call(Function<Tx, R> change) {
        return transactor.call(() -> change.apply(new Tx(log::append, ids, clock.instant(), witnesses)));
    }

    /** The same for one that brings about much: what it announces is written down together, when it is done. */
    public <R> R callAtLength(Function<Tx, R> change) {
        return transactor.call(() -> {
            List<Fact> facts = new ArrayList<>();
            var tx = new Tx((fact, at) -> facts.add(fact), ids, clock.instant(), witnesses);
            R result = change.apply(tx);
            log.appendAll(facts, tx.now());
            return result;
        });
    }

    /** Answers {@code question} from one state of the store: what was allowed is what is shown. */
    public <R> R read(Supplier<R> question) {
        return transactor.read(question);
    }

    /** One change in progress. Not for keeping. */
    public static final class Tx {
        private final BiConsumer<Fact, Instant> log;
        private final Ids ids;
        private final Instant now;
        private final List<Witness> witnesses;

        private Tx(BiConsumer<Fact, Instant> log, Ids ids, Instant now, List<Witness> witnesses) {
            this.log = log;
            this.ids = ids;
            this.witnesses = witnesses;
            // Stores keep milliseconds; what a change returns is what a later read gives.
            this.now = Instant.ofEpochMilli(now.toEpochMilli());
        }

        /** The same instant throughout one change, to the millisecond. */
        public Instant now() {
            return now;
        }

        /** Time-ordered; see {@link Ids}. */
        public <T> Id<T> newId() {
            return ids.timeOrdered();
        }

        /** Says nothing about when it was made; see {@link Ids}. */
        public <T> Id<T> newRandomId() {
            return ids.random();
        }

        /** Kept together with the change or not at all; heard after commit. */
        public void announce(Fact fact) {
            log.accept(fact, now);
            witnesses.forEach(witness -> witness.see(fact, now));
        }
    }
}
