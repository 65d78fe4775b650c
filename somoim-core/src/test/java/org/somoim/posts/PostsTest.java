package org.somoim.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Visibility;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.profiles.Audience;

class PostsTest {
    private static final String NOT_FOUND = "access.not-found";
    private static final String NOT_ALLOWED = "access.not-allowed";

    private final Square square = new Square(Visibility.PRIVATE);
    private final Posts posts = square.posts;
    private final Actor.Person author = square.member();
    private final Actor.Person reader = square.member();
    private final Actor.Person moderator = square.moderator();
    private final Actor.Person stranger = square.town.person();

    private Fact lastFact() {
        FactLog log = square.town.ports.facts();
        return log.find(log.newest()).orElseThrow().fact();
    }

    // Writing and reading

    @Test
    @Covers({"PST-1", "PST-3", "X27"})
    void aMemberWritesAndOthersRead() {
        Draft draft = new Draft(Line.of("모임 안내 📌"), Prose.of("이번 주 토요일 **3시** 👨‍👩‍👧‍👦"), Set.of());
        Post post = posts.write(author, square.group, draft);

        assertThat(lastFact()).isEqualTo(new PostFact.PostWritten(post.id(), square.group, null, author.id()));
        ShownPost shown = posts.get(reader, post.id());
        assertThat(shown.post()).isEqualTo(post);
        assertThat(shown.post().title()).isEqualTo(draft.title());
        assertThat(shown.post().body()).isEqualTo(draft.body());
        assertThat(shown.marks()).isEqualTo(Marks.NONE);
    }

    @Test
    @Covers("PST-1")
    void aPostNeedsNoTitleAndHoldsTwentyThousandCharactersWhateverTheirSize() {
        Post post = square.post(author, "👋".repeat(Prose.MAX));
        assertThat(posts.get(reader, post.id()).post().body().length()).isEqualTo(20_000);
        assertThat(post.title()).isNull();
        assertRefused("kernel.too-long", () -> square.post(author, "한".repeat(Prose.MAX + 1)));
        assertRefused("kernel.too-long", () -> Line.of("한".repeat(256)));
    }

    @Test
    void visitorsAreAskedToSignInWhateverTheyAskFor() {
        Post post = square.post(author);
        Actor visitor = Actor.visitor();
        Id<Post> nothing = new Id<>(author.id().value());
        for (Id<Post> id : Set.of(post.id(), nothing)) {
            assertRefused("access.not-signed-in", () -> posts.get(visitor, id));
            assertRefused("access.not-signed-in", () -> posts.delete(visitor, id));
            assertRefused("access.not-signed-in", () -> posts.restore(visitor, id));
        }
        assertRefused("access.not-signed-in", () -> posts.inGroup(visitor, square.group, Page.Ask.first()));
    }

    @Test
    void aStrangerCannotTellAPostInAPrivateGroupFromNone() {
        Post post = square.post(author);
        assertRefused(NOT_FOUND, () -> posts.get(stranger, post.id()));
        assertRefused(NOT_FOUND, () -> posts.get(stranger, new Id<>(author.id().value())));
        assertRefused(NOT_FOUND, () -> posts.edit(stranger, post.id(), now -> Square.draft("x")));
        assertRefused(NOT_FOUND, () -> posts.delete(stranger, post.id()));
        assertRefused(NOT_FOUND, () -> posts.pin(stranger, post.id()));
        assertRefused(NOT_FOUND, () -> posts.inGroup(stranger, square.group, Page.Ask.first()));
        assertRefused(NOT_FOUND, () -> posts.pinned(stranger, square.group));
        assertRefused(NOT_FOUND, () -> posts.write(stranger, square.group, Square.draft("x")));
    }

