package org.somoim.sqlite.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Prose;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.StoreFailure;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;
import org.somoim.sqlite.backup.Backups;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** What befalls a file under a running community: the caller is told what to do, and once it is done all goes on. */
@Covers({"DAT-9", "OPS-12"})
class DisastersTest {
    private static final int PAGE = 4096;

    /** Of text, far from what fits on one page. */
    private static final Prose LONG = Prose.of("Something to say. ".repeat(400));

    @TempDir
    Path folder;

    private final SQLiteDataSource connections = new SQLiteDataSource(wellSetUp());
    private final List<Post> acknowledged = new ArrayList<>();
    private Community town;
    private Actor.Person owner;
    private Group group;

    private Path file() {
        return folder.resolve("somoim.db");
    }

    private static SQLiteConfig wellSetUp() {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(100);
        return config;
    }

    @BeforeEach
    void openTheTown() {
        connections.setUrl("jdbc:sqlite:" + file());
    }

    private void settle(SqliteDatabase database) {
        town = new Community(clock -> Sqlite.ports(
                database, new PlainHasher(), PasswordPolicy.notTheAccount(), new MemoryMailer(), clock, new Random(1)));
        owner = town.person();
        group = town.openGroup(owner);
        write();
    }

    private void write() {
        acknowledged.add(town.somoim.posts().write(owner, group.id(), Draft.of(LONG)));
    }

    /** The same process, without a new start. */
    private void assertAllIsWell() {
        write();
        assertThat(acknowledged).allSatisfy(post -> assertThat(
                        town.somoim.posts().get(owner, post.id()).post().body())
                .isEqualTo(LONG));
        assertThat(Backups.verify(file()).broken()).isEmpty();
        assertThat(posts()).isEqualTo(acknowledged.size());
    }

    private int posts() {
        return asked("select count(*) from somoim_posts");
    }

    private int asked(String question) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whereTheDiskIsFullWhatWasAcknowledgedIsKeptAndAllGoesOnOnceThereIsRoom() {
        SqliteDatabase database = SqliteDatabase.on(connections);
        settle(database);
        connections.getConfig().setMaxPageCount(asked("pragma page_count") + 20);

        assertThatThrownBy(() -> {
                    while (acknowledged.size() < 1000) {
                        write();
                    }
                })
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("disk is full")
                .hasMessageContaining("make room");
        assertThat(acknowledged).hasSizeBetween(2, 999);
        assertThat(posts()).isEqualTo(acknowledged.size());
        assertThat(town.somoim.posts().get(owner, acknowledged.get(0).id())).isNotNull();

        connections.getConfig().setMaxPageCount(1_000_000);
        assertAllIsWell();
        database.close();
    }

    @Test
    void whereAnotherProgramHoldsTheFileLongerThanOneWaitsItIsNamedAsTheCause() throws SQLException {
        try (SqliteDatabase database =
                SqliteDatabase.open(SqliteOptions.at(folder).withBusyTimeout(Duration.ofMillis(100)))) {
            settle(database);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement statement = other.createStatement()) {
                statement.execute("begin immediate");
                assertThatThrownBy(this::write)
                        .isInstanceOf(StoreFailure.class)
                        .hasMessageContaining("Another program")
                        .hasMessageContaining("end its transaction");
                assertThat(town.somoim.posts().get(owner, acknowledged.get(0).id()))
                        .as("questions go on")
                        .isNotNull();
                statement.execute("rollback");
            }
            assertAllIsWell();
        }
    }

    @Test
    void whereTheFileIsMadeReadOnlyTheRightToWriteIsAskedFor() {
        SqliteDatabase database = SqliteDatabase.on(connections);
        settle(database);
        // As every new connection finds it then; the super-user may write whatever the permissions say.
        SQLiteConfig writable = connections.getConfig();
        var readOnly = wellSetUp();
        readOnly.setReadOnly(true);
        connections.setConfig(readOnly);

        assertThatThrownBy(this::write)
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("restore the right");

        connections.setConfig(writable);
        assertAllIsWell();
        database.close();
    }

    @Test
    void whereTheFileIsMovedAwayAndPutBackNothingIsLost() throws IOException {
        try (SqliteDatabase database = SqliteDatabase.open(SqliteOptions.at(folder))) {
            settle(database);
            Path elsewhere = folder.resolve("elsewhere.db");
            Files.move(file(), elsewhere);

            write();
            assertThat(file()).doesNotExist();

            Files.move(elsewhere, file());
            assertAllIsWell();
        }
    }

    @Test
    void aPageThatIsDamagedIsNoticedWhenItIsReadAndABackupPutsItRight() throws IOException {
        Path copy = writeAndCopy();
        int root = asked("select rootpage from sqlite_schema where name = 'somoim_posts'");
        damage(root, 0);

        try (SqliteDatabase database = SqliteDatabase.open(SqliteOptions.at(folder))) {
            town = again(database);
            assertThatThrownBy(() ->
                            town.somoim.posts().get(owner, acknowledged.get(0).id()))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("restore the last backup");
        }

        assertABackupPutsItRight(copy);
    }

    @Test
    void aDamagedListOfTablesKeepsTheCommunityFromStartingAndNamesTheFile() throws IOException {
        Path copy = writeAndCopy();
        // The header stays: it is a database still.
        damage(1, 100);

        assertThatThrownBy(() -> SqliteDatabase.open(SqliteOptions.at(folder)))
                .isInstanceOfSatisfying(StartFailure.class, e -> {
                    assertThat(e.where()).isEqualTo(file().toString());
                    assertThat(e.fix()).contains("restore the last backup");
                });

        assertABackupPutsItRight(copy);
    }

    private Path writeAndCopy() {
        try (SqliteDatabase database = SqliteDatabase.open(SqliteOptions.at(folder))) {
            settle(database);
            return new Backups(file(), folder.resolve("backups"), town.clock)
                    .take()
                    .file();
        }
    }

    private void assertABackupPutsItRight(Path copy) {
        new Backups(file(), folder.resolve("backups"), town.clock).restore(copy);
        try (SqliteDatabase database = SqliteDatabase.open(SqliteOptions.at(folder))) {
            town = again(database);
            assertAllIsWell();
        }
    }

    private Community again(SqliteDatabase database) {
        return new Community(clock -> Sqlite.ports(
                database, new PlainHasher(), PasswordPolicy.notTheAccount(), new MemoryMailer(), clock, new Random(2)));
    }

    private void damage(int page, int from) throws IOException {
        byte[] nonsense = new byte[PAGE - from];
        Arrays.fill(nonsense, (byte) 0xa5);
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(nonsense), (page - 1L) * PAGE + from);
        }
    }
}
