package org.somoim.memory;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Event;
import org.somoim.events.Series;
import org.somoim.events.SeriesStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Series in memory. */
public final class MemorySeriesStore implements SeriesStore {
    private final Memory.Table<Id<Series>, Series> series;
    private final Memory.Table<Id<Series>, Instant> emptied;
    private final Memory.Table<Memory.Pair<Id<Series>, LocalDateTime>, Instant> leftOut;

    public MemorySeriesStore(Memory memory) {
        series = memory.table();
        emptied = memory.table();
        leftOut = memory.table();
    }

    @Override
    public void add(Series one) {
        series.add(one.id(), one);
    }

    @Override
    public void put(Series one) {
        find(one.id()).orElseThrow();
        series.put(one.id(), one);
    }

    @Override
    public Optional<Series> find(Id<Series> one) {
        return series.get(one);
    }

    @Override
    public void leaveOut(Id<Series> one, Set<LocalDateTime> starts, Instant at) {
        starts.forEach(start -> leftOut.put(new Memory.Pair<>(one, start), at));
    }

    @Override
    public Set<LocalDateTime> leftOut(Id<Series> one, Set<LocalDateTime> starts) {
        return starts.stream()
                .filter(start -> leftOut.get(new Memory.Pair<>(one, start)).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Series> behind(LocalDateTime time, int limit) {
        return series.all().stream()
                .filter(one -> one.endedAt() == null && one.madeUntil().isBefore(time))
                .sorted(Comparator.comparing(Series::madeUntil).thenComparing(Series::id))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Series> begunBy(Id<User> person, @Nullable Cursor after, int limit) {
        return ofPerson(person)
                .filter(one -> Keyset.isAfter(one.createdAt(), one.id(), after))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Series> leaving(Id<User> person, boolean kept, int limit) {
        List<Series> all = new ArrayList<>(
                ofPerson(person).filter(one -> !kept || one.pageOf() != null).toList());
        Collections.reverse(all);
        return all.stream().limit(limit).toList();
    }

    private Stream<Series> ofPerson(Id<User> person) {
        return series.all().stream()
                .filter(one -> one.creatorId().equals(person))
                .filter(one -> emptied.get(one.id()).isEmpty())
                .sorted(Comparator.comparing(Series::createdAt).thenComparing(Series::id));
    }

    @Override
    public void empty(Id<Series> id, Instant at) {
        Series one = find(id).orElseThrow();
        series.put(
                id,
                new Series(
                        id,
                        one.groupId(),
                        one.pageOf(),
                        one.creatorId(),
                        one.rule(),
                        Event.GONE,
                        null,
                        one.kind(),
                        one.isPublic(),
                        one.startsOn(),
                        one.endsOn(),
                        one.zone(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        one.maxAttendees(),
                        one.byApproval(),
                        one.promotion(),
                        one.offerHours(),
                        one.mostGuests(),
                        one.madeUntil(),
                        one.endedAt() == null ? at : one.endedAt(),
                        one.createdAt(),
                        at));
        emptied.put(id, at);
    }
}
