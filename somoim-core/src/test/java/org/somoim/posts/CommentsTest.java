package org.somoim.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Visibility;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.profiles.Audience;

class CommentsTest {
    private static final String NOT_FOUND = "access.not-found";
    private static final String NOT_ALLOWED = "access.not-allowed";

    private final Square square = new Square(Visibility.PRIVATE);
    private final Comments comments = square.comments;
    private final Actor.Person author = square.member();
    private final Actor.Person reader = square.member();
    private final Actor.Person moderator = square.moderator();
    private final Actor.Person stranger = square.town.person();
    private final Post post = square.post(author);

    private int counted() {
        return square.posts.get(moderator, post.id()).post().comments();
    }

    private Comment now(Comment comment) {
        return square.town.ports.comments().find(comment.id()).orElseThrow();
    }

    private static ThreadEntry gone(Comment comment, int replies) {
        return new ThreadEntry.Gone(comment.id(), comment.parentId(), comment.depth(), replies, comment.createdAt());
    }

    private static ThreadEntry said(Comment comment) {
        return new ThreadEntry.Said(comment, Marks.NONE);
    }

    @Test
    @Covers({"PST-4", "PST-5"})
    void peopleAnswerAPostAndOneAnother() {
        Comment first = square.comment(reader, post);
        Comment reply = square.reply(author, first);
        Comment last = square.comment(moderator, post);

        assertThat(first.depth()).isEqualTo(1);
        assertThat(reply.depth()).isEqualTo(2);
        assertThat(reply.parentId()).isEqualTo(first.id());
        assertThat(square.thread(reader, post)).containsExactly(said(now(first)), said(reply), said(last));
        assertThat(now(first).replies()).isEqualTo(1);
        assertThat(counted()).isEqualTo(3);
        assertThat(comments.get(reader, reply.id()).comment()).isEqualTo(reply);
    }

    @Test
    @Covers("PER-8")
    void aThreadIsReadOldestFirstPageByPage() {
        Comment first = square.comment(reader, post);
        square.town.clock.advance(Duration.ofSeconds(1));
        Comment second = square.comment(reader, post);
        Comment third = square.comment(author, post);

        Page<ThreadEntry> page = comments.under(reader, post.id(), Page.Ask.first(2));
        assertThat(page.items()).containsExactly(said(first), said(second));
        assertThat(comments.under(reader, post.id(), new Page.Ask(page.next(), 2))
                        .items())
                .containsExactly(said(third));
    }

    @Test
    void aThreadGoesEightDeepAndThenOnBesideTheLast() {
        Comment deepest = square.comment(reader, post);
        for (int depth = 2; depth <= Comment.DEEPEST; depth++) {
            deepest = square.reply(author, deepest);
        }
        assertThat(deepest.depth()).isEqualTo(8);
        Comment beside = square.reply(reader, deepest);
        assertThat(beside.depth()).isEqualTo(8);
        assertThat(beside.parentId()).isEqualTo(deepest.parentId());
        assertThat(now(deepest).replies()).isZero();
    }

    @Test
    void anAnswerStaysUnderItsOwnPost() {
        Post other = square.post(author);
        Comment elsewhere = square.comment(reader, other);
        assertRefused(NOT_FOUND, () -> comments.write(reader, post.id(), elsewhere.id(), Prose.of("x"), Set.of()));
        assertRefused(
                NOT_FOUND,
                () -> comments.write(reader, post.id(), new Id<>(post.id().value()), Prose.of("x"), Set.of()));
    }

    @Test
    void whoMayNotReadAPostMayNotAnswerIt() {
        assertRefused(NOT_FOUND, () -> square.comment(stranger, post));
        square.block(author, reader);
        assertRefused(NOT_FOUND, () -> square.comment(reader, post));
        assertRefused(NOT_FOUND, () -> comments.under(reader, post.id(), Page.Ask.first()));
        Actor.Person muter = square.member();
        square.mute(muter, "안녕하세요");
        assertRefused(NOT_FOUND, () -> square.comment(muter, post));
        assertRefused("access.not-signed-in", () -> comments.write(Actor.visitor(), post.id(), Prose.of("x")));
    }

