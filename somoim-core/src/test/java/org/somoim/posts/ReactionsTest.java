package org.somoim.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;
import static org.somoim.posts.Reaction.Kind.LIKE;
import static org.somoim.posts.Reaction.Kind.LOVE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Visibility;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;

class ReactionsTest {
    private final Square square = new Square(Visibility.PRIVATE);
    private final Reactions reactions = square.reactions;
    private final Actor.Person author = square.member();
    private final Actor.Person reader = square.member();
    private final Actor.Person moderator = square.moderator();
    private final Post post = square.post(author);
    private final ContentRef target = ContentRef.post(post.id());

    private List<Id<User>> who(Actor reading) {
        return reactions.of(reading, target, LIKE, Page.Ask.first()).items().stream()
                .map(Reaction::userId)
                .toList();
    }

    @Test
    @Covers("X27")
    void eachPersonReactsInEachWayOnceToPostsAndComments() {
        reactions.react(reader, target, LIKE);
        reactions.react(reader, target, LIKE);
        reactions.react(author, target, LIKE);
        Marks marks = reactions.react(reader, target, LOVE);
        assertThat(marks.reactions()).isEqualTo(Map.of(LIKE, 2, LOVE, 1));
        assertThat(marks.own()).isEqualTo(Set.of(LIKE, LOVE));
        assertThat(square.posts.get(author, post.id()).marks().own()).isEqualTo(Set.of(LIKE));
        assertThat(square.posts
                        .inGroup(reader, square.group, Page.Ask.first())
                        .items()
                        .get(0)
                        .marks())
                .isEqualTo(marks);

        Comment comment = square.comment(reader, post);
        reactions.react(author, ContentRef.comment(comment.id()), LOVE);
        assertThat(square.comments.get(reader, comment.id()).marks().reactions())
                .isEqualTo(Map.of(LOVE, 1));
        assertThat(square.thread(author, post)).singleElement().satisfies(entry -> assertThat(
                        ((ThreadEntry.Said) entry).marks().own())
                .isEqualTo(Set.of(LOVE)));
    }

    @Test
    void aReactionIsTakenBackOnceAndForAll() {
        reactions.react(reader, target, LIKE);
        long before = square.town.ports.facts().newest();
        assertThat(reactions.withdraw(reader, target, LIKE).reactions()).isEmpty();
        assertThat(reactions.withdraw(reader, target, LIKE)).isEqualTo(Marks.NONE);
        assertThat(square.town.ports.facts().after(before, 9))
                .extracting(entry -> (Object) entry.fact())
                .containsExactly(new PostFact.ReactionWithdrawn(post.id(), null, LIKE, reader.id()));
    }

    @Test
    void whoReactedIsListedLastFirstWithoutThosePartedByABlock() {
        reactions.react(author, target, LIKE);
        square.town.clock.advance(Duration.ofSeconds(1));
        reactions.react(reader, target, LIKE);
        Actor.Person third = square.member();
        assertThat(who(third)).containsExactly(reader.id(), author.id());
        square.block(third, reader);
        assertThat(who(third)).containsExactly(author.id());
        assertThat(square.posts.get(third, post.id()).marks().reactions()).isEqualTo(Map.of(LIKE, 2));
        square.block(reader, moderator);
        assertThat(who(moderator)).hasSize(2);
    }

    @Test
    void whoMayNotReadItMayNotReactNorSeeWhoDid() {
        Actor.Person stranger = square.town.person();
        assertRefused("access.not-found", () -> reactions.react(stranger, target, LIKE));
        assertRefused("access.not-found", () -> reactions.withdraw(stranger, target, LIKE));
        assertRefused("access.not-found", () -> who(stranger));
        square.block(author, reader);
        assertRefused("access.not-found", () -> reactions.react(reader, target, LIKE));
        assertRefused("access.not-signed-in", () -> reactions.react(Actor.visitor(), target, LIKE));
        square.posts.delete(author, post.id());
        assertRefused("access.not-found", () -> reactions.react(author, target, LIKE));

        var open = new Square(Visibility.PUBLIC);
        ContentRef there = ContentRef.post(open.post(open.owner).id());
        Actor.Person passer = open.town.person();
        assertThat(open.reactions.of(passer, there, LIKE, Page.Ask.first()).items())
                .isEmpty();
        assertRefused("access.not-allowed", () -> open.reactions.react(passer, there, LIKE));
    }
}
