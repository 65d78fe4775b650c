package org.somoim.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryPorts;
import org.somoim.notifications.Notification;
import org.somoim.personaldata.Altered;

/**
 * Whatever people do, in any order, while clocks jump, jobs run or do not, and what was done is lost again: who is called hears
 * of each step once, who is not hears nothing, nothing is escalated once it was answered or ended, and places are forgotten.
 */
@Covers({"SAF-1", "SAF-2", "SAF-3", "SAF-5"})
class AlertsPropertiesTest {
    private static final Location HERE =
            Location.ofDegrees(new BigDecimal("37.5"), new BigDecimal("127.1"), Location.Precision.EXACT);
    private static final Word LISTENER = new Word("notifications");
    private static final int STEPS = Alerts.Terms.PRESET.steps().size();

    enum Deed {
        RAISE,
        RAISE_TO_BOTH,
        DRILL,
        ACKNOWLEDGE,
        END,
        END_ALL,
        BLOCK,
        UNBLOCK,
        PUT_OUT,
        LET_IN,
        DELIVER,
        TICK,
        WAIT_A_LITTLE,
        WAIT,
        WAIT_LONG,
        SET_BACK
    }

    record Turn(Deed deed, int who, int which, boolean lossy) {}

    /** Three in each group, one of them in both; and two more whose lot changes. */
    private static final class Story {
        final Lossy[] lossy = new Lossy[1];
        final Community town;
        Duration setBack = Duration.ZERO;
        final Alerts alerts;
        final Actor.Person owner;
        final Actor.Person outsider;
        final List<Group> groups;
        final List<Actor.Person> steady = new ArrayList<>();
        final Actor.Person fickle;
        final List<Actor.Person> everyone = new ArrayList<>();
        final List<Id<Alert>> raised = new ArrayList<>();

        /** What was settled when each was raised. */
        final Map<Id<Alert>, Set<Id<User>>> called = new HashMap<>();

        /** By person: what those who always belong must have been told, each once. */
        final Map<Id<User>, Set<String>> due = new HashMap<>();

        final Map<Id<Alert>, List<Object>> facts = new HashMap<>();
        final Map<Id<User>, Integer> calls = new HashMap<>();

        Story() {
            town = new Community(clock -> {
                var ports = MemoryPorts.of(clock, new Random(1));
                lossy[0] = new Lossy(ports.transactor(), new Random(7));
                return Altered.with(ports, "transactor", lossy[0]);
            });
            alerts = town.somoim.alerts();
            owner = town.person();
            outsider = town.person();
            groups = List.of(town.privateGroup(owner), town.privateGroup(owner));
            for (int i = 0; i < 5; i++) {
                steady.add(town.person());
            }
            fickle = town.person();
            for (int i = 0; i < 5; i++) {
                if (i < 3) {
                    join(steady.get(i), groups.get(0));
                }
                if (i >= 2) {
                    join(steady.get(i), groups.get(1));
                }
            }
            groups.forEach(group -> join(fickle, group));
            everyone.addAll(steady);
            everyone.add(owner);
            everyone.add(fickle);
            everyone.add(outsider);
            town.somoim.deliver();
        }

        private void join(Actor.Person person, Group group) {
            town.somoim.memberships().invite(owner, group.id(), person.id());
            town.somoim.memberships().accept(person, group.id());
        }

