package org.somoim.notifications;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Action;
import org.somoim.access.Footing;
import org.somoim.access.Place;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;
import org.somoim.live.FanOut;
import org.somoim.live.Hint;

/**
 * Turns facts into notifications and shows each person theirs.
 *
 * <p>What someone may be told is decided when the notification is made and again whenever it is read: what they may not
 * see at that moment, because they left, were put out or blocked, or because it was deleted, is neither shown nor counted.
 * It comes back if the reason goes away. Muted words do not matter here: a notification holds no text.
 */
public final class Notifications implements FactListener {
    /** News of one kind and thread for one person within one such stretch of time, counted from 1970, is one notification. */
    public static final Duration WINDOW = Duration.ofHours(1);

    /** What was last added to longer ago is removed by {@link #prune}. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** {@link #unread} counts no further. */
    public static final int MOST_COUNTED = 100;

    private static final Word NAME = new Word("notifications");
    private static final int BATCH = 500;

    private final NotificationStore store;
    private final List<NotificationSource> sources;
    private final Kinds kinds;
    private final FanOut fanOut;
    private final Access access;
    private final Work work;

    /** Whom this thread has told since it last began to hear a fact. */
    private final ThreadLocal<Set<Id<User>>> told = ThreadLocal.withInitial(HashSet::new);

    /** @param sources no two with a kind of the same name */
    public Notifications(
            NotificationStore store, List<NotificationSource> sources, FanOut fanOut, Access access, Work work) {
        this.store = store;
        this.sources = List.copyOf(sources);
        this.kinds = new Kinds(sources);
        this.fanOut = fanOut;
        this.access = access;
        this.work = work;
    }

    @Override
    public Word name() {
        return NAME;
    }

    @Override
    public void on(Fact fact, Instant at) {
        told.remove();
        work.call(tx -> {
            for (NotificationSource source : sources) {
                settle(source.settledBy(fact));
                crowds(source.newsOf(fact, at)).forEach(crowd -> {
                    if (crowd.size() == 1) {
                        tell(crowd.get(0), tx.newId(), at);
                    } else {
                        tellAll(crowd, source, tx, at);
                    }
                });
            }
            return true;
        });
    }

    /** In the order of the news; such as differs only in whom it is for, together where that saves asking one by one. */
    private static Collection<List<NotificationSource.News>> crowds(List<NotificationSource.News> news) {
        Map<Object, List<NotificationSource.News>> crowds = new LinkedHashMap<>();
        for (NotificationSource.News one : news) {
            Object crowd = one.group() == null || one.kind().isOptional() ? new Object() : one.withoutRecipient();
            crowds.computeIfAbsent(crowd, key -> new ArrayList<>()).add(one);
        }
        return crowds.values();
    }

    /** What {@link #tell} does, for many at once: a fixed number of questions, and one statement. */
    private void tellAll(List<NotificationSource.News> crowd, NotificationSource source, Work.Tx tx, Instant at) {
        NotificationSource.News news = crowd.get(0);
        Set<Id<User>> recipients =
                crowd.stream().map(NotificationSource.News::recipient).collect(Collectors.toSet());
        Map<Id<User>, Footing> footings = access.footings(recipients, requireNonNull(news.group()));
        Set<Id<User>> kept = source.readersKeptFrom(news.subject(), recipients);
        Action needs = news.kind().needs();
        List<Notification> all = recipients.stream()
                .filter(recipient -> !recipient.equals(news.by()) && !kept.contains(recipient))
                .filter(recipient -> allows(footings.get(recipient), needs))
                .map(recipient -> notification(tx.newId(), recipient, news, at))
                .toList();
        if (!all.isEmpty()) {
            store.tellAll(all, windowOf(at));
            all.forEach(notification -> told.get().add(notification.userId()));
        }
    }

    private static boolean allows(@Nullable Footing footing, @Nullable Action needs) {
        return footing != null && (needs == null ? footing.active() : footing.allows(needs));
    }

    /** Those who are connected are told where to look; everyone else finds it when they next look. */
    @Override
    public void heard(Fact fact) {
        told.get().forEach(person -> fanOut.publish(new Hint.Told(person)));
        told.remove();
    }

