package org.somoim.posts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * What someone said to a post, or to another comment under the same post.
 *
 * @param parentId the comment it answers, or null if it answers the post
 * @param depth 1 for an answer to the post, one more for each comment above it, at most {@value #DEEPEST}
 * @param replies how many comments there are beneath it at any depth that have not been deleted, whoever may read them
 * @param editedAt when the body last changed, or null if it never did
 * @param updatedAt when anything but the number of replies last changed
 * @param deletedAt when it was deleted, or null while it lives
 * @param deletedBy who deleted it, or null while it lives
 */
public record Comment(
        Id<Comment> id,
        Id<Post> postId,
        @Nullable Id<Comment> parentId,
        int depth,
        Id<User> authorId,
        Prose body,
        int replies,
        Instant createdAt,
        @Nullable Instant editedAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable Id<User> deletedBy) {
    /** Threads go no deeper: an answer to a comment down here is put beside it, under the same parent. */
    public static final int DEEPEST = 8;

    public Comment {
        if ((deletedAt == null) != (deletedBy == null)) {
            throw new IllegalArgumentException("what is deleted was deleted by someone");
        }
    }

    /** @param parent the comment it answers, or null if it answers the post */
    static Comment written(
            Id<Comment> id, Id<Post> post, @Nullable Comment parent, Id<User> author, Prose body, Instant now) {
        boolean asDeepAsCanBe = parent != null && parent.depth == DEEPEST;
        Id<Comment> under = parent == null ? null : asDeepAsCanBe ? parent.parentId : parent.id;
        int depth = parent == null ? 1 : asDeepAsCanBe ? DEEPEST : parent.depth + 1;
        return new Comment(id, post, under, depth, author, body, 0, now, null, now, null, null);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    Comment edited(Prose changed, Instant now) {
        return new Comment(
                id, postId, parentId, depth, authorId, changed, replies, createdAt, now, now, deletedAt, deletedBy);
    }

    Comment deleted(Id<User> by, Instant now) {
        return new Comment(id, postId, parentId, depth, authorId, body, replies, createdAt, editedAt, now, now, by);
    }

    Comment restored(Instant now) {
        return new Comment(id, postId, parentId, depth, authorId, body, replies, createdAt, editedAt, now, null, null);
    }
}