        void play(Turn turn) {
            Actor.Person who = everyone.get(turn.who() % everyone.size());
            // No two deeds are done at the same instant. Two alerts of one emergency that somebody ends one after the
            // other are
            // told of one by one, and two that they end with one deed are told of once: what is due tells them apart by
            // time.
            town.clock.advance(Duration.ofMillis(1));
            lossy[0].loses(turn.lossy());
            switch (turn.deed()) {
                case RAISE -> raise(who, List.of(groups.get(turn.which() % 2)), false);
                case RAISE_TO_BOTH -> raise(who, groups, false);
                case DRILL -> raise(owner, groups, true);
                case ACKNOWLEDGE -> any(turn, id -> alerts.acknowledge(who, id, answer(turn)));
                case END -> any(turn, id -> alerts.end(who, id, false));
                case END_ALL -> any(turn, id -> alerts.endAll(who, alert(id).batchId(), true));
                case BLOCK -> tried(() -> block(who));
                case UNBLOCK -> tried(() -> unblock(who));
                case PUT_OUT -> tried(() -> putOut(groups.get(turn.which() % 2)));
                case LET_IN -> tried(() -> letIn(groups.get(turn.which() % 2)));
                case DELIVER -> deliver();
                case TICK -> tick();
                case WAIT_A_LITTLE -> town.clock.advance(Duration.ofSeconds(40));
                case WAIT -> town.clock.advance(Duration.ofMinutes(4));
                case WAIT_LONG -> town.clock.advance(Duration.ofHours(20));
                case SET_BACK -> {
                    town.clock.advance(Duration.ofMinutes(-45));
                    setBack = setBack.plusMinutes(45);
                }
            }
            lossy[0].loses(false);
            check();
        }

        private static Receipt.Answer answer(Turn turn) {
            return Receipt.Answer.values()[turn.which() % Receipt.Answer.values().length];
        }

        private boolean block(Actor.Person other) {
            if (!other.equals(fickle)) {
                town.somoim.profiles().block(fickle, other.id());
            }
            return true;
        }

        private boolean unblock(Actor.Person other) {
            town.somoim.profiles().unblock(fickle, other.id());
            return true;
        }

        private boolean putOut(Group group) {
            town.somoim.members().remove(owner, group.id(), fickle.id());
            return true;
        }

        private Object letIn(Group group) {
            town.somoim.memberships().invite(owner, group.id(), fickle.id());
            return town.somoim.memberships().accept(fickle, group.id());
        }

        private void any(Turn turn, Function<Id<Alert>, Object> deed) {
            if (!raised.isEmpty()) {
                tried(() -> deed.apply(raised.get(turn.which() % raised.size())));
            }
        }

        /** Whatever is turned down, or lost, has not happened. */
        private static <R> Optional<R> tried(Supplier<R> deed) {
            try {
                return Optional.ofNullable(deed.get());
            } catch (Refusal | StoreFailure | Lossy.Lost e) {
                return Optional.empty();
            }
        }

        private void raise(Actor.Person who, List<Group> to, boolean drill) {
            // So few that each calls everyone; and by none who may then part from those they have called.
            if (who.equals(fickle) || !drill && calls.merge(who.id(), 1, Integer::sum) > 4) {
                return;
            }
            var call = new Call(to.stream().map(Group::id).toList(), Alert.Kind.HELP, null, HERE, drill);
            Map<Id<Group>, Set<Id<User>>> members = new HashMap<>();
            groups.forEach(group -> members.put(group.id(), mayHear(who, group)));
            tried(() -> alerts.raise(who, call))
                    .ifPresent(batch -> batch.alerts().forEach(shown -> {
                        raised.add(shown.alert().id());
                        called.put(shown.alert().id(), members.get(shown.alert().groupId()));
                    }));
        }

        private Set<Id<User>> mayHear(Actor.Person caller, Group group) {
            Set<Id<User>> hear = new HashSet<>();
            for (Actor.Person person : everyone) {
                boolean belongs = town.somoim.members().list(owner, group.id(), Page.Ask.first(50)).items().stream()
                        .anyMatch(member -> member.userId().equals(person.id()));
                boolean parted = !town.ports
                        .transactor()
                        .read(() -> town.ports.profiles().apart(caller.id(), Set.of(person.id())))
                        .isEmpty();
                if (belongs && !parted && !person.equals(caller)) {
                    hear.add(person.id());
                }
            }
            return hear;
        }

        private void deliver() {
            long before = town.ports.facts().progress(LISTENER).position();
            List<FactLog.Entry> waiting = town.ports.facts().after(before, 1_000);
            Map<String, Integer> toldBefore = told(fickle);
            tried(() -> town.somoim.deliver());
            checkNewsOfFickle(toldBefore);
            long after = town.ports.facts().progress(LISTENER).position();
            waiting.stream().filter(entry -> entry.position() <= after).forEach(this::heard);
        }

