package org.somoim.memory;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Transactor;

/**
 * Tables in memory under one lock. Undoes a failed change step by step, refuses to write outside a change, and is as safe
 * between threads as the library's SQLite file: one change at a time, and no one reads half of one.
 */
public final class Memory implements Transactor {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean changing;

    @Override
    public <R> R call(Supplier<R> work) {
        lock.lock();
        try {
            if (changing) {
                return work.get();
            }
            if (lock.getHoldCount() > 1) {
                throw new IllegalStateException("a change inside a question");
            }
            return change(work);
        } finally {
            lock.unlock();
        }
    }

    private <R> R change(Supplier<R> work) {
        changing = true;
        boolean done = false;
        try {
            R result = work.get();
            done = true;
            return result;
        } finally {
            while (!undo.isEmpty()) {
                Runnable step = undo.pop();
                if (!done) {
                    step.run();
                }
            }
            changing = false;
        }
    }

    @Override
    public <R> R read(Supplier<R> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** A new, empty table with rows in the order of their keys. */
    public <K extends Comparable<? super K>, V> Table<K, V> table() {
        return new Table<>();
    }

    /** Rows by key. */
    public final class Table<K extends Comparable<? super K>, V> {
        private final TreeMap<K, V> rows = new TreeMap<>();

        private Table() {}

        /** Adds a row that must be new. */
        public void add(K key, V row) {
            if (get(key).isPresent()) {
                throw new IllegalStateException("there already is a row " + key);
            }
            put(key, row);
        }

        /** Adds or replaces. */
        public void put(K key, V row) {
            write(key, row);
        }

        /** @return false if there was none */
        public boolean remove(K key) {
            return write(key, null) != null;
        }

        public Optional<V> get(K key) {
            return read(() -> Optional.ofNullable(rows.get(key)));
        }

        /** A copy, in the order of keys. */
        public List<V> all() {
            return read(() -> List.copyOf(rows.values()));
        }

        /** A copy, in order. */
        public List<K> keys() {
            return read(() -> List.copyOf(rows.keySet()));
        }

        /** How many. */
        public int size() {
            return read(rows::size);
        }

        public void removeAll(Collection<K> keys) {
            keys.forEach(this::remove);
        }

        private @Nullable V write(K key, @Nullable V row) {
            if (!changing || !lock.isHeldByCurrentThread()) {
                throw new IllegalStateException("write outside a transaction");
            }
            V before = row == null ? rows.remove(key) : rows.put(key, row);
            undo.push(() -> restore(key, before));
            return before;
        }

        private void restore(K key, @Nullable V before) {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        }
    }

    /** A key of two parts, ordered by the first and then the second. */
    public record Pair<A extends Comparable<? super A>, B extends Comparable<? super B>>(A first, B second)
            implements Comparable<Pair<A, B>> {
        @Override
        public int compareTo(Pair<A, B> other) {
            int byFirst = first.compareTo(other.first);
            return byFirst != 0 ? byFirst : second.compareTo(other.second);
        }
    }
}
