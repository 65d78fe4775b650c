package org.somoim.posts;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * Something a person wrote for others to read, in a group or on their own page. It is as visible as the place it stands in.
 *
 * @param groupId the group it stands in, or null if it stands on a page
 * @param pageOf whose page it stands on, which is its author's, or null if it stands in a group
 * @param title null if it has none
 * @param body in Markdown, as it was written
 * @param comments how many there are and have not been deleted, whoever may read them
 * @param pinnedAt when it was put in front, or null if it is not
 * @param editedAt when title or body last changed, or null if they never did
 * @param updatedAt when anything but the number of comments last changed
 * @param deletedAt when it was deleted, or null while it lives
 * @param deletedBy who deleted it, or null while it lives
 */
public record Post(
        Id<Post> id,
        @Nullable Id<Group> groupId,
        @Nullable Id<User> pageOf,
        Id<User> authorId,
        @Nullable Line title,
        Prose body,
        int comments,
        @Nullable Instant pinnedAt,
        Instant createdAt,
        @Nullable Instant editedAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable Id<User> deletedBy) {
    /** What is left to read where others answered something that went with its author: a sign of omission. */
    public static final Prose GONE = new Prose("…");

    public Post {
        if ((groupId == null) == (pageOf == null)) {
            throw new IllegalArgumentException("a post stands either in a group or on a page");
        }
        if (pageOf != null && !pageOf.equals(authorId)) {
            throw new IllegalArgumentException("nobody writes on a page but its owner");
        }
        if ((deletedAt == null) != (deletedBy == null)) {
            throw new IllegalArgumentException("what is deleted was deleted by someone");
        }
    }

    static Post inGroup(Id<Post> id, Id<Group> group, Id<User> author, Draft draft, Instant now) {
        return new Post(id, group, null, author, draft.title(), draft.body(), 0, null, now, null, now, null, null);
    }

    static Post onPage(Id<Post> id, Id<User> owner, Draft draft, Instant now) {
        return new Post(id, null, owner, owner, draft.title(), draft.body(), 0, null, now, null, now, null, null);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public boolean isPinned() {
        return pinnedAt != null;
    }

    boolean says(Draft draft) {
        return body.equals(draft.body()) && Objects.equals(title, draft.title());
    }

    Post edited(Draft draft, Instant now) {
        return new Post(
                id,
                groupId,
                pageOf,
                authorId,
                draft.title(),
                draft.body(),
                comments,
                pinnedAt,
                createdAt,
                now,
                now,
                deletedAt,
                deletedBy);
    }

    Post pinned(@Nullable Instant at, Instant now) {
        return new Post(
                id, groupId, pageOf, authorId, title, body, comments, at, createdAt, editedAt, now, deletedAt,
                deletedBy);
    }

    /** What is deleted is no longer in front, and does not come back there. */
    Post deleted(Id<User> by, Instant now) {
        return new Post(id, groupId, pageOf, authorId, title, body, comments, null, createdAt, editedAt, now, now, by);
    }

    Post restored(Instant now) {
        return new Post(
                id, groupId, pageOf, authorId, title, body, comments, null, createdAt, editedAt, now, null, null);
    }
}
