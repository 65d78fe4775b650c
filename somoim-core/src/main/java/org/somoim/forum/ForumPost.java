package org.somoim.forum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * What one person says in a topic. The first one opens it.
 *
 * @param number its place in the topic, from 1 without a gap, or 0 while it awaits approval
 * @param rank grows strictly with the number; about the time at which it got its place, in milliseconds. Keeps the order
 *     when topics are merged; 0 while it awaits approval
 * @param likes how many people like it
 * @param helpful how many people found it helpful
 * @param quality how good it is to those who said whether it helped them, in thousandths
 * @param editedAt when the body last changed, or null if it never did
 * @param updatedAt when anything but the counts last changed
 * @param deletedAt when it was deleted, or null while it lives
 * @param deletedBy who deleted it, or null while it lives
 */
public record ForumPost(
        Id<ForumPost> id,
        Id<Topic> topicId,
        Id<User> authorId,
        int number,
        long rank,
        Prose body,
        int likes,
        int helpful,
        int quality,
        Instant createdAt,
        @Nullable Instant editedAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable Id<User> deletedBy) {
    /** What is left to read where others answered something that went with its author: a sign of omission. */
    public static final Prose GONE = new Prose("…");

    public ForumPost {
        if (number < 0 || (number == 0) != (rank == 0)) {
            throw new IllegalArgumentException("what has a place has a rank");
        }
        if (likes < 0 || helpful < 0 || quality < 0 || quality > 1000) {
            throw new IllegalArgumentException("counts begin at nothing");
        }
        if ((deletedAt == null) != (deletedBy == null)) {
            throw new IllegalArgumentException("what is deleted was deleted by someone");
        }
    }

    /** @param number 0 with {@code rank} 0 if it awaits approval */
    static ForumPost written(
            Id<ForumPost> id, Id<Topic> topic, Id<User> author, int number, long rank, Prose body, Instant now) {
        return new ForumPost(id, topic, author, number, rank, body, 0, 0, 0, now, null, now, null, null);
    }

    ForumPost placed(int number, long rank, Instant now) {
        return new ForumPost(
                id, topicId, authorId, number, rank, body, likes, helpful, quality, createdAt, editedAt, now, deletedAt,
                deletedBy);
    }

    ForumPost edited(Prose body, Instant now) {
        return new ForumPost(
                id, topicId, authorId, number, rank, body, likes, helpful, quality, createdAt, now, now, deletedAt,
                deletedBy);
    }

    ForumPost deleted(Id<User> by, Instant now) {
        return new ForumPost(
                id, topicId, authorId, number, rank, body, likes, helpful, quality, createdAt, editedAt, now, now, by);
    }

    ForumPost restored(Instant now) {
        return new ForumPost(
                id, topicId, authorId, number, rank, body, likes, helpful, quality, createdAt, editedAt, now, null,
                null);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Whether it awaits approval. */
    public boolean isWaiting() {
        return number == 0;
    }

    /** Whether it opens the topic. */
    public boolean isOpening() {
        return number == 1;
    }
}
