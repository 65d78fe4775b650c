package org.somoim.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps what series are made from; their occurrences are with {@link EventStore}. Writes must happen inside a transaction. */
public interface SeriesStore {

    void add(Series series);

    /** Replaces what there is under its id. */
    void put(Series series);

    Optional<Series> find(Id<Series> series);

    /** Says at which starts by its rule it does not take place. */
    void leaveOut(Id<Series> series, Set<LocalDateTime> starts, Instant at);

    /** Those of {@code starts} at which it does not take place. */
    Set<LocalDateTime> leftOut(Id<Series> series, Set<LocalDateTime> starts);

    /** Those that have not ended and are made until earlier than {@code time}, least far made first. */
    List<Series> behind(LocalDateTime time, int limit);

    /** What {@code person} began and was not emptied, oldest first. */
    List<Series> begunBy(Id<User> person, @Nullable Cursor after, int limit);

    /** What is to go of what {@code person} began, as {@link EventStore#leaving}. */
    List<Series> leaving(Id<User> person, boolean kept, int limit);

    /** Takes away what it says; nothing more comes of it. */
    void empty(Id<Series> series, Instant at);
}
