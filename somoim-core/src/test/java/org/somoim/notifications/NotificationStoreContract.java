package org.somoim.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Place;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** What every {@link NotificationStore} does, whatever it keeps its rows on. */
public interface NotificationStoreContract {
    Word COMMENTED = new Word("posts.commented");
    Word INVITED = new Word("groups.invited");
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    NotificationStore store();

    Transactor transactor();

    /** Someone with an account. */
    Id<User> person();

    /** A group that exists. */
    Id<? extends Place> group();

    /** Time-ordered. */
    <T> Id<T> newId();

    default Notification news(Id<User> reader, Id<?> thread, Instant at) {
        return news(reader, COMMENTED, null, thread, newId(), null, at);
    }

    default Notification news(
            Id<User> reader,
            Word kind,
            @Nullable Id<? extends Place> group,
            Id<?> thread,
            Id<?> subject,
            @Nullable Id<User> by,
            Instant at) {
        return new Notification(newId(), reader, kind, group, null, thread, subject, by, 1, at, at, null);
    }

    default void tell(Notification... all) {
        transactor().run(() -> {
            for (Notification news : all) {
                store().tell(news, NOON);
            }
        });
    }

    default List<Notification> all(Id<User> reader) {
        return store().newest(reader, false, null, 1_000);
    }

    @Test
    @Covers("NTF-1")
    default void whatIsToldIsKeptAsItIs() {
        Id<User> reader = person();
        var full = new Notification(
                newId(), reader, INVITED, group(), person(), newId(), newId(), person(), 1, NOON, NOON, null);
        Notification bare = news(reader, newId(), NOON.plusMillis(1));
        tell(full, bare);

        assertThat(store().find(full.id())).contains(full);
        assertThat(store().find(bare.id())).contains(bare);
        assertThat(store().find(newId())).isEmpty();
    }

    @Test
    default void newsOfOneKindAndThreadInOneWindowIsOneRow() {
        Id<User> reader = person();
        Id<User> second = person();
        Id<?> thread = newId();
        Notification first = news(reader, COMMENTED, null, thread, newId(), person(), NOON);
        Notification more = news(reader, COMMENTED, null, thread, newId(), second, NOON.plusSeconds(60));
        tell(first, more);

        assertThat(all(reader))
                .containsExactly(new Notification(
                        first.id(),
                        reader,
                        COMMENTED,
                        null,
                        null,
                        thread,
                        more.subject(),
                        second,
                        2,
                        NOON,
                        NOON.plusSeconds(60),
                        null));
    }

    @Test
    @Covers({"NTF-1", "SAF-1"})
    default void manyAreToldAtOnceAsOneByOne() {
        Id<? extends Place> group = group();
        Id<?> thread = newId();
        Id<?> subject = newId();
        Id<User> by = person();
        List<Id<User>> readers = List.of(person(), person(), person());
        tell(news(readers.get(1), INVITED, null, thread, newId(), null, NOON));
        List<Notification> news = readers.stream()
                .map(reader -> news(reader, INVITED, group, thread, subject, by, NOON.plusSeconds(1)))
                .toList();
        transactor().run(() -> store().tellAll(news, NOON));
        transactor().run(() -> store().tellAll(List.of(), NOON));

        assertThat(all(readers.get(0))).containsExactly(news.get(0));
        assertThat(all(readers.get(2))).containsExactly(news.get(2));
        assertThat(all(readers.get(1)))
                .singleElement()
                .matches(row -> row.count() == 2 && row.subject().equals(subject) && by.equals(row.by()));
    }

    @Test
    default void anotherReaderKindThreadOrWindowIsAnotherRow() {
        Id<User> reader = person();
        Id<User> other = person();
        Id<?> thread = newId();
        tell(
                news(reader, thread, NOON),
                news(other, thread, NOON),
                news(reader, newId(), NOON),
                news(reader, INVITED, null, thread, newId(), null, NOON));
        transactor().run(() -> store().tell(news(reader, thread, NOON), NOON.plus(Duration.ofHours(1))));

        assertThat(all(reader)).hasSize(4).allMatch(row -> row.count() == 1);
        assertThat(all(other)).hasSize(1);
    }

