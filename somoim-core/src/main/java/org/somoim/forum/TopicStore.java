package org.somoim.forum;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Port. Keeps topics, who follows them, and where posts were that have another place now. Writes must happen inside a
 * transaction.
 */
public interface TopicStore {

    void add(Topic topic);

    /** Replaces what there is under its id, tags too, except for the views. */
    void put(Topic topic);

    /** Also a deleted one, until it is purged. */
    Optional<Topic> find(Id<Topic> topic);

    /** Those of these that there are and that are not deleted. In no particular order. */
    List<Topic> living(Collection<Id<Topic>> topics);

    /**
     * What stands in these categories, is {@link TopicStatus#isShown()} and is not deleted, last active first ({@code
     * activeAt}, then the id, greatest first).
     *
     * @param filter of which the category is left aside
     * @param apartFrom without those whose authors are parted from this person by a block in either direction; null for all
     */
    List<Topic> in(
            Set<Id<Category>> categories,
            TopicFilter filter,
            @Nullable Id<User> apartFrom,
            @Nullable Cursor after,
            int limit);

    /** What is pinned in a category and not deleted, last pinned first; of one instant, the greatest id first. */
    List<Topic> pinned(Id<Category> category);

    /** Adds to the views of a topic, if there is one. */
    void addViews(Id<Topic> topic, long views);

    /** @return false, and nothing is changed, if this person follows it already */
    boolean follow(Id<Topic> topic, Id<User> person, Instant at);

    /** @return false if this person did not */
    boolean unfollow(Id<Topic> topic, Id<User> person);

    /** Which of these this person follows. */
    Set<Id<Topic>> followed(Id<User> person, Collection<Id<Topic>> topics);

    /** Who follows it, in the order of ids. */
    List<Id<User>> followers(Id<Topic> topic);

    /** What {@code person} follows, last begun first ({@code createdAt}, then the topic's id, greatest first). */
    List<Follow> follows(Id<User> person, @Nullable Cursor after, int limit);

    /** Makes everyone who follows {@code from} follow {@code to}, each since the same time, unless they do already; {@code from} has no followers then. */
    void moveFollowers(Id<Topic> from, Id<Topic> to);

    /** Makes whatever leads to {@code from} lead to {@code to}, which is not merged. */
    void leadOn(Id<Topic> from, Id<Topic> to);

    /** Notes where posts were. */
    void addRedirects(Collection<Redirect> redirects);

    /**
     * Which post had a number in a topic that has another place now: of the redirects of this topic and number, the one of
     * the earliest edition that is not before {@code edition}.
     */
    Optional<Id<ForumPost>> redirected(Id<Topic> topic, int edition, int number);

    /**
     * Removes at most {@code limit} topics that were deleted before {@code before}, with everything in them. What was merged
     * into one of them goes with it.
     *
     * @return how many were deleted so long ago
     */
    int purge(Instant before, int limit);

    /** Removes a topic with everything in it, and what was merged into it. */
    void remove(Id<Topic> topic);

    /** What {@code person} opened, oldest first ({@code createdAt}, then the id), without what has {@link Topic#GONE} for its title. */
    List<Topic> by(Id<User> person, @Nullable Cursor after, int limit);

    /**
     * What is to go of what {@code person} opened, newest first ({@code createdAt}, then the id): what has not {@link
     * Topic#GONE} for its title; and if the rest is kept, only what is deleted.
     */
    List<Topic> leaving(Id<User> person, boolean kept, int limit);

    /** Those of which {@code person} said what solved them, deleted or not, in the order of their ids. */
    List<Topic> solvedBy(Id<User> person, int limit);

    /** @return how many topics {@code person} follows no more, at most {@code limit} */
    int removeFollows(Id<User> person, int limit);

    /** That somebody is told of new posts. */
    record Follow(Id<Topic> topicId, Id<User> userId, Instant createdAt) {}

    /** @param edition the last in which the post had this number in this topic */
    record Redirect(Id<Topic> topicId, int edition, int number, Id<ForumPost> postId) {}
}
