package org.somoim.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.posts.PostNotification.COMMENTED;
import static org.somoim.posts.PostNotification.MENTIONED;
import static org.somoim.posts.PostNotification.PAGE_COMMENTED;
import static org.somoim.posts.PostNotification.PAGE_REPLIED;
import static org.somoim.posts.PostNotification.REACTED;
import static org.somoim.posts.PostNotification.REPLIED;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Visibility;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.notifications.Notification;
import org.somoim.profiles.Audience;

@Covers("NTF-2")
class PostNotificationsTest {
    private final Square square = new Square(Visibility.PRIVATE);
    private final Actor.Person author = square.member();
    private final Actor.Person reader = square.member();
    private final Actor.Person third = square.member();
    private final Post post = square.post(author);

    /** What someone is told about posts, last first, as {@code kind subject}. */
    private List<String> told(Actor.Person person) {
        square.somoim.deliver();
        return square.somoim.notifications().list(person, Page.Ask.first(), false).items().stream()
                .filter(told -> told.kind().value().startsWith("posts."))
                .map(told -> told(told.kind(), told.subject()))
                .toList();
    }

    private static String told(Word kind, Id<?> subject) {
        return kind + " " + subject;
    }

    private static String told(PostNotification kind, Id<?> subject) {
        return told(kind.word(), subject);
    }

    @Test
    void aCommentIsToldToTheAuthorOfThePostAndAReplyToTheAuthorOfTheComment() {
        Comment comment = square.comment(reader, post);
        assertThat(told(author)).containsExactly(told(COMMENTED, comment.id()));
        assertThat(told(reader)).isEmpty();
        Comment reply = square.reply(third, comment);
        assertThat(told(reader)).containsExactly(told(REPLIED, reply.id()));
        assertThat(told(author)).contains(told(COMMENTED, reply.id()));
    }

    @Test
    void whoeverWroteBothThePostAndTheCommentIsToldOnce() {
        Comment own = square.comment(author, post);
        Comment reply = square.reply(reader, own);
        assertThat(told(author)).containsExactly(told(REPLIED, reply.id()));
    }

    @Test
    void thoseNamedAreTold() {
        Post naming = square.post(author, "@독자", reader);
        assertThat(told(reader)).containsExactly(told(MENTIONED, naming.id()));
        Comment comment = square.comments.write(author, post.id(), null, Prose.of("@셋째"), Square.ids(third));
        assertThat(told(third)).containsExactly(told(MENTIONED, comment.id()));
    }

    @Test
    void reactionsToOneThingAreToldTogether() {
        square.reactions.react(reader, ContentRef.post(post.id()), Reaction.Kind.LIKE);
        square.reactions.react(third, ContentRef.post(post.id()), Reaction.Kind.WOW);
        square.reactions.react(author, ContentRef.post(post.id()), Reaction.Kind.WOW);
        assertThat(told(author)).containsExactly(told(REACTED, post.id()));
        Notification together = square.somoim
                .notifications()
                .list(author, Page.Ask.first(1), false)
                .items()
                .get(0);
        assertThat(together.count()).isEqualTo(2);

        Comment comment = square.comment(reader, post);
        square.reactions.react(third, ContentRef.comment(comment.id()), Reaction.Kind.LIKE);
        assertThat(told(reader)).containsExactly(told(REACTED, comment.id()));
    }

    @Test
    void whatIsDeletedIsNotSpokenOfAnyMore() {
        Comment comment = square.comment(reader, post);
        square.reply(third, comment);
        square.reactions.react(third, ContentRef.comment(comment.id()), Reaction.Kind.LIKE);
        assertThat(told(reader)).hasSize(2);
        square.posts.delete(author, post.id());
        assertThat(told(reader)).isEmpty();
        assertThat(told(author)).isEmpty();
        square.posts.restore(author, post.id());
        square.comments.delete(reader, comment.id());
        assertThat(told(reader)).isEmpty();
    }

    @Test
    void whatIsDeletedBeforeAnyoneIsToldIsNeverSpokenOf() {
        Comment comment = square.comment(reader, post);
        square.reactions.react(third, ContentRef.comment(comment.id()), Reaction.Kind.LIKE);
        square.comments.delete(reader, comment.id());
        assertThat(told(author)).isEmpty();
        assertThat(told(reader)).isEmpty();
    }

    @Test
    void whoeverIsPartedFromThePostsAuthorHearsNothingOfWhatIsSaidUnderIt() {
        Comment comment = square.comment(reader, post);
        square.block(reader, author);
        square.reply(third, comment);
        assertThat(told(reader)).isEmpty();
    }

    @Test
    void onAPageItGoesByWhoMayReadThePage() {
        square.openPage(author, Audience.GROUPS);
        Post day = square.posts.writeOnPage(author, Square.draft("내 하루"));
        Comment comment = square.comment(reader, day);
        Comment reply = square.reply(author, comment);
        assertThat(told(author)).containsExactly(told(PAGE_COMMENTED, comment.id()));
        assertThat(told(reader)).containsExactly(told(PAGE_REPLIED, reply.id()));
        square.openPage(author, Audience.NOBODY);
        assertThat(told(reader)).isEmpty();
    }

    @Test
    void everyKindHasAnEquivalentOnPages() {
        assertThat(Arrays.stream(PostNotification.values())
                        .filter(kind -> kind.needs() == PostAction.READ)
                        .map(PostNotification::onPage))
                .containsExactly(
                        PostNotification.PAGE_COMMENTED,
                        PostNotification.PAGE_REPLIED,
                        PostNotification.PAGE_MENTIONED,
                        PostNotification.PAGE_REACTED);
    }
}
