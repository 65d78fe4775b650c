package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.somoim.Covers;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Word;
import org.somoim.metrics.Counters;
import org.somoim.sqlite.Crowd.Member;
import org.somoim.sqlite.faults.FailingDataSource;
import org.somoim.sqlite.faults.FailingDataSource.Moment;
import org.somoim.sqlite.kernel.SqliteFactLog;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Changes that share a commit are each done wholly or not at all, and their callers are told what is so. */
@Covers({"DAT-9", "PER-7"})
class SharedCommitsTest {
    private static final String SAVED = "savepoint somoim_change";
    private static final String TAKEN_BACK = "rollback to somoim_change";
    private static final Duration PATIENT = Duration.ofMinutes(1);

    /** What is not endless keeps to it however busy the machine is. */
    private static final Duration HASTY = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    private TappedDataSource tapped;
    private SqliteDatabase database;

    /** Long work. */
    public interface Endless {
        String FOREVER = "with recursive n (i) as (select 1 union all select i + 1 from n where i < 100000000000) ";

        @Select(FOREVER + "select count(*) from n")
        long countForever();

        @Insert("insert into somoim_facts (fact, created_at) " + FOREVER + "select 'x', count(*) from n")
        void writeForever();
    }

    @BeforeEach
    void open() {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        var real = new SQLiteDataSource(config);
        real.setUrl("jdbc:sqlite:" + folder.resolve("somoim.db"));
        tapped = new TappedDataSource(real);
        database = open(Commits.SHARED, PATIENT);
    }

