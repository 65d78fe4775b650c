package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.posts.Post;
import org.somoim.posts.PostStore;
import org.somoim.posts.Revision;
import org.somoim.profiles.ProfileStore;

/** Posts in memory. */
public final class MemoryPostStore implements PostStore {
    private final Memory.Table<Id<Post>, Post> posts;
    private final Memory.Table<Memory.Pair<Id<Post>, Id<Revision>>, Revision> revisions;
    private final Memory.Table<Id<Post>, Instant> emptied;
    private final ProfileStore profiles;
    private final MemoryCommentStore comments;
    private final MemoryReactionStore reactions;

    public MemoryPostStore(
            Memory memory, ProfileStore profiles, MemoryCommentStore comments, MemoryReactionStore reactions) {
        posts = memory.table();
        revisions = memory.table();
        emptied = memory.table();
        this.profiles = profiles;
        this.comments = comments;
        this.reactions = reactions;
    }

    @Override
    public void add(Post post) {
        posts.add(post.id(), post);
    }

    @Override
    public void put(Post post) {
        int comments = find(post.id()).orElseThrow().comments();
        posts.put(post.id(), withComments(post, comments));
    }

    @Override
    public Optional<Post> find(Id<Post> post) {
        return posts.get(post);
    }

    @Override
    public void countComments(Id<Post> post, int by) {
        Post found = find(post).orElseThrow();
        posts.put(post, withComments(found, found.comments() + by));
    }

    private static Post withComments(Post post, int comments) {
        return new Post(
                post.id(),
                post.groupId(),
                post.pageOf(),
                post.authorId(),
                post.title(),
                post.body(),
                comments,
                post.pinnedAt(),
                post.createdAt(),
                post.editedAt(),
                post.updatedAt(),
                post.deletedAt(),
                post.deletedBy());
    }

    @Override
    public List<Post> inGroup(Id<Group> group, @Nullable Id<User> apartFrom, @Nullable Cursor after, int limit) {
        List<Post> all = living(post -> group.equals(post.groupId())).toList();
        Set<Id<User>> apart = apartFrom == null
                ? Set.of()
                : profiles.apart(apartFrom, all.stream().map(Post::authorId).collect(Collectors.toSet()));
        return newestFirst(all.stream().filter(post -> !apart.contains(post.authorId())), after, limit);
    }

    @Override
    public List<Post> onPage(Id<User> owner, @Nullable Cursor after, int limit) {
        return newestFirst(living(post -> owner.equals(post.pageOf())), after, limit);
    }

    @Override
    public List<Post> pinnedInGroup(Id<Group> group) {
        return lastPinnedFirst(living(post -> group.equals(post.groupId())));
    }

    @Override
    public List<Post> pinnedOnPage(Id<User> owner) {
        return lastPinnedFirst(living(post -> owner.equals(post.pageOf())));
    }

    private Stream<Post> living(Predicate<Post> where) {
        return posts.all().stream().filter(post -> !post.isDeleted()).filter(where);
    }

    private static List<Post> newestFirst(Stream<Post> posts, @Nullable Cursor after, int limit) {
        return posts.filter(post -> Keyset.isBefore(post.createdAt(), post.id(), after))
                .sorted(Comparator.comparing(Post::createdAt)
                        .thenComparing(Post::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private static List<Post> lastPinnedFirst(Stream<Post> posts) {
        return posts.filter(Post::isPinned)
                .sorted(Comparator.<Post, Instant>comparing(post -> Objects.requireNonNull(post.pinnedAt()))
                        .thenComparing(Post::id)
                        .reversed())
                .toList();
    }

    @Override
    public List<Authorship> authorships(Set<? extends Id<?>> contents) {
        Stream<Authorship> ofPosts = living(post -> contents.contains(post.id()))
                .map(post -> new Authorship(post.id(), post.authorId(), post.authorId()));
        Stream<Authorship> ofComments = comments.living(contents).stream()
                .flatMap(comment -> find(comment.postId()).filter(post -> !post.isDeleted()).stream()
                        .map(post -> new Authorship(comment.id(), comment.authorId(), post.authorId())));
        return Stream.concat(ofPosts, ofComments).toList();
    }

    @Override
    public void addRevision(Id<Post> post, Revision revision) {
        revisions.add(new Memory.Pair<>(post, revision.id()), revision);
    }

    @Override
    public List<Revision> revisions(Id<Post> post, @Nullable Cursor after, int limit) {
        return Revisions.page(revisions, post, after, limit);
    }

    @Override
    public int purge(Instant before, int limit) {
        List<Post> due = posts.all().stream()
                .filter(post -> post.deletedAt() != null && post.deletedAt().isBefore(before))
                .limit(limit)
                .toList();
        for (Post post : due) {
            remove(post.id());
        }
        return due.size();
    }

    @Override
    public List<Post> by(Id<User> author, @Nullable Cursor after, int limit) {
        return whole(author)
                .filter(post -> Keyset.isAfter(post.createdAt(), post.id(), after))
                .sorted(Comparator.comparing(Post::createdAt).thenComparing(Post::id))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Post> leaving(Id<User> author, boolean kept, int limit) {
        return whole(author)
                .filter(post -> !kept || post.isDeleted() || post.pageOf() != null)
                .sorted(Comparator.comparing(Post::createdAt)
                        .thenComparing(Post::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private Stream<Post> whole(Id<User> author) {
        return posts.all().stream()
                .filter(post -> post.authorId().equals(author))
                .filter(post -> emptied.get(post.id()).isEmpty());
    }

    @Override
    public boolean isAnswered(Id<Post> post, Id<User> author) {
        return comments.hasOthers(post, author);
    }

    @Override
    public void remove(Id<Post> post) {
        comments.forgetUnder(post);
        reactions.forget(post);
        Revisions.forget(revisions, post);
        emptied.remove(post);
        posts.remove(post);
    }

    @Override
    public void empty(Id<Post> id, Instant at) {
        Post post = find(id).orElseThrow();
        posts.put(
                id,
                new Post(
                        id,
                        post.groupId(),
                        post.pageOf(),
                        post.authorId(),
                        null,
                        Post.GONE,
                        post.comments(),
                        null,
                        post.createdAt(),
                        null,
                        at,
                        post.deletedAt(),
                        post.deletedBy()));
        emptied.put(id, at);
        Revisions.forget(revisions, id);
        reactions.forgetMentionsIn(id);
    }

    @Override
    public List<Revision> revisionsBy(Id<User> person, @Nullable Cursor after, int limit) {
        return Revisions.by(revisions, person, after, limit);
    }

    @Override
    public int removeRevisionsBy(Id<User> person, int limit) {
        return Revisions.forgetBy(revisions, person, limit);
    }
}
