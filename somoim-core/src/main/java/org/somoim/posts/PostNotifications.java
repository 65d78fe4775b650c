package org.somoim.posts;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.notifications.NotificationSource;

/** Plug. People hear of comments on their posts, replies to their comments, mentions and reactions. */
public final class PostNotifications implements NotificationSource {
    private final PostStore posts;
    private final CommentStore comments;
    private final Access access;

    public PostNotifications(PostStore posts, CommentStore comments, Access access) {
        this.posts = posts;
        this.comments = comments;
        this.access = access;
    }

    @Override
    public List<PostNotification> kinds() {
        return List.of(PostNotification.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        Stream<News> news = Stream.of();
        if (fact instanceof PostFact.Commented commented) {
            news = post(commented.postId()).stream().flatMap(post -> ofComment(post, commented));
        } else if (fact instanceof PostFact.Mentioned mentioned) {
            news = post(mentioned.postId()).stream().flatMap(post -> ofMention(post, mentioned));
        } else if (fact instanceof PostFact.Reacted reacted) {
            news = post(reacted.postId()).stream().flatMap(post -> ofReaction(post, reacted));
        }
        return news.toList();
    }

    /** Whoever is both told once, of the reply. */
    private Stream<News> ofComment(Post post, PostFact.Commented fact) {
        if (comment(fact.commentId()).isEmpty()) {
            return Stream.of();
        }
        Optional<Comment> parent = Optional.ofNullable(fact.parentId()).flatMap(this::comment);
        Stream<News> toAuthor = parent.filter(answered -> answered.authorId().equals(post.authorId()))
                        .isPresent()
                ? Stream.of()
                : Stream.of(news(
                        post, post.authorId(), PostNotification.COMMENTED, post.id(), fact.commentId(), fact.userId()));
        return Stream.concat(
                toAuthor,
                parent
                        .filter(answered -> canRead(answered.authorId(), post))
                        .map(answered -> news(
                                post,
                                answered.authorId(),
                                PostNotification.REPLIED,
                                answered.id(),
                                fact.commentId(),
                                fact.userId()))
                        .stream());
    }

    private Stream<News> ofMention(Post post, PostFact.Mentioned fact) {
        if (fact.commentId() != null && comment(fact.commentId()).isEmpty() || !canRead(fact.mentionedId(), post)) {
            return Stream.of();
        }
        Id<?> target = fact.commentId() == null ? fact.postId() : fact.commentId();
        return Stream.of(news(post, fact.mentionedId(), PostNotification.MENTIONED, target, target, fact.userId()));
    }

    private Stream<News> ofReaction(Post post, PostFact.Reacted fact) {
        if (fact.commentId() == null) {
            return Stream.of(
                    news(post, post.authorId(), PostNotification.REACTED, post.id(), post.id(), fact.userId()));
        }
        return comment(fact.commentId()).stream()
                .filter(comment -> canRead(comment.authorId(), post))
                .map(comment -> news(
                        post, comment.authorId(), PostNotification.REACTED, comment.id(), comment.id(), fact.userId()));
    }

    @Override
    public Set<Id<?>> settledBy(Fact fact) {
        if (fact instanceof PostFact.PostDeleted deleted) {
            Set<Id<?>> settled = new HashSet<>(comments.idsUnder(deleted.postId()));
            settled.add(deleted.postId());
            return settled;
        }
        return fact instanceof PostFact.CommentDeleted deleted ? Set.of(deleted.commentId()) : Set.of();
    }

    private Optional<Post> post(Id<Post> id) {
        return posts.find(id).filter(post -> !post.isDeleted());
    }

    private Optional<Comment> comment(Id<Comment> id) {
        return comments.find(id).filter(comment -> !comment.isDeleted());
    }

    /** Notifications minds a block between the recipient and whoever did it; the post may be a third person's. */
    private boolean canRead(Id<User> recipient, Post post) {
        return !access.apart(recipient, post.authorId());
    }

    private static News news(
            Post post, Id<User> recipient, PostNotification kind, Id<?> thread, Id<?> subject, @Nullable Id<User> by) {
        return new News(
                recipient,
                post.groupId() != null ? kind : kind.onPage(),
                post.groupId(),
                post.pageOf(),
                thread,
                subject,
                by);
    }
}