    @Test
    void inAPublicGroupStrangersReadAndMembersWrite() {
        var open = new Square(Visibility.PUBLIC);
        Actor.Person passer = open.town.person();
        Post post = open.post(open.member());
        assertThat(open.read(passer)).containsExactly(post.id());
        assertRefused(NOT_ALLOWED, () -> open.post(passer));
        assertRefused(NOT_ALLOWED, () -> open.posts.edit(passer, post.id(), now -> Square.draft("x")));
        assertRefused(NOT_ALLOWED, () -> open.posts.delete(passer, post.id()));
        assertRefused(NOT_ALLOWED, () -> open.posts.history(passer, post.id(), Page.Ask.first()));
    }

    @Test
    void whoeverLeavesLosesWhatTheyWroteOutOfSightToo() {
        Post post = square.post(author);
        square.leave(author);
        assertRefused(NOT_FOUND, () -> posts.get(author, post.id()));
        assertRefused(NOT_FOUND, () -> posts.edit(author, post.id(), now -> Square.draft("x")));
        assertThat(square.read(reader)).containsExactly(post.id());
    }

    @Test
    void aDeletedGroupHidesItsPostsUntilItComesBack() {
        Post post = square.post(author);
        square.somoim.groups().delete(square.owner, square.group);
        assertRefused(NOT_FOUND, () -> posts.get(author, post.id()));
        assertRefused(NOT_FOUND, () -> posts.get(square.owner, post.id()));
        square.somoim.groups().restore(square.owner, square.group);
        assertThat(posts.get(author, post.id()).post()).isEqualTo(post);
    }

    // Lists

    @Test
    @Covers({"PST-3", "PER-8"})
    void aGroupIsReadNewestFirstPageByPage() {
        var ids = Stream.generate(() -> {
                    square.town.clock.advance(Duration.ofSeconds(1));
                    return square.post(author).id();
                })
                .limit(5)
                .toList();
        Page<ShownPost> first = posts.inGroup(reader, square.group, Page.Ask.first(3));
        assertThat(first.items())
                .extracting(shown -> shown.post().id())
                .containsExactly(ids.get(4), ids.get(3), ids.get(2));
        Page<ShownPost> second = posts.inGroup(reader, square.group, new Page.Ask(first.next(), 3));
        assertThat(second.items()).extracting(shown -> shown.post().id()).containsExactly(ids.get(1), ids.get(0));
        assertThat(second.next()).isNull();
    }

    @Test
    @Covers("PRF-12")
    void peoplePartedByABlockDoNotReadOneAnotherInEitherDirection() {
        Post theirs = square.post(author);
        Post mine = square.post(reader);
        square.block(reader, author);

        assertThat(square.read(reader)).containsExactly(mine.id());
        assertThat(square.read(author)).containsExactly(theirs.id());
        assertRefused(NOT_FOUND, () -> posts.get(reader, theirs.id()));
        assertRefused(NOT_FOUND, () -> posts.get(author, mine.id()));
        assertRefused(NOT_FOUND, () -> posts.delete(author, mine.id()));
        assertThat(square.read(square.owner)).contains(theirs.id(), mine.id());
    }

    @Test
    @Covers("PRF-13")
    void mutedWordsHideWhatOthersWroteButNotOnesOwn() {
        Post theirs = square.post(author, "오늘 축구를 봤어요");
        Post titled = posts.write(author, square.group, new Draft(Line.of("축구"), Prose.of("…"), Set.of()));
        Post mine = square.post(reader, "축구 싫어요");
        Post other = square.post(author, "오늘 야구를 봤어요");
        square.mute(reader, "축구");

        assertThat(square.read(reader)).containsExactly(other.id(), mine.id());
        assertRefused(NOT_FOUND, () -> posts.get(reader, theirs.id()));
        assertRefused(NOT_FOUND, () -> posts.get(reader, titled.id()));
        assertThat(square.read(author)).hasSize(4);
    }

