package org.somoim.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.somoim.access.Access;
import org.somoim.access.Visibility;
import org.somoim.groups.Reach;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.moderation.ContentHandler;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Snapshot;
import org.somoim.moderation.Subject;

/** Plug. Posts can be reported and acted upon. */
public final class PostContent implements ContentHandler {
    static final Word POST = new Word("post");
    static final Set<Measure.Kind> ALL = Set.of(
            Measure.Kind.NUDGE,
            Measure.Kind.LABEL,
            Measure.Kind.LIMIT,
            Measure.Kind.LOCK,
            Measure.Kind.HOLD,
            Measure.Kind.HIDE,
            Measure.Kind.REMOVE);

    /** More than that in a day are not read. */
    static final int MOST_LATELY = 200;

    private final PostStore posts;
    private final PostGate gate;
    private final Reach reach;
    private final Access access;

    public PostContent(PostStore posts, CommentStore comments, Reach reach, Access access) {
        this.posts = posts;
        this.gate = new PostGate(posts, comments, access);
        this.reach = reach;
        this.access = access;
    }

    @Override
    public Word kind() {
        return POST;
    }

    @Override
    public Set<Measure.Kind> measures() {
        return ALL;
    }

    @Override
    public Snapshot read(Actor actor, Id<?> id) {
        return snapshot(gate.post(actor, PostAction.READ, new Id<>(id.value())).post());
    }

    @Override
    public Optional<Snapshot> find(Id<?> id) {
        return posts.find(new Id<>(id.value()))
                .filter(post -> !post.isDeleted())
                .map(this::snapshot);
    }

    private Snapshot snapshot(Post post) {
        return new Snapshot(
                new Subject(POST, post.id()),
                post.authorId(),
                post.groupId(),
                post.title(),
                post.body(),
                post.editedAt() == null ? post.createdAt() : post.editedAt(),
                reach.of(post.groupId()));
    }

    @Override
    public boolean isOpen(Snapshot seen) {
        return posts.find(new Id<>(seen.subject().id().value()))
                .filter(post -> isOpen(post, reach, access))
                .isPresent();
    }

    /** Whether anyone may read what stands where this stands. */
    static boolean isOpen(Post post, Reach reach, Access access) {
        Id<User> owner = post.pageOf();
        return owner == null
                ? reach.isPublic(post.groupId())
                : Optional.ofNullable(access.pageFootings(owner, Set.of(owner)).get(owner))
                        .filter(footing -> footing.visibility() == Visibility.PUBLIC)
                        .isPresent();
    }

    @Override
    public List<Prose> lately(Snapshot seen, Instant since, int limit) {
        Id<User> author = seen.authorId();
        if (author == null) {
            return List.of();
        }
        var before =
                new ArrayList<>(posts.by(author, Cursor.of(since, seen.subject().id()), MOST_LATELY));
        Collections.reverse(before);
        return before.stream()
                .filter(post ->
                        !post.isDeleted() && !post.id().equals(seen.subject().id()))
                .filter(post -> !post.createdAt().isAfter(seen.saidAt()))
                .filter(post -> isOpen(post, reach, access))
                .map(Post::body)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Id<?>> goneIn(Fact fact) {
        return fact instanceof PostFact.PostDeleted deleted ? Optional.of(deleted.postId()) : Optional.empty();
    }

    @Override
    public Optional<Said> saidIn(Fact fact) {
        if (fact instanceof PostFact.PostWritten written) {
            return Optional.of(new Said(written.postId(), written.userId(), true));
        }
        if (fact instanceof PostFact.PostEdited edited) {
            return Optional.of(new Said(edited.postId(), edited.userId(), false));
        }
        return Optional.empty();
    }
}
