package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Event;
import org.somoim.events.Rsvp;
import org.somoim.events.Rsvp.Answer;
import org.somoim.events.RsvpStore;
import org.somoim.events.Tally;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Answers in memory. */
public final class MemoryRsvpStore implements RsvpStore {
    private final Memory.Table<Id<Event>, Event> events;
    private final Memory.Table<Memory.Pair<Id<Event>, Id<User>>, Rsvp> rsvps;
    private final Memory.Table<Id<Event>, Integer> taken;
    private final Memory.Table<Id<Event>, Integer> lined;

    public MemoryRsvpStore(Memory memory) {
        events = memory.table();
        rsvps = memory.table();
        taken = memory.table();
        lined = memory.table();
    }

    /** The table of events, which seats are counted in as a database would. */
    Memory.Table<Id<Event>, Event> events() {
        return events;
    }

    void removeAllOf(Id<Event> event) {
        rsvps.removeAll(
                rsvps.keys().stream().filter(key -> key.first().equals(event)).toList());
        taken.remove(event);
        lined.remove(event);
    }

    @Override
    public void put(Rsvp rsvp) {
        if (rsvp.line() != null
                && of(rsvp.eventId())
                        .anyMatch(other -> rsvp.line().equals(other.line())
                                && !other.userId().equals(rsvp.userId()))) {
            throw new IllegalStateException("one number twice");
        }
        rsvps.put(new Memory.Pair<>(rsvp.eventId(), rsvp.userId()), rsvp);
    }

    @Override
    public Optional<Rsvp> find(Id<Event> event, Id<User> user) {
        return rsvps.get(new Memory.Pair<>(event, user));
    }

    @Override
    public boolean remove(Id<Event> event, Id<User> user) {
        return rsvps.remove(new Memory.Pair<>(event, user));
    }

    @Override
    public boolean takeSeats(Id<Event> event, int seats, boolean passingLine) {
        int after = seatsTaken(event) + seats;
        if (after > most(event) || !passingLine && firstInLine(event).isPresent()) {
            return false;
        }
        taken.put(event, after);
        return true;
    }

    private int most(Id<Event> event) {
        Integer most = events.get(event).orElseThrow().maxAttendees();
        return most == null ? Integer.MAX_VALUE : most;
    }

    @Override
    public void giveBackSeats(Id<Event> event, int seats) {
        taken.put(event, seatsTaken(event) - seats);
    }

    @Override
    public int seatsTaken(Id<Event> event) {
        return taken.get(event).orElse(0);
    }

    @Override
    public int nextInLine(Id<Event> event) {
        int next = lined.get(event).orElse(0) + 1;
        lined.put(event, next);
        return next;
    }

    @Override
    public Optional<Rsvp> firstInLine(Id<Event> event) {
        int most = most(event);
        return lined(event)
                .filter(rsvp -> !rsvp.isOffered() && rsvp.seats() <= most)
                .findFirst();
    }

    private Stream<Rsvp> lined(Id<Event> event) {
        return of(event)
                .filter(rsvp -> rsvp.line() != null)
                .sorted(Comparator.comparing(rsvp -> Objects.requireNonNull(rsvp.line())));
    }

    @Override
    public List<Rsvp> withAnswer(Id<Event> event, Answer answer, @Nullable Cursor after, int limit) {
        return inOrder(of(event).filter(rsvp -> rsvp.is(answer)), after, limit);
    }

    @Override
    public List<Rsvp> inLine(Id<Event> event, int afterLine, int limit) {
        return lined(event)
                .filter(rsvp -> Objects.requireNonNull(rsvp.line()) > afterLine)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Rsvp> comers(Id<Event> event, @Nullable Cursor after, int limit) {
        return inOrder(of(event).filter(rsvp -> !rsvp.is(Answer.NOT_GOING)), after, limit);
    }

    private static List<Rsvp> inOrder(Stream<Rsvp> rsvps, @Nullable Cursor after, int limit) {
        return rsvps.filter(rsvp -> Keyset.isAfter(rsvp.createdAt(), rsvp.userId(), after))
                .sorted(Comparator.comparing(Rsvp::createdAt).thenComparing(Rsvp::userId))
                .limit(limit)
                .toList();
    }

    @Override
    public Tally tally(Id<Event> event) {
        return new Tally(
                of(event)
                        .filter(rsvp -> rsvp.is(Answer.GOING))
                        .mapToInt(Rsvp::seats)
                        .sum(),
                (int) of(event).filter(rsvp -> rsvp.is(Answer.INTERESTED)).count(),
                (int) lined(event).count());
    }

    @Override
    public Set<Id<Event>> goingTo(Id<User> user, Set<Id<Event>> wanted) {
        return wanted.stream()
                .filter(event ->
                        find(event, user).filter(rsvp -> rsvp.is(Answer.GOING)).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Rsvp> lapsed(Instant time, int limit) {
        return rsvps.all().stream()
                .filter(rsvp ->
                        rsvp.offeredUntil() != null && !rsvp.offeredUntil().isAfter(time))
                .sorted(Comparator.<Rsvp, Instant>comparing(rsvp -> Objects.requireNonNull(rsvp.offeredUntil()))
                        .thenComparing(Rsvp::eventId)
                        .thenComparing(Rsvp::userId))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Rsvp> of(Id<User> user, @Nullable Cursor after, int limit) {
        return rsvps.all().stream()
                .filter(rsvp -> rsvp.userId().equals(user))
                .filter(rsvp -> Keyset.isAfter(rsvp.createdAt(), rsvp.eventId(), after))
                .sorted(Comparator.comparing(Rsvp::createdAt).thenComparing(Rsvp::eventId))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean isAnswered(Id<Event> event, Id<User> user) {
        return of(event).anyMatch(rsvp -> !rsvp.userId().equals(user));
    }

    private Stream<Rsvp> of(Id<Event> event) {
        return rsvps.all().stream().filter(rsvp -> rsvp.eventId().equals(event));
    }
}
