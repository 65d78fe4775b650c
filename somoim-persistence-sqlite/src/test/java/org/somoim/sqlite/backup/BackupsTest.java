package org.somoim.sqlite.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.memory.Refused.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somoim.Covers;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.audit.AuditFilter;
import org.somoim.audit.Deed;
import org.somoim.audit.Entry;
import org.somoim.audit.Head;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.StoreFailure;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.memory.TestClock;
import org.somoim.personaldata.Wish;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.sessions.Sessions;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

@Covers({"OPS-9", "DAT-9"})
class BackupsTest {
    private static final Actor HOST = Actor.host("test");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();

    private Path file() {
        return folder.resolve("town.db");
    }

    private Backups backups() {
        return new Backups(file(), folder.resolve("backups"), clock);
    }

    private SqliteDatabase open() {
        return SqliteDatabase.open(SqliteOptions.at(file()));
    }

    private static Community on(SqliteDatabase database) {
        return new Community(clock -> Sqlite.ports(
                database, new PlainHasher(), PasswordPolicy.notTheAccount(), new MemoryMailer(), clock, new Random()));
    }

    private void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma ignore_check_constraints = on");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    @Covers("OPS-9")
    void copiesTakenWhileManyWriteAreSoundAndHoldWhatWasKeptBefore() throws Exception {
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            Actor.Person owner = town.person();
            Group group = town.openGroup(owner);
            var kept = new ConcurrentLinkedQueue<Id<Post>>();
            var done = new AtomicBoolean();
            ExecutorService threads = Executors.newFixedThreadPool(3);
            try {
                List<Future<?>> writing = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    writing.add(threads.submit(() -> {
                        while (!done.get()) {
                            Post post = town.somoim.posts().write(owner, group.id(), Draft.of(Prose.of("글")));
                            town.somoim.comments().write(owner, post.id(), Prose.of("댓글"));
                            kept.add(post.id());
                        }
                    }));
                }
                while (kept.size() < 20) {
                    Thread.onSpinWait();
                }
                for (int i = 0; i < 20; i++) {
                    List<Id<Post>> before = List.copyOf(kept);
                    clock.advance(Duration.ofSeconds(1));
                    Backup backup = backups().take();

                    assertThat(Backups.verify(backup.file()).broken()).isEmpty();
                    assertThat(ids(backup.file()))
                            .containsAll(before.stream()
                                    .map(id -> id.toString().replace("-", "").toUpperCase(Locale.ROOT))
                                    .toList());
                }
                done.set(true);
                for (Future<?> one : writing) {
                    one.get();
                }
            } finally {
                done.set(true);
                threads.shutdownNow();
            }
        }
    }

    private static List<String> ids(Path file) throws SQLException {
        var ids = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select hex(id) from somoim_posts")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    @Test
    @Covers("OPS-9")
    void aCopyIsForItsOwnerOnlyAndHoldsNothingThatWasDeleted() throws Exception {
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            Actor.Person owner = town.person();
            Post post = town.somoim
                    .posts()
                    .write(owner, town.openGroup(owner).id(), Draft.of(Prose.of("deleted-and-gone")));
            town.somoim.posts().delete(owner, post.id());
            town.clock.advance(Duration.ofDays(60));
            town.somoim.tick();
            Backup backup = backups().take();

            assertThat(Files.getPosixFilePermissions(backup.file()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.readString(backup.file(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("deleted-and-gone");
            assertThat(backup.bytes()).isEqualTo(Files.size(backup.file()));
            assertThat(backup.sha256()).matches("[0-9a-f]{64}");
            assertThat(backups().list()).containsExactly(backup);
        }
    }

    static Stream<Map.Entry<String, String>> damage() {
        return Stream.of(
                Map.entry("one owner", "update somoim_memberships set role = 'ADMIN' where role = 'OWNER'"),
                Map.entry("count of members", "update somoim_groups set members = members + 1"),
                Map.entry(
                        "latest entry about a membership",
                        "update somoim_membership_log set status_after = 'BANNED' where status_after = 'ACTIVE'"),
                Map.entry("count of comments", "update somoim_posts set comments = comments + 1"),
                Map.entry("one step deeper", "update somoim_comments set depth = 5 where parent_id is not null"),
                Map.entry("count of answers", "update somoim_comments set replies = 7 where parent_id is null"),
                Map.entry("numbered from 1 without gaps", "delete from somoim_messages where number = 1"),
                Map.entry("no change is later", "update somoim_messages set change = 99 where number = 2"),
                Map.entry("the conversation of what it answers", "update somoim_messages set reply_to = id"),
                Map.entry("more than was said", "update somoim_read_marks set number = 3"),
                Map.entry("has settings", "delete from somoim_privacy_settings"),
                Map.entry(
                        "more than has happened",
                        "insert into somoim_listeners (name, position, failures) values ('x', 999999, 0)"),
                Map.entry(
                        "audit log",
                        "insert into somoim_audit_entries values (7, 'HOST', null, 'KEYS_ROTATED', null, null,"
                                + " printf('%064d', 1), printf('%064d', 1), 0)"),
                Map.entry(
                        "was erased",
                        "insert into somoim_erasures (id, user_id, otherwise, state, created_at, updated_at)"
                                + " select randomblob(16), id, 'REMOVE', 'FINISHED', 0, 0 from somoim_accounts limit 1"),
                Map.entry(
                        "looks one way on each day",
                        "insert into somoim_goal_shares values (randomblob(16), 0, 0, 0, null)"),
                Map.entry(
                        "what was given to it",
                        "insert into somoim_goal_shares values (randomblob(16), 0, 1, 0, null)"),
                Map.entry("parent is there", "insert into somoim_blocks values (randomblob(16), randomblob(16), 0)"));
    }

    @ParameterizedTest
    @MethodSource("damage")
    @Covers({"OPS-9", "OPS-12"})
    void everyLawThatIsBrokenIsFoundAndNamed(Map.Entry<String, String> damage) throws Exception {
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            Actor.Person owner = town.person();
            Post post = town.post(owner, town.openGroup(owner));
            var comment = town.comment(owner, post);
            town.somoim.comments().write(owner, post.id(), comment.id(), Prose.of("answer"), Set.of());
            Id<Conversation> in = Conversation.idOf(Objects.requireNonNull(post.groupId()));
            Message said = town.somoim.chat().send(owner, in, Prose.of("said"));
            town.somoim.chat().send(owner, in, Prose.of("answer"), said.id());
            town.somoim.conversations().read(owner, in, 1);
        }
        assertThat(Backups.verify(file()).broken()).isEmpty();
        execute(file(), damage.getValue());

        assertThat(Backups.verify(file()).broken())
                .anySatisfy(finding -> assertThat(finding.law()).contains(damage.getKey()));
    }

    @Test
    @Covers("OPS-12")
    void everyTableIsSpokenOfByALawOrNeedsNone() throws Exception {
        open().close();
        var tables = new TreeSet<String>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select substr(name, 8) from sqlite_schema where type = 'table' and name like 'somoim!_%' escape '!'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        Laws.ALL.forEach(law -> tables.removeAll(law.tables()));

        assertThat(tables).containsExactlyInAnyOrderElementsOf(HELD_BY_CONSTRAINTS);
    }

    /** Whose rows cannot be wrong by themselves, or say nothing that another row says too. */
    private static final List<String> HELD_BY_CONSTRAINTS = List.of(
            "blocks",
            "appeals",
            "calendar_links",
            "category_moderators",
            "case_lessons",
            "case_signals",
            "cases",
            "comment_revisions",
            "comparison_contributions",
            "comparison_receipts",
            "done_calls",
            "erasure_wishes",
            "event_exceptions",
            "event_reminders",
            "event_uids",
            "facts_set_aside",
            "forum_drafts",
            "flaggers",
            "goal_share_owners",
            "goal_tags",
            "group_invites",
            "import_references",
            "key_cabinet",
            "measures",
            "mentions",
            "message_reactions",
            "muted_keywords",
            "notices",
            "notification_prefs",
            "notifications",
            "outbox",
            "paces",
            "post_revisions",
            "profile_badges",
            "profile_expertise",
            "profile_interests",
            "reactions",
            "report_snapshots",
            "reports",
            "schema_history",
            "tickets",
            "topic_follows",
            "veiled_calls");

    @Test
    @Covers({"OPS-12", "OPS-13"})
    void theDrill() throws Exception {
        Actor.Person minji;
        Group group;
        Backup backup;
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            minji = town.person("민지");
            group = town.openGroup(minji);
            town.post(minji, group);
            backup = backups().take();
            town.post(minji, group);
        }
        Files.write(file(), "lost".getBytes(StandardCharsets.US_ASCII));
        Path aside = backups().restore(backup.file());

        assertThat(aside).hasContent("lost");
        assertThat(Backups.verify(file()).isClean()).isTrue();
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            Restored.settle(town.somoim, database);
            assertThat(town.somoim
                            .posts()
                            .inGroup(minji, group.id(), Page.Ask.first())
                            .items())
                    .hasSize(1);
            assertThat(town.somoim.profiles().mine(minji).about().displayName().value())
                    .isEqualTo("민지");
        }
    }

    @Test
    @Covers({"FUT-14", "OPS-9"})
    void anAuditLogWhoseEntriesDoNotFollowOneAnotherIsFoundThoughItsHeadFits() throws Exception {
        open().close();
        execute(
                file(),
                "insert into somoim_audit_entries values (1, 'HOST', null, 'KEYS_ROTATED', null, null,"
                        + " printf('%064d', 1), printf('%064d', 2), 0)",
                "insert into somoim_audit_head values (1, 1, printf('%064d', 2), printf('%064d', 3))");

        assertThat(Backups.verify(file()).broken()).singleElement().satisfies(finding -> {
            assertThat(finding.law()).contains("audit log");
            assertThat(finding.where()).containsExactly("entry 1");
        });
    }

    @Test
    @Covers({"FUT-14", "OPS-12"})
    void theAuditLogThatWasPutBackIsWholeAndSaysThatItWasPutBack() throws Exception {
        Head copied;
        Head lost;
        Backup backup;
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            town.admin();
            copied = town.somoim.audit().head(HOST);
            backup = backups().take();
            town.somoim.personalData().erase(HOST, town.person().id(), Wish.REMOVE, Map.of());
            lost = town.somoim.audit().head(HOST);
        }
        backups().restore(backup.file());
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            Restored.settle(town.somoim, database);

            assertThat(town.somoim.audit().verify(HOST, copied).isIntact()).isTrue();
            assertThat(town.somoim
                            .audit()
                            .entries(HOST, AuditFilter.ALL, Page.Ask.first())
                            .items())
                    .extracting(Entry::deed)
                    .containsExactly(Deed.BACKUP_RESTORED, Deed.SITE_ADMIN_APPOINTED);
            assertThat(town.somoim.audit().verify(HOST, lost).isIntact()).isFalse();
        }
        assertThat(Backups.verify(file()).broken()).isEmpty();
    }

    @Test
    @Covers({"OPS-12", "ACC-8", "ACC-6"})
    void whatCameAfterTheCopyIsNotUndone() throws Exception {
        Actor.Person minji;
        Actor.Person jun;
        Backup backup;
        Sessions.Opened session;
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            minji = town.person("민지");
            jun = town.person("준호");
            session = town.somoim.sessions().open(jun, null);
            backup = backups().take();
            town.somoim.personalData().erase(HOST, minji.id(), Wish.REMOVE, Map.of());
            town.somoim.sessions().endAll(jun);
        }
        backups().restore(backup.file());
        try (SqliteDatabase database = open()) {
            Community town = on(database);
            assertThat(Restored.settle(town.somoim, database)).isOne();

            Actor.Person gone = minji;
            assertRefused("access.account-closed", () -> town.somoim.profiles().mine(gone));
            assertRefused(
                    "sessions.ended", () -> town.somoim.sessions().refresh(Actor.visitor(), session.refreshToken()));
            assertThat(town.somoim.profiles().mine(jun)).isNotNull();
        }
    }

    @Test
    @Covers("OPS-12")
    void aDatabaseThatIsOpenIsNotReplacedNorByACopyThatIsNotSound() throws Exception {
        try (SqliteDatabase database = open()) {
            on(database).person();
            Backup backup = backups().take();
            assertThatThrownBy(() -> backups().restore(backup.file()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("open");
            on(database).somoim.accounts().list(HOST, Page.Ask.first());
        }
        Path broken = folder.resolve("broken.db");
        Files.write(broken, "this is no database at all".getBytes(StandardCharsets.US_ASCII));
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> backups().restore(broken))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("not sound");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    @Covers("OPS-10")
    void oldCopiesAreForgottenButNeverTheNewestThatIsSound() throws Exception {
        try (SqliteDatabase database = open()) {
            on(database).person();
            Backups backups = backups();
            Backup first = backups.take();
            clock.advance(Duration.ofDays(1));
            Backup second = backups.take();
            clock.advance(Duration.ofDays(1));
            Backup third = backups.take();
            Files.write(third.file(), new byte[] {1, 2, 3});
            clock.advance(Duration.ofDays(31));

            assertThat(backups.prune(Duration.ofDays(30))).isEqualTo(2);
            assertThat(backups.list()).extracting(Backup::file).containsExactly(second.file());
            assertThat(first.file()).doesNotExist();
            assertThat(backups.keep(Duration.ofDays(1), Duration.ofDays(30))).isPresent();
            assertThat(backups.keep(Duration.ofDays(1), Duration.ofDays(30))).isEmpty();
        }
    }

    @Test
    @Covers("OPS-9")
    void whatACopyThatWasCutShortHasLeftIsClearedAwayAndNoHalfCopyIsListed() throws Exception {
        try (SqliteDatabase database = open()) {
            on(database).person();
        }
        Path left = folder.resolve("backups").resolve("somoim-20260101T000000000Z.db.part");
        Files.createDirectories(left.getParent());
        Files.write(left, new byte[1000]);
        assertThat(backups().list()).isEmpty();
        Backup backup = backups().take();

        assertThat(left).doesNotExist();
        assertThat(backups().list()).containsExactly(backup);
        assertThatThrownBy(() -> new Backups(file(), folder.resolve("town.db"), clock).take())
                .isInstanceOf(StoreFailure.class);
        assertThat(names()).noneMatch(name -> name.endsWith(".part"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
