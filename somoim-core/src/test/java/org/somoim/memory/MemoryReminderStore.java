package org.somoim.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Event;
import org.somoim.events.Reminder;
import org.somoim.events.ReminderStore;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Reminders in memory. */
public final class MemoryReminderStore implements ReminderStore {
    private static final Comparator<Reminder> BY_EVENT =
            Comparator.comparing(Reminder::eventId).thenComparing(Reminder::minutes, Comparator.reverseOrder());
    private static final Comparator<Reminder> BY_DUE = Comparator.comparing(Reminder::dueAt)
            .thenComparing(Reminder::eventId)
            .thenComparing(Reminder::userId)
            .thenComparing(Reminder::minutes);

    private final Memory.Table<Memory.Pair<Memory.Pair<Id<Event>, Id<User>>, Integer>, Reminder> reminders;

    public MemoryReminderStore(Memory memory) {
        reminders = memory.table();
    }

    @Override
    public void put(Reminder reminder) {
        reminders.put(key(reminder), reminder);
    }

    private static Memory.Pair<Memory.Pair<Id<Event>, Id<User>>, Integer> key(Reminder reminder) {
        return new Memory.Pair<>(new Memory.Pair<>(reminder.eventId(), reminder.userId()), reminder.minutes());
    }

    private Stream<Reminder> all(Predicate<Reminder> which) {
        return reminders.all().stream().filter(which);
    }

    @Override
    public void remove(Id<Event> event, Id<User> user, int minutes) {
        reminders.remove(new Memory.Pair<>(new Memory.Pair<>(event, user), minutes));
    }

    @Override
    public List<Reminder> of(Id<Event> event, Id<User> user) {
        return ofEvents(Set.of(event), user);
    }

    @Override
    public List<Reminder> ofEvents(Set<Id<Event>> events, Id<User> user) {
        return all(reminder ->
                        events.contains(reminder.eventId()) && reminder.userId().equals(user))
                .sorted(BY_EVENT)
                .toList();
    }

    @Override
    public List<Reminder> due(Instant now, int limit) {
        return all(reminder -> reminder.isWanted()
                        && !reminder.dueAt()
                                .plus(Duration.ofMinutes(reminder.minutes()))
                                .equals(reminder.doneFor())
                        && !reminder.dueAt().isAfter(now))
                .sorted(BY_DUE)
                .limit(limit)
                .toList();
    }

    @Override
    public void move(Id<Event> event, Instant startsAt) {
        all(reminder -> reminder.eventId().equals(event)).toList().forEach(old -> {
            Instant due = startsAt.minus(Duration.ofMinutes(old.minutes()));
            put(new Reminder(event, old.userId(), old.minutes(), old.isWanted(), due, old.doneFor(), old.createdAt()));
        });
    }

    @Override
    public List<Reminder> ofPerson(Id<User> user, @Nullable Reminder after, int limit) {
        return all(reminder -> reminder.userId().equals(user))
                .sorted(BY_EVENT)
                .filter(reminder -> after == null || BY_EVENT.compare(reminder, after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public int removeAll(Id<User> user, int limit) {
        return removed(all(reminder -> reminder.userId().equals(user)), limit);
    }

    @Override
    public int prune(Instant time, int limit) {
        return removed(all(reminder -> reminder.dueAt().isBefore(time)).sorted(BY_DUE), limit);
    }

    void removeAllOf(Id<Event> event) {
        removed(all(reminder -> reminder.eventId().equals(event)), Integer.MAX_VALUE);
    }

    private int removed(Stream<Reminder> gone, int limit) {
        List<Reminder> now = gone.limit(limit).toList();
        reminders.removeAll(now.stream().map(MemoryReminderStore::key).toList());
        return now.size();
    }
}
