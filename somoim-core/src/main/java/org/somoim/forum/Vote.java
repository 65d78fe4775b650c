package org.somoim.forum;

import java.time.Instant;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What one person says of one post. There is at most one of each person on each post, and none of its author. */
public record Vote(Id<ForumPost> postId, Id<User> userId, Verdict verdict, Instant createdAt) {}
