package org.somoim.sqlite.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.groups.Group;
import org.somoim.groups.Membership.Role;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.idempotency.Once;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identity;
import org.somoim.identities.Subject;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.posts.Comment;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.posts.Reaction;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.faults.FailingDataSource.Moment;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Whatever call to the database fails, before it is carried out or after: a change has happened wholly or not at all, the
 * caller is told, and everything goes on with the next call.
 */
@Covers({"DAT-9", "TST-3"})
class FaultsTest {
    private static final Actor HOST = Actor.host("test");
    private static final Actor VISITOR = Actor.visitor();
    private static final AtomicInteger TRIED = new AtomicInteger();

    @TempDir
    static Path folder;

    @AfterAll
    static void say() {
        System.out.println("Faults tried: " + TRIED);
    }

    /** A community with something of everything, on connections that fail when told. */
    private static final class Scene implements AutoCloseable {
        final Path file;
        final FailingDataSource failing;
        final SqliteDatabase database;
        final Community town;
        final Actor.Person owner;
        final Actor.Person member;
        final Actor.Person stranger;
        final Group group;
        final Post post;
        final Comment comment;

        Scene(String name) {
            file = folder.resolve(name + ".db");
            var config = new SQLiteConfig();
            config.enforceForeignKeys(true);
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
            config.setBusyTimeout(5_000);
            var real = new SQLiteDataSource(config);
            real.setUrl("jdbc:sqlite:" + file);
            failing = new FailingDataSource(real);
            database = SqliteDatabase.on(failing);
            town = new Community(clock -> Sqlite.ports(
                    database,
                    new PlainHasher(),
                    PasswordPolicy.notTheAccount(),
                    new MemoryMailer(),
                    clock,
                    new Random(1)));
            owner = town.person("Owner", Email.of("owner@example.org"));
            group = town.openGroup(owner);
            member = town.memberOf(group);
            stranger = town.person();
            post = town.post(owner, group);
            comment = town.comment(member, post);
            town.somoim.deliver();
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** Every kind of change, each through its front door. */
    private static Map<String, Consumer<Scene>> changes() {
        var all = new LinkedHashMap<String, Consumer<Scene>>();
        all.put("open an account", s -> s.town.person());
        all.put("open an account for a host", s -> s.town.somoim.accounts().open(HOST, Email.of("new@example.org")));
        all.put("appoint", s -> s.town.somoim.accounts().appoint(HOST, s.member.id(), SiteRole.ADMIN));
        all.put("suspend", s -> s.town.somoim.accounts().suspend(HOST, s.member.id()));
        all.put("deactivate", s -> s.town.somoim.accounts().deactivate(s.member));
        all.put("sign up", s -> s.town.somoim
                .addresses()
                .signUp(VISITOR, new NewAccount(Email.of("new@example.org"), Community.PASSWORD, Line.of("New"))));
        all.put(
                "change the address",
                s -> s.town.somoim.addresses().change(s.owner, Community.PASSWORD, Email.of("new@example.org")));
        all.put(
                "change the password",
                s -> s.town.somoim.passwords().change(s.owner, Community.PASSWORD, Password.of("another long one")));
        all.put("ask for a password", s -> s.town.somoim.passwords().askForNew(VISITOR, Email.of("owner@example.org")));
        all.put("open a session", s -> s.town.somoim.sessions().open(s.owner, Line.of("Phone")));
        all.put("arrive", s -> s.town.somoim
                .identities()
                .arrive(
                        HOST,
                        new Arrival(
                                new Identity(new Word("keycloak"), new Subject("1")),
                                Email.of("new@example.org"),
                                Line.of("New"),
                                null)));
        all.put(
                "edit a profile",
                s -> s.town.somoim.profiles().edit(s.member, about -> about.renamed(Line.of("Other"))));
        all.put("block", s -> s.town.somoim.profiles().block(s.member, s.stranger.id()));
        all.put("mute", s -> s.town.somoim.profiles().mute(s.member, Line.of("spam")));
        all.put("create a group", s -> s.town.openGroup(s.member));
        all.put("edit a group", s -> s.town.somoim
                .groups()
                .edit(s.owner, s.group.id(), terms -> terms.described(Prose.of("Described"))));
        all.put("delete a group", s -> s.town.somoim.groups().delete(s.owner, s.group.id()));
        all.put("join", s -> s.town.somoim.memberships().join(s.stranger, s.group.id()));
        all.put("leave", s -> s.town.somoim.memberships().leave(s.member, s.group.id()));
        all.put("invite", s -> s.town.somoim.memberships().invite(s.owner, s.group.id(), s.stranger.id()));
        all.put("ban", s -> s.town.somoim.members().ban(s.owner, s.group.id(), s.member.id()));
        all.put(
                "appoint in a group",
                s -> s.town.somoim.members().appoint(s.owner, s.group.id(), s.member.id(), Role.MODERATOR));
        all.put("transfer", s -> s.town.somoim.members().transfer(s.owner, s.group.id(), s.member.id()));
        all.put("issue an invite", s -> s.town.somoim
                .invites()
                .byEmail(s.owner, s.group.id(), Email.of("new@example.org"), Duration.ofDays(3)));
        all.put("write", s -> s.town.somoim
                .posts()
                .write(s.member, s.group.id(), new Draft(null, Prose.of("Said"), Set.of(s.owner.id()))));
        all.put(
                "rewrite",
                s -> s.town.somoim.posts().edit(s.owner, s.post.id(), draft -> Draft.of(Prose.of("Said otherwise"))));
        all.put("delete a post", s -> s.town.somoim.posts().delete(s.owner, s.post.id()));
        all.put("pin", s -> s.town.somoim.posts().pin(s.owner, s.post.id()));
        all.put("comment", s -> s.town.somoim.comments().write(s.owner, s.post.id(), Prose.of("Answered")));
        all.put("delete a comment", s -> s.town.somoim.comments().delete(s.member, s.comment.id()));
        all.put(
                "react",
                s -> s.town.somoim.reactions().react(s.member, ContentRef.post(s.post.id()), Reaction.Kind.LIKE));
        all.put("read all notifications", s -> s.town.somoim.notifications().readAll(s.owner, null));
        all.put("deliver what has happened", s -> {
            s.town.somoim.together(() -> s.town.post(s.owner, s.group));
            s.town.somoim.deliver();
        });
        return all;
    }

    @TestFactory
    Stream<DynamicTest> aChangeHappensWhollyOrNotAtAll() {
        return changes().entrySet().stream().flatMap(change -> Stream.of(Moment.values())
                .map(moment -> dynamicTest(
                        change.getKey() + ", a call failing " + moment.name().toLowerCase(Locale.ROOT),
                        () -> check(change.getKey(), change.getValue(), moment))));
    }

    private static void check(String name, Consumer<Scene> change, Moment moment) throws SQLException {
        List<String> wholly;
        try (var scene = new Scene(name + " " + moment + " model")) {
            change.accept(scene);
            wholly = counts(scene.file);
        }
        try (var scene = new Scene(name + " " + moment)) {
            List<String> before = content(scene.file);
            for (int nth = 1; ; nth++) {
                scene.failing.fail(nth, moment);
                boolean isRefused = isTurnedDown(() -> change.accept(scene));
                boolean hasFailed = scene.failing.hasFailed();
                scene.failing.fail(0, moment);
                if (!hasFailed) {
                    assertThat(isRefused).isFalse();
                    break;
                }
                TRIED.incrementAndGet();
                List<String> after = content(scene.file);
                if (!after.equals(before)) {
                    assertThat(counts(scene.file))
                            .as("after call %s of %s", nth, name)
                            .isEqualTo(wholly);
                    break;
                }
            }
            assertThat(scene.town.somoim.posts().inGroup(scene.owner, scene.group.id(), Page.Ask.first()))
                    .isNotNull();
        } catch (Refusal goneWithTheGroup) {
            assertThat(name).isIn("delete a group", "transfer", "change the password");
        }
    }

    private static boolean isTurnedDown(Runnable change) {
        try {
            change.run();
            return false;
        } catch (StoreFailure told) {
            return true;
        }
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
    private static List<String> counts(Path file) throws SQLException {
        return asked(file, "select count(*) from ");
    }

    /** Every row of every table. */
    private static List<String> content(Path file) throws SQLException {
        return asked(file, "select * from ");
    }

    private static List<String> asked(Path file, String question) throws SQLException {
        var rows = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet found = statement.executeQuery(question + table)) {
                    while (found.next()) {
                        var row = new StringBuilder(table);
                        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                            byte[] bytes = found.getBytes(column);
                            row.append('|').append(bytes == null ? "" : Arrays.toString(bytes));
                        }
                        rows.add(row.toString());
                    }
                }
            }
        }
        return rows;
    }

    /** A caller who was told of a failure and asks again under the same key. */
    @Test
    void aRetryHasOneEffectWhateverCallFailed() throws Exception {
        for (Moment moment : Moment.values()) {
            try (var scene = new Scene("retry " + moment)) {
                for (int nth = 1; ; nth++) {
                    var key = new IdempotencyKey("key-" + nth);
                    int posts = posts(scene);
                    scene.failing.fail(nth, moment);
                    isTurnedDown(() -> writeOnce(scene, key));
                    boolean hasFailed = scene.failing.hasFailed();
                    scene.failing.fail(0, moment);
                    TRIED.incrementAndGet();
                    writeOnce(scene, key);

                    assertThat(posts(scene))
                            .as("call %s failing %s", nth, moment)
                            .isEqualTo(posts + 1);
                    if (!hasFailed) {
                        break;
                    }
                }
            }
        }
    }

    private static Once.Outcome writeOnce(Scene scene, IdempotencyKey key) {
        return scene.town
                .somoim
                .once()
                .call(
                        scene.owner,
                        key,
                        new Secrets.Secret("write").digest(),
                        () -> Line.of("/posts/"
                                + scene.town.post(scene.owner, scene.group).id()));
    }

    private static int posts(Scene scene) throws SQLException {
        return (int) content(scene.file).stream()
                .filter(row -> row.startsWith("somoim_posts|"))
                .count();
    }
}
