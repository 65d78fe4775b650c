package org.somoim.personaldata;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Page;

/** Goes through a long list batch by batch. */
public final class Walk {
    private static final int BATCH = 200;

    private Walk() {}

    /** Hands over everything that {@code fetch} gives, one after another. */
    public static <T> void through(Page.Fetch<T> fetch, Function<T, Cursor> place, Consumer<T> each) {
        @Nullable Cursor after = null;
        List<T> batch;
        do {
            batch = fetch.fetch(after, BATCH);
            batch.forEach(each);
            after = batch.isEmpty() ? after : place.apply(batch.get(batch.size() - 1));
        } while (batch.size() == BATCH);
    }
}
