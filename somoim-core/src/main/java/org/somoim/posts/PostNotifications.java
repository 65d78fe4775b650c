package org.somoim.posts;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Restraint;
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
        if (fact instanceof PostFact.Commented commented) {
            return post(commented.postId()).stream()
                    .flatMap(post -> ofComment(post, commented))
                    .toList();
        }
        if (fact instanceof PostFact.Mentioned mentioned) {
            return post(mentioned.postId()).map(post -> ofMention(post, mentioned)).stream()
                    .toList();
        }
        if (fact instanceof PostFact.Reacted reacted) {
            return post(reacted.postId()).flatMap(post -> ofReaction(post, reacted)).stream()
                    .toList();
        }
        return List.of();
    }

    /** The author of the post hears of a comment, the author of the comment above of a reply; who is both, of the reply. */
    private Stream<News> ofComment(Post post, PostFact.Commented fact) {
        Optional<Comment> parent = Optional.ofNullable(fact.parentId()).flatMap(this::comment);
        boolean isReplyToAuthor =
                parent.map(Comment::authorId).filter(post.authorId()::equals).isPresent();
        Stream<News> comment = Stream.of(
                news(post, post.authorId(), PostNotification.COMMENTED, post.id(), fact.commentId(), fact.userId()));
        Stream<News> reply = parent.stream()
                .map(above -> news(
                        post, above.authorId(), PostNotification.REPLIED, above.id(), fact.commentId(), fact.userId()));
        return isReplyToAuthor ? reply : Stream.concat(comment, reply);
    }

    private News ofMention(Post post, PostFact.Mentioned fact) {
        Id<?> target = fact.commentId() == null ? fact.postId() : fact.commentId();
        return news(post, fact.mentionedId(), PostNotification.MENTIONED, target, target, fact.userId());
    }

    private Optional<News> ofReaction(Post post, PostFact.Reacted fact) {
        if (fact.commentId() == null) {
            return Optional.of(
                    news(post, post.authorId(), PostNotification.REACTED, post.id(), post.id(), fact.userId()));
        }
        return comment(fact.commentId())
                .map(comment -> news(
                        post, comment.authorId(), PostNotification.REACTED, comment.id(), comment.id(), fact.userId()));
    }

    @Override
    public Set<Id<?>> settledBy(Fact fact) {
        if (fact instanceof PostFact.PostDeleted deleted) {
            return Set.of(deleted.postId());
        }
        return fact instanceof PostFact.CommentDeleted deleted ? Set.of(deleted.commentId()) : Set.of();
    }

    @Override
    public Set<Id<?>> hiddenFrom(Id<User> reader, Set<Id<?>> subjects) {
        List<PostStore.Authorship> living = posts.authorships(subjects);
        Set<Id<User>> apart = access.apart(
                reader,
                living.stream()
                        .flatMap(found -> Stream.of(found.authorId(), found.postAuthorId()))
                        .collect(Collectors.toSet()));
        Map<Id<?>, Set<Restraint>> laid = access.restraints(subjects);
        Set<Id<?>> hidden = new HashSet<>(subjects);
        living.stream()
                .filter(found ->
                        found.authorId().equals(reader) || !Restraint.hides(laid.getOrDefault(found.id(), Set.of())))
                .filter(found -> !apart.contains(found.authorId()) && !apart.contains(found.postAuthorId()))
                .forEach(found -> hidden.remove(found.id()));
        return hidden;
    }

    private Optional<Post> post(Id<Post> id) {
        return posts.find(id).filter(post -> !post.isDeleted());
    }

    private Optional<Comment> comment(Id<Comment> id) {
        return comments.find(id).filter(comment -> !comment.isDeleted());
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