    @Test
    void inAPublicGroupStrangersReadCommentsAndMembersWriteThem() {
        var open = new Square(Visibility.PUBLIC);
        Actor.Person passer = open.town.person();
        Post there = open.post(open.owner);
        Comment comment = open.comment(open.owner, there);
        assertThat(open.thread(passer, there)).hasSize(1);
        assertThat(open.comments.get(passer, comment.id()).comment()).isEqualTo(comment);
        assertRefused(NOT_ALLOWED, () -> open.comment(passer, there));
        assertRefused(NOT_ALLOWED, () -> open.comments.delete(passer, comment.id()));
        assertRefused(NOT_ALLOWED, () -> open.comments.edit(passer, comment.id(), Prose.of("x"), Set.of()));
        assertRefused(NOT_ALLOWED, () -> open.comments.history(passer, comment.id(), Page.Ask.first()));
    }

    @Test
    @Covers("PRF-12")
    void commentsOfPeoplePartedByABlockAreAsGoodAsNone() {
        Comment theirs = square.comment(author, post);
        Comment reply = square.reply(moderator, theirs);
        Comment alone = square.comment(reader, post);
        Actor.Person other = square.member();
        square.block(other, reader);
        Post mods = square.post(moderator);
        Comment underMods = square.comment(reader, mods);
        Comment answer = square.reply(moderator, underMods);

        assertThat(square.thread(other, mods)).containsExactly(gone(underMods, 1), said(answer));
        assertThat(square.thread(other, post)).containsExactly(said(now(theirs)), said(reply));
        assertRefused(NOT_FOUND, () -> comments.get(other, alone.id()));
        assertRefused(NOT_FOUND, () -> square.reply(other, underMods));
        assertRefused(NOT_FOUND, () -> comments.delete(other, alone.id()));
        assertThat(comments.get(moderator, alone.id()).comment()).isEqualTo(alone);
    }

    @Test
    @Covers("PRF-13")
    void mutedWordsHideCommentsToo() {
        Comment theirs = comments.write(author, post.id(), Prose.of("축구 보러 가요"));
        Comment reply = square.reply(moderator, theirs);
        square.mute(reader, "축구");
        Comment own = comments.write(reader, post.id(), Prose.of("축구는 그만"));
        assertThat(square.thread(reader, post)).containsExactly(gone(theirs, 1), said(reply), said(own));
        assertRefused(NOT_FOUND, () -> comments.get(reader, theirs.id()));
    }

    @Test
    @Covers("PST-5")
    void anAuthorEditsACommentAndWhatItSaidBeforeIsKept() {
        Comment comment = square.comment(reader, post);
        square.town.clock.advance(Duration.ofMinutes(1));
        Comment edited = comments.edit(reader, comment.id(), Prose.of("생각이 바뀌었어요"), Set.of());
        assertThat(edited.editedAt()).isEqualTo(square.town.clock.instant());
        assertThat(comments.get(author, comment.id()).comment()).isEqualTo(edited);
        assertThat(comments.edit(reader, comment.id(), edited.body(), Set.of())).isEqualTo(edited);
        Page<Revision> history = comments.history(reader, comment.id(), Page.Ask.first());
        assertThat(history.items()).extracting(Revision::body).containsExactly(comment.body());
        assertThat(comments.history(moderator, comment.id(), Page.Ask.first())).isEqualTo(history);
        assertRefused(NOT_ALLOWED, () -> comments.history(author, comment.id(), Page.Ask.first()));
        assertRefused("posts.not-yours", () -> comments.edit(author, comment.id(), Prose.of("x"), Set.of()));
    }