    private SqliteDatabase open(Commits commits, Duration deadline) {
        return SqliteDatabase.on(
                tapped.source(),
                new Counters(System::nanoTime),
                commits,
                PATIENT,
                deadline,
                List.of(SqliteParts.KERNEL, SqlitePart.of(Endless.class)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SqliteFactLog log() {
        return database.store(SqliteFactLog.class);
    }

    /** Two rows, which are there together or not at all. */
    private boolean put(String name) {
        log().advance(new Word(name + "-left"), 0, 1);
        log().advance(new Word(name + "-right"), 0, 1);
        return true;
    }

    /** 0 if it is not there, 2 if it is. */
    private int rows(String name) {
        return (int) (log().progress(new Word(name + "-left")).position()
                + log().progress(new Word(name + "-right")).position());
    }

    private long transactions() {
        return tapped.heard("begin immediate");
    }

    @Test
    void changesThatComeAtTheSameTimeWaitForTheDiskOnce() throws Exception {
        var crowd = new Crowd(database);
        IntStream.range(0, 6).forEach(i -> crowd.add(() -> put("change-" + i)));

        assertThat(crowd.run()).allMatch(Member::isKept);

        assertThat(IntStream.range(0, 6)).allMatch(i -> rows("change-" + i) == 2);
        assertThat(transactions()).isEqualTo(1);
    }

    @Test
    void onesThatAreToStandAloneEachWaitForTheDisk() throws Exception {
        database = open(Commits.ALONE, PATIENT);
        var crowd = new Crowd(database);
        IntStream.range(0, 6).forEach(i -> crowd.add(() -> put("change-" + i)));

        assertThat(crowd.run()).allMatch(Member::isKept);

        assertThat(transactions()).isEqualTo(6);
        assertThat(tapped.heard(SAVED)).isZero();
    }

    @Test
    void aChangeThatComesAloneIsDoneAsIfNothingWereShared() {
        database.run(() -> put("one"));
        assertThatThrownBy(() -> database.run(() -> {
                    put("two");
                    throw new IllegalStateException("regretted");
                }))
                .hasMessage("regretted");

        assertThat(rows("one")).isEqualTo(2);
        assertThat(rows("two")).isZero();
        assertThat(tapped.heard(SAVED)).isZero();
        assertThat(transactions()).isEqualTo(2);
    }

    @Test
    void nobodyIsToldBeforeItIsOnTheDiskAndNobodyElseSeesItBefore() throws Exception {
        var crowd = new Crowd(database);
        IntStream.range(0, 4).forEach(i -> crowd.add(() -> put("change-" + i)));
        var early = new AtomicInteger();
        tapped.tap(sql -> {
            if (sql.equals("commit")) {
                // Whoever would return too soon has had the time to.
                for (int i = 0; i < 1_000; i++) {
                    Thread.yield();
                }
                early.addAndGet(rowsSeenByOthers());
                crowd.members().stream().filter(Member::hasReturned).forEach(member -> early.incrementAndGet());
            }
        });

        assertThat(crowd.run()).allMatch(Member::isKept);

        assertThat(early).hasValue(0);
    }

    private int rowsSeenByOthers() throws SQLException {
        try (var connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + folder.resolve("somoim.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from somoim_listeners")) {
            return rows.getInt(1);
        }
    }

    @Test
    void oneThatFailsUndoesItselfAndNothingElse() throws Exception {
        var refused = new IllegalStateException("turned down");
        var broken = new AssertionError("broken");
        var crowd = new Crowd(database);
        crowd.add(() -> put("first"));
        Member second = crowd.add(() -> {
            put("second");
            throw refused;
        });
        crowd.add(() -> put("third"));
        Member fourth = crowd.add(() -> {
            put("fourth");
            throw broken;
        });
        crowd.add(() -> put("fifth"));

        crowd.run();

        assertThat(second.thrown()).containsSame(refused);
        assertThat(fourth.thrown()).containsSame(broken);
        assertThat(List.of(rows("first"), rows("second"), rows("third"), rows("fourth"), rows("fifth")))
                .containsExactly(2, 0, 2, 0, 2);
        assertThat(transactions()).isEqualTo(1);
    }

    @Test
    void theLastMayFailAndWhoCameBeforeIsStillTold() throws Exception {
        var crowd = new Crowd(database);
        Member first = crowd.add(() -> put("first"));
        Member last = crowd.add(() -> {
            put("last");
            throw new IllegalStateException("turned down");
        });

        crowd.run();

        assertThat(first.isKept()).isTrue();
        assertThat(last.isKept()).isFalse();
        assertThat(List.of(rows("first"), rows("last"))).containsExactly(2, 0);
    }

    @Test
    void theFirstMayFailAndTheOthersGoOn() throws Exception {
        var crowd = new Crowd(database);
        Member first = crowd.add(() -> {
            put("first");
            throw new AssertionError("broken");
        });
        Member second = crowd.add(() -> put("second"));
        Member third = crowd.add(() -> put("third"));

        crowd.run();

        assertThat(first.thrown()).containsInstanceOf(AssertionError.class);
        assertThat(second.isKept() && third.isKept()).isTrue();
        assertThat(List.of(rows("first"), rows("second"), rows("third"))).containsExactly(0, 2, 2);
    }

    /** As a refusal by the tables, which an earlier failure does not make a failure of everybody's. */
    @Test
    void aRuleOfTheTablesThatIsBrokenConcernsOnlyWhoBrokeIt() throws Exception {
        var crowd = new Crowd(database);
        crowd.add(() -> put("first"));
        Member second = crowd.add(() -> {
            put("second");
            return log().begin(new Word("a".repeat(50)), -1);
        });
        Member third = crowd.add(() -> {
            put("third");
            catchThrowable(() -> log().begin(new Word("a".repeat(50)), -1));
            return put("third-as-well");
        });

        crowd.run();

        assertThat(second.thrown()).containsInstanceOf(IllegalStateException.class);
        assertThat(third.isKept()).isTrue();
        assertThat(List.of(rows("first"), rows("second"), rows("third"), rows("third-as-well")))
                .containsExactly(2, 0, 2, 2);
    }

    @Test
    void whenTheCommitFailsEveryCallerIsToldAndNothingIsKept() throws Exception {
        var crowd = new Crowd(database);
        IntStream.range(0, 4).forEach(i -> crowd.add(() -> put("change-" + i)));
        tapped.tap(sql -> {
            if (sql.equals("commit")) {
                throw new SQLException("the disk has gone");
            }
        });

        List<Member> members = crowd.run();

        assertThat(members).allSatisfy(member -> assertThat(member.thrown()).containsInstanceOf(StoreFailure.class));
        assertThat(members.stream().map(Member::thrown)).doesNotHaveDuplicates();
        tapped.tap(sql -> {});
        assertThat(IntStream.range(0, 4)).allMatch(i -> rows("change-" + i) == 0);
        database.run(() -> put("later"));
        assertThat(rows("later")).isEqualTo(2);
    }

    @Test
    void whenOneCannotBeUndoneAloneNothingIsKeptAndEveryCallerIsTold() throws Exception {
        var crowd = new Crowd(database);
        crowd.add(() -> put("first"));
        crowd.add(() -> put("second"));
        Member third = crowd.add(() -> {
            put("third");
            throw new AssertionError("broken");
        });
        Member fourth = crowd.add(() -> put("fourth"));
        tapped.tap(sql -> {
            if (sql.equals(TAKEN_BACK)) {
                throw new SQLException("out of reach");
            }
        });

        List<Member> members = crowd.run();

        assertThat(members.subList(0, 2))
                .allSatisfy(member -> assertThat(member.thrown()).containsInstanceOf(StoreFailure.class));
        assertThat(third.thrown()).containsInstanceOf(AssertionError.class);
        // It came after, and began anew.
        assertThat(fourth.isKept()).isTrue();
        assertThat(List.of(rows("first"), rows("second"), rows("third"), rows("fourth")))
                .containsExactly(0, 0, 0, 2);
    }

    /** SQLite undoes a whole transaction when it stops a statement in it that writes. */
    @Test
    void aWriteThatIsStoppedTakesThoseWithItThatShareItsTransactionAndTheyAreTold() throws Exception {
        database = open(Commits.SHARED, HASTY);
        var crowd = new Crowd(database);
        Member first = crowd.add(() -> put("first"));
        Member second = crowd.add(() -> {
            put("second");
            database.store(Endless.class).writeForever();
            return true;
        });

        crowd.run();
        database.run(() -> put("third"));

        assertThat(first.thrown()).containsInstanceOf(StoreFailure.class);
        assertThat(second.thrown().map(Throwable::getMessage).orElse("")).contains("deadline");
        assertThat(List.of(rows("first"), rows("second"), rows("third"))).containsExactly(0, 0, 2);
    }

    @Test
    void aQuestionThatIsStoppedUndoesOnlyTheChangeItWasPartOf() throws Exception {
        database = open(Commits.SHARED, HASTY);
        var crowd = new Crowd(database);
        Member first = crowd.add(() -> put("first"));
        Member second = crowd.add(() -> {
            put("second");
            catchThrowable(() -> database.store(Endless.class).countForever());
            return true;
        });

        crowd.run();
        database.run(() -> put("third"));

        assertThat(first.isKept()).isTrue();
        assertThat(second.thrown()).containsInstanceOf(StoreFailure.class);
        assertThat(List.of(rows("first"), rows("second"), rows("third"))).containsExactly(2, 0, 2);
    }

    @Test
    void aThreadThatIsInterruptedInLineIsToldAndHoldsUpNobody() throws Exception {
        var crowd = new Crowd(database);
        var gone = new ArrayList<Member>();
        Member first = crowd.add(() -> {
            gone.forEach(Member::interrupt);
            return put("first");
        });
        gone.add(crowd.add(() -> put("second")));
        gone.add(crowd.add(() -> put("third")));

        crowd.run();

        assertThat(first.isKept()).isTrue();
        assertThat(gone).allSatisfy(member -> {
            assertThat(member.thrown()).containsInstanceOf(StoreFailure.class);
            assertThat(member.isInterrupted()).isTrue();
        });
        assertThat(List.of(rows("first"), rows("second"), rows("third"))).containsExactly(2, 0, 0);
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsForTheDiskLearnsWhatBecameOfItsChange() throws Exception {
        for (boolean fails : new boolean[] {false, true}) {
            tapped.tap(sql -> {
                if (fails && sql.equals("commit")) {
                    throw new SQLException("the disk has gone");
                }
            });
            var crowd = new Crowd(database);
            for (int i = 0; i < 3; i++) {
                String name = "change-" + fails + i;
                crowd.add(() -> {
                    Thread.currentThread().interrupt();
                    return put(name);
                });
            }

            List<Member> members = crowd.run();

            assertThat(members).allMatch(Member::isInterrupted).allMatch(member -> member.isKept() == !fails);
            tapped.tap(sql -> {});
            assertThat(IntStream.range(0, 3)).allMatch(i -> rows("change-" + fails + i) == (fails ? 0 : 2));
        }
    }

    /** Of each call to the database in turn. */
    @ParameterizedTest
    @EnumSource
    void whicheverCallFailsEachIsDoneWhollyOrNotAtAllAndWhoIsToldThatItIsKeptFindsIt(Moment moment) throws Exception {
        var failing = new FailingDataSource(tapped.source());
        database = SqliteDatabase.on(
                failing, new Counters(System::nanoTime), Commits.SHARED, PATIENT, PATIENT, List.of(SqliteParts.KERNEL));
        boolean hasFailed = true;
        int nth = 0;
        for (; hasFailed; nth++) {
            var crowd = new Crowd(database);
            for (int i = 0; i < 4; i++) {
                String name = "change-" + nth + "-" + i;
                boolean fails = i == 2;
                crowd.add(() -> {
                    put(name);
                    if (fails) {
                        throw new AssertionError("broken");
                    }
                    return true;
                });
            }
            failing.fail(nth + 1, moment);
            List<Member> members = crowd.run();
            hasFailed = failing.hasFailed();
            failing.fail(0, moment);
            for (int i = 0; i < 4; i++) {
                int rows = rows("change-" + nth + "-" + i);
                boolean isKept = members.get(i).isKept();
                assertThat(rows)
                        .as("of change %s when call %s fails", i, nth + 1)
                        .isIn(isKept ? Set.of(2) : notKept(moment));
            }
            assertThat(members)
                    .allMatch(member -> !member.isKept() || member.thrown().isEmpty());
            assertThat(rows("change-" + nth + "-2")).as("what threw").isZero();
        }
        assertThat(nth).isGreaterThan(20);
    }

    /** A commit that was carried out and then said to have failed was carried out. */
    private static Set<Integer> notKept(Moment moment) {
        return moment == Moment.BEFORE ? Set.of(0) : Set.of(0, 2);
    }

    @Test
    void whatIsRefusedInsideAnotherIsRefusedInASharedOneToo() throws Exception {
        var crowd = new Crowd(database);
        crowd.add(() -> put("first"));
        Member second = crowd.add(() -> {
            // Joins the outer one.
            database.run(() -> put("second"));
            assertThat(database.<Integer>read(() -> rows("second"))).isEqualTo(2);
            return true;
        });
        crowd.add(() -> put("third"));
        crowd.run();

        assertThat(second.isKept()).isTrue();
        assertThat(rows("second")).isEqualTo(2);
        assertThatThrownBy(() -> database.read(() -> database.call(() -> put("fourth"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(transactions()).isEqualTo(1);
    }

    @Test
    void whoHasWaitedLongEnoughIsToldBeforeOthersJoin() throws Exception {
        database = SqliteDatabase.on(
                tapped.source(),
                new Counters(System::nanoTime),
                Commits.SHARED,
                Duration.ZERO,
                PATIENT,
                List.of(SqliteParts.KERNEL));
        var crowd = new Crowd(database);
        IntStream.range(0, 5).forEach(i -> crowd.add(() -> put("change-" + i)));

        assertThat(crowd.run()).allMatch(Member::isKept);

        assertThat(transactions()).isEqualTo(5);
    }

    @Test
    void whatNeedsTheFileAloneWaitsForNobodyButWhoIsAtWork() throws Exception {
        var crowd = new Crowd(database);
        crowd.add(() -> put("first"));
        Thread[] cleaning = new Thread[1];
        boolean[] isClear = new boolean[1];
        crowd.add(() -> {
            cleaning[0] = new Thread(() -> isClear[0] = database.clearRemains());
            cleaning[0].start();
            while (cleaning[0].getState() != Thread.State.TIMED_WAITING) {
                Thread.yield();
            }
            return put("second");
        });

        assertThat(crowd.run()).allMatch(Member::isKept);
        cleaning[0].join();

        assertThat(isClear[0]).isTrue();
    }

    /** What one of a storm of changes does, and whether it is to be there afterwards. */
    private enum Deed {
        DO,
        THROW_AT_ONCE,
        THROW_LATE,
        THROW_AN_ERROR,
        BREAK_A_RULE,
        BREAK_A_RULE_AND_GO_ON,
        BE_INTERRUPTED;

        boolean isKept() {
            return this == DO || this == BREAK_A_RULE_AND_GO_ON;
        }
    }

    private void act(Deed deed, String name) {
        if (deed == Deed.THROW_AT_ONCE) {
            throw new IllegalStateException("at once");
        }
        if (deed == Deed.BREAK_A_RULE_AND_GO_ON) {
            catchThrowable(() -> log().begin(new Word(name + "-left"), -1));
        }
        log().advance(new Word(name + "-left"), 0, 1);
        switch (deed) {
            case THROW_LATE -> throw new IllegalStateException("late");
            case THROW_AN_ERROR -> throw new AssertionError("broken");
            case BREAK_A_RULE -> log().begin(new Word(name + "-right"), -1);
            default -> {}
        }
        log().advance(new Word(name + "-right"), 0, 1);
    }

    @RepeatedTest(3)
    void inAStormOfChangesEachThatIsKeptIsThereAndEachThatFailedIsNotAndNoneIsHalfThere(RepetitionInfo repetition)
            throws Exception {
        int threads = 16;
        int each = 40;
        Set<String> kept = ConcurrentHashMap.newKeySet();
        Set<String> failed = ConcurrentHashMap.newKeySet();
        Set<String> wrong = ConcurrentHashMap.newKeySet();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (SqliteDatabase storm =
                SqliteDatabase.open(SqliteOptions.at(folder.resolve("storm.db")), List.of(SqliteParts.KERNEL))) {
            database = storm;
            List<Callable<Void>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String prefix = "storm-" + thread + "-";
                var chance = new Random(100L * repetition.getCurrentRepetition() + thread);
                work.add(() -> {
                    for (int i = 0; i < each; i++) {
                        Deed deed =
                                chance.nextBoolean() ? Deed.DO : Deed.values()[chance.nextInt(Deed.values().length)];
                        String name = prefix + i;
                        if (deed == Deed.BE_INTERRUPTED) {
                            Thread.currentThread().interrupt();
                        }
                        Throwable thrown = catchThrowable(() -> storm.run(() -> act(deed, name)));
                        Thread.interrupted();
                        (thrown == null ? kept : failed).add(name);
                        // As the one who was told sees it, at once.
                        if (rows(name) != (thrown == null ? 2 : 0) || deed.isKept() != (thrown == null)) {
                            wrong.add(name + " " + deed + " " + Optional.ofNullable(thrown));
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> one : pool.invokeAll(work)) {
                one.get();
            }

            assertThat(wrong).isEmpty();
            assertThat(kept).hasSizeGreaterThan(each).allMatch(name -> rows(name) == 2);
            assertThat(failed).hasSizeGreaterThan(each).allMatch(name -> rows(name) == 0);
            var all = new HashSet<>(kept);
            all.addAll(failed);
            assertThat(all).hasSize(threads * each);
        } finally {
            pool.shutdownNow();
        }
    }
}
