package org.somoim.sqlite.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Refusal;
import org.somoim.memory.Community;
import org.somoim.safety.Alert;
import org.somoim.safety.Alerts;
import org.somoim.safety.Call;
import org.somoim.safety.Location;
import org.somoim.safety.Receipt;
import org.somoim.safety.SafetyFact;
import org.somoim.sqlite.OpenDatabase;

/** Many who do something about one alert at once. */
@Covers({"SAF-2", "SAF-5", "TST-3"})
class AlertRaceTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 5;
    private static final Actor HOST = Actor.host("test");
    private static final Location HERE = Location.ofDegrees(BigDecimal.ONE, BigDecimal.TEN, Location.Precision.EXACT);

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private final List<Actor.Person> called = new ArrayList<>();

    @Test
    void ofManyWhoEndAnAlertOneDoesAndItIsToldOnce() throws Exception {
        Community town = database.community();
        Alerts alerts = town.somoim.alerts();
        Actor.Person caller = town.person();
        List<Group> groups = gathered(town, caller);
        for (int round = 0; round < ROUNDS; round++) {
            Alert alert = raise(town, caller, groups);
            List<Callable<Object>> endings = new ArrayList<>();
            for (Actor.Person person : called) {
                endings.add(() -> alerts.end(person, alert.id(), false));
                endings.add(() -> alerts.acknowledge(person, alert.id(), Receipt.Answer.ON_MY_WAY));
            }
            endings.add(() -> alerts.endAll(caller, alert.batchId(), true));
            together(endings);

            assertThat(facts(town, SafetyFact.Ended.class, alert)).hasSize(1);
            Alert ended = alerts.find(caller, alert.id()).alert();
            assertThat(ended.isOpen()).isFalse();
            assertThat(alerts.batch(caller, alert.batchId()).alerts())
                    .filteredOn(shown -> shown.alert().outcome() == Alert.Outcome.FALSE_ALARM)
                    .as("the whole emergency, or what was left of it")
                    .hasSize(Objects.equals(ended.resolvedBy(), caller.id()) ? 2 : 1);
            assertThat(alerts.answers(caller, alert.id(), Page.Ask.first()).items())
                    .as("an answer that was taken is kept, and acknowledges")
                    .hasSize(facts(town, SafetyFact.Acknowledged.class, alert).size());
        }
    }

    @Test
    void ofManyTimersOneTakesEachStep() throws Exception {
        Community town = database.community();
        Actor.Person caller = town.person();
        List<Group> groups = gathered(town, caller);
        Alert alert = raise(town, caller, groups);
        town.clock.advance(Duration.ofMinutes(2));
        together(Collections.nCopies(THREADS, () -> town.somoim.alerts().escalate(HOST)));
        assertThat(facts(town, SafetyFact.Escalated.class, alert)).hasSize(1);

        town.somoim.alerts().end(caller, alert.id(), false);
        town.clock.advance(Duration.ofHours(1));
        for (int round = 0; round < ROUNDS; round++) {
            together(Collections.nCopies(THREADS, () -> {
                town.somoim.tick();
                return town;
            }));
        }
        assertThat(facts(town, SafetyFact.LocationShredded.class, alert)).hasSize(1);
        assertThat(town.somoim.alerts().find(caller, alert.id()).alert().location())
                .isNull();
    }

    private List<Group> gathered(Community town, Actor.Person caller) {
        Group first = town.openGroup(caller);
        for (int i = 0; i < THREADS; i++) {
            called.add(town.memberOf(first));
        }
        return List.of(first, town.openGroup(caller));
    }

    private static Alert raise(Community town, Actor.Person caller, List<Group> groups) {
        List<Id<Group>> ids = groups.stream().map(Group::id).toList();
        var call = new Call(ids, Alert.Kind.HELP, null, HERE, false);
        return town.somoim.alerts().raise(caller, call).alerts().get(0).alert();
    }

    private static List<SafetyFact> facts(Community town, Class<? extends SafetyFact> type, Alert about) {
        return town.ports.transactor().read(() -> town.ports.facts().after(0, 10_000)).stream()
                .map(FactLog.Entry::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(fact -> fact.alertId().equals(about.id()))
                .map(SafetyFact.class::cast)
                .toList();
    }

    /** What is refused has not happened. */
    private static void together(List<? extends Callable<?>> deeds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<?> deed : threads.invokeAll(List.<Callable<Object>>copyOf(
                    deeds.stream().map(one -> (Callable<Object>) one::call).toList()))) {
                try {
                    deed.get();
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(Refusal.class);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
