package org.somoim.sqlite.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.chat.Conversation;
import org.somoim.chat.Entry;
import org.somoim.events.Rsvp;
import org.somoim.events.Span;
import org.somoim.forum.ForumPost;
import org.somoim.forum.PostOrder;
import org.somoim.forum.ShownForumPost;
import org.somoim.forum.Topic;
import org.somoim.forum.Verdict;
import org.somoim.groups.Membership;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.personaldata.Erasure;
import org.somoim.posts.Reaction;
import org.somoim.safety.Alert;
import org.somoim.safety.ShownAlert;
import org.somoim.sessions.RefreshToken;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;
import org.somoim.sqlite.backup.Backups;

/**
 * A program that writes through every capability is killed, over and over, at whatever it is doing: what it was told is
 * done is there, and nothing is half done.
 */
@Covers("DAT-9")
class KillTest {
    private static final int KILLS = Boolean.getBoolean("somoim.nightly") ? 200 : 12;
    private static final long SEED = Long.getLong("somoim.seed", 20261121);

    /** About twice round everything that the writer does. */
    private static final int MOST_LINES = 50;

    private static final int MOST_SPINS = 100_000;
    private static final Actor HOST = Actor.host("test");
    private static final Actor VISITOR = Actor.visitor();

    @TempDir
    Path folder;

    private final Random chance = new Random(SEED);

    private Path file() {
        return folder.resolve("somoim.db");
    }

    @Test
    void whateverWasAcknowledgedOutlivesTheProcess() throws Exception {
        System.out.println("Kills are at seed " + SEED);
        var all = new ArrayList<String>();
        Process next = writer(1);
        for (int life = 1; life <= KILLS; life++) {
            Process writer = next;
            List<String> told = killed(writer, chance.nextInt(MOST_LINES + 1));
            ageWhatItUnpacked();
            // Gets ready while this one is looked at.
            next = writer(life + 1);
            try (SqliteDatabase database = SqliteDatabase.open(SqliteOptions.at(folder))) {
                var mailer = new MemoryMailer();
                Community town = DoomedWriter.community(database, mailer, life);
                // Later than anything that the writer did.
                town.clock.advance(Duration.ofMinutes(1));
                town.somoim.deliver();
                town.somoim.tick();
                assertSound(town.somoim);
                told.forEach(line -> assertThatCode(() -> check(town, mailer, line, told))
                        .as("of " + told.size() + " lines: " + line)
                        .doesNotThrowAnyException());
                assertSound(town.somoim);
            }
            all.addAll(told);
        }
        next.destroyForcibly().waitFor();
        try (SqliteDatabase database = SqliteDatabase.open(SqliteOptions.at(folder))) {
            Community town = DoomedWriter.community(database, new MemoryMailer(), KILLS);
            all.stream() // A token is spent by looking at it, and a letter goes out once.
                    .filter(line -> !line.startsWith("token") && !line.startsWith("letter"))
                    .forEach(line -> assertThatCode(() -> check(town, new MemoryMailer(), line, all))
                            .as(line)
                            .doesNotThrowAnyException());
            Backups backups = new Backups(file(), folder.resolve("backups"), town.clock);
            assertThat(Backups.verify(backups.take().file()).broken()).isEmpty();
        }
        try (Stream<Path> left = Files.list(folder.resolve("backups"))) {
            assertThat(left).noneMatch(copy -> copy.toString().endsWith(".part"));
        }
        assertThat(unpacked()).as("copies of SQLite itself").hasSizeLessThanOrEqualTo(2);
        System.out.printf("Kills: %d, calls acknowledged: %d, lost: 0%n", KILLS, all.size());
    }