        /** Who went, or was parted from the caller, before the news came hears nothing of it, not even unseen. */
        private void checkNewsOfFickle(Map<String, Integer> before) {
            told(fickle).forEach((what, count) -> {
                if (!count.equals(before.get(what))) {
                    assertThat(raised.stream()
                                    .filter(id ->
                                            what.startsWith(alert(id).batchId().toString()))
                                    .map(id ->
                                            tried(() -> alerts.find(fickle, id).role()))
                                    .flatMap(Optional::stream))
                            .as(what)
                            .contains(ShownAlert.Role.CALLED);
                }
            });
        }

        /** Whom this must have been told, by what is true at this moment. */
        private void heard(FactLog.Entry entry) {
            if (!(entry.fact() instanceof SafetyFact fact)) {
                return;
            }
            facts.computeIfAbsent(fact.alertId(), id -> new ArrayList<>()).add(fact);
            Alert alert = alert(fact.alertId());
            String drill = alert.drill() ? "drill-" : "";
            if (fact instanceof SafetyFact.Raised) {
                owed(alert, "safety." + drill + "raised");
            } else if (fact instanceof SafetyFact.Escalated escalated && alert.status() == Alert.Status.RAISED) {
                owed(alert, "safety." + drill + "escalated " + escalated.step());
            } else if (fact instanceof SafetyFact.Ended ended) {
                owed(alert, "safety." + drill + "ended " + alert.resolvedAt() + ended.byId());
            }
        }

        private void owed(Alert alert, String what) {
            called.get(alert.id()).stream()
                    .filter(person -> !person.equals(fickle.id()))
                    .filter(person -> !what.endsWith(person.toString()))
                    .filter(person -> !isQuieted(alert, person, what))
                    .forEach(person ->
                            due.computeIfAbsent(person, id -> new HashSet<>()).add(alert.batchId() + " " + what));
        }

        /** An earlier alert of the same emergency by which they are called has come as far, and was answered meanwhile. */
        private boolean isQuieted(Alert alert, Id<User> person, String what) {
            return what.contains("escalated")
                    && raised.stream()
                            .map(this::alert)
                            .filter(other -> other.batchId().equals(alert.batchId()))
                            .filter(other -> other.id().compareTo(alert.id()) < 0)
                            .filter(other -> called.get(other.id()).contains(person))
                            .anyMatch(other -> other.step() >= Integer.parseInt(what.replaceFirst(".* ", "")));
        }

        private void tick() {
            Map<Id<Alert>, Alert> before = new HashMap<>();
            raised.forEach(id -> before.put(id, alert(id)));
            boolean whole = tried(() -> {
                        town.somoim.tick();
                        return true;
                    })
                    .isPresent();
            Instant now = town.clock.instant();
            for (Id<Alert> id : raised) {
                Alert alert = alert(id);
                assertThat(alert.step() - before.get(id).step())
                        .as("one tick takes one step")
                        .isBetween(0, 1);
                if (before.get(id).status() != Alert.Status.RAISED) {
                    assertThat(alert.step()).isEqualTo(before.get(id).step());
                }
                if (whole
                        && alert.resolvedAt() != null
                        && !alert.resolvedAt()
                                .plus(Alerts.Terms.PRESET.locationKept())
                                .isAfter(now)) {
                    assertThat(alert.location()).isNull();
                    assertThat(alert.shredAt()).isNull();
                }
                if (alert.isOpen()) {
                    assertThat(alert.location()).isEqualTo(HERE);
                    assertThat(alert.createdAt()
                                            .plus(Alerts.Terms.PRESET.longest())
                                            .isAfter(now)
                                    || !whole)
                            .isTrue();
                }
            }
        }

        private Alert alert(Id<Alert> id) {
            return town.ports
                    .transactor()
                    .read(() -> town.ports.alerts().find(id).orElseThrow());
        }

        /** All of it, seen or not, by kind and emergency. */
        private Map<String, Integer> told(Actor.Person person) {
            Map<String, Integer> told = new HashMap<>();
            for (Notification one : town.ports
                    .transactor()
                    .read(() -> town.ports.notifications().newest(person.id(), false, null, 1_000))) {
                if (one.kind().value().startsWith("safety.")) {
                    told.merge(one.thread() + " " + one.kind(), one.count(), Integer::sum);
                }
            }
            return told;
        }