    private void settle(Set<Id<?>> subjects) {
        if (!subjects.isEmpty()) {
            store.removeSettled(subjects);
        }
    }

    private void tell(NotificationSource.News news, Id<Notification> id, Instant at) {
        Id<User> recipient = news.recipient();
        if (recipient.equals(news.by()) || !access.isActive(recipient) || isSilenced(news)) {
            return;
        }
        Notification notification = notification(id, recipient, news, at);
        var sieve = new Sieve(recipient, kinds, access);
        sieve.load(List.of(notification));
        if (sieve.lets(notification)) {
            store.tell(notification, windowOf(at));
            told.get().add(recipient);
        }
    }

    private static Notification notification(
            Id<Notification> id, Id<User> recipient, NotificationSource.News news, Instant at) {
        return new Notification(
                id,
                recipient,
                news.kind().word(),
                news.group(),
                news.page(),
                news.thread(),
                news.subject(),
                news.by(),
                1,
                at,
                at,
                null);
    }

    private boolean isSilenced(NotificationSource.News news) {
        return news.kind().isOptional()
                && store.isSilenced(news.recipient(), news.kind().word(), news.group());
    }

    private static Instant windowOf(Instant at) {
        return Instant.ofEpochMilli(at.toEpochMilli() - Math.floorMod(at.toEpochMilli(), WINDOW.toMillis()));
    }

    /**
     * What the asker has been told and may still see, the most recently added to first. A notification that news is added
     * to while someone turns the pages moves to the front and may be met twice, never missed.
     */
    public Page<Notification> list(Actor actor, Page.Ask ask, boolean onlyUnread) {
        return work.read(() -> {
            Id<User> reader = access.requireHeard(actor);
            var sieve = new Sieve(reader, kinds, access);
            return Page.of(
                            ask,
                            (after, limit) -> sieve.load(store.newest(reader, onlyUnread, after, limit)),
                            Notification::place,
                            sieve::lets)
                    .map(sieve::shown);
        });
    }

    /** How many unread ones {@link #list} would show; counts to {@value #MOST_COUNTED} and no further. */
    public int unread(Actor actor) {
        return work.read(() -> {
            Id<User> reader = access.requireHeard(actor);
            int unread = 0;
            Cursor after = null;
            List<Notification> batch;
            do {
                var sieve = new Sieve(reader, kinds, access);
                batch = sieve.load(store.newest(reader, true, after, BATCH));
                unread += (int) batch.stream().filter(sieve::lets).count();
                after = batch.isEmpty() ? null : batch.get(batch.size() - 1).place();
            } while (unread < MOST_COUNTED && batch.size() == BATCH);
            return Math.min(unread, MOST_COUNTED);
        });
    }

    /**
     * Marks one as read. Once read it stays so, until news is added to it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found} also for one that may not be seen any more
     */
    public Notification read(Actor actor, Id<Notification> id) {
        return work.call(tx -> {
            Notification notification = own(access.requireHeard(actor), id);
            if (notification.isRead()) {
                return notification;
            }
            store.markRead(id, tx.now());
            return notification.markedRead(tx.now());
        });
    }

    /**
     * Marks everything as read.
     *
     * @param upTo what was added to later stays unread: it came after the asker last looked; null for all there is
     */
    public void readAll(Actor actor, @Nullable Instant upTo) {
        work.call(tx -> {
            store.markAllRead(access.requireHeard(actor), upTo, tx.now());
            return true;
        });
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} also for one that may not be seen any more */
    public void remove(Actor actor, Id<Notification> id) {
        work.call(tx -> store.remove(own(access.requireHeard(actor), id).id()));
    }

    private Notification own(Id<User> reader, Id<Notification> id) {
        var sieve = new Sieve(reader, kinds, access);
        return store.find(id)
                .filter(found -> found.userId().equals(reader))
                .filter(found -> sieve.load(List.of(found)).stream().allMatch(sieve::lets))
                .map(sieve::shown)
                .orElseThrow(() -> access.notFound(id));
    }