    @Test
    default void newsThatComesLateDoesNotTurnBackTheTime() {
        Id<User> reader = person();
        Id<?> thread = newId();
        tell(news(reader, thread, NOON.plusSeconds(60)), news(reader, thread, NOON));

        assertThat(all(reader).get(0).updatedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(all(reader).get(0).count()).isEqualTo(2);
    }

    @Test
    @Covers("NTF-5")
    default void newsMakesARowUnreadAgain() {
        Id<User> reader = person();
        Id<?> thread = newId();
        Notification first = news(reader, thread, NOON);
        tell(first);
        transactor().run(() -> store().markRead(first.id(), NOON.plusSeconds(1)));
        tell(news(reader, thread, NOON.plusSeconds(2)));

        assertThat(all(reader)).singleElement().matches(row -> !row.isRead());
    }

    @Test
    @Covers("NTF-5")
    default void theFirstReadingCounts() {
        Notification first = news(person(), newId(), NOON);
        tell(first);
        transactor().run(() -> store().markRead(first.id(), NOON.plusSeconds(1)));
        transactor().run(() -> store().markRead(first.id(), NOON.plusSeconds(2)));

        assertThat(store().find(first.id())).contains(first.markedRead(NOON.plusSeconds(1)));
    }

    @Test
    @Covers("NTF-5")
    default void markingAllStopsAtTheGivenInstant() {
        Id<User> reader = person();
        Id<User> other = person();
        Notification early = news(reader, newId(), NOON);
        Notification exact = news(reader, newId(), NOON.plusMillis(1));
        Notification late = news(reader, newId(), NOON.plusMillis(2));
        tell(early, exact, late, news(other, newId(), NOON));

        transactor().run(() -> store().markAllRead(reader, NOON.plusMillis(1), NOON.plusSeconds(5)));
        assertThat(store().newest(reader, true, null, 10)).containsExactly(late);
        assertThat(store().newest(other, true, null, 10)).hasSize(1);

        transactor().run(() -> store().markAllRead(reader, null, NOON.plusSeconds(6)));
        assertThat(store().newest(reader, true, null, 10)).isEmpty();
        assertThat(all(reader))
                .containsExactly(
                        late.markedRead(NOON.plusSeconds(6)),
                        exact.markedRead(NOON.plusSeconds(5)),
                        early.markedRead(NOON.plusSeconds(5)));
    }

    @Test
    @Covers("PER-8")
    default void turningPagesMeetsEveryRowOnceNewestFirst() {
        Id<User> reader = person();
        List<Notification> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Three share an instant: the id decides.
            made.add(0, news(reader, newId(), NOON.plusMillis(i / 3)));
        }
        made.forEach(this::tell);

        List<Notification> met = new ArrayList<>();
        Cursor after = null;
        List<Notification> page;
        do {
            page = store().newest(reader, false, after, 2);
            met.addAll(page);
            after = page.isEmpty() ? null : page.get(page.size() - 1).place();
        } while (!page.isEmpty());
        assertThat(met).isEqualTo(made);
    }

    @Test
    default void oneIsRemovedOnce() {
        Notification only = news(person(), newId(), NOON);
        tell(only);

        assertThat(transactor().call(() -> store().remove(only.id()))).isTrue();
        assertThat(transactor().call(() -> store().remove(only.id()))).isFalse();
        assertThat(store().find(only.id())).isEmpty();
    }

