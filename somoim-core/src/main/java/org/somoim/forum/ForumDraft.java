package org.somoim.forum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * What someone is writing, kept for them alone: a topic for a category, or a post for a topic.
 *
 * @param categoryId where the topic is to be opened, or null for a post
 * @param topicId where the post is to be written, or null for a topic
 * @param title null if there is none yet
 * @param type what kind of topic; null for a post
 */
public record ForumDraft(
        Id<ForumDraft> id,
        Id<User> userId,
        @Nullable Id<Category> categoryId,
        @Nullable Id<Topic> topicId,
        @Nullable Line title,
        Prose body,
        @Nullable PostType type,
        Tags tags,
        Instant createdAt,
        Instant updatedAt) {

    public ForumDraft {
        if ((categoryId == null) == (topicId == null) || (type == null) == (topicId == null)) {
            throw new IllegalArgumentException("a draft is of a topic or of a post");
        }
        if (topicId != null && (title != null || !tags.lines().isEmpty())) {
            throw new IllegalArgumentException("a post has no heading");
        }
    }
}
