package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.notifications.Notification;
import org.somoim.notifications.NotificationStore;
import org.somoim.notifications.Silence;

/** Notifications in memory. */
public final class MemoryNotificationStore implements NotificationStore {
    private static final Comparator<Notification> OLDEST_FIRST =
            Comparator.comparing(Notification::updatedAt).thenComparing(Notification::id);

    private final Memory.Table<Id<Notification>, Row> rows;
    private final Memory.Table<String, Silence> silences;

    public MemoryNotificationStore(Memory memory) {
        rows = memory.table();
        silences = memory.table();
    }

    private record Row(Notification notification, Instant window) {
        boolean takes(Notification news, Instant when) {
            return window.equals(when)
                    && notification.userId().equals(news.userId())
                    && notification.kind().equals(news.kind())
                    && notification.thread().equals(news.thread());
        }
    }

    @Override
    public void tell(Notification news, Instant window) {
        Notification told = rows.all().stream()
                .filter(row -> row.takes(news, window))
                .findFirst()
                .map(row -> added(row.notification(), news))
                .orElse(news);
        rows.put(told.id(), new Row(told, window));
    }

    @Override
    public void tellAll(List<Notification> news, Instant window) {
        news.forEach(one -> tell(one, window));
    }

    private static Notification added(Notification to, Notification news) {
        return new Notification(
                to.id(),
                to.userId(),
                to.kind(),
                news.groupId(),
                news.pageOf(),
                to.thread(),
                news.subject(),
                news.by(),
                to.count() + 1,
                to.createdAt(),
                news.updatedAt().isAfter(to.updatedAt()) ? news.updatedAt() : to.updatedAt(),
                null);
    }

    @Override
    public Optional<Notification> find(Id<Notification> notification) {
        return rows.get(notification).map(Row::notification);
    }

    @Override
    public List<Notification> newest(Id<User> reader, boolean onlyUnread, @Nullable Cursor after, int limit) {
        return where(notification -> notification.userId().equals(reader))
                .filter(notification -> !onlyUnread || !notification.isRead())
                .filter(notification -> after == null || isAfter(notification, after))
                .sorted(OLDEST_FIRST.reversed())
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(Notification notification, Cursor place) {
        int byTime = notification.updatedAt().compareTo(place.at());
        return byTime < 0 || byTime == 0 && notification.id().compareTo(new Id<>(place.id())) < 0;
    }

    @Override
    public void markRead(Id<Notification> notification, Instant at) {
        rows.get(notification)
                .filter(row -> !row.notification().isRead())
                .ifPresent(
                        row -> rows.put(notification, new Row(row.notification().markedRead(at), row.window())));
    }

    @Override
    public void markAllRead(Id<User> reader, @Nullable Instant upTo, Instant at) {
        where(notification -> notification.userId().equals(reader))
                .filter(notification ->
                        upTo == null || !notification.updatedAt().isAfter(upTo))
                .forEach(notification -> markRead(notification.id(), at));
    }

    @Override
    public boolean remove(Id<Notification> notification) {
        return rows.remove(notification);
    }

    @Override
    public void removeSettled(Set<Id<?>> subjects) {
        where(notification -> subjects.contains(notification.subject()) || subjects.contains(notification.thread()))
                .forEach(notification -> rows.remove(notification.id()));
    }

    @Override
    public int removeOlder(Instant before, int most) {
        List<Id<Notification>> old = where(
                        notification -> notification.updatedAt().isBefore(before))
                .sorted(OLDEST_FIRST)
                .map(Notification::id)
                .limit(most)
                .toList();
        rows.removeAll(old);
        return old.size();
    }

    private Stream<Notification> where(Predicate<Notification> wanted) {
        return rows.all().stream().map(Row::notification).filter(wanted);
    }

    @Override
    public void silence(Silence silence) {
        String key = key(silence.userId(), silence.kind(), silence.groupId());
        if (silences.get(key).isEmpty()) {
            silences.put(key, silence);
        }
    }

    @Override
    public void unsilence(Id<User> person, @Nullable Word kind, @Nullable Id<? extends Place> group) {
        silences.remove(key(person, kind, group));
    }

    @Override
    public boolean isSilenced(Id<User> person, Word kind, @Nullable Id<? extends Place> group) {
        return silences(person).stream()
                .filter(silence -> silence.kind() == null || kind.equals(silence.kind()))
                .anyMatch(silence ->
                        silence.groupId() == null || silence.groupId().equals(group));
    }

    @Override
    public List<Silence> silences(Id<User> person) {
        return silences.all().stream()
                .filter(silence -> silence.userId().equals(person))
                .toList();
    }

    /** Null sorts first, as in a database: nothing is written for it. */
    private static String key(Id<User> person, @Nullable Word kind, @Nullable Id<? extends Place> group) {
        return person + " " + Objects.toString(kind, "") + " " + Objects.toString(group, "");
    }

    @Override
    public int forget(Id<User> person, int most) {
        List<Id<Notification>> gone = where(
                        notification -> notification.userId().equals(person) || person.equals(notification.pageOf()))
                .map(Notification::id)
                .limit(most)
                .toList();
        rows.removeAll(gone);
        List<Row> naming = rows.all().stream()
                .filter(row -> person.equals(row.notification().by()))
                .limit(most)
                .toList();
        naming.forEach(row -> rows.put(row.notification().id(), new Row(nameless(row.notification()), row.window())));
        List<Silence> silent = silences(person);
        silent.forEach(silence -> unsilence(person, silence.kind(), silence.groupId()));
        return gone.size() + naming.size() + silent.size();
    }

    private static Notification nameless(Notification told) {
        return new Notification(
                told.id(),
                told.userId(),
                told.kind(),
                told.groupId(),
                told.pageOf(),
                told.thread(),
                told.subject(),
                null,
                told.count(),
                told.createdAt(),
                told.updatedAt(),
                told.readAt());
    }
}
