package org.somoim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, in its order.
 *
 * @param next where the following page begins, or null if this is the last
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {
    /** How many times one page may go back to the store for more, when most of what comes is not for its reader. */
    private static final int MOST_FETCHES = 10;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Which part of a list is wanted.
     *
     * @param after the last place already seen, or null to begin at the beginning
     * @param limit most items, 1 to 50
     */
    public record Ask(@Nullable Cursor after, int limit) {
        /** More than this are never given at once. */
        public static final int MOST = 50;

        /** @throws Refusal {@link KernelReason#BAD_LIMIT} */
        public Ask {
            if (limit < 1 || limit > MOST) {
                throw KernelReason.BAD_LIMIT.refuse();
            }
        }

        /** The first twenty. */
        public static Ask first() {
            return new Ask(null, 20);
        }

        public static Ask first(int limit) {
            return new Ask(null, limit);
        }
    }

    /** What a store answers: up to {@code limit} items after a place, in the list's order. */
    @FunctionalInterface
    public interface Fetch<T> {
        List<T> fetch(@Nullable Cursor after, int limit);
    }

    /** A page of everything that {@code fetch} gives. */
    public static <T> Page<T> of(Ask ask, Fetch<T> fetch, Function<T, Cursor> place) {
        return of(ask, fetch, place, item -> true);
    }

    /**
     * A page of what {@code shown} lets through, going back to the store until the page is full or the list is at its
     * end. Where nearly nothing is let through the page may come out short, with a {@link #next} to go on from.
     */
    public static <T> Page<T> of(Ask ask, Fetch<T> fetch, Function<T, Cursor> place, Predicate<T> shown) {
        List<T> items = new ArrayList<>();
        Cursor after = ask.after();
        for (int round = 0; round < MOST_FETCHES; round++) {
            // One more than fits tells whether there is a next page.
            int wanted = ask.limit() + 1;
            List<T> batch = fetch.fetch(after, wanted);
            for (T item : batch) {
                if (shown.test(item)) {
                    if (items.size() == ask.limit()) {
                        return new Page<>(items, place.apply(items.get(items.size() - 1)));
                    }
                    items.add(item);
                }
                after = place.apply(item);
            }
            if (batch.size() < wanted) {
                return new Page<>(items, null);
            }
        }
        return new Page<>(items, after);
    }

    /** The same page with every item turned into something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
