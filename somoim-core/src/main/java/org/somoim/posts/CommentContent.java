package org.somoim.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.groups.Group;
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

/** Plug. Comments can be reported and acted upon. */
public final class CommentContent implements ContentHandler {
    static final Word COMMENT = new Word("comment");
    private static final Set<Measure.Kind> SOME =
            Set.of(Measure.Kind.NUDGE, Measure.Kind.LABEL, Measure.Kind.HOLD, Measure.Kind.HIDE, Measure.Kind.REMOVE);

    private final PostStore posts;
    private final CommentStore comments;
    private final PostGate gate;
    private final Reach reach;
    private final Access access;

    public CommentContent(PostStore posts, CommentStore comments, Reach reach, Access access) {
        this.posts = posts;
        this.comments = comments;
        this.gate = new PostGate(posts, comments, access);
        this.reach = reach;
        this.access = access;
    }

    @Override
    public Word kind() {
        return COMMENT;
    }

    @Override
    public Set<Measure.Kind> measures() {
        return SOME;
    }

    @Override
    public Snapshot read(Actor actor, Id<?> id) {
        PostGate.OpenedComment opened = gate.comment(actor, PostAction.READ, new Id<>(id.value()));
        return snapshot(opened.comment(), opened.post().groupId());
    }

    @Override
    public Optional<Snapshot> find(Id<?> id) {
        return comments.find(new Id<>(id.value()))
                .filter(comment -> !comment.isDeleted())
                .flatMap(comment -> posts.find(comment.postId())
                        .filter(post -> !post.isDeleted())
                        .map(post -> snapshot(comment, post.groupId())));
    }

    private Snapshot snapshot(Comment comment, @Nullable Id<Group> group) {
        return new Snapshot(
                new Subject(COMMENT, comment.id()),
                comment.authorId(),
                group,
                null,
                comment.body(),
                comment.editedAt() == null ? comment.createdAt() : comment.editedAt(),
                reach.of(group));
    }

    @Override
    public boolean isOpen(Snapshot seen) {
        return comments.find(new Id<>(seen.subject().id().value()))
                .filter(this::isOpen)
                .isPresent();
    }

    private boolean isOpen(Comment comment) {
        return posts.find(comment.postId())
                .filter(post -> PostContent.isOpen(post, reach, access))
                .isPresent();
    }

    @Override
    public List<Prose> lately(Snapshot seen, Instant since, int limit) {
        Id<User> author = seen.authorId();
        if (author == null) {
            return List.of();
        }
        var before = new ArrayList<>(
                comments.by(author, Cursor.of(since, seen.subject().id()), PostContent.MOST_LATELY));
        Collections.reverse(before);
        return before.stream()
                .filter(comment -> !comment.isDeleted()
                        && !comment.id().equals(seen.subject().id()))
                .filter(comment -> !comment.createdAt().isAfter(seen.saidAt()))
                .filter(this::isOpen)
                .map(Comment::body)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Id<?>> goneIn(Fact fact) {
        return fact instanceof PostFact.CommentDeleted deleted ? Optional.of(deleted.commentId()) : Optional.empty();
    }

    @Override
    public Optional<Said> saidIn(Fact fact) {
        if (fact instanceof PostFact.Commented commented) {
            return Optional.of(new Said(commented.commentId(), commented.userId(), true));
        }
        if (fact instanceof PostFact.CommentEdited edited) {
            return Optional.of(new Said(edited.commentId(), edited.userId(), false));
        }
        return Optional.empty();
    }
}
