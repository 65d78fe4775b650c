package org.somoim.sqlite.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;
import org.somoim.memory.PlainHasher;
import org.somoim.personaldata.Erasure;
import org.somoim.personaldata.Holding;
import org.somoim.personaldata.Life;
import org.somoim.personaldata.Wish;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;
import org.somoim.sqlite.keys.KeyCabinet;

/** Someone who has left a sign in every column is erased, and no byte of any sign is left in any file. */
class ErasureTest {
    private static final Actor HOST = Actor.host("test");

    /** In two parts: what is the same in every form of Unicode, and what is not. */
    private static final String PLAIN = "qxzkanari";

    private static final String ACCENTED = "가낳닿é";

    /** Columns of text that hold no sign, and why none can be put there. */
    private static final Map<String, String> SIGNLESS = Map.ofEntries(
            Map.entry("somoim_identities.provider", "the word LOCAL"),
            Map.entry("somoim_identities.subject", "the account's own id"),
            Map.entry("somoim_identities.password_hash", "a digest"),
            Map.entry("somoim_sessions.refresh", "a digest"),
            Map.entry("somoim_sessions.family", "a digest"),
            Map.entry("somoim_done_calls.request", "a digest"),
            Map.entry("somoim_done_calls.made", "a path of the library's"),
            Map.entry("somoim_import_references.source", "a word of the host's"),
            Map.entry("somoim_linked_identities.provider", "a word of the host's"),
            Map.entry("somoim_notifications.kind", "a word of the library's"),
            Map.entry("somoim_notification_prefs.kind", "a word of the library's"),
            Map.entry("somoim_events.kind", "a word of the library's"),
            Map.entry("somoim_events.starts_on", "a time"),
            Map.entry("somoim_events.ends_on", "a time"),
            Map.entry("somoim_events.zone", "the name of a time zone"),
            Map.entry("somoim_events.venue_for", "a word of the library's"),
            Map.entry("somoim_event_series.kind", "a word of the library's"),
            Map.entry("somoim_event_series.starts_on", "a time"),
            Map.entry("somoim_event_series.ends_on", "a time"),
            Map.entry("somoim_event_series.zone", "the name of a time zone"),
            Map.entry("somoim_event_series.venue_for", "a word of the library's"),
            Map.entry("somoim_event_series.rule", "a rule of days and weeks"),
            Map.entry("somoim_comparison_contributions.shape", "a digest"),
            Map.entry("somoim_comparison_contributions.leaves", "numbers of bands"),
            Map.entry("somoim_comparison_contributions.bins", "numbers of bins"),
            Map.entry("somoim_rsvps.answer", "a word of the library's"),
            Map.entry("somoim_rsvps.attendance", "a word of the library's"),
            Map.entry("somoim_measures.former", "words of the library's"),
            Map.entry("somoim_goal_share_owners.pseudonym", "a digest"),
            Map.entry("somoim_tickets.password_hash", "a digest"),
            Map.entry("somoim_outbox.subject", "the library's words"),
            Map.entry("somoim_outbox.text", "the library's words and a secret"));

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Test
    @Covers({"ACC-8", "DAT-5"})
    void notAByteIsLeftOnceNobodyReadsWhatWasBefore() throws Exception {
        Community town = database.spooling();
        var life = new Life(town, PLAIN + ACCENTED);
        assertThat(columnsWithoutSign(town)).isEmpty();
        assertThat(found()).contains("somoim.db-wal").anyMatch(file -> file.endsWith(".eml"));
        Erasure begun;
        try (Connection one = reader();
                Connection other = reader()) {
            begun = town.somoim.personalData().erase(HOST, life.person.id(), Wish.REMOVE, Map.of());
            assertThat(begun.state()).isEqualTo(Erasure.State.REMOVED);
            town.somoim.tick();
            assertThat(stateOf(town, begun)).isEqualTo(Erasure.State.REMOVED);
            assertThat(one.isClosed() || other.isClosed()).isFalse();
        }
        assertThat(found()).isNotEmpty();

        town.clock.advance(Duration.ofSeconds(60));
        town.somoim.tick();

        assertThat(stateOf(town, begun)).isEqualTo(Erasure.State.FINISHED);
        database.execute("vacuum into '" + copy() + "'");
        assertThat(found()).isEmpty();
    }

