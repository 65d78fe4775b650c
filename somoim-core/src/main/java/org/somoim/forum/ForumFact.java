package org.somoim.forum;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen in the forum. {@code by} is who did it; where it may be null, that is the host. */
public sealed interface ForumFact extends Fact {

    record CategoryMade(Id<Category> categoryId, @Nullable Id<User> by) implements ForumFact {}

    record CategoryChanged(
            Id<Category> categoryId, @Nullable Id<User> by) implements ForumFact {}

    record CategoryMoved(
            Id<Category> categoryId,
            @Nullable Id<Category> parentId,
            @Nullable Id<User> by) implements ForumFact {}

    record CategoryRemoved(
            Id<Category> categoryId, @Nullable Id<User> by) implements ForumFact {}

    record ModeratorAppointed(
            Id<Category> categoryId,
            Id<User> userId,
            @Nullable Id<User> by) implements ForumFact {}

    record ModeratorDismissed(
            Id<Category> categoryId,
            Id<User> userId,
            @Nullable Id<User> by) implements ForumFact {}

    /**
     * It can be read by others now.
     *
     * @param approved whether it awaited approval before
     */
    record TopicOpened(Id<Topic> topicId, Id<Category> categoryId, Id<User> userId, boolean approved)
            implements ForumFact {}

    record TopicEdited(Id<Topic> topicId, Id<User> by) implements ForumFact {}

    record StatusChanged(Id<Topic> topicId, TopicStatus status, Id<User> by) implements ForumFact {}

    record TopicPinned(Id<Topic> topicId, Id<User> by) implements ForumFact {}

    record TopicUnpinned(Id<Topic> topicId, Id<User> by) implements ForumFact {}

    record TopicMoved(Id<Topic> topicId, Id<Category> from, Id<Category> to, Id<User> by) implements ForumFact {}

    /** @param newTopicId where some of the posts went */
    record TopicSplit(Id<Topic> topicId, Id<Topic> newTopicId, Id<User> by) implements ForumFact {}

    /** @param into where all of the posts went */
    record TopicMerged(Id<Topic> topicId, Id<Topic> into, Id<User> by) implements ForumFact {}

    record TopicDeleted(Id<Topic> topicId, Id<User> by) implements ForumFact {}

    record TopicRestored(Id<Topic> topicId, Id<User> by) implements ForumFact {}

    /** It awaits approval. */
    record PostSubmitted(Id<ForumPost> postId, Id<Topic> topicId, Id<User> userId) implements ForumFact {}

    /**
     * It can be read by others now. Not told of a topic's first post.
     *
     * @param approved whether it awaited approval before
     */
    record Posted(Id<ForumPost> postId, Id<Topic> topicId, Id<User> userId, boolean approved) implements ForumFact {}

    /** @param userId its author */
    record PostApproved(Id<ForumPost> postId, Id<Topic> topicId, Id<User> userId, Id<User> by) implements ForumFact {}

    /** @param userId its author */
    record PostRejected(Id<ForumPost> postId, Id<Topic> topicId, Id<User> userId, Id<User> by) implements ForumFact {}

    record PostEdited(Id<ForumPost> postId, Id<Topic> topicId, Id<User> by) implements ForumFact {}

    record PostDeleted(Id<ForumPost> postId, Id<Topic> topicId, Id<User> by) implements ForumFact {}

    record PostRestored(Id<ForumPost> postId, Id<Topic> topicId, Id<User> by) implements ForumFact {}

    /** Nobody is told who liked it. */
    record Liked(Id<ForumPost> postId) implements ForumFact {}

    record LikeTakenBack(Id<ForumPost> postId) implements ForumFact {}

    /** Nobody is told who found it helpful, or did not. */
    record Voted(Id<ForumPost> postId, Verdict verdict) implements ForumFact {}

    record VoteTakenBack(Id<ForumPost> postId) implements ForumFact {}

    /** @param userId the author of the answer */
    record Solved(Id<Topic> topicId, Id<ForumPost> postId, Id<User> userId, Id<User> by) implements ForumFact {}

    /** It is not solved any more. */
    record SolutionTakenBack(Id<Topic> topicId, Id<ForumPost> postId, Id<User> by) implements ForumFact {}
}
