package org.somoim.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.somoim.Covers;
import org.somoim.access.Footing;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;

/** Laws that hold whatever people do to one another and to what they wrote. */
class PostsPropertiesTest {
    private static final List<String> WORDS = List.of("축구", "art", "날씨");

    /**
     * One thing that somebody does.
     *
     * @param what chooses the deed
     * @param who chooses who does it
     * @param with chooses to whom, or on what
     * @param word chooses what it says
     */
    record Deed(int what, int who, int with, int word) {}

    @Provide
    Arbitrary<Deed> deeds() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 2))
                .as(Deed::new);
    }

    /** Does deeds, skips what is refused, and remembers what blocks, mutes and texts there are. */
    private static final class History {
        final Square square;
        final List<Actor.Person> people = new ArrayList<>();
        final Set<List<Id<User>>> blocks = new HashSet<>();
        final Map<Id<User>, Set<String>> mutes = new HashMap<>();
        final Map<Id<Post>, String> said = new HashMap<>();
        final List<Post> posts = new ArrayList<>();
        final List<Comment> comments = new ArrayList<>();
        final Map<Id<Comment>, String> commented = new HashMap<>();

        History(Visibility visibility) {
            square = new Square(visibility);
            people.add(square.owner);
            people.add(square.moderator());
            people.add(square.member());
            people.add(square.member());
            people.add(square.town.person());
        }

        void does(Deed deed) {
            square.town.clock.advance(Duration.ofSeconds(1));
            try {
                tries(deed);
            } catch (Refusal refused) {
                // Not allowed now, so nothing has changed.
                assertThat(refused.reason().code()).isNotBlank();
            }
        }

        private void tries(Deed deed) {
            Actor.Person actor = people.get(deed.who());
            Actor.Person other = people.get(deed.with() % people.size());
            String word = WORDS.get(deed.word());
            @Nullable Post post = pick(posts, deed.with());
            @Nullable Comment comment = pick(comments, deed.with());
            switch (deed.what()) {
                case 0, 1 -> writes(actor, word);
                case 2, 3 -> comments(actor, post, null, word);
                case 4 -> comments(actor, null, comment, word);
                case 5 -> {
                    square.block(actor, other);
                    blocks.add(List.of(actor.id(), other.id()));
                }
                case 6 -> {
                    square.somoim.profiles().unblock(actor, other.id());
                    blocks.remove(List.of(actor.id(), other.id()));
                }
                case 7 -> {
                    square.mute(actor, word);
                    mutes.computeIfAbsent(actor.id(), any -> new HashSet<>()).add(word);
                }
                case 8 -> square.leave(actor);
                case 9 -> square.enter(actor);
                case 10 -> square.somoim.members().ban(actor, square.group, other.id());
                case 11 -> deletesOrRestores(actor, post, comment);
                case 12 -> reacts(actor, post);
                default -> removes(actor, post, comment);
            }
        }

        private static <T> @Nullable T pick(List<T> all, int at) {
            return all.isEmpty() ? null : all.get(at % all.size());
        }

        private void writes(Actor.Person actor, String word) {
            Post post = square.post(actor, "이야기: " + word);
            posts.add(post);
            said.put(post.id(), word);
        }

        private void comments(Actor.Person actor, @Nullable Post post, @Nullable Comment parent, String word) {
            Id<Post> under = parent != null ? parent.postId() : post != null ? post.id() : null;
            if (under != null) {
                Comment comment = square.comments.write(
                        actor, under, parent == null ? null : parent.id(), Prose.of("답: " + word), Set.of());
                comments.add(comment);
                commented.put(comment.id(), word);
            }
        }

        private void deletesOrRestores(Actor.Person actor, @Nullable Post post, @Nullable Comment comment) {
            if (comment != null && comment.authorId().equals(actor.id())) {
                if (now(comment).isDeleted()) {
                    square.comments.restore(actor, comment.id());
                } else {
                    square.comments.delete(actor, comment.id());
                }
            } else if (post != null && now(post).isDeleted()) {
                square.posts.restore(actor, post.id());
            } else if (post != null) {
                square.posts.delete(actor, post.id());
            }
        }

        private void removes(Actor.Person actor, @Nullable Post post, @Nullable Comment comment) {
            if (comment != null) {
                square.comments.delete(actor, comment.id());
            }
            if (post != null && post.hashCode() % 3 == 0) {
                square.posts.delete(actor, post.id());
            }
        }

        private void reacts(Actor.Person actor, @Nullable Post post) {
            if (post != null) {
                square.reactions.react(actor, ContentRef.post(post.id()), Reaction.Kind.LIKE);
            }
        }

        Post now(Post post) {
            return square.town.ports.posts().find(post.id()).orElseThrow();
        }

        Comment now(Comment comment) {
            return square.town.ports.comments().find(comment.id()).orElseThrow();
        }

        /** What somebody is to the group; that this is right is proved elsewhere. */
        Standing standing(Actor.Person person) {
            return square.town
                    .ports
                    .roster()
                    .footing(person.id(), square.group)
                    .map(Footing::standing)
                    .orElseThrow();
        }

        boolean mayRead(Actor.Person reader, Post post) {
            return !now(post).isDeleted()
                    && mayEnter(reader)
                    && mayRead(reader, post.authorId(), Objects.requireNonNull(said.get(post.id())));
        }

        boolean mayRead(Actor.Person reader, Comment comment, Post under) {
            return mayRead(reader, under)
                    && !now(comment).isDeleted()
                    && mayRead(reader, comment.authorId(), Objects.requireNonNull(commented.get(comment.id())));
        }

        private boolean mayEnter(Actor.Person reader) {
            boolean isPublic =
                    square.somoim.groups().find(square.owner, square.group).visibility() == Visibility.PUBLIC;
            return standing(reader).isAtLeast(isPublic ? Standing.PERSON : Standing.MEMBER);
        }

        private boolean mayRead(Actor.Person reader, Id<User> author, String word) {
            return reader.id().equals(author)
                    || standing(reader).isAtLeast(Standing.MODERATOR)
                    || !blocks.contains(List.of(reader.id(), author))
                            && !blocks.contains(List.of(author, reader.id()))
                            && !mutes.getOrDefault(reader.id(), Set.of()).contains(word);
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    @Covers({"PST-3", "PST-5", "PRF-12", "PRF-13"})
    void whatIsListedIsWhatCanBeReadOneByOneAndNothingElse(
            @ForAll Visibility visibility, @ForAll @Size(max = 60) List<@From("deeds") Deed> deeds) {
        var history = new History(visibility);
        deeds.forEach(history::does);

        for (Actor.Person reader : history.people) {
            List<Id<Post>> expected = history.posts.stream()
                    .filter(post -> history.mayRead(reader, post))
                    .map(Post::id)
                    .toList();
            assertThat(listed(history, reader)).containsExactlyInAnyOrderElementsOf(expected);
            for (Post post : history.posts) {
                assertThat(isFound(() -> history.square.posts.get(reader, post.id())))
                        .isEqualTo(expected.contains(post.id()));
                thread(history, reader, post);
            }
        }
    }

    private static void thread(History history, Actor.Person reader, Post post) {
        List<Comment> under = history.comments.stream()
                .filter(comment -> comment.postId().equals(post.id()))
                .toList();
        for (Comment comment : under) {
            assertThat(isFound(() -> history.square.comments.get(reader, comment.id())))
                    .isEqualTo(history.mayRead(reader, comment, post));
        }
        if (!history.mayRead(reader, post)) {
            assertThat(isFound(() -> history.square.thread(reader, post))).isFalse();
            return;
        }
        List<ThreadEntry> entries = history.square.thread(reader, post);
        assertThat(entries.stream().filter(ThreadEntry.Said.class::isInstance).map(ThreadEntry::id))
                .containsExactlyElementsOf(under.stream()
                        .filter(comment -> history.mayRead(reader, comment, post))
                        .map(Comment::id)
                        .toList());
        // Every answer hangs on something that is there.
        Set<Id<Comment>> there =
                new HashSet<>(entries.stream().map(ThreadEntry::id).toList());
        assertThat(entries.stream().map(ThreadEntry::parentId).filter(Objects::nonNull))
                .allMatch(there::contains);
    }

    private static List<Id<Post>> listed(History history, Actor.Person reader) {
        List<Id<Post>> listed = new ArrayList<>();
        if (!history.mayEnter(reader)) {
            assertThat(isFound(() -> history.square.read(reader))).isFalse();
            return listed;
        }
        Page<ShownPost> page = history.square.posts.inGroup(reader, history.square.group, Page.Ask.first(2));
        page.items().forEach(shown -> listed.add(shown.post().id()));
        while (page.next() != null) {
            page = history.square.posts.inGroup(reader, history.square.group, new Page.Ask(page.next(), 2));
            page.items().forEach(shown -> listed.add(shown.post().id()));
        }
        return listed;
    }

    private static boolean isFound(Runnable question) {
        try {
            question.run();
            return true;
        } catch (Refusal refused) {
            assertThat(refused.reason().code()).isEqualTo("access.not-found");
            return false;
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    @Covers({"DAT-10", "PST-5"})
    void whatIsCountedIsWhatIsThere(@ForAll @Size(max = 60) List<@From("deeds") Deed> deeds) {
        var history = new History(Visibility.PUBLIC);
        deeds.forEach(history::does);

        List<Comment> living = history.comments.stream()
                .map(history::now)
                .filter(comment -> !comment.isDeleted())
                .toList();
        for (Post post : history.posts) {
            assertThat(history.now(post).comments()).isEqualTo((int) living.stream()
                    .filter(comment -> comment.postId().equals(post.id()))
                    .count());
        }
        Map<Id<Comment>, Integer> beneath = new HashMap<>();
        Map<Id<Comment>, Comment> all = new HashMap<>();
        history.comments.forEach(comment -> all.put(comment.id(), comment));
        for (Comment comment : living) {
            for (Id<Comment> above = comment.parentId();
                    above != null;
                    above = all.get(above).parentId()) {
                beneath.merge(above, 1, Integer::sum);
            }
        }
        for (Comment comment : history.comments) {
            assertThat(history.now(comment).replies()).isEqualTo(beneath.getOrDefault(comment.id(), 0));
        }
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void purgingChangesNothingThatAnyoneCouldRead(
            @ForAll Visibility visibility, @ForAll @Size(max = 60) List<@From("deeds") Deed> deeds) {
        var history = new History(visibility);
        deeds.forEach(history::does);
        history.square.town.clock.advance(Posts.RESTORABLE.plusSeconds(1));
        List<Object> before = everythingRead(history);

        int purged = history.square.posts.purge(Actor.host("test"));

        assertThat(everythingRead(history)).isEqualTo(before);
        assertThat(history.posts.stream()
                        .map(Post::id)
                        .filter(id -> history.square.town.ports.posts().find(id).isPresent()))
                .allMatch(id -> history.square
                        .town
                        .ports
                        .posts()
                        .find(id)
                        .map(post -> !post.isDeleted())
                        .orElse(false));
        assertThat(purged).isNotNegative();
    }

    private static List<Object> everythingRead(History history) {
        List<Object> read = new ArrayList<>();
        for (Actor.Person reader : history.people) {
            for (Post post : history.posts) {
                if (isFound(() -> history.square.posts.get(reader, post.id()))) {
                    read.add(history.square.posts.get(reader, post.id()));
                    read.add(history.square.thread(reader, post));
                }
            }
        }
        return read;
    }

    /** However people answer one another, a thread is never deeper than eight, and every comment but the first hangs on one above. */
    @Property(tries = 100)
    void threadsStayWithinTheirDepth(@ForAll @Size(max = 40) List<@IntRange(max = 39) Integer> answers) {
        var square = new Square(Visibility.PRIVATE);
        Post post = square.post(square.owner);
        List<Comment> comments = new ArrayList<>(List.of(square.comment(square.owner, post)));
        for (int answer : answers) {
            comments.add(square.reply(square.owner, comments.get(answer % comments.size())));
        }
        Map<Id<Comment>, Integer> depths = new HashMap<>();
        for (Comment comment : comments) {
            int depth = comment.parentId() == null ? 1 : depths.get(comment.parentId()) + 1;
            depths.put(comment.id(), depth);
            assertThat(comment.depth()).isEqualTo(depth).isLessThanOrEqualTo(Comment.DEEPEST);
        }
    }
}