    /** Every kind there is, and what the asker has turned off. */
    public Preferences preferences(Actor actor) {
        return work.read(() -> {
            List<Silence> silences = store.silences(access.requirePerson(actor));
            return new Preferences(
                    kinds.all().stream().map(kind -> preference(kind, silences)).toList(),
                    groups(silences, silence -> silence.kind() == null));
        });
    }

    private static Preferences.Preference preference(NotificationKind kind, List<Silence> silences) {
        List<Silence> about = silences.stream()
                .filter(silence -> kind.word().equals(silence.kind()))
                .toList();
        boolean on = about.stream().noneMatch(silence -> silence.groupId() == null);
        return new Preferences.Preference(kind.word(), kind.isOptional(), on, groups(about, silence -> true));
    }

    private static List<Id<? extends Place>> groups(List<Silence> silences, Predicate<Silence> wanted) {
        List<Id<? extends Place>> groups = new ArrayList<>();
        silences.stream()
                .filter(wanted)
                .map(Silence::groupId)
                .filter(Objects::nonNull)
                .forEach(groups::add);
        return groups;
    }

    /**
     * Turns a kind off everywhere. What was told before stays.
     *
     * @throws org.somoim.kernel.Refusal {@link NotificationReason#NO_SUCH_KIND}, {@link NotificationReason#ALWAYS_TOLD}
     */
    public void turnOff(Actor actor, Word kind) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            store.silence(new Silence(person, optional(kind), null, tx.now()));
            return true;
        });
    }

    /**
     * Turns a kind off in one group.
     *
     * @throws org.somoim.kernel.Refusal {@link NotificationReason#NO_SUCH_KIND}, {@link NotificationReason#ALWAYS_TOLD},
     *     {@code access.not-found}
     */
    public void turnOff(Actor actor, Word kind, Id<? extends Place> group) {
        work.call(tx -> {
            Id<User> person =
                    access.require(actor, NotificationAction.SILENCE, group).person();
            store.silence(new Silence(person, optional(kind), group, tx.now()));
            return true;
        });
    }

    /**
     * Takes back {@link #turnOff(Actor, Word)}; what is turned off in single groups stays off there.
     *
     * @throws org.somoim.kernel.Refusal {@link NotificationReason#NO_SUCH_KIND}
     */
    public void turnOn(Actor actor, Word kind) {
        work.call(tx -> {
            store.unsilence(access.requirePerson(actor), known(kind).word(), null);
            return true;
        });
    }

    /**
     * Takes back {@link #turnOff(Actor, Word, Id)}, also for a group one may not see any more.
     *
     * @throws org.somoim.kernel.Refusal {@link NotificationReason#NO_SUCH_KIND}
     */
    public void turnOn(Actor actor, Word kind, Id<? extends Place> group) {
        work.call(tx -> {
            store.unsilence(access.requirePerson(actor), known(kind).word(), group);
            return true;
        });
    }

    /**
     * Turns off everything of one group that can be turned off.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public void muteGroup(Actor actor, Id<? extends Place> group) {
        work.call(tx -> {
            Id<User> person =
                    access.require(actor, NotificationAction.SILENCE, group).person();
            store.silence(new Silence(person, null, group, tx.now()));
            return true;
        });
    }

    /** Takes back {@link #muteGroup}, also for a group one may not see any more. */
    public void unmuteGroup(Actor actor, Id<? extends Place> group) {
        work.call(tx -> {
            store.unsilence(access.requirePerson(actor), null, group);
            return true;
        });
    }

    private NotificationKind known(Word kind) {
        return kinds.find(kind).orElseThrow(NotificationReason.NO_SUCH_KIND::refuse);
    }

    private Word optional(Word kind) {
        if (!known(kind).isOptional()) {
            throw NotificationReason.ALWAYS_TOLD.refuse();
        }
        return kind;
    }

    /**
     * Removes what was last added to longer than {@link #KEPT} ago, a bounded number in each transaction, so that others
     * get their turn.
     *
     * @return how many
     */
    public int prune(Actor actor) {
        int pruned = 0;
        int batch;
        do {
            batch = work.call(tx -> {
                access.requireSite(actor, NotificationSiteAction.PRUNE);
                return store.removeOlder(tx.now().minus(KEPT), BATCH);
            });
            pruned += batch;
        } while (batch == BATCH);
        return pruned;
    }
}
