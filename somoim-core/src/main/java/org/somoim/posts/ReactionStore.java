package org.somoim.posts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps reactions and mentions, which tie people to posts and comments. Writes must happen inside a transaction. */
public interface ReactionStore {

    /** @return false, and nothing is changed, if the person has already reacted so */
    boolean add(ContentRef target, Reaction reaction);

    /** @return false if there was none */
    boolean remove(Id<?> target, Id<User> user, Reaction.Kind kind);

    /** How often each of the targets was reacted to in each way. In no particular order; nothing where there is none. */
    List<Count> counts(Set<? extends Id<?>> targets, Id<User> viewer);

    /**
     * Who reacted so, last one first; the place of each is the time and the person's id.
     *
     * @param apartFrom without those parted from this person by a block in either direction; null for all
     */
    List<Reaction> reactions(
            Id<?> target, Reaction.Kind kind, @Nullable Id<User> apartFrom, @Nullable Cursor after, int limit);

    /** @return false, and nothing is changed, if they are already named there */
    boolean mention(ContentRef target, Id<User> person, Instant at);

    /** In no particular order. */
    List<Mention> mentions(Set<? extends Id<?>> targets);

    /** @param mine whether the viewer is among them */
    record Count(Id<?> targetId, Reaction.Kind kind, int count, boolean mine) {}

    record Mention(Id<?> targetId, Id<User> userId) {}

    /** What {@code person} has reacted to so, oldest first; the place of each is the time and the target's id. */
    List<Tie> reactedTo(Id<User> person, Reaction.Kind kind, @Nullable Cursor after, int limit);

    /** Where {@code person} is named, oldest first; the place of each is the time and the target's id. */
    List<Tie> mentionsOf(Id<User> person, @Nullable Cursor after, int limit);

    /** @return how many reactions by {@code person} and mentions of them were removed, at most {@code limit} of each */
    int removeTiesOf(Id<User> person, int limit);

    /** A person is tied to a post or comment. */
    record Tie(Id<?> targetId, Instant createdAt) {}
}
