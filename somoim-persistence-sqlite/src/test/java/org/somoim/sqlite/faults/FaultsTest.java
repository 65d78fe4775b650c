package org.somoim.sqlite.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.accounts.Account;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.idempotency.Once;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.StoreFailure;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.sqlite.backup.Backups;
import org.somoim.sqlite.faults.FailingDataSource.Moment;

/**
 * Whatever call to the database fails, before it is carried out or after: a change has happened wholly or not at all, the
 * caller is told, and everything goes on with the next call.
 */
@Covers({"DAT-9", "TST-3"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    /** The long ones have hundreds of calls, and are gone through from the start for each that fails. */
    private static final int STEP = Boolean.getBoolean("somoim.nightly") ? 1 : 7;
    /** Of the others, all that stand at the beginning and the end, where a change is kept, and some between. */
    private static final int SHORT_STEP = Boolean.getBoolean("somoim.nightly") ? 1 : 4;

    private final Changes changes = new Changes();
    private Scene scene;
    private int tried;

    @BeforeAll
    void setTheScene(@TempDir Path folder) throws IOException, SQLException {
        scene = new Scene(folder);
    }

    @AfterAll
    void say() throws SQLException {
        scene.close();
        System.out.println("Faults tried: " + tried);
    }

    @Test
    void everyFrontDoorThatChangesSomethingIsTried() {
        Set<String> missing = FrontDoors.changing();
        assertThat(missing).hasSizeGreaterThan(80);
        missing.removeAll(FrontDoors.calledBy(Changes.class));
        // What it does is tried one by one; here it would go on while something else is tried.
        missing.remove(Somoim.class.getName() + ".deliverSoon()");

        assertThat(missing)
                .as("what begins a change, and is not called in " + Changes.class.getSimpleName())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aChangeHappensWhollyOrNotAtAll() {
        return each(changes.atOnce(), (change, moment) -> {
            List<String> wholly = outcome(change);
            int calls = scene.failing.calls();
            int first = moment == Moment.BEFORE ? 1 : 2;
            for (int nth = first; isTurnedDown(change, nth, moment); nth += nth + SHORT_STEP < calls ? SHORT_STEP : 1) {
                if (!scene.isAsItWas()) {
                    assertThat(moment).as("a change that was not carried out").isEqualTo(Moment.AFTER);
                    assertThat(counts()).as("after call %s", nth).isEqualTo(wholly);
                    assertThat(isSound()).isTrue();
                }
            }
            assertThat(counts()).isEqualTo(wholly);
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsMadeOfSeveralChangesGoesOnWhereItWasBrokenOff() {
        return each(changes.inSteps(), (change, moment) -> {
            List<String> wholly = outcome(change);
            int first = moment == Moment.BEFORE ? 1 : 1 + STEP / 2;
            for (int nth = first; isTurnedDown(change, nth, moment); nth += STEP) {
                assertThat(scene.isAsItWas() || isSound()).isTrue();
                change.accept(scene);
                assertThat(counts()).as("after call %s", nth).isEqualTo(wholly);
            }
            assertThat(counts()).isEqualTo(wholly);
        });
    }

    /** Where one step fails the others go on, so they come in another order; each finds what it would have found. */
    @TestFactory
    Stream<DynamicTest> whatIsMadeOfManyJobsIsDoneInTheNextRoundWhereOneOfThemFailed() {
        return each(changes.inRounds(), (change, moment) -> {
            int first = moment == Moment.BEFORE ? 1 : 1 + STEP / 2;
            for (int nth = first; isTurnedDown(change, nth, moment); nth += STEP) {
                change.accept(scene);
                List<String> done = counts();
                change.accept(scene);
                assertThat(counts()).as("after call %s, a round later", nth).isEqualTo(done);
                assertThat(isSound()).isTrue();
            }
        });
    }

    /** Whether undoing failed is all the same then: a connection on which it did is not used again. */
    @TestFactory
    Stream<DynamicTest> whatUndoesItselfLeavesNothing() {
        return each(changes.undone(), (change, moment) -> {
            int nth = 0;
            boolean hasFailed;
            do {
                scene.again();
                scene.failing.fail(++nth, moment);
                isTold(() -> change.accept(scene));
                hasFailed = scene.failing.hasFailed();
                scene.failing.fail(0, moment);
                assertThat(scene.isAsItWas()).as("after call %s", nth).isTrue();
                tried += hasFailed ? 1 : 0;
            } while (hasFailed);
            assertThat(nth).isGreaterThan(10);
        });
    }

    @FunctionalInterface
    private interface Check {
        void accept(Consumer<Scene> change, Moment moment) throws Exception;
    }

    private static Stream<DynamicTest> each(Map<String, Consumer<Scene>> all, Check check) {
        return all.entrySet().stream().flatMap(change -> Stream.of(Moment.values())
                .map(moment -> dynamicTest(
                        change.getKey() + ", a call failing " + moment.name().toLowerCase(Locale.ROOT),
                        () -> check.accept(change.getValue(), moment))));
    }

    /** How many rows there are when nothing fails. */
    private List<String> outcome(Consumer<Scene> change) throws IOException, SQLException {
        scene.again();
        scene.failing.fail(0, Moment.BEFORE);
        change.accept(scene);
        assertThat(scene.isAsItWas()).as("what changes nothing").isFalse();
        return counts();
    }

    /** @return false if it did not come to that many calls; it has gone well then */
    private boolean isTurnedDown(Consumer<Scene> change, int nth, Moment moment) throws IOException, SQLException {
        scene.again();
        scene.failing.fail(nth, moment);
        boolean isTold = isTold(() -> change.accept(scene));
        boolean hasFailed = scene.failing.hasFailed();
        scene.failing.fail(0, moment);
        assertThat(isTold)
                .as("whether the caller is told that call %s failed", nth)
                .isEqualTo(hasFailed);
        tried += hasFailed ? 1 : 0;
        return hasFailed;
    }

    private static boolean isTold(Runnable change) {
        try {
            change.run();
            return false;
        } catch (StoreFailure told) {
            return true;
        }
    }

    private boolean isSound() {
        return Backups.verify(scene.file).isClean();
    }

    private static List<String> tables(Statement statement) throws SQLException {
        var tables = new ArrayList<String>();
        try (ResultSet rows = statement.executeQuery(
                "select name from sqlite_schema where type = 'table' and name like 'somoim!_%' escape '!' order by name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** How many rows there are in each table. */
    private List<String> counts() throws SQLException {
        var counts = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + scene.file);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet found = statement.executeQuery("select count(*) from " + table)) {
                    counts.add(table + " " + found.getInt(1));
                }
            }
        }
        return counts;
    }

    /** A caller who was told of a failure and asks again under the same key. */
    @Test
    void aRetryHasOneEffectWhateverCallFailed() throws Exception {
        for (Moment moment : Moment.values()) {
            scene.again();
            boolean hasFailed = true;
            for (int nth = 1; hasFailed; nth++) {
                var key = new IdempotencyKey("key-" + nth);
                int posts = posts();
                scene.failing.fail(nth, moment);
                isTold(() -> writeOnce(key));
                hasFailed = scene.failing.hasFailed();
                scene.failing.fail(0, moment);
                tried += hasFailed ? 1 : 0;
                writeOnce(key);

                assertThat(posts()).as("call %s failing %s", nth, moment).isEqualTo(posts + 1);
            }
        }
    }

    /** Somebody who tries again and again while the database is out of order is not taken for a burglar afterwards. */
    @Test
    void whatFailedDoesNotCountAgainstThePersonWhoTried() throws Exception {
        Email address = Email.of("closed@example.org");
        scene.again();
        for (int nth = 1; nth <= 10; nth++) {
            scene.failing.fail(1, Moment.BEFORE);
            assertThat(isTold(() -> logIn(address))).isTrue();
            scene.failing.fail(1, Moment.BEFORE);
            assertThat(isTold(() -> scene.somoim.passwords().askForNew(Scene.VISITOR, Email.of("owner@example.org"))))
                    .isTrue();
        }
        scene.failing.fail(0, Moment.BEFORE);

        assertThat(logIn(address).email()).isEqualTo(address);
        scene.somoim.passwords().askForNew(Scene.VISITOR, Email.of("owner@example.org"));
        scene.somoim.deliver();
        assertThat(scene.letters(Email.of("owner@example.org"))).hasSize(1);
    }

    private Account logIn(Email address) {
        return scene.somoim.passwords().logIn(Scene.VISITOR, address, Community.PASSWORD, new Origin("192.0.2.1"));
    }

    private Once.Outcome writeOnce(IdempotencyKey key) {
        return scene.somoim
                .once()
                .call(
                        scene.owner,
                        key,
                        new Secrets.Secret("write").digest(),
                        () -> Line.of("/posts/"
                                + scene.town.post(scene.owner, scene.group).id()));
    }

    private int posts() throws SQLException {
        return counts().stream()
                .filter(count -> count.startsWith("somoim_posts "))
                .mapToInt(count -> Integer.parseInt(count.substring(count.indexOf(' ') + 1)))
                .sum();
    }
}
