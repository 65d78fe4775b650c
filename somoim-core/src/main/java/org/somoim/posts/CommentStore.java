package org.somoim.posts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps comments and what they said before. Writes must happen inside a transaction. */
public interface CommentStore {

    void add(Comment comment);

    /** Replaces what there is under its id, except for the number of replies. */
    void put(Comment comment);

    /** Also a deleted one, until it is purged. */
    Optional<Comment> find(Id<Comment> comment);

    /** Adds {@code by}, which may be negative, to the number of replies of {@code comment} and of every comment above it. */
    void countReplies(Id<Comment> comment, int by);

    /** Those that are not deleted, oldest first. */
    List<Comment> living(Id<Post> post, @Nullable Cursor after, int limit);

    /** The places of those that are deleted or purged and have living replies, oldest first. */
    List<ThreadEntry.Gone> gone(Id<Post> post, @Nullable Cursor after, int limit);

    void addRevision(Id<Comment> comment, Revision revision);

    /** Last replaced first. */
    List<Revision> revisions(Id<Comment> comment, @Nullable Cursor after, int limit);

    /**
     * Purges at most {@code limit} comments that were deleted before {@code before}, with everything that hangs on them
     * except for what others replied: where there is a reply, the author, the text and the revisions go and the place
     * stays, until the last reply is purged too.
     *
     * @return how many; less than {@code limit} means that nothing is left to purge
     */
    int purge(Instant before, int limit);

    /** Everything that {@code author} said, deleted ones too, oldest first. */
    List<Comment> by(Id<User> author, @Nullable Cursor after, int limit);

    /** What is to go of what {@code author} said, newest first: all of it, or what is deleted if the rest is kept. */
    List<Comment> leaving(Id<User> author, boolean kept, int limit);

    /**
     * Takes away a comment with everything that hangs on it, except for what others replied: where there is a reply, its
     * place stays. Does not count it out; see {@link #countReplies}.
     *
     * @param at when, if it was not deleted before
     */
    void bury(Id<Comment> comment, Instant at);

    /** What comments said before, by who changed them, oldest first. */
    List<Revision> revisionsBy(Id<User> person, @Nullable Cursor after, int limit);

    /** @return how many revisions by {@code person} were removed, at most {@code limit} */
    int removeRevisionsBy(Id<User> person, int limit);
}
