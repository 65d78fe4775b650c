package org.somoim.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Action;
import org.somoim.access.Footing;
import org.somoim.access.Mutes;
import org.somoim.access.Place;
import org.somoim.access.Roster;
import org.somoim.access.SiteRole;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactPost;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;
import org.somoim.live.InProcessFanOut;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryFactLog;
import org.somoim.memory.MemoryNotificationStore;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

/** Notifications with nothing else around them: a roster one writes on by hand, and a source that says what it is told to. */
final class Village implements Roster, NotificationSource {
    final TestClock clock = new TestClock();
    final Memory memory = new Memory();
    final MemoryFactLog facts = new MemoryFactLog(memory);
    final MemoryNotificationStore store = new MemoryNotificationStore(memory);
    final Ids ids = new UuidIds(clock, new Random(1));
    final Work work = new Work(memory, facts, ids, clock);
    final Notifications notifications =
            new Notifications(store, List.of(this), new InProcessFanOut(), new Access(this), work);
    final FactPost post = new FactPost(memory, facts, clock, List.of(notifications));

    /** Who may act, and as what. */
    final Map<Id<User>, SiteRole> people = new HashMap<>();

    final Map<Id<? extends Place>, Ground> groups = new HashMap<>();
    final Set<Set<Id<User>>> blocks = new HashSet<>();
    final Set<Id<?>> deleted = new HashSet<>();
    /** How often the roster and the source were asked anything. */
    int questions;

    /** Throws this many times before it takes a fact. */
    int failures;

    /** What is known of a group. */
    static final class Ground {
        Visibility visibility = Visibility.PRIVATE;
        boolean deleted;
        final Map<Id<User>, Standing> standings = new HashMap<>();
    }

    enum Reading implements Action {
        READ;

        @Override
        public Standing least(Visibility visibility) {
            return visibility == Visibility.PUBLIC ? Standing.PERSON : Standing.MEMBER;
        }

        @Override
        public Action see() {
            return READ;
        }
    }

    enum Told implements NotificationKind {
        COMMENTED(Reading.READ),
        MENTIONED(Reading.READ),
        GREETED(null),
        PUT_OUT(null);

        private final @Nullable Action needs;

        Told(@Nullable Action needs) {
            this.needs = needs;
        }