    @Test
    @Covers("ACC-8")
    void whereNobodyReadsItIsDoneAtOnce() throws Exception {
        Community town = database.spooling();
        var life = new Life(town, PLAIN + ACCENTED);

        Erasure erasure = town.somoim.personalData().erase(HOST, life.person.id(), Wish.REMOVE, Map.of());

        assertThat(erasure.state()).isEqualTo(Erasure.State.FINISHED);
        assertThat(found()).isEmpty();
    }

    @Test
    @Covers({"ACC-8", "PRV-4"})
    void whoIsErasedLosesTheirKeyAndIsErasedAgainWhereAnOldCopyIsPutBack() throws Exception {
        Community town = database.community();
        var life = new Life(town, PLAIN + ACCENTED);
        database.execute("vacuum into '" + copy() + "'");
        byte[] old = Files.readAllBytes(copy());
        town.somoim.personalData().erase(HOST, life.person.id(), Wish.REMOVE, Map.of());
        assertThat(town.ports.personKeys().destroyed()).containsOnlyKeys(life.person.id());

        Files.write(copy(), old);
        Files.copy(KeyCabinet.cabinetOf(database.file()), KeyCabinet.cabinetOf(copy()));
        Files.copy(KeyCabinet.masterOf(database.file()), KeyCabinet.masterOf(copy()));
        try (SqliteDatabase back = SqliteDatabase.open(SqliteOptions.at(copy()))) {
            var again = new Community(clock -> Sqlite.ports(back, new PlainHasher(), clock, new Random(2)));
            assertThat(again.somoim.personalData().reapply(HOST)).isOne();
            assertThat(again.somoim.personalData().reapply(HOST)).isZero();
        }
        assertThat(found()).isEmpty();
    }

    /** Of what the person was called, or said of themselves, or took back, nothing is anywhere. */
    @Test
    @Covers("ACC-8")
    void whoLeavesWordsBehindLeavesNothingElse() {
        Community town = database.community();
        var life = new Life(town, PLAIN + ACCENTED);

        town.somoim.personalData().erase(HOST, life.person.id(), Wish.KEEP, Map.of());

        Set<String> left = new TreeSet<>();
        for (String column : database.ask("""
                select t.name || '.' || c.name from sqlite_schema t, pragma_table_xinfo(t.name) c
                where t.type = 'table' and c.type = 'TEXT'
                """)) {
            String[] parts = column.split("\\.");
            database.ask("select " + parts[1] + " from " + parts[0] + " where instr(" + parts[1] + ", '" + PLAIN
                            + "') > 0")
                    .forEach(text -> left.add(column + " " + text.substring(0, text.indexOf('.'))));
        }
        assertThat(left)
                .containsExactlyInAnyOrder(
                        "somoim_posts.title title",
                        "somoim_posts.body rewritten",
                        "somoim_posts.title lonelytitle",
                        "somoim_posts.body lonely",
                        "somoim_comments.body beneath",
                        "somoim_comments.body deeper",
                        "somoim_comments.body corrected",
                        // Nobody's any more, as it was nobody's to those who read it.
                        "somoim_goal_share_faces.goal_title goal",
                        "somoim_goal_share_faces.goal_description saving",
                        "somoim_goal_share_faces.strategy_description strategy",
                        "somoim_goal_share_faces.tips_and_lessons tips",
                        "somoim_goal_tags.tag tag",
                        // What others answered in the forum stays with what it answers.
                        "somoim_forum_topics.title asked",
                        "somoim_forum_topics.title unasked",
                        "somoim_topic_tags.tag asked",
                        "somoim_topic_tags.tag unasked",
                        "somoim_forum_posts.content askedabout",
                        "somoim_forum_posts.content unaskedabout",
                        "somoim_forum_posts.content advised",
                        // What they called for a group is the group's; what they hosted themself is gone.
                        "somoim_events.title meeting",
                        "somoim_events.description meetingdescribed",
                        "somoim_events.venue_label meetinglabel",
                        "somoim_events.address meetingaddress",
                        "somoim_events.title unvisited",
                        "somoim_events.description unvisiteddescribed",
                        "somoim_events.venue_label unvisitedlabel",
                        "somoim_events.address unvisitedaddress",
                        "somoim_events.title weekly",
                        "somoim_events.description weeklydescribed",
                        "somoim_events.venue_label weeklylabel",
                        "somoim_events.address weeklyaddress",
                        "somoim_events.online https://example",
                        "somoim_event_series.title weekly",
                        "somoim_event_series.description weeklydescribed",
                        "somoim_event_series.venue_label weeklylabel",
                        "somoim_event_series.address weeklyaddress",
                        "somoim_event_series.online https://example");
    }

