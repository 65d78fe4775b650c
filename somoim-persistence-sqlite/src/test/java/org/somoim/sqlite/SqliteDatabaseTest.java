package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.kernel.BellFact.Rang;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Id;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.Word;
import org.somoim.sqlite.kernel.SqliteFactLog;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class SqliteDatabaseTest {
    private static final Word COUNTER = new Word("counter");

    /** A deadline that what is quick keeps to however busy the machine is, opening a connection included. */
    private static final Duration HASTY = Duration.ofSeconds(3);

    private static final Rang RANG = new Rang(new Id<>(new UUID(1, 1)), 1);

    @RegisterExtension
    final OpenDatabase open = new OpenDatabase(SqlitePart.of(Probe.class));

    private FactLog log() {
        return open.store(SqliteFactLog.class);
    }

    private void increment() {
        long before = log().progress(COUNTER).position();
        log().advance(COUNTER, before, before + 1);
    }

    /** Asks for settings of the connection it is on, and for long work. */
    public interface Probe {
        @Select("select foreign_keys from pragma_foreign_keys")
        int foreignKeys();

        @Select("select journal_mode from pragma_journal_mode")
        String journalMode();

        @Select("select synchronous from pragma_synchronous")
        int synchronous();

        @Select("select secure_delete from pragma_secure_delete")
        int secureDelete();

        @Select("select journal_size_limit from pragma_journal_size_limit")
        int mostJournalKept();

        @Select("select trusted_schema from pragma_trusted_schema")
        int trustedSchema();

        @Select("select cell_size_check from pragma_cell_size_check")
        int cellSizeCheck();

        @Select("select timeout from pragma_busy_timeout")
        int busyTimeout();

        /** What is wrong with it is noticed by the commit. */
        @Insert("insert into somoim_orphans (parent) values (#{parent})")
        void orphan(long parent);

        @Select("select query_only from pragma_query_only")
        int queryOnly();

        @Select("""
                with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000)
                select count(*) from n
                """)
        int countSome();

        @Select("""
                with recursive n (i) as (select 1 union all select i + 1 from n where i < 100000000000)
                select count(*) from n
                """)
        long countForever();

        @Insert("""
                insert into somoim_facts (fact, created_at)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < 100000000000)
                select 'x', count(*) from n
                """)
        void writeForever();
    }

    @Test
    void everySettingHoldsWhereChangesAreMade() {
        open.transactor().run(() -> {
            assertThat(open.store(Probe.class).mostJournalKept()).isEqualTo(PragmaDataSource.MOST_JOURNAL_KEPT);
            settingsOfBothPools();
            assertThat(probe().queryOnly()).isZero();
            assertThat(probe().synchronous()).isEqualTo(2);
        });
    }

    @Test
    @Covers("PER-7")
    void everySettingHoldsOnEveryConnectionThatReads() throws Exception {
        int readers = 4;
        var all = new CountDownLatch(readers);
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            List<Future<?>> questions = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                questions.add(threads.submit(() -> open.transactor().read(() -> {
                    all.countDown();
                    awaitAll(all);
                    settingsOfBothPools();
                    assertThat(probe().queryOnly()).isEqualTo(1);
                    return true;
                })));
            }
            for (Future<?> question : questions) {
                question.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitAll(CountDownLatch all) {
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Probe probe() {
        return open.store(Probe.class);
    }

    private void settingsOfBothPools() {
        assertThat(probe().foreignKeys()).isEqualTo(1);
        assertThat(probe().journalMode()).isEqualTo("wal");
        assertThat(probe().secureDelete()).isEqualTo(1);
        assertThat(probe().trustedSchema()).isZero();
        assertThat(probe().cellSizeCheck()).isEqualTo(1);
        assertThat(probe().busyTimeout()).isEqualTo(5_000);
    }

    @Test
    void durabilityIsRelaxedOnlyByName() {
        try (var relaxed = SqliteDatabase.open(
                SqliteOptions.at(open.folder().resolve("relaxed.db")).withDurability(Durability.RELAXED),
                List.of(SqlitePart.of(Probe.class)))) {
            int synchronous = relaxed.call(() -> relaxed.store(Probe.class).synchronous());

            assertThat(synchronous).isEqualTo(1);
            relaxed.callRelaxed(() -> true);
            assertThat(relaxed.<Integer>call(() -> relaxed.store(Probe.class).synchronous()))
                    .isEqualTo(1);
        }
    }

    private boolean waitsForTheDisk() {
        return probe().synchronous() == 2;
    }

    @Test
    @Covers("DAT-9")
    void onlyARelaxedChangeDoesNotWaitForTheDisk() {
        SqliteDatabase database = open.database();

        assertThat(database.callRelaxed(this::waitsForTheDisk)).isFalse();
        assertThat(database.call(this::waitsForTheDisk)).isTrue();
        assertThat(database.call(() -> database.callRelaxed(this::waitsForTheDisk)))
                .as("as part of one that does")
                .isTrue();
        assertThatThrownBy(() -> database.callRelaxed(() -> {
                    throw new IllegalStateException("regretted");
                }))
                .hasMessage("regretted");
        assertThat(database.call(this::waitsForTheDisk))
                .as("after one that failed")
                .isTrue();
    }

    @Test
    @Covers("DAT-9")
    void aChangeBehindARelaxedOneWaitsForTheDisk() throws Exception {
        SqliteDatabase database = open.database();
        var waited = new ArrayList<Boolean>();
        var isFirst = new AtomicBoolean(true);
        var relaxed = new Crowd(new Transactor() {
            @Override
            public <R> R call(Supplier<R> work) {
                return isFirst.getAndSet(false) ? database.callRelaxed(work) : database.call(work);
            }

            @Override
            public <R> R read(Supplier<R> work) {
                return database.read(work);
            }
        });
        for (int i = 0; i < 3; i++) {
            relaxed.add(() -> waited.add(waitsForTheDisk()));
        }

        assertThat(relaxed.run()).allMatch(Crowd.Member::isKept);

        assertThat(waited).containsExactly(false, true, true);
    }

    @Test
    void onlyTheOwnerMayReadTheFiles(@TempDir Path folder) throws IOException {
        try (var fresh = SqliteDatabase.open(SqliteOptions.at(folder))) {
            for (String name : List.of("somoim.db", "somoim.db-wal", "somoim.db-shm", "somoim.db.lock")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .describedAs(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aStatementThatRunsTooLongIsStopped() {
        try (var hasty = hasty()) {
            assertThatThrownBy(() -> hasty.store(Probe.class).countForever())
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("deadline");
            // The connection is as good as before.
            assertThat(hasty.store(Probe.class).foreignKeys()).isEqualTo(1);
        }
    }

    @Test
    @Covers("CFG-11")
    void eachStatementOfAChangeHasTheWholeTime() {
        try (var hasty = hasty()) {
            Probe probe = hasty.store(Probe.class);
            int[] counted = {0};
            hasty.run(() -> {
                long end = System.nanoTime() + HASTY.plusMillis(500).toNanos();
                while (System.nanoTime() < end) {
                    // Long enough for the deadline to be looked at, and far from reaching it.
                    counted[0] += probe.countSome();
                }
            });
            assertThat(counted[0]).isPositive();
        }
    }

    @Test
    void aChangeThatWasStoppedIsUndoneAsAWholeEvenIfItsWorkGoesOn() {
        try (var hasty = hasty()) {
            FactLog facts = hasty.store(SqliteFactLog.class);

            assertThatThrownBy(() -> hasty.run(() -> {
                        facts.advance(COUNTER, 0, 1);
                        assertThatThrownBy(() -> hasty.store(Probe.class).writeForever())
                                .isInstanceOf(StoreFailure.class);
                        assertThatThrownBy(() -> facts.advance(COUNTER, 0, 2)).isInstanceOf(StoreFailure.class);
                    }))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("undone");

            assertThat(facts.progress(COUNTER).position()).isZero();
            hasty.run(() -> facts.advance(COUNTER, 0, 3));
            assertThat(facts.progress(COUNTER).position()).isEqualTo(3);
        }
    }

    @Test
    void aCommitThatFailsLeavesTheConnectionAsGoodAsBefore() {
        open.execute("create table somoim_parents (id integer primary key)", """
                create table somoim_orphans (parent integer references somoim_parents (id) deferrable initially deferred)
                """);

        for (int turn = 0; turn < 2; turn++) {
            assertThatThrownBy(() -> open.transactor().run(() -> probe().orphan(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("FOREIGN KEY");
            open.transactor().run(this::increment);
        }

        assertThat(log().progress(COUNTER).position()).isEqualTo(2);
        assertThat(open.ask("select count(*) from somoim_orphans")).containsExactly("0");
    }

    @Test
    void aStatementIsPreparedOnceForAllTransactionsOfAConnection() {
        try (var database = hasty()) {
            FactLog facts = database.store(SqliteFactLog.class);
            database.run(() -> facts.advance(COUNTER, 0, 1));
            facts.progress(COUNTER);
            int first = database.prepared();

            for (long step = 1; step < 3; step++) {
                long before = step;
                database.run(() -> facts.advance(COUNTER, before, before + 1));
                assertThat(facts.progress(COUNTER).position()).isEqualTo(before + 1);
            }

            assertThat(first).isPositive();
            assertThat(database.prepared()).isEqualTo(first);
        }
    }

    @Test
    void aStatementIsPreparedAnewForEachTransactionOnAConnectionOfTheHosts() {
        var tapped = new TappedDataSource(hosts(wellSetUp()));
        try (var database = SqliteDatabase.on(tapped.source())) {
            FactLog facts = database.store(SqliteFactLog.class);
            tapped.prepared().clear();

            facts.progress(COUNTER);
            facts.progress(COUNTER);

            assertThat(tapped.prepared()).hasSize(2);
        }
    }

    private SqliteDatabase hasty() {
        return SqliteDatabase.open(
                SqliteOptions.at(open.folder().resolve("hasty.db")).withDeadline(HASTY),
                List.of(SqliteParts.KERNEL, SqlitePart.of(Probe.class)));
    }

    @Test
    @Covers({"DAT-9", "PER-7"})
    void sixteenWritersLoseNothingAndNeverFindTheFileLocked() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                writers.add(threads.submit(() -> IntStream.range(0, 50).forEach(n -> {
                    open.transactor().run(this::increment);
                    log().progress(COUNTER);
                })));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(log().progress(COUNTER).position()).isEqualTo(800);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aQuestionIsNotHeldUpByAChange() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            long seen = open.transactor().call(() -> {
                increment();
                try {
                    return threads.submit(() -> log().progress(COUNTER).position())
                            .get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(seen).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatWasCommittedIsThereAfterReopening() {
        open.transactor().run(this::increment);
        open.database().close();

        try (var again = SqliteDatabase.open(SqliteOptions.at(open.folder()))) {
            assertThat(again.store(SqliteFactLog.class).progress(COUNTER).position())
                    .isEqualTo(1);
        }
    }

    @Test
    void twoCommunitiesLiveInOneProgram() {
        try (var other = SqliteDatabase.open(SqliteOptions.at(open.folder().resolve("other.db")))) {
            open.transactor().run(() -> {
                increment();
                other.run(() -> other.store(SqliteFactLog.class).advance(COUNTER, 0, 7));
            });

            assertThat(log().progress(COUNTER).position()).isEqualTo(1);
            assertThat(other.store(SqliteFactLog.class).progress(COUNTER).position())
                    .isEqualTo(7);
        }
    }

    @Test
    void aDatabaseThatIsClosedSaysSo() {
        open.database().close();

        assertThatThrownBy(() -> log().newest()).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> open.transactor().run(() -> {})).isInstanceOf(StoreFailure.class);
    }

    @Test
    void aHostKeepsOrUndoesWhatWasDoneWithinItsTransaction() throws SQLException {
        try (Connection connection = open.connect()) {
            connection.setAutoCommit(false);
            assertThat(open.database().<Long>within(connection, this::changesOfTheLibrary))
                    .isEqualTo(1);
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(log().newest()).isZero();
            assertThat(log().progress(COUNTER).position()).isZero();

            connection.setAutoCommit(false);
            open.database().<Long>within(connection, this::changesOfTheLibrary);
            connection.setAutoCommit(true);
            assertThat(log().after(0, 9)).hasSize(1);
            assertThat(log().progress(COUNTER).position()).isEqualTo(1);
        }
    }

    private long changesOfTheLibrary() {
        open.transactor().run(() -> log().append(RANG, Instant.EPOCH));
        increment();
        return open.transactor().read(() -> log().progress(COUNTER).position());
    }

    @Test
    void aHostsConnectionMustBeFitForIt() throws SQLException {
        try (Connection connection = open.connect()) {
            assertThatThrownBy(() -> open.database().within(connection, () -> true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("auto-commit");
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> open.database()
                            .within(connection, () -> open.database().within(connection, () -> true)))
                    .hasMessageContaining("already");
        }
        try (Connection loose = new SQLiteConfig().createConnection("jdbc:sqlite:" + open.file())) {
            loose.setAutoCommit(false);
            assertThatThrownBy(() -> open.database().within(loose, () -> true)).hasMessageContaining("foreign keys");
        }
        try (Connection elsewhere = new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
            elsewhere.setAutoCommit(false);
            assertThatThrownBy(() -> open.database().within(elsewhere, () -> true))
                    .hasMessageContaining("another file");
        }
    }

    @Test
    void aHostsDataSourceWillDoIfItIsSetUpWell() throws SQLException {
        var config = wellSetUp();
        DataSource host = hosts(config);
        try (Connection connection = host.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table shop_orders (id integer primary key)");
        }
        SqliteDatabase database = SqliteDatabase.on(host);
        FactLog facts = database.store(SqliteFactLog.class);

        database.run(() -> facts.advance(COUNTER, 0, 1));

        assertThat(facts.progress(COUNTER).position()).isEqualTo(1);
        assertThatThrownBy(() -> facts.advance(COUNTER, 1, 2)).isInstanceOf(IllegalStateException.class);
        // Closing is the host's affair.
        database.close();
        assertThat(facts.progress(COUNTER).position()).isEqualTo(1);
    }

    @Test
    void aHostsDataSourceThatIsNotSetUpWellIsRefusedWithTheFix() {
        var noForeignKeys = wellSetUp();
        noForeignKeys.enforceForeignKeys(false);
        assertRefused(noForeignKeys, "enforceForeignKeys(true)");
        var noJournal = wellSetUp();
        noJournal.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        assertRefused(noJournal, "setJournalMode(JournalMode.WAL)");
        var impatient = wellSetUp();
        impatient.setBusyTimeout(0);
        assertRefused(impatient, "setBusyTimeout(5000)");
    }

    private void assertRefused(SQLiteConfig config, String fix) {
        assertThatThrownBy(() -> SqliteDatabase.on(hosts(config)))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.fix()).contains(fix));
    }

    private static SQLiteConfig wellSetUp() {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        return config;
    }

    private SQLiteDataSource hosts(SQLiteConfig config) {
        var dataSource = new SQLiteDataSource(config);
        Path file = open.folder().resolve("host.db");
        dataSource.setUrl("jdbc:sqlite:" + file);
        return dataSource;
    }
}