    @Test
    void whoeverLooksAfterTheGroupSeesEverythingInIt() {
        Post post = square.post(author, "나쁜 말");
        square.block(author, moderator);
        square.mute(moderator, "나쁜");
        assertThat(square.read(moderator)).containsExactly(post.id());
        posts.delete(moderator, post.id());
        assertThat(square.read(author)).isEmpty();
    }

    // Editing

    @Test
    @Covers("PST-3")
    void anAuthorEditsAndWhatItSaidBeforeIsKept() {
        Post post = square.post(author, "하나");
        square.town.clock.advance(Duration.ofMinutes(1));
        Post two = posts.edit(author, post.id(), now -> new Draft(Line.of("제목"), Prose.of("둘"), Set.of()));
        square.town.clock.advance(Duration.ofMinutes(1));
        Post three = posts.edit(author, post.id(), now -> Square.draft("셋"));

        assertThat(three.editedAt()).isEqualTo(square.town.clock.instant());
        assertThat(posts.get(reader, post.id()).post()).isEqualTo(three);
        assertThat(lastFact()).isEqualTo(new PostFact.PostEdited(post.id(), author.id()));
        Page<Revision> history = posts.history(author, post.id(), Page.Ask.first());
        assertThat(history.items()).extracting(Revision::body).containsExactly(two.body(), post.body());
        assertThat(history.items()).extracting(Revision::title).containsExactly(two.title(), null);
        assertThat(history.items()).extracting(Revision::by).containsOnly(author.id());
        assertThat(posts.history(moderator, post.id(), Page.Ask.first())).isEqualTo(history);
        assertRefused(NOT_ALLOWED, () -> posts.history(reader, post.id(), Page.Ask.first()));
    }

    @Test
    void anEditThatChangesNothingLeavesNoTrace() {
        Post post = square.post(author, "하나");
        square.town.clock.advance(Duration.ofMinutes(1));
        assertThat(posts.edit(author, post.id(), now -> Square.draft("하나"))).isEqualTo(post);
        assertThat(posts.history(author, post.id(), Page.Ask.first()).items()).isEmpty();
    }

    @Test
    void nobodyButItsAuthorEditsAPost() {
        Post post = square.post(author);
        assertRefused("posts.not-yours", () -> posts.edit(reader, post.id(), now -> Square.draft("x")));
        assertRefused("posts.not-yours", () -> posts.edit(moderator, post.id(), now -> Square.draft("x")));
    }

    // Deleting and restoring

    @Test
    @Covers({"PST-3", "X8", "DAT-8", "FUT-13"})
    void anAuthorDeletesAndHasThirtyDaysToBringItBack() {
        Post post = square.post(author);
        posts.delete(author, post.id());
        assertThat(lastFact()).isEqualTo(new PostFact.PostDeleted(post.id(), author.id()));
        assertThat(square.read(reader)).isEmpty();
        assertRefused(NOT_FOUND, () -> posts.get(author, post.id()));
        assertRefused(NOT_FOUND, () -> posts.get(moderator, post.id()));
        assertRefused(NOT_FOUND, () -> posts.delete(author, post.id()));
        assertRefused(NOT_FOUND, () -> posts.restore(reader, post.id()));

        square.town.clock.advance(Posts.RESTORABLE);
        posts.restore(author, post.id());
        assertThat(lastFact()).isEqualTo(new PostFact.PostRestored(post.id(), author.id()));
        assertThat(square.read(reader)).containsExactly(post.id());
        assertRefused("posts.not-deleted", () -> posts.restore(author, post.id()));

        posts.delete(author, post.id());
        square.town.clock.advance(Posts.RESTORABLE.plusMillis(1));
        assertRefused("posts.too-late-to-restore", () -> posts.restore(author, post.id()));
    }

    @Test
    void whatAModeratorRemovedItsAuthorCannotBringBack() {
        Post post = square.post(author);
        posts.delete(moderator, post.id());
        assertRefused("posts.removed-by-moderator", () -> posts.restore(author, post.id()));
        assertRefused(NOT_FOUND, () -> posts.restore(moderator, post.id()));
        assertRefused(
                NOT_ALLOWED, () -> posts.delete(reader, square.post(author).id()));
    }

