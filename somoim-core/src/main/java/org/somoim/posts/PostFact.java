package org.somoim.posts;

import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen to posts and comments. Where both ids are given, a null {@code commentId} means the post itself. */
public sealed interface PostFact extends Fact {

    /** Either {@code groupId} or {@code pageOf} is null. */
    record PostWritten(
            Id<Post> postId,
            @Nullable Id<Group> groupId,
            @Nullable Id<User> pageOf,
            Id<User> userId) implements PostFact {}

    /** What someone had written elsewhere came here with its group. */
    record PostBroughtIn(Id<Post> postId, Id<Group> groupId, Id<User> userId) implements PostFact {}

    record PostEdited(Id<Post> postId, Id<User> userId) implements PostFact {}

    /** @param userId who deleted it, not necessarily its author */
    record PostDeleted(Id<Post> postId, Id<User> userId) implements PostFact {}

    record PostRestored(Id<Post> postId, Id<User> userId) implements PostFact {}

    record PostPinned(Id<Post> postId, Id<User> userId) implements PostFact {}

    record PostUnpinned(Id<Post> postId, Id<User> userId) implements PostFact {}

    /** @param parentId the comment it answers, or null if it answers the post */
    record Commented(
            Id<Comment> commentId,
            Id<Post> postId,
            @Nullable Id<Comment> parentId,
            Id<User> userId) implements PostFact {}

    record CommentEdited(Id<Comment> commentId, Id<Post> postId, Id<User> userId) implements PostFact {}

    /** @param userId who deleted it, not necessarily its author */
    record CommentDeleted(Id<Comment> commentId, Id<Post> postId, Id<User> userId) implements PostFact {}

    record CommentRestored(Id<Comment> commentId, Id<Post> postId, Id<User> userId) implements PostFact {}

    record Reacted(Id<Post> postId, @Nullable Id<Comment> commentId, Reaction.Kind kind, Id<User> userId)
            implements PostFact {}

    record ReactionWithdrawn(Id<Post> postId, @Nullable Id<Comment> commentId, Reaction.Kind kind, Id<User> userId)
            implements PostFact {}

    /** @param mentionedId who was named, once per post or comment */
    record Mentioned(Id<Post> postId, @Nullable Id<Comment> commentId, Id<User> mentionedId, Id<User> userId)
            implements PostFact {}
}