    private Process writer(int life) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        DoomedWriter.class.getName(),
                        file().toString(),
                        Integer.toString(life))
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    /** Lets it begin, and kills it once it has told so many things, or a moment later. */
    private List<String> killed(Process writer, int lines) throws IOException, InterruptedException {
        try (BufferedReader output = writer.inputReader()) {
            writer.getOutputStream().close();
            var told = new ArrayList<String>();
            String line = output.readLine();
            for (; line != null && told.size() < lines; line = output.readLine()) {
                told.add(line);
            }
            for (int spins = chance.nextInt(MOST_SPINS); spins > 0; spins--) {
                Thread.onSpinWait();
            }
            assertThat(writer.isAlive())
                    .as(Files.readString(folder.resolve("errors")))
                    .isTrue();
            // By its handle: the process itself would close the stream, with what is still in it.
            assertThat(writer.toHandle().destroyForcibly()).isTrue();
            for (; line != null; line = output.readLine()) {
                told.add(line);
            }
            writer.waitFor();
            return told.stream()
                    .filter(said -> said.endsWith(DoomedWriter.END))
                    .map(said -> said.substring(0, said.length() - DoomedWriter.END.length()))
                    .toList();
        }
    }

    private void assertSound(Somoim somoim) {
        assertThat(Backups.verify(file()).broken()).isEmpty();
        assertThat(somoim.personalData().pending(HOST, Page.Ask.first()).items())
                .isEmpty();
        assertThat(somoim.facts().setAside()).isEmpty();
    }

    private static void check(Community town, MemoryMailer mailer, String line, List<String> told) {
        Somoim somoim = town.somoim;
        String[] word = line.split(" ");
        switch (word[0]) {
            case "opening", "exported", "backup", "delivering" -> {}
            case "account" -> somoim.accounts().find(HOST, Id.of(word[1]));
            // If the writer may have sent it, it is not known whether it did.
            case "letter" ->
                assertThat(told.contains("delivering " + word[1])
                                || mailer.to(Email.of(word[1])).size() == 1)
                        .isTrue();
            case "delivered" -> assertThat(waiting(town, word[1])).isEmpty();
            case "password" ->
                somoim.passwords().logIn(VISITOR, Email.of(word[1]), DoomedWriter.OTHER_PASSWORD, Origin.UNKNOWN);
            case "session" ->
                assertThat(somoim.sessions().list(person(word[1])))
                        .anyMatch(session -> session.id().equals(Id.of(word[2])));
            case "token" -> somoim.sessions().refresh(VISITOR, new RefreshToken(word[1]));
            case "identity" ->
                assertThat(somoim.identities().list(person(word[1]))).hasSize(1);
            // Looked at once, however often the process was killed while it looked.
            case "suspected" ->
                town.ports.transactor().read(() -> {
                    var about = town.ports.cases().about(Id.of(word[1])).orElseThrow();
                    assertThat(town.ports.measures().ofCase(about.id())).hasSize(1);
                    return assertThat(town.ports.cases().signals(about.id(), 100))
                            .extracting(kept -> kept.signal().detector())
                            .doesNotHaveDuplicates()
                            .contains(new Word("ngrams"));
                });
            case "reported" ->
                assertThat(somoim.reports()
                                .mine(person(word[1]), Page.Ask.first())
                                .items())
                        .anyMatch(report -> report.id().equals(Id.of(word[2])));
            case "claimed" ->
                assertThat(somoim.cases()
                                .get(person(word[1]), Id.of(word[2]))
                                .about()
                                .version())
                        .isGreaterThan(1);
            case "hidden" ->
                assertThatThrownBy(() -> somoim.posts()
                                .get(person(word[1]), Id.of(word[2]))
                                .marks())
                        .hasMessageContaining("access.not-found");
            case "appealed" ->
                assertThat(somoim.appeals()
                                .mine(person(word[1]), Page.Ask.first())
                                .items())
                        .anyMatch(appeal -> appeal.id().equals(Id.of(word[2])));
            case "block" ->
                assertThat(somoim.profiles().blocked(person(word[1])))
                        .anyMatch(block -> block.userId().equals(Id.of(word[2])));
            case "profile" ->
                assertThat(somoim.profiles()
                                .mine(person(word[1]))
                                .about()
                                .displayName()
                                .value())
                        .isEqualTo(word[2]);
            case "goal" ->
                assertThat(somoim.goalShares().mine(person(word[1])))
                        .anyMatch(goal -> goal.id().equals(Id.of(word[2])));
            case "progress" ->
                assertThat(somoim.goalShares()
                                .mine(person(word[1]), Id.of(word[2]))
                                .face()
                                .traits()
                                .progress())
                        .isEqualTo(50);
            case "regretted" ->
                assertThat(somoim.goalShares().mine(person(word[1])))
                        .noneMatch(goal -> goal.id().equals(Id.of(word[2])));
            case "contributed" ->
                assertThat(somoim.comparisons().contribution(person(word[1]))).isPresent();
            case "epoch" -> {
                assertThat(somoim.epochs().verify(HOST).isIntact()).isTrue();
                assertThat(somoim.epochs().begin(HOST)).as("drawn again").isZero();
            }
            case "imported" ->
                assertThat(town.ports.transactor().read(() -> somoim.accounts().holderOf(Email.of(word[1]))))
                        .map(person -> somoim.groups()
                                .mine(Actor.person(person), Page.Ask.first())
                                .items())
                        .hasValueSatisfying(groups -> assertThat(groups).hasSize(1));
            case "group" -> somoim.groups().find(person(word[1]), Id.of(word[2]));
            case "membership" ->
                assertThat(somoim.memberships()
                                .own(person(word[1]), Id.of(word[2]))
                                .status())
                        .isEqualTo(Membership.Status.ACTIVE);
            case "invite" ->
                assertThat(somoim.invites()
                                .list(person(word[1]), Id.of(word[3]), Page.Ask.first())
                                .items())
                        .anyMatch(invite -> invite.id().equals(Id.of(word[2])));
            case "writing" -> checkWriting(town, word, told);
            case "written" -> assertThat(told).contains(line.replace("written", "writing"));
            case "post" -> somoim.posts().get(person(word[1]), Id.of(word[2]));
            case "comment" -> somoim.comments().get(person(word[1]), Id.of(word[2]));
            case "category" ->
                assertThat(somoim.forumCategories()
                                .get(person(word[1]), Id.of(word[2]))
                                .isMine())
                        .isTrue();
            case "topic" -> checkPlaces(somoim, person(word[1]), Id.of(word[2]));
            case "answered" -> {
                ForumPost post =
                        somoim.forumPosts().get(person(word[1]), Id.of(word[2])).post();
                assertThat(post.number()).isEqualTo(Integer.parseInt(word[3]));
                checkPlaces(somoim, person(word[1]), post.topicId());
            }
            case "helpful" -> {
                ShownForumPost solution = somoim.forumPosts().get(person(word[1]), Id.of(word[2]));
                assertThat(solution.isBestAnswer()).isTrue();
                assertThat(solution.post().helpful()).isEqualTo(1);
                assertThat(solution.verdict()).isEqualTo(Verdict.HELPFUL);
            }
            case "split" -> {
                checkPlaces(somoim, person(word[1]), Id.of(word[2]));
                checkPlaces(somoim, person(word[1]), Id.of(word[3]));
                assertThat(somoim.forumPosts()
                                .get(person(word[1]), Id.of(word[4]))
                                .post()
                                .topicId())
                        .isEqualTo(Id.of(word[3]));
            }
            case "event" ->
                assertThat(somoim.rsvps().tally(person(word[1]), Id.of(word[2])).going())
                        .as("of one seat")
                        .isLessThanOrEqualTo(1);
            case "going" ->
                assertThat(somoim.rsvps().own(person(word[1]), Id.of(word[2])).answer())
                        .isEqualTo(Rsvp.Answer.GOING);
            case "waiting" ->
                assertThat(somoim.rsvps().own(person(word[1]), Id.of(word[2])).line())
                        .isEqualTo(1);
            case "series" ->
                assertThat(somoim.recurrences()
                                .occurrences(
                                        person(word[1]), Id.of(word[2]), Span.from(Instant.EPOCH), Page.Ask.first())
                                .items())
                        .hasSize(3);
            case "reaction" ->
                assertThat(somoim.posts()
                                .get(person(word[1]), Id.of(word[2]))
                                .marks()
                                .reactions())
                        .containsEntry(Reaction.Kind.LIKE, 1);
            case "said" -> {
                assertThat(somoim.chat()
                                .get(person(word[1]), Id.of(word[2]))
                                .message()
                                .number())
                        .isEqualTo(Long.parseLong(word[4]));
                checkNumbers(somoim, person(word[1]), Id.of(word[3]));
            }
            case "conversation" -> checkNumbers(somoim, person(word[1]), Id.of(word[2]));
            case "reworded" ->
                assertThat(somoim.chat()
                                .get(person(word[1]), Id.of(word[2]))
                                .message()
                                .body())
                        .isEqualTo(Prose.of(word[3]));
            case "liked" ->
                assertThat(somoim.chat()
                                .get(person(word[1]), Id.of(word[2]))
                                .marks()
                                .reactions())
                        .isEqualTo(Map.of(org.somoim.chat.Reaction.Kind.LIKE, 1));
            case "read" ->
                assertThat(somoim.conversations()
                                .get(person(word[1]), Id.of(word[2]))
                                .readUpTo())
                        .isEqualTo(Long.parseLong(word[3]));
            case "gone" ->
                assertThat(entries(somoim, person(word[1]), Id.of(word[2])))
                        .filteredOn(entry -> entry.number() == Long.parseLong(word[3]))
                        .hasOnlyElementsOfType(Entry.Gone.class)
                        .hasSize(1);
            case "notified" ->
                assertThat(somoim.notifications().list(person(word[1]), Page.Ask.first(), false).items().stream()
                                .filter(notification -> notification.subject().equals(Id.of(word[2]))))
                        .hasSize(1);
            case "alert" ->
                assertThat(somoim.alerts().find(person(word[1]), Id.of(word[2])).role())
                        .isEqualTo(ShownAlert.Role.CALLED);
            case "acknowledged" ->
                assertThat(somoim.alerts()
                                .answers(person(word[1]), Id.of(word[2]), Page.Ask.first())
                                .items())
                        .hasSize(1);
            case "called" ->
                assertThat(somoim.notifications().list(person(word[1]), Page.Ask.first(), false).items().stream()
                                .filter(news -> news.subject().equals(Id.of(word[2]))
                                        && news.kind().value().equals("safety.raised")))
                        .hasSize(1);
            case "ended" ->
                assertThat(somoim.alerts()
                                .find(person(word[1]), Id.of(word[2]))
                                .alert()
                                .outcome())
                        .isEqualTo(Alert.Outcome.FALSE_ALARM);
            case "erased" ->
                assertThat(somoim.personalData().find(VISITOR, Id.of(word[2])))
                        .hasValueSatisfying(
                                erasure -> assertThat(erasure.state()).isEqualTo(Erasure.State.FINISHED));
            default -> throw new AssertionError("nobody knows what this means");
        }
    }

    /** Whatever was acknowledged and whatever was not: 1, 2, 3 and so on, each once. */
    private static void checkNumbers(Somoim somoim, Actor.Person reader, Id<Conversation> in) {
        List<Entry> entries = entries(somoim, reader, in);

        assertThat(entries)
                .extracting(Entry::number)
                .containsExactlyElementsOf(LongStream.iterate(entries.size(), number -> number - 1)
                        .limit(entries.size())
                        .boxed()
                        .toList());
        assertThat(entries).extracting(Entry::change).doesNotHaveDuplicates();
        assertThat(somoim.conversations().get(reader, in).conversation().messages())
                .isEqualTo(entries.size());
    }

    /** Whatever was acknowledged and whatever was not: 1, 2, 3 and so on, each once, and counted. */
    private static void checkPlaces(Somoim somoim, Actor.Person reader, Id<Topic> topic) {
        List<ShownForumPost> posts = somoim.forumPosts()
                .in(reader, topic, PostOrder.NUMBER, Page.Ask.first())
                .items();

        assertThat(posts)
                .extracting(shown -> shown.post().number())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, posts.size()).boxed().toList());
        assertThat(somoim.forumTopics().get(reader, topic).topic().posts()).isEqualTo(posts.size());
    }

    /** The last first; there are few. */
    private static List<Entry> entries(Somoim somoim, Actor.Person reader, Id<Conversation> in) {
        return somoim.chat().history(reader, in, Page.Ask.first()).items();
    }

    /** Asked again under its key, whether or not it was acknowledged. */
    private static void checkWriting(Community town, String[] word, List<String> told) {
        var written = new AtomicLong();
        DoomedWriter.write(town, word[1], person(word[2]), word[3], written);

        if (told.contains("written " + word[1] + " " + word[2] + " " + word[3])) {
            assertThat(written).hasValue(0);
        }
        assertThat(town.somoim
                        .posts()
                        .inGroup(person(word[2]), Id.of(word[3]), Page.Ask.first())
                        .items())
                .filteredOn(shown -> shown.post().body().value().equals(word[1]))
                .hasSize(1);
    }

    private static List<?> waiting(Community town, String address) {
        return town.ports.transactor().read(() -> town.ports.outbox().to(Email.of(address)));
    }

    private static Actor.Person person(String id) {
        return new Actor.Person(Id.of(id));
    }

    /** What was loaded a while ago may be cleared away. */
    private void ageWhatItUnpacked() throws IOException {
        for (Path copy : unpacked()) {
            Files.setLastModifiedTime(copy, FileTime.from(Instant.EPOCH));
        }
    }

    private List<Path> unpacked() throws IOException {
        Path natives = folder.resolve("native");
        if (!Files.isDirectory(natives)) {
            return List.of();
        }
        try (Stream<Path> copies = Files.list(natives)) {
            return copies.toList();
        }
    }
}
