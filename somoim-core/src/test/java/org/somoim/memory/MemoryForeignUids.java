package org.somoim.memory;

import java.time.Instant;
import org.somoim.events.Event;
import org.somoim.events.EventStore;
import org.somoim.events.ForeignUids;
import org.somoim.events.Series;
import org.somoim.events.SeriesStore;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;

/** Names from other calendars in memory. */
public final class MemoryForeignUids implements ForeignUids {
    private final Memory.Table<Memory.Pair<String, Id<Event>>, Instant> events;
    private final Memory.Table<Memory.Pair<String, Id<Series>>, Instant> series;
    private final EventStore allEvents;
    private final SeriesStore allSeries;

    public MemoryForeignUids(Memory memory, EventStore allEvents, SeriesStore allSeries) {
        events = memory.table();
        series = memory.table();
        this.allEvents = allEvents;
        this.allSeries = allSeries;
    }

    @Override
    public boolean isKnown(Secrets.Digest uid, Id<?> host) {
        return events.keys().stream()
                        .filter(key -> key.first().equals(uid.hex()))
                        .flatMap(key -> allEvents.find(key.second()).stream())
                        .anyMatch(event ->
                                !event.isDeleted() && (host.equals(event.groupId()) || host.equals(event.pageOf())))
                || series.keys().stream()
                        .filter(key -> key.first().equals(uid.hex()))
                        .flatMap(key -> allSeries.find(key.second()).stream())
                        .anyMatch(one -> host.equals(one.groupId()) || host.equals(one.pageOf()));
    }

    @Override
    public void note(Secrets.Digest uid, Id<Event> event, Instant at) {
        events.put(new Memory.Pair<>(uid.hex(), event), at);
    }

    @Override
    public void noteSeries(Secrets.Digest uid, Id<Series> one, Instant at) {
        series.put(new Memory.Pair<>(uid.hex(), one), at);
    }
}