    @Test
    @Covers({"PST-5", "X8"})
    void whatWasAnsweredBeforeItWasDeletedKeepsItsPlaceAndNothingElse() {
        Comment answered = square.comment(reader, post);
        Comment reply = square.reply(author, answered);
        Comment alone = square.comment(reader, post);
        comments.delete(reader, answered.id());
        comments.delete(reader, alone.id());

        assertThat(square.thread(moderator, post)).containsExactly(gone(answered, 1), said(reply));
        assertThat(counted()).isEqualTo(1);
        assertRefused(NOT_FOUND, () -> comments.get(reader, answered.id()));
        assertRefused(NOT_FOUND, () -> square.reply(author, answered));

        comments.delete(author, reply.id());
        assertThat(square.thread(moderator, post)).isEmpty();
        comments.restore(reader, answered.id());
        comments.restore(author, reply.id());
        assertThat(square.thread(moderator, post)).containsExactly(said(now(answered)), said(now(reply)));
        assertThat(now(answered).replies()).isEqualTo(1);
        assertThat(counted()).isEqualTo(2);
        assertRefused("posts.not-deleted", () -> comments.restore(reader, answered.id()));
    }

    @Test
    void whatAModeratorRemovedItsAuthorCannotBringBackAndNothingComesBackLate() {
        Comment one = square.comment(reader, post);
        comments.delete(moderator, one.id());
        assertRefused("posts.removed-by-moderator", () -> comments.restore(reader, one.id()));
        assertRefused(NOT_FOUND, () -> comments.restore(moderator, one.id()));
        Comment two = square.comment(reader, post);
        assertRefused(NOT_ALLOWED, () -> comments.delete(author, two.id()));
        comments.delete(reader, two.id());
        square.town.clock.advance(Posts.RESTORABLE.plusMillis(1));
        assertRefused("posts.too-late-to-restore", () -> comments.restore(reader, two.id()));
    }

    @Test
    void aDeletedPostTakesItsCommentsOutOfSight() {
        Comment comment = square.comment(reader, post);
        Comment deleted = square.comment(reader, post);
        comments.delete(reader, deleted.id());
        square.posts.delete(author, post.id());
        assertRefused(NOT_FOUND, () -> comments.get(reader, comment.id()));
        assertRefused(NOT_FOUND, () -> comments.under(reader, post.id(), Page.Ask.first()));
        assertRefused(NOT_FOUND, () -> square.comment(reader, post));
        assertRefused(NOT_FOUND, () -> comments.restore(reader, deleted.id()));
        square.posts.restore(author, post.id());
        assertThat(square.thread(reader, post)).containsExactly(said(comment));
    }

    @Test
    @Covers("PST-6")
    void onAPageEveryoneWhoReadsMayAnswerAndTheOwnerMayRemove() {
        Post day = square.posts.writeOnPage(author, Square.draft("내 하루"));
        square.openPage(author, Audience.EVERYONE);
        Comment comment = square.comment(stranger, day);
        assertThat(square.thread(reader, day)).containsExactly(said(comment));
        assertRefused(NOT_ALLOWED, () -> comments.delete(reader, comment.id()));
        comments.delete(author, comment.id());
        assertRefused("posts.removed-by-moderator", () -> comments.restore(stranger, comment.id()));
        square.openPage(author, Audience.NOBODY);
        assertRefused(NOT_FOUND, () -> square.comment(stranger, day));
    }

    @Test
    void peopleAreNamedInCommentsToo() {
        Comment comment =
                comments.write(reader, post.id(), null, Prose.of("@작성자"), Square.ids(author, stranger, reader));
        assertThat(comments.get(moderator, comment.id()).marks().mentions()).containsExactly(author.id());
        comments.edit(reader, comment.id(), comment.body(), Square.ids(moderator));
        assertThat(comments.get(author, comment.id()).marks().mentions())
                .containsExactlyInAnyOrder(author.id(), moderator.id());
    }

    @Test
    void whoeverIsPartedFromThePostsAuthorIsNotNamedUnderIt() {
        Actor.Person parted = square.member();
        square.block(parted, author);
        Comment comment = comments.write(reader, post.id(), null, Prose.of("@누구"), Square.ids(parted));
        assertThat(comments.get(moderator, comment.id()).marks().mentions()).isEmpty();
    }
}
