package org.somoim.notifications;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.somoim.Covers;
import org.somoim.access.Place;
import org.somoim.access.SiteRole;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.notifications.NotificationSource.News;
import org.somoim.notifications.Village.Told;

/** Whatever people do to one another and to their groups, and whenever it is delivered and read. */
@Covers({"NTF-2", "NTF-5"})
class NotificationsPropertiesTest {

    enum Deed {
        SPEAK,
        SPEAK_ON_PAGE,
        PUT_OUT,
        JOIN,
        LEAVE,
        BAN,
        PROMOTE,
        BLOCK,
        UNBLOCK,
        OPEN_UP,
        CLOSE_DOWN,
        DELETE_GROUP,
        RESTORE_GROUP,
        DELETE_SUBJECT,
        SETTLE,
        SUSPEND,
        REINSTATE,
        TURN_OFF,
        TURN_ON,
        MUTE,
        READ_ONE,
        READ_ALL,
        WAIT,
        DELIVER
    }

    /** @param who the first of the people in it, @param whom the second, @param where the group, @param what the thread or kind */
    record Step(Deed deed, int who, int whom, int where, int what) {}

    @Provide
    Arbitrary<Step> steps() {
        // Speaking and delivering more often than the rest, so that there is something to hide.
        Arbitrary<Deed> deeds = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Deed.SPEAK)),
                Tuple.of(1, Arbitraries.of(Deed.DELIVER)),
                Tuple.of(4, Arbitraries.of(Deed.class)));
        var few = Arbitraries.integers().between(0, 2);
        return Combinators.combine(deeds, few, few, Arbitraries.integers().between(0, 1), few)
                .as(Step::new);
    }

    @Property(tries = 300)
    void nobodyReadsOfWhatTheyMayNotSeeAndEverybodyReadsTheRest(
            @ForAll @Size(min = 1, max = 60) List<@From("steps") Step> history) {
        var life = new Life();
        for (Step step : history) {
            life.live(step);
            life.check();
        }
    }

    /** Three people, two groups, three threads. */
    private static final class Life {
        private final Village village = new Village();
        private final List<Id<User>> people = List.of(village.person(), village.person(), village.person());
        private final List<Id<Place>> groups =
                List.of(village.group(people.get(0), people.get(1)), village.group(people.get(2)));
        private final List<Id<?>> threads =
                List.of(village.ids.timeOrdered(), village.ids.timeOrdered(), village.ids.timeOrdered());
        private final List<Id<?>> subjects = new ArrayList<>();

        void live(Step step) {
            Id<User> who = people.get(step.who());
            Id<User> whom = people.get(step.whom());
            Id<Place> where = groups.get(step.where());
            Village.Ground ground = village.groups.get(where);
            Id<?> thread = threads.get(step.what());
            switch (step.deed()) {
                case SPEAK -> subjects.add(village.comment(who, where, thread, whom));
                case SPEAK_ON_PAGE ->
                    village.happen(new News(who, Told.MENTIONED, null, people.get(step.what()), thread, fresh(), whom));
                case PUT_OUT -> village.happen(new News(who, Told.PUT_OUT, where, null, where, where, whom));
                case JOIN -> village.stand(who, where, Standing.MEMBER);
                case LEAVE -> village.stand(who, where, Standing.PERSON);
                case BAN -> village.stand(who, where, Standing.BANNED);
                case PROMOTE -> village.stand(who, where, Standing.MODERATOR);
                case BLOCK -> {
                    if (!who.equals(whom)) {
                        village.block(who, whom);
                    }
                }
                case UNBLOCK -> village.blocks.clear();
                case OPEN_UP -> ground.visibility = Visibility.PUBLIC;
                case CLOSE_DOWN -> ground.visibility = Visibility.SECRET;
                case DELETE_GROUP -> ground.deleted = true;
                case RESTORE_GROUP -> ground.deleted = false;
                case DELETE_SUBJECT ->
                    subjects.stream().skip(step.what()).findFirst().ifPresent(village.deleted::add);
                case SETTLE ->
                    subjects.stream()
                            .skip(step.what())
                            .findFirst()
                            .ifPresent(subject -> village.announce(new Village.Undone(subject)));
                case SUSPEND -> village.people.remove(who);
                case REINSTATE -> people.forEach(person -> village.people.put(person, SiteRole.USER));
                case TURN_OFF -> ifActive(who, me -> village.notifications.turnOff(me, Told.COMMENTED.word()));
                case TURN_ON ->
                    ifActive(who, me -> {
                        village.notifications.turnOn(me, Told.COMMENTED.word());
                        village.notifications.unmuteGroup(me, where);
                    });
                case MUTE -> {
                    if (maySee(who, where)) {
                        village.notifications.muteGroup(Actor.person(who), where);
                    }
                }
                case READ_ONE ->
                    ifActive(who, me -> village.shown(who).stream()
                            .skip(step.what())
                            .findFirst()
                            .ifPresent(row -> village.notifications.read(me, row.id())));
                case READ_ALL -> ifActive(who, me -> village.notifications.readAll(me, null));
                case WAIT -> village.clock.advance(Duration.ofMinutes(25));
                case DELIVER -> village.deliver();
            }
        }

        private Id<?> fresh() {
            Id<?> subject = village.ids.timeOrdered();
            subjects.add(subject);
            return subject;
        }

        private void ifActive(Id<User> who, Consumer<Actor> deed) {
            if (village.people.containsKey(who)) {
                deed.accept(Actor.person(who));
            }
        }

        void check() {
            for (Id<User> reader : people) {
                List<Notification> kept = village.store.newest(reader, false, null, 10_000);
                assertThat(kept.stream()
                                .collect(groupingBy(
                                        row -> List.of(row.kind(), row.thread(), hour(row.createdAt())), counting()))
                                .values())
                        .allMatch(count -> count == 1);
                if (!village.people.containsKey(reader)) {
                    continue;
                }
                List<Id<Notification>> due = kept.stream()
                        .filter(row -> maySee(reader, row))
                        .map(Notification::id)
                        .toList();
                List<Notification> shown = village.shown(reader);
                assertThat(shown).extracting(Notification::id).isEqualTo(due);
                assertThat(shown).allMatch(row -> row.by() == null || !village.parted(reader, row.by()));
                assertThat(village.unread(reader))
                        .isEqualTo((int)
                                shown.stream().filter(row -> !row.isRead()).count())
                        .isEqualTo(village.all(reader, true).size());
            }
        }

        /** The rule, written down once more. */
        private boolean maySee(Id<User> reader, Notification row) {
            if (row.kind().equals(Told.PUT_OUT.word())) {
                return true;
            }
            boolean open = row.pageOf() == null
                    ? mayRead(reader, row.groupId())
                    : village.people.containsKey(row.pageOf()) && !village.parted(reader, row.pageOf());
            return open
                    && !village.deleted.contains(row.subject())
                    && (row.by() == null || !village.parted(reader, row.by()));
        }

        private boolean mayRead(Id<User> reader, Id<? extends Place> where) {
            Village.Ground ground = village.groups.get(where);
            return !ground.deleted
                    && switch (ground.standings.getOrDefault(reader, Standing.PERSON)) {
                        case MEMBER, MODERATOR -> true;
                        case PERSON -> ground.visibility == Visibility.PUBLIC;
                        default -> false;
                    };
        }

        /** Whether one may mute it. */
        private boolean maySee(Id<User> who, Id<Place> where) {
            Village.Ground ground = village.groups.get(where);
            return village.people.containsKey(who)
                    && !ground.deleted
                    && switch (ground.standings.getOrDefault(who, Standing.PERSON)) {
                        case MEMBER, MODERATOR -> true;
                        case PERSON -> ground.visibility != Visibility.SECRET;
                        default -> false;
                    };
        }

        private static long hour(Instant at) {
            return at.toEpochMilli() / Duration.ofHours(1).toMillis();
        }
    }
}
