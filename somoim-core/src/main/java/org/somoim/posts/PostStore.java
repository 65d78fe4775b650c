package org.somoim.posts;

/** Port. Keeps posts, comments and what hangs on them. Writes must happen inside a transaction. */
public interface PostStore {}
