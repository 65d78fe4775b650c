package org.somoim.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;

/** What every {@link PostStore}, {@link CommentStore} and {@link ReactionStore} does, whatever they keep their rows on. */
public interface PostStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Prose WORDS = new Prose("안녕하세요 👋🏽\n둘째 줄");

    PostStore posts();

    CommentStore comments();

    ReactionStore reactions();

    Transactor transactor();

    /** Someone with an account. */
    Id<User> person();

    /** A group that exists. */
    Id<Group> group();

    /** Puts a block between two people. */
    void block(Id<User> blocker, Id<User> blocked);

    /** Time-ordered. */
    <T> Id<T> newId();

    default Post added(Id<Group> group, Id<User> author, Instant at) {
        Post post = Post.inGroup(newId(), group, author, new Draft(new Line("제목"), WORDS, Set.of()), at);
        transactor().run(() -> posts().add(post));
        return post;
    }

    default Post addedOnPage(Id<User> owner, Instant at) {
        Post post = Post.onPage(newId(), owner, Draft.of(WORDS), at);
        transactor().run(() -> posts().add(post));
        return post;
    }

    default Comment added(Post post, @Nullable Comment parent, Id<User> author, Instant at) {
        Comment comment = Comment.written(newId(), post.id(), parent, author, WORDS, at);
        transactor().run(() -> {
            comments().add(comment);
            if (comment.parentId() != null) {
                comments().countReplies(comment.parentId(), 1);
            }
        });
        return comment;
    }

    default void deleted(Comment comment, Instant at) {
        transactor().run(() -> {
            comments().put(comment.deleted(comment.authorId(), at));
            if (comment.parentId() != null) {
                comments().countReplies(comment.parentId(), -1);
            }
        });
    }

    default Cursor place(Post post) {
        return Cursor.of(post.createdAt(), post.id());
    }

    @Test
    @Covers({"PST-1", "PST-6"})
    default void aPostComesBackAsItWasPut() {
        Id<User> author = person();
        Post inGroup = added(group(), author, NOON);
        Post onPage = addedOnPage(author, NOON);
        assertThat(posts().find(inGroup.id())).contains(inGroup);
        assertThat(posts().find(onPage.id())).contains(onPage);
        assertThat(posts().find(newId())).isEmpty();

        Post changed = inGroup.edited(Draft.of(new Prose("new")), NOON.plusSeconds(1))
                .pinned(NOON.plusSeconds(2), NOON.plusSeconds(2));
        transactor().run(() -> posts().put(changed));
        assertThat(posts().find(inGroup.id())).contains(changed);

        Post deleted = changed.deleted(person(), NOON.plusSeconds(3));
        transactor().run(() -> posts().put(deleted));
        assertThat(posts().find(inGroup.id())).contains(deleted);
    }

    @Test
    default void puttingAPostLeavesTheNumberOfCommentsAlone() {
        Post post = added(group(), person(), NOON);
        transactor().run(() -> {
            posts().countComments(post.id(), 3);
            posts().countComments(post.id(), -1);
            posts().put(post.pinned(NOON, NOON));
        });
        assertThat(posts().find(post.id()).orElseThrow().comments()).isEqualTo(2);
    }

    @Test
    @Covers("PST-3")
    default void aGroupListsItsOwnPostsNewestFirstFromAnyPlaceOn() {
        Id<Group> group = group();
        Id<User> author = person();
        Post first = added(group, author, NOON);
        Post second = added(group, author, NOON.plusSeconds(1));
        Post sameInstant = added(group, author, NOON.plusSeconds(1));
        Post deleted = added(group, author, NOON.plusSeconds(2));
        added(group(), author, NOON);
        addedOnPage(author, NOON);
        transactor().run(() -> posts().put(deleted.deleted(author, NOON)));

        assertThat(posts().inGroup(group, null, null, 9)).containsExactly(sameInstant, second, first);
        assertThat(posts().inGroup(group, null, null, 2)).containsExactly(sameInstant, second);
        assertThat(posts().inGroup(group, null, place(sameInstant), 9)).containsExactly(second, first);
        assertThat(posts().inGroup(group, null, place(first), 9)).isEmpty();
    }

    @Test
    default void aGroupListsWithoutThoseApartFromTheViewerInEitherDirection() {
        Id<Group> group = group();
        Id<User> viewer = person();
        Id<User> blocked = person();
        Id<User> blocker = person();
        Post own = added(group, viewer, NOON);
        Post one = added(group, blocked, NOON.plusSeconds(1));
        Post other = added(group, blocker, NOON.plusSeconds(2));
        block(viewer, blocked);
        block(blocker, viewer);

        assertThat(posts().inGroup(group, viewer, null, 9)).containsExactly(own);
        assertThat(posts().inGroup(group, null, null, 9)).containsExactly(other, one, own);
        assertThat(posts().inGroup(group, person(), null, 9)).containsExactly(other, one, own);
    }

    @Test
    @Covers("PST-6")
    default void aPageListsItsOwnersPostsOnly() {
        Id<User> owner = person();
        Post first = addedOnPage(owner, NOON);
        Post second = addedOnPage(owner, NOON.plusSeconds(1));
        added(group(), owner, NOON);
        addedOnPage(person(), NOON);

        assertThat(posts().onPage(owner, null, 9)).containsExactly(second, first);
        assertThat(posts().onPage(owner, place(second), 9)).containsExactly(first);
        assertThat(posts().onPage(owner, null, 1)).containsExactly(second);
    }

    @Test
    default void whatIsPinnedComesLastPinnedFirst() {
        Id<Group> group = group();
        Id<User> author = person();
        Post first = added(group, author, NOON).pinned(NOON.plusSeconds(9), NOON);
        Post second = added(group, author, NOON).pinned(NOON.plusSeconds(8), NOON);
        Post deleted = added(group, author, NOON).pinned(NOON, NOON).deleted(author, NOON);
        Post onPage = addedOnPage(author, NOON).pinned(NOON, NOON);
        added(group, author, NOON);
        transactor().run(() -> List.of(first, second, deleted, onPage).forEach(posts()::put));

        assertThat(posts().pinnedInGroup(group)).containsExactly(first, second);
        assertThat(posts().pinnedOnPage(author)).containsExactly(onPage);
    }

    @Test
    default void revisionsComeLastReplacedFirst() {
        Post post = added(group(), person(), NOON);
        Comment comment = added(post, null, person(), NOON);
        var one = new Revision(newId(), new Line("제목"), WORDS, post.authorId(), NOON);
        var two = new Revision(newId(), null, WORDS, post.authorId(), NOON);
        var three = new Revision(newId(), null, WORDS, post.authorId(), NOON.plusSeconds(1));
        transactor().run(() -> {
            posts().addRevision(post.id(), one);
            posts().addRevision(post.id(), two);
            posts().addRevision(post.id(), three);
            comments().addRevision(comment.id(), two);
        });

        assertThat(posts().revisions(post.id(), null, 9)).containsExactly(three, two, one);
        assertThat(posts().revisions(post.id(), Cursor.of(two.replacedAt(), two.id()), 9))
                .containsExactly(one);
        assertThat(comments().revisions(comment.id(), null, 9)).containsExactly(two);
        assertThat(comments().revisions(comment.id(), Cursor.of(two.replacedAt(), two.id()), 9))
                .isEmpty();
    }

    @Test
    @Covers("PST-4")
    default void aCommentComesBackAsItWasPutExceptForItsReplies() {
        Post post = added(group(), person(), NOON);
        Comment comment = added(post, null, person(), NOON);
        assertThat(comments().find(comment.id())).contains(comment);

        Comment reply = added(post, comment, person(), NOON);
        Comment edited = comment.edited(new Prose("new"), NOON.plusSeconds(1));
        transactor().run(() -> comments().put(edited));
        Comment found = comments().find(comment.id()).orElseThrow();
        assertThat(found.body()).isEqualTo(edited.body());
        assertThat(found.editedAt()).isEqualTo(edited.editedAt());
        assertThat(found.replies()).isEqualTo(1);
        assertThat(comments().find(reply.id()).orElseThrow().parentId()).isEqualTo(comment.id());
        assertThat(comments().find(newId())).isEmpty();
    }

    @Test
    default void aReplyCountsForEveryCommentAboveIt() {
        Post post = added(group(), person(), NOON);
        Comment top = added(post, null, person(), NOON);
        Comment middle = added(post, top, person(), NOON);
        added(post, middle, person(), NOON);
        Comment beside = added(post, null, person(), NOON);

        assertThat(comments().find(top.id()).orElseThrow().replies()).isEqualTo(2);
        assertThat(comments().find(middle.id()).orElseThrow().replies()).isEqualTo(1);
        assertThat(comments().find(beside.id()).orElseThrow().replies()).isZero();
    }

    @Test
    @Covers("PST-5")
    default void commentsAreListedOldestFirstAndTheDeletedAsGoneWhereSomeoneReplied() {
        Post post = added(group(), person(), NOON);
        Comment first = added(post, null, person(), NOON);
        Comment reply = added(post, first, person(), NOON.plusSeconds(1));
        Comment alone = added(post, null, person(), NOON.plusSeconds(2));
        Comment last = added(post, null, person(), NOON.plusSeconds(3));
        added(added(group(), person(), NOON), null, person(), NOON);
        deleted(first, NOON);
        deleted(alone, NOON);

        assertThat(comments().living(post.id(), null, 9)).containsExactly(reply, last);
        assertThat(comments().living(post.id(), Cursor.of(reply.createdAt(), reply.id()), 9))
                .containsExactly(last);
        assertThat(comments().living(post.id(), null, 1)).containsExactly(reply);
        var gone = new ThreadEntry.Gone(first.id(), null, 1, 1, NOON);
        assertThat(comments().gone(post.id(), null, 9)).containsExactly(gone);
        assertThat(comments().gone(post.id(), Cursor.of(NOON, first.id()), 9)).isEmpty();
    }

    @Test
    default void authorshipsAreOfWhatLives() {
        Post post = added(group(), person(), NOON);
        Comment comment = added(post, null, person(), NOON);
        Comment deleted = added(post, null, person(), NOON);
        deleted(deleted, NOON);
        Post gone = added(group(), person(), NOON);
        Comment underGone = added(gone, null, person(), NOON);
        transactor().run(() -> posts().put(gone.deleted(gone.authorId(), NOON)));

        assertThat(posts().authorships(Set.of(
                        post.id(), comment.id(), deleted.id(), gone.id(), underGone.id(), this.<Post>newId())))
                .containsExactlyInAnyOrder(
                        new PostStore.Authorship(post.id(), post.authorId(), post.authorId()),
                        new PostStore.Authorship(comment.id(), comment.authorId(), post.authorId()));
        assertThat(posts().authorships(Set.of())).isEmpty();
    }

    @Test
    default void aPersonReactsInEachWayOnce() {
        Post post = added(group(), person(), NOON);
        Comment comment = added(post, null, person(), NOON);
        ContentRef target = ContentRef.post(post.id());
        Id<User> one = person();
        Id<User> other = person();
        var like = new Reaction(one, Reaction.Kind.LIKE, NOON);
        transactor().run(() -> {
            assertThat(reactions().add(target, like)).isTrue();
            assertThat(reactions().add(target, new Reaction(one, Reaction.Kind.LIKE, NOON.plusSeconds(1))))
                    .isFalse();
            assertThat(reactions().add(target, new Reaction(one, Reaction.Kind.WOW, NOON)))
                    .isTrue();
            assertThat(reactions().add(target, new Reaction(other, Reaction.Kind.LIKE, NOON)))
                    .isTrue();
            assertThat(reactions().add(ContentRef.comment(comment.id()), like)).isTrue();
        });

        assertThat(reactions().counts(Set.of(post.id(), comment.id()), one))
                .containsExactlyInAnyOrder(
                        new ReactionStore.Count(post.id(), Reaction.Kind.LIKE, 2, true),
                        new ReactionStore.Count(post.id(), Reaction.Kind.WOW, 1, true),
                        new ReactionStore.Count(comment.id(), Reaction.Kind.LIKE, 1, true));
        assertThat(reactions().counts(Set.of(comment.id()), other))
                .containsExactly(new ReactionStore.Count(comment.id(), Reaction.Kind.LIKE, 1, false));
        assertThat(reactions().counts(Set.of(), one)).isEmpty();

        transactor().run(() -> {
            assertThat(reactions().remove(post.id(), one, Reaction.Kind.LIKE)).isTrue();
            assertThat(reactions().remove(post.id(), one, Reaction.Kind.LIKE)).isFalse();
        });
        assertThat(reactions().counts(Set.of(post.id()), one))
                .containsExactlyInAnyOrder(
                        new ReactionStore.Count(post.id(), Reaction.Kind.LIKE, 1, false),
                        new ReactionStore.Count(post.id(), Reaction.Kind.WOW, 1, true));
    }

    @Test
    default void whoReactedIsListedLastFirstWithoutThoseApart() {
        Post post = added(group(), person(), NOON);
        ContentRef target = ContentRef.post(post.id());
        Id<User> viewer = person();
        Id<User> blocked = person();
        var first = new Reaction(person(), Reaction.Kind.SAD, NOON);
        var second = new Reaction(blocked, Reaction.Kind.SAD, NOON.plusSeconds(1));
        var third = new Reaction(viewer, Reaction.Kind.SAD, NOON.plusSeconds(2));
        block(blocked, viewer);
        transactor().run(() -> {
            List.of(second, first, third).forEach(reaction -> reactions().add(target, reaction));
            reactions().add(target, new Reaction(person(), Reaction.Kind.LOVE, NOON));
        });

        assertThat(reactions().reactions(post.id(), Reaction.Kind.SAD, null, null, 9))
                .containsExactly(third, second, first);
        assertThat(reactions().reactions(post.id(), Reaction.Kind.SAD, viewer, null, 9))
                .containsExactly(third, first);
        assertThat(reactions()
                        .reactions(
                                post.id(), Reaction.Kind.SAD, null, Cursor.of(second.createdAt(), second.userId()), 9))
                .containsExactly(first);
        assertThat(reactions().reactions(post.id(), Reaction.Kind.SAD, null, null, 1))
                .containsExactly(third);
    }

    @Test
    default void aPersonIsNamedOncePerPostOrComment() {
        Post post = added(group(), person(), NOON);
        Comment comment = added(post, null, person(), NOON);
        Id<User> named = person();
        transactor().run(() -> {
            assertThat(reactions().mention(ContentRef.post(post.id()), named, NOON))
                    .isTrue();
            assertThat(reactions().mention(ContentRef.post(post.id()), named, NOON))
                    .isFalse();
            assertThat(reactions().mention(ContentRef.comment(comment.id()), named, NOON))
                    .isTrue();
        });

        assertThat(reactions().mentions(Set.of(post.id(), comment.id())))
                .containsExactlyInAnyOrder(
                        new ReactionStore.Mention(post.id(), named), new ReactionStore.Mention(comment.id(), named));
        assertThat(reactions().mentions(Set.of())).isEmpty();
    }

    @Test
    @Covers("DAT-5")
    default void purgingAPostTakesEverythingThatHangsOnIt() {
        Id<Group> group = group();
        Post old = added(group, person(), NOON);
        Post fresh = added(group, person(), NOON);
        Comment under = added(old, null, person(), NOON);
        Comment deeper = added(old, under, person(), NOON);
        Id<User> fan = person();
        transactor().run(() -> {
            posts().addRevision(old.id(), new Revision(newId(), null, WORDS, old.authorId(), NOON));
            reactions().add(ContentRef.post(old.id()), new Reaction(fan, Reaction.Kind.LIKE, NOON));
            reactions().add(ContentRef.comment(deeper.id()), new Reaction(fan, Reaction.Kind.LIKE, NOON));
            reactions().mention(ContentRef.comment(under.id()), fan, NOON);
            posts().put(old.deleted(old.authorId(), NOON));
            posts().put(fresh.deleted(fresh.authorId(), NOON.plusSeconds(1)));
        });

        assertThat(transactor().call(() -> posts().purge(NOON.plusSeconds(1), 9)))
                .isEqualTo(1);
        assertThat(posts().find(old.id())).isEmpty();
        assertThat(posts().find(fresh.id())).isPresent();
        assertThat(comments().find(under.id())).isEmpty();
        assertThat(comments().find(deeper.id())).isEmpty();
        assertThat(posts().revisions(old.id(), null, 9)).isEmpty();
        assertThat(reactions().counts(Set.of(old.id(), deeper.id()), fan)).isEmpty();
        assertThat(reactions().mentions(Set.of(under.id()))).isEmpty();
        assertThat(transactor().call(() -> posts().purge(NOON.plusSeconds(1), 9)))
                .isZero();
    }

    @Test
    default void postsArePurgedInSteps() {
        Id<Group> group = group();
        Id<User> author = person();
        for (int i = 0; i < 5; i++) {
            Post post = added(group, author, NOON);
            transactor().run(() -> posts().put(post.deleted(author, NOON)));
        }
        Instant later = NOON.plus(Duration.ofDays(1));
        assertThat(transactor().call(() -> posts().purge(later, 3))).isEqualTo(3);
        assertThat(transactor().call(() -> posts().purge(later, 3))).isEqualTo(2);
    }

    @Test
    @Covers("DAT-5")
    default void purgingACommentLeavesWhatOthersReplied() {
        Post post = added(group(), person(), NOON);
        Comment top = added(post, null, person(), NOON);
        Comment reply = added(post, top, person(), NOON.plusSeconds(1));
        Comment alone = added(post, null, person(), NOON.plusSeconds(2));
        Id<User> fan = person();
        transactor().run(() -> {
            comments().addRevision(top.id(), new Revision(newId(), null, WORDS, top.authorId(), NOON));
            reactions().add(ContentRef.comment(top.id()), new Reaction(fan, Reaction.Kind.LIKE, NOON));
            reactions().mention(ContentRef.comment(top.id()), fan, NOON);
        });
        deleted(top, NOON);
        deleted(alone, NOON);

        assertThat(transactor().call(() -> comments().purge(NOON, 9))).isZero();
        assertThat(transactor().call(() -> comments().purge(NOON.plusSeconds(1), 9)))
                .isEqualTo(2);
        assertThat(comments().find(top.id())).isEmpty();
        assertThat(comments().find(alone.id())).isEmpty();
        assertThat(comments().find(reply.id())).contains(reply);
        assertThat(comments().gone(post.id(), null, 9))
                .containsExactly(new ThreadEntry.Gone(top.id(), null, 1, 1, NOON));
        assertThat(comments().revisions(top.id(), null, 9)).isEmpty();
        assertThat(reactions().counts(Set.of(top.id()), fan)).isEmpty();
        assertThat(reactions().mentions(Set.of(top.id()))).isEmpty();

        Comment deeper = added(post, reply, person(), NOON.plusSeconds(3));
        assertThat(comments().gone(post.id(), null, 9).get(0).replies()).isEqualTo(2);

        deleted(deeper, NOON);
        deleted(reply, NOON);
        assertThat(comments().gone(post.id(), null, 9)).isEmpty();
        int purged = 0;
        int step;
        do {
            step = transactor().call(() -> comments().purge(NOON.plusSeconds(1), 9));
            purged += step;
        } while (step > 0);
        assertThat(purged).isGreaterThanOrEqualTo(3);
        assertThat(comments().find(reply.id())).isEmpty();
    }
}
