package org.somoim.sqlite.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumDraft;
import org.somoim.forum.ForumDrafts;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumType;
import org.somoim.forum.Heading;
import org.somoim.forum.Permalink;
import org.somoim.forum.PostOrder;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.forum.TopicFilter;
import org.somoim.forum.TopicStatus;
import org.somoim.forum.Verdict;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.memory.Community;
import org.somoim.personaldata.Wish;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.backup.Backups;

/** Whatever people do in a forum in memory and in one on a file: all of them are told the same. */
@Covers({"FRM-1", "FRM-2", "FRM-3", "FRM-4", "TST-3"})
class ForumInBothTest {
    private static final int STEPS = Boolean.getBoolean("somoim.nightly") ? 5_000 : 500;
    private static final Tags[] TAGS = {Tags.NONE, Tags.of("집"), Tags.of("돈", "집")};

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Test
    void everybodyIsToldTheSameWhereverTheForumIsKept() {
        var memory = new World(new Community());
        var file = new World(database.community());
        for (int step = 0; step < STEPS; step++) {
            long seed = step;
            assertThat(file.act(new Random(seed))).as("step %s", step).isEqualTo(memory.act(new Random(seed)));
            if (step % 50 == 49) {
                assertSame("after step " + step, file, memory);
            }
        }
        assertThat(memory.done).as("kinds of things that went well").hasSizeGreaterThan(20);
        assertThat(Backups.verify(database.file()).isClean()).isTrue();

        for (World world : List.of(memory, file)) {
            world.forgetSomebody();
        }
        assertSame("after an erasure", file, memory);
        assertThat(Backups.verify(database.file()).isClean()).isTrue();

        for (World world : List.of(memory, file)) {
            world.town.clock.advance(Duration.ofDays(200));
            world.somoim.tick();
        }
        assertSame("after all was purged", file, memory);
        assertThat(Backups.verify(database.file()).isClean()).isTrue();
    }

    private static void assertSame(String when, World file, World memory) {
        List<String> onFile = file.everything();
        List<String> inMemory = memory.everything();
        assertThat(onFile).as(when).hasSameSizeAs(inMemory);
        for (int i = 0; i < onFile.size(); i++) {
            assertThat(onFile.get(i)).as(when).isEqualTo(inMemory.get(i));
        }
    }

    /** One of the two. What has an id is called by the turn at which it was first told of. */
    private static final class World {
        private static final Actor HOST = Actor.host("test");
        private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        final Community town;
        final Somoim somoim;
        final Set<String> done = new HashSet<>();
        private final List<Actor.Person> people = new ArrayList<>();
        private final List<Id<Category>> categories = new ArrayList<>();
        private final List<Id<Topic>> topics = new ArrayList<>();
        private final List<Id<ForumPost>> posts = new ArrayList<>();
        private final List<Id<ForumDraft>> drafts = new ArrayList<>();
        private final Map<String, String> names = new HashMap<>();

        World(Community town) {
            this.town = town;
            this.somoim = town.somoim;
            for (int i = 0; i < 6; i++) {
                people.add(town.person());
            }
            make(null, ForumType.DISCUSSION, false);
            make(categories.get(0), ForumType.QUESTIONS, false);
            make(categories.get(0), ForumType.DISCUSSION, true);
            somoim.forumCategories()
                    .appoint(HOST, categories.get(0), people.get(0).id());
            somoim.profiles().block(people.get(4), people.get(5).id());
        }

        private void make(@Nullable Id<Category> parent, ForumType type, boolean moderated) {
            var draft = new CategoryDraft(Line.of("살림"), null, type, moderated, ExperienceLevel.NEWCOMER);
            town.clock.advance(Duration.ofMillis(1));
            categories.add(somoim.forumCategories().make(HOST, parent, draft).id());
        }

        private static <T> T one(List<T> of, Random random) {
            return of.get(random.nextInt(of.size()));
        }

        private Id<Topic> topic(Random random) {
            return topics.isEmpty() ? Id.of("00000000-0000-7000-8000-000000000000") : one(topics, random);
        }

        private Id<ForumPost> post(Random random) {
            return posts.isEmpty() ? Id.of("00000000-0000-7000-8000-000000000000") : one(posts, random);
        }

        private Id<ForumDraft> draft(Random random) {
            return drafts.isEmpty() ? Id.of("00000000-0000-7000-8000-000000000000") : one(drafts, random);
        }

