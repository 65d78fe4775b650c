package org.somoim.forum;

import org.somoim.kernel.Id;

/** Where a post is now. */
public record Spot(Id<Topic> topicId, int edition, int number, Id<ForumPost> postId) {}
