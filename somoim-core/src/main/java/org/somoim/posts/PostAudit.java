package org.somoim.posts;

import java.util.Optional;
import org.somoim.audit.AuditSource;
import org.somoim.audit.Deed;
import org.somoim.audit.Who;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Plug. Posts and comments: taken away by somebody other than their author. */
public final class PostAudit implements AuditSource {
    private final PostStore posts;
    private final CommentStore comments;

    public PostAudit(PostStore posts, CommentStore comments) {
        this.posts = posts;
        this.comments = comments;
    }

    @Override
    public Optional<Act> actOf(Fact fact) {
        if (fact instanceof PostFact.PostDeleted deleted) {
            return posts.find(deleted.postId())
                    .flatMap(post -> removed(deleted.userId(), Deed.POST_REMOVED, post.authorId(), post.id()));
        }
        if (fact instanceof PostFact.CommentDeleted deleted) {
            return comments.find(deleted.commentId())
                    .flatMap(comment ->
                            removed(deleted.userId(), Deed.COMMENT_REMOVED, comment.authorId(), comment.id()));
        }
        return Optional.empty();
    }

    private static Optional<Act> removed(Id<User> by, Deed deed, Id<User> author, Id<?> thing) {
        return by.equals(author) ? Optional.empty() : Optional.of(new Act(Who.person(by), deed, author, thing));
    }
}