        private void check() {
            for (Id<Alert> id : raised) {
                assertThat(town.ports
                                .transactor()
                                .read(() -> town.ports.alerts().called(id)))
                        .isEqualTo(called.get(id));
            }
            assertThat(told(outsider)).isEmpty();
            for (Actor.Person person : steady) {
                assertThat(toldAsCalled(person)).isEqualTo(counted(due.getOrDefault(person.id(), Set.of())));
            }
            checkFickle();
            facts.values().forEach(this::checkOrder);
        }

        /** Without what is for those who called. */
        private Map<String, Integer> toldAsCalled(Actor.Person person) {
            Map<String, Integer> told = told(person);
            told.keySet().removeIf(what -> what.matches(".*(acknowledged|unanswered|yours-ended)"));
            return told;
        }

        private static Map<String, Integer> counted(Set<String> due) {
            Map<String, Integer> counted = new HashMap<>();
            due.forEach(what -> counted.merge(what.replaceFirst("(\\S+ \\S+).*", "$1"), 1, Integer::sum));
            return counted;
        }

        /** Never more than a steady person in their place would have heard, and shown is only what may be seen. */
        private void checkFickle() {
            for (Notification shown : town.somoim
                    .notifications()
                    .list(fickle, Page.Ask.first(50), false)
                    .items()) {
                if (shown.kind().value().startsWith("safety.")) {
                    assertThat(alerts.find(fickle, new Id<>(shown.subject().value())))
                            .isNotNull();
                }
            }
            told(fickle).forEach((what, count) -> {
                long alertsOfIt = raised.stream()
                        .map(this::alert)
                        .filter(alert -> what.startsWith(alert.batchId().toString()))
                        .filter(alert -> called.get(alert.id()).contains(fickle.id())
                                || alert.userId().equals(fickle.id()))
                        .count();
                assertThat(alertsOfIt).as(what).isPositive();
                assertThat(count).isLessThanOrEqualTo((int) alertsOfIt * STEPS * STEPS);
            });
        }

        /** Steps one by one, each once, and none after the first answer or the end. */
        private void checkOrder(List<Object> heard) {
            int step = 0;
            boolean isQuiet = false;
            for (Object fact : heard) {
                if (fact instanceof SafetyFact.Escalated escalated) {
                    assertThat(isQuiet)
                            .as("escalated after it was answered or ended")
                            .isFalse();
                    assertThat(escalated.step()).isEqualTo(++step);
                    assertThat(escalated.last()).isEqualTo(step == STEPS);
                } else if (!(fact instanceof SafetyFact.Raised)) {
                    isQuiet = true;
                }
            }
            assertThat(heard.stream().filter(SafetyFact.Raised.class::isInstance))
                    .hasSize(1);
            assertThat(heard.stream().filter(SafetyFact.Ended.class::isInstance))
                    .hasSizeLessThan(2);
            assertThat(heard.stream().filter(SafetyFact.LocationShredded.class::isInstance))
                    .hasSizeLessThan(2);
        }

        /** Nothing is lost any more, and what has failed is tried again. */
        void settle() {
            // What failed before the clock was set back waits until then.
            town.clock.advance(Duration.ofHours(3).plus(setBack));
            deliver();
            check();
            assertThat(town.somoim.facts().setAside()).isEmpty();
            assertThat(facts.keySet()).containsExactlyInAnyOrderElementsOf(raised);
            town.clock.advance(Duration.ofDays(4));
            tick();
            town.clock.advance(Duration.ofHours(2));
            tick();
            deliver();
            check();
            assertThat(raised.stream().map(this::alert)).allMatch(alert -> !alert.isOpen() && alert.location() == null);
        }
    }

    @Property(tries = 500)
    void everyStepIsToldOnceToThoseWhoAreCalledAndToNobodyElse(
            @ForAll @Size(min = 10, max = 60) List<Deed> deeds, @ForAll @IntRange(max = 1_000_000) int seed) {
        var chance = new Random(seed);
        var story = new Story();
        for (Deed deed : deeds) {
            story.play(new Turn(deed, chance.nextInt(8), chance.nextInt(1_000), chance.nextInt(3) == 0));
        }
        story.settle();
    }
}