    @Test
    void whoeverMayNotWriteHereAnyMoreCannotRestoreEither() {
        Post post = square.post(author);
        posts.delete(author, post.id());
        square.leave(author);
        assertRefused(NOT_FOUND, () -> posts.restore(author, post.id()));
    }

    @Test
    @Covers("X8")
    void purgingTakesWhatWasDeletedMoreThanThirtyDaysAgo() {
        Post old = square.post(author);
        Post living = square.post(author);
        square.comment(reader, old);
        Comment comment = square.comment(reader, living);
        posts.delete(author, old.id());
        square.comments.delete(reader, comment.id());
        Actor host = Actor.host("nightly");

        square.town.clock.advance(Posts.RESTORABLE);
        assertThat(posts.purge(host)).isZero();
        square.town.clock.advance(Duration.ofMillis(1));
        assertThat(posts.purge(host)).isEqualTo(2);
        assertThat(square.town.ports.posts().find(old.id())).isEmpty();
        assertThat(square.town.ports.comments().find(comment.id())).isEmpty();
        assertRefused(NOT_FOUND, () -> posts.restore(author, old.id()));
        assertThat(square.read(reader)).containsExactly(living.id());
        assertRefused(NOT_ALLOWED, () -> posts.purge(square.owner));
    }

    @Test
    void purgingGoesOnUntilNothingIsLeft() {
        for (int i = 0; i < 401; i++) {
            posts.delete(author, square.post(author).id());
        }
        square.town.clock.advance(Posts.RESTORABLE.plusMillis(1));
        assertThat(posts.purge(square.town.admin())).isEqualTo(401);
    }

    // Pinning

    @Test
    void moderatorsPinUpToFivePosts() {
        var pinned = Stream.generate(() -> square.post(author))
                .limit(5)
                .peek(post -> square.town.clock.advance(Duration.ofSeconds(1)))
                .map(post -> posts.pin(moderator, post.id()))
                .toList();
        Post sixth = square.post(author);
        assertRefused("posts.too-many-pinned", () -> posts.pin(moderator, sixth.id()));
        assertThat(posts.pin(moderator, pinned.get(0).id())).isEqualTo(pinned.get(0));
        assertThat(posts.pinned(reader, square.group))
                .extracting(shown -> shown.post().id())
                .containsExactly(
                        pinned.get(4).id(),
                        pinned.get(3).id(),
                        pinned.get(2).id(),
                        pinned.get(1).id(),
                        pinned.get(0).id());
        assertThat(square.read(reader)).hasSize(6);

        posts.unpin(moderator, pinned.get(1).id());
        assertThat(lastFact()).isEqualTo(new PostFact.PostUnpinned(pinned.get(1).id(), moderator.id()));
        posts.delete(author, pinned.get(2).id());
        posts.pin(moderator, sixth.id());
        Post restored = posts.restore(author, pinned.get(2).id());
        assertThat(restored.isPinned()).isFalse();
        assertThat(posts.pinned(reader, square.group)).hasSize(4);
        assertRefused(NOT_ALLOWED, () -> posts.pin(author, sixth.id()));
        assertRefused(NOT_ALLOWED, () -> posts.unpin(author, sixth.id()));
    }

    @Test
    void anotherGroupHasItsOwnFivePins() {
        Id<Group> other = square.group(Visibility.PRIVATE);
        for (int i = 0; i < Posts.MOST_PINNED; i++) {
            posts.pin(square.owner, square.post(author).id());
        }
        Post elsewhere = posts.write(square.owner, other, Square.draft("x"));
        assertThat(posts.pin(square.owner, elsewhere.id()).isPinned()).isTrue();
    }

