package org.somoim.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.somoim.access.Access;
import org.somoim.imports.Progress.Refused;
import org.somoim.imports.Progress.Tally;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;
import org.somoim.personaldata.PersonKeys;

/**
 * Brings in what people had elsewhere. Rows are read one after another and kept a few hundred to a change, so that memory
 * does not grow with their number and others can write in between. A row that is refused leaves no trace and keeps no other
 * back. Nobody is notified of anything.
 *
 * <p>Each thing is known by what its source calls it. So a run that broke off, whatever the reason, is repeated with all the
 * rows from the first: those that are here are passed over.
 *
 * <p>For the host alone: who brings in rows says what others wrote, and when.
 */
public final class Imports {
    /** Most rows to a change. */
    public static final int BATCH = 500;

    private final List<Importer<?>> importers;
    private final ReferenceStore store;
    private final PersonKeys keys;
    private final Access access;
    private final Work work;

    /** @param importers one for each kind of entry */
    public Imports(
            List<? extends Importer<?>> importers, ReferenceStore store, PersonKeys keys, Access access, Work work) {
        this.importers = List.copyOf(importers);
        this.store = store;
        this.keys = keys;
        this.access = access;
        this.work = work;
    }

    /**
     * Brings in rows.
     *
     * @param source where they come from; the names in the rows are good within it
     * @param rows what is spoken of comes before what speaks of it
     * @throws Refusal {@code access.not-allowed} for anyone but the host
     */
    public Tally bring(Actor actor, Word source, Iterator<? extends Row> rows, Progress progress) {
        access.requireHost(actor);
        var people = new NewPeople(keys, false);
        try {
            return bring(source, rows, progress, people);
        } finally {
            people.discard();
        }
    }

    private Tally bring(Word source, Iterator<? extends Row> rows, Progress progress, NewPeople people) {
        var tally = Tally.NONE;
        while (rows.hasNext()) {
            List<Row> batch = next(rows);
            List<Refused> refused = new ArrayList<>();
            long first = tally.rows() + 1;
            tally = tally.and(work.callAtLength(tx -> batch(tx, source, batch, first, refused, people)));
            people.keep();
            refused.forEach(progress::refused);
            progress.reached(tally);
        }
        return tally;
    }

    /**
     * Does all that {@link #bring} does, and then undoes it: what is told is what bringing the rows in would tell. One
     * change from the first row to the last, so nobody else can write meanwhile; rehearse a large import on a copy.
     *
     * @throws Refusal {@code access.not-allowed} for anyone but the host
     */
    public Tally rehearse(Actor actor, Word source, Iterator<? extends Row> rows, Progress progress) {
        access.requireHost(actor);
        var people = new NewPeople(keys, true);
        try {
            return work.call(tx -> {
                throw new Rehearsed(bring(source, rows, progress, people));
            });
        } catch (Rehearsed rehearsed) {
            return rehearsed.tally;
        } finally {
            people.discard();
        }
    }

    /**
     * Forgets what a source called things, some at a time, once nothing more is to come from it. A run after that brings
     * in what is here already a second time.
     *
     * @return how many names; 0 once none is left
     * @throws Refusal {@code access.not-allowed} for anyone but the host
     */
    public int forget(Actor actor, Word source) {
        return work.call(tx -> {
            access.requireHost(actor);
            return store.remove(source, BATCH);
        });
    }

    private static List<Row> next(Iterator<? extends Row> rows) {
        List<Row> batch = new ArrayList<>();
        while (batch.size() < BATCH && rows.hasNext()) {
            batch.add(rows.next());
        }
        return batch;
    }

    private Tally batch(Work.Tx tx, Word source, List<Row> rows, long first, List<Refused> refused, NewPeople people) {
        var references = new References(store, source, tx, people, rows.size());
        return new Batch(tx, references, rows).bring(importers, first, refused);
    }

    /** Undoes a rehearsal. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Tally tally;

        Rehearsed(Tally tally) {
            super(null, null, false, false);
            this.tally = tally;
        }
    }
}