        /** Does something, and says what came of it. */
        String act(Random random) {
            // No two things happen at once, as their ids would tell their order then.
            town.clock.advance(Duration.ofMillis(1 + random.nextInt(3)));
            Actor.Person person = one(people, random);
            // Whoever looks after it has more to do than others.
            Actor.Person curator = random.nextInt(4) == 0 ? person : people.get(0);
            PostType type = PostType.values()[random.nextInt(3)];
            Tags tags = TAGS[random.nextInt(TAGS.length)];
            int what = random.nextInt(30);
            Supplier<?> deed = deed(what, person, curator, type, tags, random);
            try {
                String told = plain(deed.get());
                done.add("" + what);
                return what + " " + told;
            } catch (Refusal refused) {
                return what + " " + refused.reason().code();
            }
        }

        private Supplier<?> deed(
                int what, Actor.Person person, Actor.Person curator, PostType type, Tags tags, Random random) {
            return switch (what) {
                case 0, 1, 2 -> {
                    Id<Category> in = one(categories, random);
                    yield () -> {
                        Topic opened = somoim.forumTopics()
                                .open(person, in, new TopicDraft(Line.of("왜"), Prose.of("왜요"), type, tags));
                        topics.add(opened.id());
                        town.ports
                                .transactor()
                                .read(() -> town.ports.forumPosts().opening(opened.id()))
                                .ifPresent(post -> posts.add(post.id()));
                        return opened;
                    };
                }
                case 3, 4, 5, 6, 7 -> {
                    Id<Topic> in = topic(random);
                    yield () -> {
                        ForumPost written = somoim.forumPosts().write(person, in, Prose.of("이래서요"));
                        posts.add(written.id());
                        return written;
                    };
                }
                case 8 ->
                    say(topic(random), id -> somoim.forumTopics()
                            .edit(person, id, now -> new Heading(Line.of("고쳤어요"), type, tags)));
                case 9 -> done(topic(random), id -> somoim.forumTopics().delete(curator, id));
                case 10 -> say(topic(random), id -> somoim.forumTopics().restore(curator, id));
                case 11 -> done(topic(random), id -> somoim.forumTopics().follow(person, id));
                case 12 -> done(topic(random), id -> somoim.forumTopics().unfollow(person, id));
                case 13 -> say(post(random), id -> somoim.forumPosts().edit(person, id, Prose.of("고쳤어요")));
                case 14 -> done(post(random), id -> somoim.forumPosts().delete(curator, id));
                case 15 -> say(post(random), id -> somoim.forumPosts().restore(curator, id));
                case 16, 17 -> say(post(random), id -> somoim.forumVotes().like(person, id));
                case 18 -> say(post(random), id -> somoim.forumVotes().unlike(person, id));
                case 19, 20 ->
                    say(post(random), id -> somoim.forumVotes()
                            .vote(person, id, random.nextInt(3) == 0 ? Verdict.UNHELPFUL : Verdict.HELPFUL));
                case 21 -> say(post(random), id -> somoim.forumVotes().unvote(person, id));
                case 22 -> say(post(random), id -> somoim.forumVotes().accept(curator, id));
                case 23 -> say(topic(random), id -> somoim.forumVotes().unaccept(curator, id));
                case 24 -> say(post(random), id -> somoim.forumCuration().approve(curator, id));
                case 25 ->
                    random.nextBoolean()
                            ? say(topic(random), id -> somoim.forumCuration()
                                    .turn(curator, id, random.nextInt(3) == 0 ? TopicStatus.LOCKED : TopicStatus.OPEN))
                            : done(post(random), id -> somoim.forumCuration().reject(curator, id));
                case 26 ->
                    random.nextBoolean()
                            ? say(topic(random), id -> somoim.forumCuration().pin(curator, id))
                            : say(topic(random), id -> somoim.forumCuration().unpin(curator, id));
                case 27 -> say(topic(random), id -> somoim.forumCuration().move(curator, id, one(categories, random)));
                case 28 -> {
                    Id<Topic> id = topic(random);
                    if (random.nextInt(3) == 0) {
                        Id<Topic> into = topic(random);
                        yield () -> somoim.forumCuration().merge(curator, id, into);
                    }
                    Set<Id<ForumPost>> chosen = Set.of(oneIn(id, random));
                    yield () -> {
                        Topic split = somoim.forumCuration()
                                .split(curator, id, chosen, new Heading(Line.of("따로"), type, tags));
                        topics.add(split.id());
                        return split;
                    };
                }
                default -> aboutDrafts(person, type, tags, random);
            };
        }

