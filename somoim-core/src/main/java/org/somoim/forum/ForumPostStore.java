package org.somoim.forum;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Port. Keeps the posts of topics, and what people gave to them. No two posts have the same number in one topic, except for 0.
 * "Living" means neither deleted itself nor in a deleted topic. Writes must happen inside a transaction.
 */
public interface ForumPostStore {

    void add(ForumPost post);

    /** Replaces what there is under its id, except for likes, helpful and quality. */
    void put(ForumPost post);

    /** Also a deleted one, until it is purged. */
    Optional<ForumPost> find(Id<ForumPost> post);

    /** Also a deleted one. */
    Optional<ForumPost> numbered(Id<Topic> topic, int number);

    /** The one that opens a topic: number 1, or if nothing has a place yet, the oldest of those that wait. */
    Optional<ForumPost> opening(Id<Topic> topic);

    /** The greatest in a topic; 0 if nothing has a place in it. */
    long lastRank(Id<Topic> topic);

    /**
     * What has a place in a topic and is not deleted, by number.
     *
     * @param apartFrom without those whose authors are parted from this person by a block in either direction; null for all
     * @param after a time of so many milliseconds as the number; the id is left aside
     */
    List<ForumPost> in(Id<Topic> topic, @Nullable Id<User> apartFrom, @Nullable Cursor after, int limit);

    /**
     * The same without the first, the best first ({@code quality}, then the id, both greatest first).
     *
     * @param after a time of so many milliseconds as the quality
     */
    List<ForumPost> best(Id<Topic> topic, @Nullable Id<User> apartFrom, @Nullable Cursor after, int limit);

    /** What awaits approval in these categories and lives, oldest first ({@code createdAt}, then the id). */
    List<ForumPost> waiting(Set<Id<Category>> categories, @Nullable Cursor after, int limit);

    /** How many living posts of {@code author} await approval in topics of this category. */
    int countWaiting(Id<Category> category, Id<User> author);

    /** Whether a living post of {@code author} has a place in a topic of this category. */
    boolean isKnown(Id<Category> category, Id<User> author);

    /** Whether anyone but {@code author} has written a post in the topic that is still there, deleted or not, emptied or not. */
    boolean isAnswered(Id<Topic> topic, Id<User> author);

    /** Everything in a topic, deleted or waiting too: by number, those that wait last and oldest first. */
    List<Place> places(Id<Topic> topic);

    /** Gives posts other places, all at once: they may exchange numbers among them. */
    void place(Collection<Place> places);

    // What people give.

    /** @return false, and nothing is changed, if this person likes it already */
    boolean like(Id<ForumPost> post, Id<User> person, Instant at);

    /** @return false if this person did not */
    boolean unlike(Id<ForumPost> post, Id<User> person);

    /** Adds or replaces the one vote of this person on this post. */
    void vote(Vote vote);

    /** @return false if there was no vote of this person */
    boolean unvote(Id<ForumPost> post, Id<User> person);

    /** What {@code person} said of these, by post. */
    Map<Id<ForumPost>, Verdict> verdicts(Id<User> person, Collection<Id<ForumPost>> posts);

    /** Which of these {@code person} likes. */
    Set<Id<ForumPost>> liked(Id<User> person, Collection<Id<ForumPost>> posts);

    /** Counted anew. */
    Tally tally(Id<ForumPost> post);

    /** Shows these counts at the post. */
    void putTally(Id<ForumPost> post, int likes, int helpful, int quality);

    /**
     * Who appreciates the living posts of {@code author} that have a place, in the order of their ids: by finding them
     * helpful, and by having said that they solve a question. Without the author themself.
     */
    List<Appreciation> appreciations(Id<User> author);

    /** How many different posts those are. */
    int countAppreciated(Id<User> author);

    /** Authors of posts in the topic, deleted or not, that others appreciate, in the order of ids. */
    List<Id<User>> appreciatedIn(Id<Topic> topic);

    // Going.

    /**
     * Of at most {@code limit} posts that were deleted before {@code before} and whose topics were not: empties those that
     * have a place, and removes those that await approval.
     *
     * @return how many
     */
    int purge(Instant before, int limit);

    /** Takes away what a post says, and everything that was given to it. Its place stays, with {@link ForumPost#GONE} for its words. */
    void empty(Id<ForumPost> post, Instant at);

    void remove(Id<ForumPost> post);

    /** Everything that {@code author} wrote and that was not emptied, deleted ones too, oldest first ({@code createdAt}, then the id). */
    List<ForumPost> by(Id<User> author, @Nullable Cursor after, int limit);

    /** The same, newest first, without what is deleted or in a deleted topic. */
    List<ForumPost> latest(Id<User> author, @Nullable Cursor after, int limit);

    /**
     * What is to go of what {@code author} wrote, newest first ({@code createdAt}, then the id): what was not emptied; and if
     * the rest is kept, only what is deleted or awaits approval.
     */
    List<ForumPost> leaving(Id<User> author, boolean kept, int limit);

    /** What {@code person} likes, oldest first ({@code createdAt}, then the post's id). */
    List<Like> likes(Id<User> person, @Nullable Cursor after, int limit);

    /** Votes of {@code person}, oldest first ({@code createdAt}, then the post's id). */
    List<Vote> votes(Id<User> person, @Nullable Cursor after, int limit);

    /** What these posts and topics are to a reader; those that are deleted, and posts in deleted topics, are left out. In no particular order. */
    List<Whereabouts> whereabouts(Set<? extends Id<?>> contents);

    /** That somebody likes a post. */
    record Like(Id<ForumPost> postId, Id<User> userId, Instant createdAt) {}

    /** Where a post stands. */
    record Place(Id<ForumPost> postId, Id<Topic> topicId, int number, long rank) {}

    /**
     * @param id of a post or of a topic
     * @param authorId of the post; for a topic, the same as {@code openedBy}
     * @param openedBy who opened the topic
     * @param shown whether the topic is {@link TopicStatus#isShown()} and, for a post, it has a place
     */
    record Whereabouts(
            Id<?> id,
            Id<Topic> topicId,
            Id<Category> categoryId,
            Id<User> authorId,
            Id<User> openedBy,
            boolean shown) {}
}
