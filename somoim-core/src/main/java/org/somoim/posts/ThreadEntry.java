package org.somoim.posts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;

/** One place in the comments under a post, as one reader sees it. */
public sealed interface ThreadEntry {

    Id<Comment> id();

    /** Null if it answers the post. */
    @Nullable
    Id<Comment> parentId();

    Instant createdAt();

    /** A comment, and what hangs on it. */
    record Said(Comment comment, Marks marks) implements ThreadEntry {
        @Override
        public Id<Comment> id() {
            return comment.id();
        }

        @Override
        public @Nullable Id<Comment> parentId() {
            return comment.parentId();
        }

        @Override
        public Instant createdAt() {
            return comment.createdAt();
        }
    }

    /**
     * Holds the place of a comment that others have answered and that is not there for this reader. Whether it was deleted or is hidden
     * from them is not told.
     *
     * @param depth see {@link Comment#depth()}
     * @param replies see {@link Comment#replies()}
     */
    record Gone(Id<Comment> id, @Nullable Id<Comment> parentId, int depth, int replies, Instant createdAt)
            implements ThreadEntry {
        public static Gone of(Comment comment) {
            return new Gone(comment.id(), comment.parentId(), comment.depth(), comment.replies(), comment.createdAt());
        }
    }
}