        /** Of those that have a place in it, if there are any. */
        private Id<ForumPost> oneIn(Id<Topic> topic, Random random) {
            List<Id<ForumPost>> there =
                    town.ports.transactor().read(() -> town.ports.forumPosts().places(topic)).stream()
                            .map(place -> place.postId())
                            .toList();
            return there.isEmpty() ? post(random) : one(there, random);
        }

        private Supplier<?> aboutDrafts(Actor.Person person, PostType type, Tags tags, Random random) {
            int what = random.nextInt(4);
            Id<Category> in = one(categories, random);
            Id<ForumDraft> id = draft(random);
            return switch (what) {
                case 0 ->
                    () -> {
                        ForumDraft begun =
                                somoim.forumDrafts().begin(person, in, Line.of("쓰는 중"), Prose.of("아직"), type, tags);
                        drafts.add(begun.id());
                        return begun;
                    };
                case 1 ->
                    () -> somoim.forumDrafts()
                            .change(
                                    person,
                                    id,
                                    now -> new ForumDrafts.Words(now.title(), Prose.of("더"), now.type(), now.tags()));
                case 2 -> () -> somoim.forumDrafts().publish(person, id);
                default ->
                    () -> {
                        somoim.forumDrafts().discard(person, id);
                        return "discarded";
                    };
            };
        }

        private static <T> Supplier<?> say(Id<T> id, Function<Id<T>, ?> deed) {
            return () -> deed.apply(id);
        }

        private static <T> Supplier<?> done(Id<T> id, Consumer<Id<T>> deed) {
            return () -> {
                deed.accept(id);
                return "done";
            };
        }

        void forgetSomebody() {
            somoim.personalData().erase(HOST, people.get(1).id(), Wish.REMOVE, Map.of());
            somoim.personalData().erase(HOST, people.get(2).id(), Wish.KEEP, Map.of());
        }

        /** Whatever there is to read, page by page, by each of them. */
        List<String> everything() {
            List<String> all = new ArrayList<>();
            for (Actor.Person person : people) {
                read(all, "categories", () -> somoim.forumCategories().all(person));
                List<TopicFilter> filters = new ArrayList<>(List.of(
                        TopicFilter.ALL,
                        TopicFilter.in(categories.get(0)),
                        new TopicFilter(null, Line.of("집"), null, null),
                        new TopicFilter(null, Line.of("돈"), PostType.QUESTION, false),
                        new TopicFilter(null, null, PostType.TIP, null),
                        new TopicFilter(categories.get(0), null, PostType.QUESTION, null),
                        new TopicFilter(categories.get(1), null, null, true),
                        new TopicFilter(null, null, null, false)));
                for (TopicFilter filter : filters) {
                    read(all, "list", () -> pages(ask -> somoim.forumTopics().list(person, filter, ask)));
                }
                categories.forEach(
                        id -> read(all, "pinned", () -> somoim.forumTopics().pinned(person, id)));
                read(all, "following", () -> pages(ask -> somoim.forumTopics().following(person, ask)));
                read(all, "mine", () -> pages(ask -> somoim.forumPosts().mine(person, ask)));
                read(all, "drafts", () -> pages(ask -> somoim.forumDrafts().mine(person, ask)));
                read(all, "waiting", () -> pages(ask -> somoim.forumCuration().waiting(person, ask)));
                read(all, "standing", () -> somoim.profiles().mine(person).standing());
                for (Id<Topic> id : topics) {
                    read(all, "topic", () -> somoim.forumTopics().get(person, id));
                    for (PostOrder order : PostOrder.values()) {
                        read(
                                all,
                                "posts",
                                () -> pages(ask -> somoim.forumPosts().in(person, id, order, ask)));
                    }
                    for (int number = 1; number <= 4; number++) {
                        var link = new Permalink(id, 1, number);
                        read(all, "link", () -> somoim.forumTopics().find(person, link));
                    }
                }
            }
            return all;
        }

        private void read(List<String> all, String what, Supplier<?> asked) {
            try {
                all.add(what + " " + plain(asked.get()));
            } catch (Refusal refused) {
                all.add(what + " " + refused.reason().code());
            }
        }

        /** All of it, three at a time. */
        private static <T> List<T> pages(Function<Page.Ask, Page<T>> list) {
            List<T> all = new ArrayList<>();
            @Nullable Cursor after = null;
            do {
                Page<T> page = list.apply(new Page.Ask(after, 3));
                all.addAll(page.items());
                after = page.next();
            } while (after != null);
            return all;
        }

        private String plain(Object told) {
            return UUID.matcher(String.valueOf(told))
                    .replaceAll(id -> names.computeIfAbsent(id.group(), any -> "#" + names.size()));
        }
    }
}
