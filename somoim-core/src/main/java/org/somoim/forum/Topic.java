package org.somoim.forum;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/**
 * What people write about in one row of numbered posts. As visible as the category it stands in. What it is about is told by
 * its first post.
 *
 * @param authorId who opened it
 * @param views how often it was looked at by others than its author, as far as counted; nobody knows by whom
 * @param posts how many places there are in it, numbered from 1 without a gap; a post that was deleted keeps its place
 * @param edition how often posts have been numbered, at least 1; see {@link Permalink}
 * @param bestAnswerId the post that solved it, or null if it is not solved
 * @param solvedBy who said so, or null if it is not solved, or they are gone
 * @param solvedAt null if it is not solved
 * @param pinnedAt when it was put in front, or null if it is not
 * @param mergedInto where all its posts are, or null unless it is {@link TopicStatus#MERGED}
 * @param editedAt when the heading last changed, or null if it never did
 * @param activeAt when it was opened or, if later, when a post last came into it
 * @param updatedAt when anything but {@code views} last changed
 * @param deletedAt when it was deleted, or null while it lives
 * @param deletedBy who deleted it, or null while it lives
 */
public record Topic(
        Id<Topic> id,
        Id<Category> categoryId,
        Id<User> authorId,
        Line title,
        PostType type,
        Tags tags,
        TopicStatus status,
        long views,
        int posts,
        int edition,
        @Nullable Id<ForumPost> bestAnswerId,
        @Nullable Id<User> solvedBy,
        @Nullable Instant solvedAt,
        @Nullable Instant pinnedAt,
        @Nullable Id<Topic> mergedInto,
        Instant createdAt,
        @Nullable Instant editedAt,
        Instant activeAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable Id<User> deletedBy) {
    /** What is left of the title where others answered a topic whose author is gone: a sign of omission. */
    public static final Line GONE = new Line("…");

    public Topic {
        if (views < 0 || posts < 0 || edition < 1) {
            throw new IllegalArgumentException("a topic counts from nothing");
        }
        if ((deletedAt == null) != (deletedBy == null)) {
            throw new IllegalArgumentException("what is deleted was deleted by someone");
        }
        if ((status == TopicStatus.MERGED) != (mergedInto != null) || id.equals(mergedInto)) {
            throw new IllegalArgumentException("what is merged leads to another topic, and nothing else does");
        }
        if ((bestAnswerId == null) != (solvedAt == null)
                || bestAnswerId == null && solvedBy != null
                || bestAnswerId != null && type != PostType.QUESTION) {
            throw new IllegalArgumentException("a question is solved by an answer, and nothing else is");
        }
    }

    /** Without a post as yet. */
    static Topic opened(
            Id<Topic> id, Id<Category> category, Id<User> author, Heading heading, TopicStatus status, Instant now) {
        return new Topic(
                id,
                category,
                author,
                heading.title(),
                heading.type(),
                heading.tags(),
                status,
                0,
                0,
                1,
                null,
                null,
                null,
                null,
                null,
                now,
                null,
                now,
                now,
                null,
                null);
    }

    Heading heading() {
        return new Heading(title, type, tags);
    }

    /** A post has come into it. */
    Topic grown(Instant now) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status == TopicStatus.WAITING ? TopicStatus.OPEN : status,
                views,
                posts + 1,
                edition,
                bestAnswerId,
                solvedBy,
                solvedAt,
                pinnedAt,
                mergedInto,
                createdAt,
                editedAt,
                now,
                now,
                deletedAt,
                deletedBy);
    }

    /** What is no question any more is not solved either. */
    Topic headed(Heading heading, Instant now) {
        return new Topic(
                id,
                categoryId,
                authorId,
                heading.title(),
                heading.type(),
                heading.tags(),
                status,
                views,
                posts,
                edition,
                heading.type() == PostType.QUESTION ? bestAnswerId : null,
                heading.type() == PostType.QUESTION ? solvedBy : null,
                heading.type() == PostType.QUESTION ? solvedAt : null,
                pinnedAt,
                mergedInto,
                createdAt,
                now,
                activeAt,
                now,
                deletedAt,
                deletedBy);
    }

    Topic turned(TopicStatus status, Instant now) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition,
                bestAnswerId,
                solvedBy,
                solvedAt,
                pinnedAt,
                mergedInto,
                createdAt,
                editedAt,
                activeAt,
                now,
                deletedAt,
                deletedBy);
    }

    Topic pinned(@Nullable Instant at, Instant now) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition,
                bestAnswerId,
                solvedBy,
                solvedAt,
                at,
                mergedInto,
                createdAt,
                editedAt,
                activeAt,
                now,
                deletedAt,
                deletedBy);
    }

    /** It is not in front there. */
    Topic moved(Id<Category> to, Instant now) {
        return new Topic(
                id,
                to,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition,
                bestAnswerId,
                solvedBy,
                solvedAt,
                null,
                mergedInto,
                createdAt,
                editedAt,
                activeAt,
                now,
                deletedAt,
                deletedBy);
    }

    Topic solved(Id<ForumPost> answer, Id<User> by, Instant now) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition,
                answer,
                by,
                now,
                pinnedAt,
                mergedInto,
                createdAt,
                editedAt,
                activeAt,
                now,
                deletedAt,
                deletedBy);
    }

    /** By what solved another one, of which all posts came here. */
    Topic solvedAs(Topic other) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition,
                other.bestAnswerId,
                other.solvedBy,
                other.solvedAt,
                pinnedAt,
                mergedInto,
                createdAt,
                editedAt,
                activeAt,
                updatedAt,
                deletedAt,
                deletedBy);
    }

    /** Solved, but nobody knows by whom. */
    Topic withoutSolver() {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition,
                bestAnswerId,
                null,
                solvedAt,
                pinnedAt,
                mergedInto,
                createdAt,
                editedAt,
                activeAt,
                updatedAt,
                deletedAt,
                deletedBy);
    }

    /** With so many posts that were elsewhere before. */
    Topic filled(int posts, Instant active) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition,
                bestAnswerId,
                solvedBy,
                solvedAt,
                pinnedAt,
                mergedInto,
                createdAt,
                editedAt,
                active,
                updatedAt,
                deletedAt,
                deletedBy);
    }

    Topic unsolved(Instant now) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition,
                null,
                null,
                null,
                pinnedAt,
                mergedInto,
                createdAt,
                editedAt,
                activeAt,
                now,
                deletedAt,
                deletedBy);
    }

    /** Posts have other numbers now. */
    Topic renumbered(int posts, Instant now) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition + 1,
                bestAnswerId,
                solvedBy,
                solvedAt,
                pinnedAt,
                mergedInto,
                createdAt,
                editedAt,
                activeAt,
                now,
                deletedAt,
                deletedBy);
    }

    /** Everything that was in it is in another one. */
    Topic merged(Id<Topic> into, Instant now) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                TopicStatus.MERGED,
                views,
                0,
                edition + 1,
                null,
                null,
                null,
                null,
                into,
                createdAt,
                editedAt,
                activeAt,
                now,
                deletedAt,
                deletedBy);
    }

    /** If that is later. */
    Topic activeSince(Instant at) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition,
                bestAnswerId,
                solvedBy,
                solvedAt,
                pinnedAt,
                mergedInto,
                createdAt,
                editedAt,
                at.isAfter(activeAt) ? at : activeAt,
                updatedAt,
                deletedAt,
                deletedBy);
    }

    /** What is deleted is no longer in front, and does not come back there. */
    Topic deleted(Id<User> by, Instant now) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition,
                bestAnswerId,
                solvedBy,
                solvedAt,
                null,
                mergedInto,
                createdAt,
                editedAt,
                activeAt,
                now,
                now,
                by);
    }

    Topic restored(Instant now) {
        return new Topic(
                id,
                categoryId,
                authorId,
                title,
                type,
                tags,
                status,
                views,
                posts,
                edition,
                bestAnswerId,
                solvedBy,
                solvedAt,
                pinnedAt,
                mergedInto,
                createdAt,
                editedAt,
                activeAt,
                now,
                null,
                null);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** What solved it. */
    Optional<Id<ForumPost>> answer() {
        return Optional.ofNullable(bestAnswerId);
    }

    public boolean isSolved() {
        return bestAnswerId != null;
    }

    public boolean isPinned() {
        return pinnedAt != null;
    }
}
