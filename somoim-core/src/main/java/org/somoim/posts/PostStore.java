package org.somoim.posts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps posts and what they said before. Writes must happen inside a transaction. */
public interface PostStore {

    void add(Post post);

    /** Replaces what there is under its id, except for the number of comments. */
    void put(Post post);

    /** Also a deleted one, until it is purged. */
    Optional<Post> find(Id<Post> post);

    /** Adds {@code by}, which may be negative, to the number of comments. */
    void countComments(Id<Post> post, int by);

    /**
     * What stands in a group and is not deleted, newest first.
     *
     * @param apartFrom without those whose authors are parted from this person by a block in either direction; null for all
     */
    List<Post> inGroup(Id<Group> group, @Nullable Id<User> apartFrom, @Nullable Cursor after, int limit);

    /** What stands on a page and is not deleted, newest first. */
    List<Post> onPage(Id<User> owner, @Nullable Cursor after, int limit);

    /** What is pinned in a group, last pinned first. */
    List<Post> pinnedInGroup(Id<Group> group);

    /** What is pinned on a page, last pinned first. */
    List<Post> pinnedOnPage(Id<User> owner);

    /**
     * Who wrote these posts and comments. Leaves out what is deleted, and comments under a post that is. In no particular
     * order.
     *
     * @param contents ids of posts and of comments
     */
    List<Authorship> authorships(Set<? extends Id<?>> contents);

    /** @param postAuthorId for a post the same as {@code authorId} */
    record Authorship(Id<?> id, Id<User> authorId, Id<User> postAuthorId) {}

    void addRevision(Id<Post> post, Revision revision);

    /** Last replaced first. */
    List<Revision> revisions(Id<Post> post, @Nullable Cursor after, int limit);

    /**
     * Removes at most {@code limit} posts that were deleted before {@code before}, with everything that hangs on them.
     *
     * @return how many
     */
    int purge(Instant before, int limit);

    /** Everything that {@code author} wrote and that was not emptied, deleted ones too, oldest first. */
    List<Post> by(Id<User> author, @Nullable Cursor after, int limit);

    /**
     * What is to go of what {@code author} wrote, newest first: what was not emptied; and if the rest is kept, only what is
     * deleted or stands on their own page.
     */
    List<Post> leaving(Id<User> author, boolean kept, int limit);

    /** Whether anyone but its author has said something under it that is still there, deleted or not. */
    boolean isAnswered(Id<Post> post, Id<User> author);

    /** Removes a post with everything that hangs on it. */
    void remove(Id<Post> post);

    /**
     * Takes away what a post says and said, and whom it names. Its place stays, with {@link Post#GONE} for its words.
     *
     * @param at when
     */
    void empty(Id<Post> post, Instant at);

    /** What posts said before, by who changed them, oldest first. */
    List<Revision> revisionsBy(Id<User> person, @Nullable Cursor after, int limit);

    /** @return how many revisions by {@code person} were removed, at most {@code limit} */
    int removeRevisionsBy(Id<User> person, int limit);
}
