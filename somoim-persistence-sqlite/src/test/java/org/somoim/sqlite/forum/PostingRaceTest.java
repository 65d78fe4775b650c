package org.somoim.sqlite.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumType;
import org.somoim.forum.Heading;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.forum.Verdict;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.backup.Backups;

/** Many who write into one topic of one file, all at once. */
@Covers({"FRM-3", "FRM-4"})
class PostingRaceTest {
    private static final Actor HOST = Actor.host("race");
    private static final int THREADS = 64;
    private static final int EACH = 2;

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Actor.Person> people = new ArrayList<>();
    private Somoim somoim;
    private Actor.Person asker;
    private Actor.Person moderator;
    private Id<Topic> topic;

    @BeforeEach
    void somebodyAsks() {
        Community town = database.community();
        somoim = town.somoim;
        asker = town.person();
        moderator = town.person();
        for (int i = 0; i < THREADS; i++) {
            people.add(town.person());
        }
        Id<Category> category = somoim.forumCategories()
                .make(HOST, null, CategoryDraft.open(Line.of("물어보기"), ForumType.QUESTIONS))
                .id();
        somoim.forumCategories().appoint(HOST, category, moderator.id());
        topic = somoim.forumTopics()
                .open(asker, category, new TopicDraft(Line.of("왜?"), Prose.of("왜 그런가요"), PostType.QUESTION, Tags.NONE))
                .id();
    }

    @AfterEach
    void threadsEnd() {
        threads.shutdownNow();
    }

    /** Nobody is turned away because somebody else writes: a refusal would come out of here. */
    private <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        var ready = new CountDownLatch(1);
        List<Future<T>> all = new ArrayList<>();
        for (Callable<T> call : calls) {
            all.add(threads.submit(() -> {
                ready.await();
                return call.call();
            }));
        }
        ready.countDown();
        List<T> done = new ArrayList<>();
        for (Future<T> one : all) {
            done.add(one.get());
        }
        return done;
    }

    private List<Callable<ForumPost>> everybodyWrites() {
        List<Callable<ForumPost>> calls = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            people.forEach(person -> calls.add(() -> somoim.forumPosts().write(person, topic, Prose.of("이래서요"))));
        }
        return calls;
    }

    private List<String> numbers(Id<Topic> in) {
        return database.ask("select post_number from somoim_forum_posts where hex(topic_id) = '"
                + in.toString().replace("-", "").toUpperCase(Locale.ROOT)
                + "' order by post_number");
    }

    private static List<String> upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    @Test
    void whoeverWritesAtOnceGetsANumberOfTheirOwnAndNoneIsLeftOut() throws Exception {
        List<ForumPost> written = atOnce(everybodyWrites());

        int all = THREADS * EACH + 1;
        assertThat(written)
                .extracting(ForumPost::number)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(2, all).boxed().toList());
        assertThat(numbers(topic)).isEqualTo(upTo(all));
        assertThat(somoim.forumTopics().get(asker, topic).topic().posts()).isEqualTo(all);
        assertThat(Backups.verify(database.file()).isClean()).isTrue();
    }

    @Test
    void noNumberIsLeftOutWherePostsAreSplitOffWhileEverybodyWrites() throws Exception {
        List<Callable<Object>> calls = new ArrayList<>();
        everybodyWrites().forEach(write -> calls.add(write::call));
        for (int i = 0; i < 4; i++) {
            Id<ForumPost> apart = somoim.forumPosts()
                    .write(people.get(i), topic, Prose.of("다른 이야기"))
                    .id();
            calls.add(20 * (i + 1), () -> somoim.forumCuration()
                    .split(
                            moderator,
                            topic,
                            Set.of(apart),
                            new Heading(Line.of("다른 이야기"), PostType.QUESTION, Tags.NONE)));
        }
        atOnce(calls);

        assertThat(numbers(topic)).isEqualTo(upTo(THREADS * EACH + 1));
        assertThat(Backups.verify(database.file()).isClean()).isTrue();
    }

    @Test
    void everyVoteOfManyAtOnceIsCountedOnceAndTheAuthorIsCreditedForEach() throws Exception {
        Id<ForumPost> post =
                somoim.forumPosts().write(moderator, topic, Prose.of("그건 말이죠")).id();
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            people.forEach(person -> {
                calls.add(() -> somoim.forumVotes().vote(person, post, Verdict.HELPFUL));
                calls.add(() -> somoim.forumVotes().like(person, post));
            });
        }
        calls.add(() -> somoim.forumVotes().accept(asker, post));
        atOnce(calls);

        ForumPost counted = somoim.forumPosts().get(asker, post).post();
        assertThat(counted.helpful()).isEqualTo(THREADS);
        assertThat(counted.likes()).isEqualTo(THREADS);
        assertThat(somoim.profiles().mine(moderator).standing().reputationScore())
                .isEqualTo(10 * THREADS + 25);
        assertThat(Backups.verify(database.file()).isClean()).isTrue();
    }
}
