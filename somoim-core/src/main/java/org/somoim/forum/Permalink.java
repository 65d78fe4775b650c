package org.somoim.forum;

import org.somoim.kernel.Id;

/**
 * A link to a post by its place, which holds for good: the place it had when the link was made.
 *
 * @param edition {@link Topic#edition()} at that time
 * @param number {@link ForumPost#number()} at that time, at least 1
 */
public record Permalink(Id<Topic> topicId, int edition, int number) {}
