package org.somoim.posts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * What a post or comment said before it was edited.
 *
 * @param title null if it had none, and for comments
 * @param by who replaced it
 * @param replacedAt when it stopped saying this
 */
public record Revision(Id<Revision> id, @Nullable Line title, Prose body, Id<User> by, Instant replacedAt) {}