    @Test
    default void whatIsSettledIsFoundBySubjectAndByThread() {
        Id<User> reader = person();
        Id<?> post = newId();
        Id<?> comment = newId();
        Notification stays = news(reader, newId(), NOON);
        Notification bySubject = news(reader, COMMENTED, null, newId(), comment, null, NOON);
        Notification byThread = news(person(), INVITED, null, post, newId(), null, NOON);
        tell(bySubject, byThread, stays);

        transactor().run(() -> store().removeSettled(Set.of(post, comment, newId())));
        assertThat(store().find(bySubject.id())).isEmpty();
        assertThat(store().find(byThread.id())).isEmpty();
        assertThat(all(reader)).containsExactly(stays);
    }

    @Test
    default void theOldestGoFirstAndNotAllAtOnce() {
        Id<User> reader = person();
        Notification oldest = news(reader, newId(), NOON);
        Notification old = news(reader, newId(), NOON.plusMillis(1));
        Notification young = news(reader, newId(), NOON.plusMillis(2));
        tell(young, old, oldest);

        assertThat(transactor().call(() -> store().removeOlder(NOON.plusMillis(2), 1)))
                .isEqualTo(1);
        assertThat(all(reader)).containsExactly(young, old);
        assertThat(transactor().call(() -> store().removeOlder(NOON.plusMillis(2), 10)))
                .isEqualTo(1);
        assertThat(all(reader)).containsExactly(young);
    }

    @Test
    default void aSilenceCoversItsKindItsGroupOrBoth() {
        Id<? extends Place> here = group();
        Id<? extends Place> there = group();
        Id<User> kind = person();
        Id<User> place = person();
        Id<User> both = person();
        transactor().run(() -> {
            store().silence(new Silence(kind, INVITED, null, NOON));
            store().silence(new Silence(place, null, here, NOON));
            store().silence(new Silence(both, INVITED, here, NOON));
        });

        assertThat(store().isSilenced(kind, INVITED, here)).isTrue();
        assertThat(store().isSilenced(kind, INVITED, null)).isTrue();
        assertThat(store().isSilenced(kind, COMMENTED, here)).isFalse();
        assertThat(store().isSilenced(place, COMMENTED, here)).isTrue();
        assertThat(store().isSilenced(place, COMMENTED, there)).isFalse();
        assertThat(store().isSilenced(place, COMMENTED, null)).isFalse();
        assertThat(store().isSilenced(both, INVITED, here)).isTrue();
        assertThat(store().isSilenced(both, COMMENTED, here)).isFalse();
        assertThat(store().isSilenced(both, INVITED, there)).isFalse();
        assertThat(store().isSilenced(both, INVITED, null)).isFalse();
    }

    @Test
    default void aSilenceIsKeptOnceAndTakenBackAlone() {
        Id<User> reader = person();
        Id<? extends Place> here = group();
        var everywhere = new Silence(reader, INVITED, null, NOON);
        var inOne = new Silence(reader, INVITED, here, NOON);
        var muted = new Silence(reader, null, here, NOON);
        transactor().run(() -> {
            store().silence(inOne);
            store().silence(muted);
            store().silence(everywhere);
            store().silence(new Silence(reader, INVITED, here, NOON.plusSeconds(1)));
            store().silence(new Silence(reader, INVITED, null, NOON.plusSeconds(1)));
            store().silence(new Silence(reader, null, here, NOON.plusSeconds(1)));
        });
        assertThat(store().silences(reader)).containsExactly(muted, everywhere, inOne);

        transactor().run(() -> store().unsilence(reader, INVITED, null));
        assertThat(store().silences(reader)).containsExactly(muted, inOne);
        transactor().run(() -> store().unsilence(reader, null, here));
        assertThat(store().silences(reader)).containsExactly(inOne);
        transactor().run(() -> store().unsilence(reader, INVITED, here));
        transactor().run(() -> store().unsilence(reader, INVITED, here));
        assertThat(store().silences(reader)).isEmpty();
    }

    @Test
    default void nothingIsWrittenOutsideATransaction() {
        Notification news = news(person(), newId(), NOON);

        assertThatThrownBy(() -> store().tell(news, NOON)).isInstanceOf(IllegalStateException.class);
        assertThat(store().find(news.id())).isEmpty();
    }
}
