package org.somoim.posts;

/** A post and what hangs on it, as one reader sees them. */
public record ShownPost(Post post, Marks marks) {}
