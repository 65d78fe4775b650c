package org.somoim.posts;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;

/** Names a post or a comment, for whatever can hang on either. */
public record ContentRef(Kind kind, Id<?> id) {

    /** What can be named. */
    public enum Kind {
        POST,
        COMMENT
    }

    public static ContentRef post(Id<Post> id) {
        return new ContentRef(Kind.POST, id);
    }

    public static ContentRef comment(Id<Comment> id) {
        return new ContentRef(Kind.COMMENT, id);
    }

    /** Null if it names something else. */
    public @Nullable Id<Post> postId() {
        return kind == Kind.POST ? new Id<>(id.value()) : null;
    }

    /** Null if it names something else. */
    public @Nullable Id<Comment> commentId() {
        return kind == Kind.COMMENT ? new Id<>(id.value()) : null;
    }
}