    /** The search itself: each form is seen where there is one. */
    @Test
    void theSearchSeesEveryForm() throws IOException {
        for (byte[] form : needles()) {
            Path file = copy();
            Files.write(file, form);
            assertThat(found()).contains(file.getFileName().toString());
            Files.delete(file);
        }
    }

    private static Erasure.State stateOf(Community town, Erasure erasure) {
        return town.somoim
                .personalData()
                .find(Actor.visitor(), erasure.id())
                .orElseThrow()
                .state();
    }

    private Connection reader() throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = on");
            statement.execute("begin deferred");
            statement.executeQuery("select count(*) from somoim_posts").close();
        }
        return connection;
    }

    private Path copy() {
        return database.file().resolveSibling("copy.db");
    }

    /** Every text of a person that the registry knows of; what holds the names of an enum is not text. */
    private Set<String> columnsWithoutSign(Community town) {
        Set<String> missing = new TreeSet<>();
        for (Holding holding : town.somoim.personalData().registry().holdings()) {
            String table = "somoim_" + name(holding.table().value());
            String definition = database.ask("select sql from sqlite_schema where name = '" + table + "'")
                    .get(0);
            Set<String> texts = Set.copyOf(
                    database.ask("select name from pragma_table_xinfo('" + table + "') where type = 'TEXT'"));
            Stream.concat(holding.about().keySet().stream(), holding.people().keySet().stream())
                    .map(column -> name(column.value()))
                    .filter(texts::contains)
                    .filter(column -> !definition.contains(column + " in ('") && !isBounded(definition, column))
                    .filter(column -> !SIGNLESS.containsKey(table + "." + column))
                    .filter(column -> database.ask(
                                    "select 1 from " + table + " where instr(" + column + ", '" + PLAIN + "') > 0")
                            .isEmpty())
                    .forEach(column -> missing.add(table + "." + column));
        }
        return missing;
    }

    private static boolean isBounded(String definition, String column) {
        return definition.replaceAll("\\s+", " ").contains("(" + column + " in (");
    }

    private static String name(String word) {
        return word.replace('-', '_');
    }

    /** Files in which any form of the sign is found. */
    private Set<String> found() throws IOException {
        List<byte[]> needles = needles();
        try (Stream<Path> files = Files.walk(database.file().getParent())) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            Set<String> holding = new TreeSet<>();
            for (Path file : all) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (needles.stream().anyMatch(needle -> bytes.contains(latin(needle)))) {
                    holding.add(file.getFileName().toString());
                }
            }
            return holding;
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> needles() {
        List<byte[]> needles = new ArrayList<>();
        Stream.of(
                        PLAIN,
                        PLAIN.toUpperCase(Locale.ROOT),
                        ACCENTED,
                        ACCENTED.toUpperCase(Locale.ROOT),
                        Normalizer.normalize(ACCENTED, Normalizer.Form.NFD))
                .distinct()
                .forEach(text -> {
                    needles.add(text.getBytes(StandardCharsets.UTF_16LE));
                    needles.add(text.getBytes(StandardCharsets.UTF_16BE));
                    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                    needles.add(utf8);
                    String hex = HexFormat.of().formatHex(utf8);
                    needles.add(hex.getBytes(StandardCharsets.US_ASCII));
                    needles.add(hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
                    needles.addAll(inBase64(utf8));
                });
        return needles;
    }

    /** Whatever stands before it: the whole groups of three bytes that it has for itself. */
    private static List<byte[]> inBase64(byte[] utf8) {
        return Stream.of(0, 1, 2)
                .flatMap(skipped -> {
                    int length = (utf8.length - skipped) / 3 * 3;
                    byte[] groups = Arrays.copyOfRange(utf8, skipped, skipped + length);
                    return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                            .map(encoder -> encoder.encode(groups));
                })
                .collect(Collectors.toList());
    }
}
