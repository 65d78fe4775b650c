package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.posts.Comment;
import org.somoim.posts.CommentStore;
import org.somoim.posts.Post;
import org.somoim.posts.Revision;
import org.somoim.posts.ThreadEntry;

/** Comments in memory. */
public final class MemoryCommentStore implements CommentStore {
    private final Memory.Table<Id<Comment>, Comment> comments;
    private final Memory.Table<Id<Comment>, Shell> shells;
    private final Memory.Table<Memory.Pair<Id<Comment>, Id<Revision>>, Revision> revisions;
    private final MemoryReactionStore reactions;

    public MemoryCommentStore(Memory memory, MemoryReactionStore reactions) {
        comments = memory.table();
        shells = memory.table();
        revisions = memory.table();
        this.reactions = reactions;
    }

    /** What is left of a purged comment under which there are others. */
    private record Shell(Id<Post> postId, ThreadEntry.Gone place) {}

    @Override
    public void add(Comment comment) {
        comments.add(comment.id(), comment);
    }

    @Override
    public void put(Comment comment) {
        int replies = find(comment.id()).orElseThrow().replies();
        comments.put(comment.id(), withReplies(comment, replies));
    }

    @Override
    public Optional<Comment> find(Id<Comment> comment) {
        return comments.get(comment);
    }

    @Override
    public void countReplies(Id<Comment> comment, int by) {
        find(comment).ifPresent(found -> {
            comments.put(comment, withReplies(found, found.replies() + by));
            countAbove(found.parentId(), by);
        });
        shells.get(comment).ifPresent(shell -> {
            ThreadEntry.Gone place = shell.place();
            shells.put(
                    comment,
                    new Shell(
                            shell.postId(),
                            new ThreadEntry.Gone(
                                    place.id(),
                                    place.parentId(),
                                    place.depth(),
                                    place.replies() + by,
                                    place.createdAt())));
            countAbove(place.parentId(), by);
        });
    }

    private void countAbove(@Nullable Id<Comment> parent, int by) {
        if (parent != null) {
            countReplies(parent, by);
        }
    }

    private static Comment withReplies(Comment comment, int replies) {
        return new Comment(
                comment.id(),
                comment.postId(),
                comment.parentId(),
                comment.depth(),
                comment.authorId(),
                comment.body(),
                replies,
                comment.createdAt(),
                comment.editedAt(),
                comment.updatedAt(),
                comment.deletedAt(),
                comment.deletedBy());
    }

    @Override
    public List<Comment> living(Id<Post> post, @Nullable Cursor after, int limit) {
        return comments.all().stream()
                .filter(comment -> comment.postId().equals(post) && !comment.isDeleted())
                .filter(comment -> Keyset.isAfter(comment.createdAt(), comment.id(), after))
                .sorted(Comparator.comparing(Comment::createdAt).thenComparing(Comment::id))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ThreadEntry.Gone> gone(Id<Post> post, @Nullable Cursor after, int limit) {
        Stream<ThreadEntry.Gone> deleted = comments.all().stream()
                .filter(comment -> comment.postId().equals(post) && comment.isDeleted())
                .map(ThreadEntry.Gone::of);
        Stream<ThreadEntry.Gone> purged = shells.all().stream()
                .filter(shell -> shell.postId().equals(post))
                .map(Shell::place);
        return Stream.concat(deleted, purged)
                .filter(place -> place.replies() > 0)
                .filter(place -> Keyset.isAfter(place.createdAt(), place.id(), after))
                .sorted(Comparator.comparing(ThreadEntry.Gone::createdAt).thenComparing(ThreadEntry.Gone::id))
                .limit(limit)
                .toList();
    }

    /** Those of {@code ids} that are not deleted. */
    List<Comment> living(Set<? extends Id<?>> ids) {
        return comments.all().stream()
                .filter(comment -> ids.contains(comment.id()) && !comment.isDeleted())
                .toList();
    }

    @Override
    public void addRevision(Id<Comment> comment, Revision revision) {
        revisions.add(new Memory.Pair<>(comment, revision.id()), revision);
    }

    @Override
    public List<Revision> revisions(Id<Comment> comment, @Nullable Cursor after, int limit) {
        return Revisions.page(revisions, comment, after, limit);
    }

    @Override
    public int purge(Instant before, int limit) {
        List<Comment> due = comments.all().stream()
                .filter(comment ->
                        comment.deletedAt() != null && comment.deletedAt().isBefore(before))
                .limit(limit)
                .toList();
        due.forEach(this::purge);
        List<Id<Comment>> bare = shells.keys().stream()
                .filter(shell -> !hasChildren(shell))
                .limit(limit - due.size())
                .toList();
        shells.removeAll(bare);
        return due.size() + bare.size();
    }

    private void purge(Comment comment) {
        forget(comment.id());
        if (hasChildren(comment.id())) {
            shells.add(comment.id(), new Shell(comment.postId(), ThreadEntry.Gone.of(comment)));
        }
    }

    private boolean hasChildren(Id<Comment> parent) {
        return comments.all().stream().anyMatch(comment -> parent.equals(comment.parentId()))
                || shells.all().stream()
                        .anyMatch(shell -> parent.equals(shell.place().parentId()));
    }

    /** Forgets everything under a post that is purged. */
    void forgetUnder(Id<Post> post) {
        comments.all().stream()
                .filter(comment -> comment.postId().equals(post))
                .forEach(comment -> forget(comment.id()));
        shells.removeAll(shells.all().stream()
                .filter(shell -> shell.postId().equals(post))
                .map(shell -> shell.place().id())
                .toList());
    }

    private void forget(Id<Comment> comment) {
        Revisions.forget(revisions, comment);
        reactions.forget(comment);
        comments.remove(comment);
    }

    @Override
    public List<Comment> by(Id<User> author, @Nullable Cursor after, int limit) {
        return comments.all().stream()
                .filter(comment -> comment.authorId().equals(author))
                .filter(comment -> Keyset.isAfter(comment.createdAt(), comment.id(), after))
                .sorted(Comparator.comparing(Comment::createdAt).thenComparing(Comment::id))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Comment> leaving(Id<User> author, boolean kept, int limit) {
        return comments.all().stream()
                .filter(comment -> comment.authorId().equals(author) && (!kept || comment.isDeleted()))
                .sorted(Comparator.comparing(Comment::createdAt)
                        .thenComparing(Comment::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void bury(Id<Comment> comment, Instant at) {
        purge(find(comment).orElseThrow());
    }

    @Override
    public List<Revision> revisionsBy(Id<User> person, @Nullable Cursor after, int limit) {
        return Revisions.by(revisions, person, after, limit);
    }

    @Override
    public int removeRevisionsBy(Id<User> person, int limit) {
        return Revisions.forgetBy(revisions, person, limit);
    }

    boolean hasOthers(Id<Post> post, Id<User> author) {
        return comments.all().stream()
                .anyMatch(comment ->
                        comment.postId().equals(post) && !comment.authorId().equals(author));
    }
}