    @Test
    void whatIsPinnedIsHiddenLikeAnythingElse() {
        Post post = square.post(author, "축구");
        posts.pin(moderator, post.id());
        square.block(reader, author);
        assertThat(posts.pinned(reader, square.group)).isEmpty();
        Actor.Person muter = square.member();
        square.mute(muter, "축구");
        assertThat(posts.pinned(muter, square.group)).isEmpty();
        assertThat(posts.pinned(moderator, square.group)).hasSize(1);
    }

    // Pages

    @Test
    @Covers("PST-6")
    void aPersonWritesOnTheirOwnPageAndTheProfileSaysWhoReads() {
        Post post = posts.writeOnPage(author, Square.draft("내 하루"));
        assertThat(post.pageOf()).isEqualTo(author.id());
        assertRefused(NOT_FOUND, () -> posts.get(reader, post.id()));
        assertThat(posts.get(author, post.id()).post()).isEqualTo(post);

        square.openPage(author, Audience.GROUPS);
        assertThat(posts.get(reader, post.id()).post()).isEqualTo(post);
        assertRefused(NOT_FOUND, () -> posts.get(stranger, post.id()));
        assertRefused(NOT_FOUND, () -> posts.onPage(stranger, author.id(), Page.Ask.first()));

        square.openPage(author, Audience.EVERYONE);
        assertThat(posts.onPage(stranger, author.id(), Page.Ask.first()).items())
                .extracting(ShownPost::post)
                .containsExactly(post);
        assertRefused(NOT_ALLOWED, () -> posts.pin(stranger, post.id()));
        assertRefused(NOT_ALLOWED, () -> posts.delete(stranger, post.id()));
        assertThat(square.read(reader)).isEmpty();

        square.block(stranger, author);
        assertRefused(NOT_FOUND, () -> posts.get(stranger, post.id()));
    }

    @Test
    @Covers("PST-6")
    void theOwnerOfAPagePinsThere() {
        Post post = posts.writeOnPage(author, Square.draft("내 하루"));
        posts.writeOnPage(author, Square.draft("또 하루"));
        posts.pin(author, post.id());
        assertThat(posts.pinnedOnPage(author, author.id()))
                .extracting(shown -> shown.post().id())
                .containsExactly(post.id());
        assertThat(posts.onPage(author, author.id(), Page.Ask.first()).items()).hasSize(2);
    }

    // Mentions

    @Test
    void thoseWhoCouldNotReadItAreLeftOutOfTheMentionsInSilence() {
        Actor.Person blocked = square.member();
        square.block(blocked, author);
        Post post = square.post(author, "@모두", author, reader, stranger, blocked);
        assertThat(posts.get(moderator, post.id()).marks().mentions()).containsExactly(reader.id());
        assertThat(lastFact()).isEqualTo(new PostFact.Mentioned(post.id(), null, reader.id(), author.id()));

        posts.edit(author, post.id(), now -> Square.draft("@모두", moderator));
        assertThat(posts.get(author, post.id()).marks().mentions())
                .containsExactlyInAnyOrder(reader.id(), moderator.id());
        square.block(reader, moderator);
        Actor.Person other = square.member();
        square.block(other, reader);
        assertThat(posts.get(other, post.id()).marks().mentions()).containsExactly(moderator.id());
    }

    @Test
    void aPostNamesTwentyPeopleAndNoMore() {
        Set<Id<User>> twenty = Set.copyOf(Stream.generate(square.town::person)
                .limit(20)
                .map(Actor.Person::id)
                .toList());
        assertThat(new Draft(null, Prose.of("x"), twenty).mentions()).hasSize(20);
        Set<Id<User>> more = new HashSet<>(twenty);
        more.add(reader.id());
        assertRefused("posts.too-many-mentions", () -> new Draft(null, Prose.of("x"), more));
        Post post = square.post(author);
        assertRefused(
                "posts.too-many-mentions", () -> square.comments.write(reader, post.id(), null, Prose.of("x"), more));
    }
}
