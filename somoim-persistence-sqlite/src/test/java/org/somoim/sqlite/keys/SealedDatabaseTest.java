package org.somoim.sqlite.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.memory.Refused.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.accounts.Account;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Page;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.User;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.profiles.About;
import org.somoim.sqlite.KeyFile;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

@Covers("PRV-4")
class SealedDatabaseTest {
    private static final Actor HOST = Actor.host("test");
    private static final Email MINJI = Email.of("minji.secret.address@example.org");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("town.db");
    }

    private static Community on(SqliteDatabase database) {
        return new Community(clock -> Sqlite.ports(
                database, new PlainHasher(), PasswordPolicy.notTheAccount(), new MemoryMailer(), clock, new Random(1)));
    }

    private SqliteDatabase open() {
        return SqliteDatabase.open(SqliteOptions.at(file()));
    }

    private List<String> filesWith(String text) throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(one.getFileName().toString());
                }
            }
        }
        return found;
    }

    private Map<Path, byte[]> bytes() throws IOException {
        var bytes = new HashMap<Path, byte[]>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                bytes.put(one, Files.readAllBytes(one));
            }
        }
        return bytes;
    }

    @Test
    void addressesAndLettersAreInNoFile() throws IOException {
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            Actor.Person minji = town.person("민지", MINJI);
            town.somoim
                    .profiles()
                    .edit(
                            minji,
                            about -> new About(
                                    about.displayName(),
                                    Line.of("given-secret-name"),
                                    Line.of("family-secret-name"),
                                    null,
                                    null,
                                    null,
                                    about.interests(),
                                    about.expertise()));
            assertThat(town.somoim.profiles().mine(minji).about().givenName()).isEqualTo(Line.of("given-secret-name"));
            town.somoim.passwords().askForNew(Actor.visitor(), MINJI);
            town.somoim
                    .addresses()
                    .signUp(
                            Actor.visitor(),
                            new NewAccount(
                                    Email.of("jun.secret.address@example.org"),
                                    Community.PASSWORD,
                                    Line.of("secret-name")));

            assertThat(town.somoim.accounts().find(HOST, minji.id()).email()).isEqualTo(MINJI);
            assertThat(town.somoim
                            .passwords()
                            .logIn(Actor.visitor(), MINJI, Community.PASSWORD, Origin.UNKNOWN)
                            .id())
                    .isEqualTo(minji.id());
            assertThat(filesWith("secret.address")).isEmpty();
            assertThat(filesWith("secret-name")).isEmpty();
            assertThat(filesWith("new password")).isEmpty();
        }
        assertThat(filesWith("secret.address")).isEmpty();
        for (Path keys : List.of(KeyCabinet.cabinetOf(file()), KeyCabinet.masterOf(file()))) {
            assertThat(Files.getPosixFilePermissions(keys)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void wrongOrMissingKeysDoNotStartAndNothingIsWritten() throws IOException {
        try (SqliteDatabase database = open()) {
            on(database).person("민지", MINJI);
        }
        Path master = KeyCabinet.masterOf(file());
        Path cabinet = KeyCabinet.cabinetOf(file());
        byte[] right = Files.readAllBytes(master);
        byte[] keys = Files.readAllBytes(cabinet);

        Files.delete(master);
        KeyFile.readOrMake(master, new SecureRandom());
        assertUntouchedBy("does not open", master);
        Files.delete(master);
        assertUntouchedBy("master key is missing", master);
        Files.write(master, right);
        Files.delete(cabinet);
        assertUntouchedBy("keys is missing", cabinet);
        try (SqliteDatabase other = SqliteDatabase.open(SqliteOptions.at(folder.resolve("other.db")))) {
            on(other).person("준호", Email.of("jun@example.org"));
        }
        Files.copy(KeyCabinet.cabinetOf(folder.resolve("other.db")), cabinet);
        Files.write(master, Files.readAllBytes(KeyCabinet.masterOf(folder.resolve("other.db"))));
        assertUntouchedBy("another database", cabinet);

        Files.write(cabinet, keys);
        Files.write(master, right);
        try (SqliteDatabase database = open()) {
            assertThat(on(database)
                            .somoim
                            .accounts()
                            .list(HOST, Page.Ask.first())
                            .items())
                    .extracting(Account::email)
                    .containsExactly(MINJI);
        }
    }

    private void assertUntouchedBy(String what, Path where) throws IOException {
        Map<Path, byte[]> before = bytes();
        assertThatThrownBy(this::open).isInstanceOfSatisfying(StartFailure.class, failure -> {
            assertThat(failure.what()).contains(what);
            assertThat(failure.where()).isEqualTo(where.toString());
        });
        Map<Path, byte[]> after = bytes();
        after.keySet().removeIf(file -> file.toString().matches(".*-(wal|shm)"));
        before.keySet().removeIf(file -> file.toString().matches(".*-(wal|shm)"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((file, content) ->
                assertThat(after.get(file)).as(file.toString()).isEqualTo(content));
    }

    @Test
    @Covers("ACC-8")
    void whoseKeyWasDestroyedIsUnreadableInEveryCopyAndNobodyElseIs() throws IOException {
        Id<User> minji;
        Id<User> jun;
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            minji = town.person("민지", MINJI).id();
            jun = town.person("준호", Email.of("jun@example.org")).id();
        }
        byte[] backup = Files.readAllBytes(file());
        byte[] wrapped;
        Instant at = Instant.parse("2026-03-03T00:00:00Z");
        try (SqliteDatabase database = open()) {
            wrapped = Files.readAllBytes(KeyCabinet.cabinetOf(file()));
            database.keys().destroy(minji, at);
            database.keys().destroy(minji, at.plusSeconds(1));
            database.keys().make(List.of(minji));
            assertThat(database.keys().destroyed()).containsExactly(Map.entry(minji, at));
        }
        Files.write(file(), backup);
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            assertThat(town.somoim.accounts().find(HOST, minji).email().value()).endsWith("@unreadable.invalid");
            assertThat(town.somoim.accounts().find(HOST, jun).email()).isEqualTo(Email.of("jun@example.org"));
            assertThat(database.keys().destroyed()).containsOnlyKeys(minji);
        }
        assertThat(Files.readAllBytes(KeyCabinet.cabinetOf(file()))).isNotEqualTo(wrapped);
    }

    @Test
    void aValueThatWasMovedInTheFileFailsTheQuestion() throws SQLException {
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            Id<User> minji = town.person("민지", MINJI).id();
            town.person("준호", Email.of("jun@example.org"));
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement statement = connection.createStatement()) {
                statement.execute("""
                        update somoim_accounts as a
                        set email = (select b.email from somoim_accounts b where b.id <> a.id)
                        """);
            }

            assertThatThrownBy(() -> town.somoim.accounts().find(HOST, minji))
                    .isInstanceOf(StoreFailure.class)
                    .hasStackTraceContaining("accounts.email");
        }
    }

    @Test
    void theMasterKeyIsReplacedWhileEverythingGoesOn() throws Exception {
        byte[] before = null;
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            for (int i = 0; i < 1_200; i++) {
                town.person("Somebody", Email.of("before-" + i + "@example.org"));
            }
            before = Files.readAllBytes(KeyCabinet.masterOf(file()));
            ExecutorService threads = Executors.newFixedThreadPool(3);
            try {
                List<Future<?>> working = new ArrayList<>();
                for (int thread = 0; thread < 2; thread++) {
                    String name = "during-" + thread + "-";
                    working.add(threads.submit(() -> {
                        for (int i = 0; i < 200; i++) {
                            Email email = Email.of(name + i + "@example.org");
                            Account account = town.somoim.accounts().open(HOST, email);
                            assertThat(town.somoim
                                            .accounts()
                                            .find(HOST, account.id())
                                            .email())
                                    .isEqualTo(email);
                            assertThat(town.somoim.accounts().holderOf(email)).contains(account.id());
                        }
                    }));
                }
                int wrapped = database.keys().rotate();
                assertThat(wrapped).isGreaterThanOrEqualTo(1_200);
                for (Future<?> one : working) {
                    one.get();
                }
            } finally {
                threads.shutdownNow();
            }
        }
        byte[] after = Files.readAllBytes(KeyCabinet.masterOf(file()));
        assertThat(after).isNotEqualTo(before);
        Files.write(KeyCabinet.masterOf(file()), before);
        assertThatThrownBy(this::open).isInstanceOf(StartFailure.class);
        Files.write(KeyCabinet.masterOf(file()), after);
        try (SqliteDatabase database = open()) {
            assertThat(on(database).somoim.accounts().holderOf(Email.of("before-7@example.org")))
                    .isPresent();
        }
    }

    @Test
    void aReplacementThatWasCutShortIsFinishedByTheNextStart() throws IOException {
        try (SqliteDatabase database = open()) {
            on(database).person("민지", MINJI);
        }
        Path master = KeyCabinet.masterOf(file());
        List<byte[]> ring = new ArrayList<>(KeyFile.ring(master, new SecureRandom()));
        byte[] next = new byte[32];
        new SecureRandom().nextBytes(next);
        ring.add(0, next);
        KeyFile.write(master, ring);
        open().close();

        assertThat(KeyFile.ring(master, new SecureRandom())).hasSize(1).first().isEqualTo(next);
        try (SqliteDatabase database = open()) {
            assertThat(on(database).somoim.accounts().holderOf(MINJI)).isPresent();
        }
    }

    @Test
    void oneAddressStillHasOneAccount() {
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            town.person("민지", MINJI);
            assertRefused("accounts.email-taken", () -> town.person("Impostor", MINJI));
        }
    }
}