        @Override
        public Word word() {
            return new Word("village." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        @Override
        public @Nullable Action needs() {
            return needs;
        }

        @Override
        public boolean isOptional() {
            return this != PUT_OUT;
        }
    }

    /** Makes exactly the news it holds. */
    record Happened(News news) implements Fact {}

    /** Settles exactly what it holds. */
    record Undone(Id<?> subject) implements Fact {}

    Id<User> person() {
        Id<User> person = ids.timeOrdered();
        people.put(person, SiteRole.USER);
        return person;
    }

    /** A private one. */
    @SafeVarargs
    final Id<Place> group(Id<User>... members) {
        Id<Place> group = ids.timeOrdered();
        var place = new Ground();
        for (Id<User> member : members) {
            place.standings.put(member, Standing.MEMBER);
        }
        groups.put(group, place);
        return group;
    }

    void stand(Id<User> person, Id<Place> group, Standing standing) {
        groups.get(group).standings.put(person, standing);
    }

    void block(Id<User> one, Id<User> other) {
        blocks.add(Set.of(one, other));
    }

    /** {@code by} said something about {@code thread} in {@code group}, {@code reader} is to hear of it; not yet delivered. */
    Id<?> comment(Id<User> reader, Id<Place> group, Id<?> thread, Id<User> by) {
        Id<?> subject = ids.timeOrdered();
        happen(new News(reader, Told.COMMENTED, group, null, thread, subject, by));
        return subject;
    }

    void happen(News news) {
        announce(new Happened(news));
    }

    void announce(Fact fact) {
        work.call(tx -> {
            tx.announce(fact);
            return true;
        });
    }

    void deliver() {
        post.deliver();
    }

    List<Notification> shown(Id<User> reader) {
        return all(reader, false);
    }

    List<Notification> all(Id<User> reader, boolean onlyUnread) {
        List<Notification> all = new ArrayList<>();
        var ask = Page.Ask.first(3);
        while (true) {
            Page<Notification> page = notifications.list(Actor.person(reader), ask, onlyUnread);
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            ask = new Page.Ask(page.next(), 3);
        }
    }

    int unread(Id<User> reader) {
        return notifications.unread(Actor.person(reader));
    }

    @Override
    public List<? extends NotificationKind> kinds() {
        return List.of(Told.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("planted");
        }
        return fact instanceof Happened happened ? List.of(happened.news()) : List.of();
    }

    @Override
    public Set<Id<?>> settledBy(Fact fact) {
        return fact instanceof Undone undone ? Set.of(undone.subject()) : Set.of();
    }

    @Override
    public Set<Id<?>> hiddenFrom(Id<User> reader, Set<Id<?>> subjects) {
        questions++;
        return subjects.stream().filter(deleted::contains).collect(Collectors.toSet());
    }

    @Override
    public Optional<SiteRole> role(Id<User> person) {
        questions++;
        return Optional.ofNullable(people.get(person));
    }

    @Override
    public Optional<Footing> footing(Id<User> person, Id<? extends Place> place) {
        questions++;
        return found(person, place);
    }

    private Optional<Footing> found(Id<User> person, Id<? extends Place> place) {
        return Optional.ofNullable(groups.get(place))
                .map(group -> new Footing(
                        people.containsKey(person),
                        group.standings.getOrDefault(person, Standing.PERSON),
                        group.visibility,
                        group.deleted));
    }

    @Override
    public Map<Id<? extends Place>, Footing> footings(Id<User> person, Set<? extends Id<? extends Place>> places) {
        questions++;
        Map<Id<? extends Place>, Footing> footings = new HashMap<>();
        places.forEach(place -> found(person, place).ifPresent(footing -> footings.put(place, footing)));
        return footings;
    }

    @Override
    public Map<Id<User>, Footing> footings(Set<Id<User>> asked, Id<? extends Place> place) {
        questions++;
        Map<Id<User>, Footing> footings = new HashMap<>();
        asked.forEach(person -> found(person, place).ifPresent(footing -> footings.put(person, footing)));
        return footings;
    }

    @Override
    public Map<Id<User>, Footing> belonging(Id<? extends Place> place) {
        throw new UnsupportedOperationException("no news here is for whoever belongs");
    }

    /** Pages here are for whoever is not parted from the owner. */
    @Override
    public Optional<Footing> pageFooting(Id<User> person, Id<User> owner) {
        Standing standing = parted(person, owner) ? Standing.BANNED : Standing.MEMBER;
        return Optional.ofNullable(people.get(owner))
                .map(role -> new Footing(people.containsKey(person), standing, Visibility.PRIVATE, false));
    }

    @Override
    public Map<Id<User>, Footing> pageFootings(Id<User> person, Set<Id<User>> owners) {
        questions++;
        Map<Id<User>, Footing> footings = new HashMap<>();
        owners.forEach(owner -> pageFooting(person, owner).ifPresent(footing -> footings.put(owner, footing)));
        return footings;
    }

    @Override
    public Set<Id<User>> apart(Id<User> person, Set<Id<User>> others) {
        questions++;
        return others.stream().filter(other -> parted(person, other)).collect(Collectors.toSet());
    }

    boolean parted(Id<User> one, Id<User> other) {
        return !one.equals(other) && blocks.contains(Set.of(one, other));
    }

    @Override
    public Map<Id<User>, Set<Id<User>>> apart(Set<Id<User>> people, Set<Id<User>> others) {
        throw new UnsupportedOperationException("no news here is shown to many at once");
    }

    @Override
    public Mutes mutes(Id<User> person) {
        return Mutes.NONE;
    }

    @Override
    public Map<Id<User>, Mutes> mutes(Set<Id<User>> people) {
        return Map.of();
    }
}
