package org.somoim.forum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.somoim.access.Access;
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
import org.somoim.profiles.Levels;

/** Plug. Posts of topics can be reported and acted upon. */
public final class ForumPostContent implements ContentHandler {
    static final Word FORUM_POST = new Word("forum-post");
    private static final Set<Measure.Kind> SOME =
            Set.of(Measure.Kind.NUDGE, Measure.Kind.LABEL, Measure.Kind.HOLD, Measure.Kind.HIDE, Measure.Kind.REMOVE);

    /** More than that in a day are not read. */
    private static final int MOST_LATELY = 200;

    private final TopicStore topics;
    private final ForumPostStore posts;
    private final ForumGate gate;

    public ForumPostContent(
            TopicStore topics, ForumPostStore posts, CategoryStore categories, Levels levels, Access access) {
        this.topics = topics;
        this.posts = posts;
        this.gate = new ForumGate(categories, topics, posts, levels, access);
    }

    @Override
    public Word kind() {
        return FORUM_POST;
    }

    @Override
    public Set<Measure.Kind> measures() {
        return SOME;
    }

    @Override
    public Snapshot read(Actor actor, Id<?> id) {
        ForumGate.OpenedPost opened = gate.post(actor, new Id<>(id.value()));
        return snapshot(opened.post(), opened.in().topic());
    }

    @Override
    public Optional<Snapshot> find(Id<?> id) {
        return posts.find(new Id<>(id.value()))
                .filter(post -> !post.isDeleted())
                .flatMap(post -> topics.find(post.topicId())
                        .filter(topic -> !topic.isDeleted())
                        .map(topic -> snapshot(post, topic)));
    }

    private static Snapshot snapshot(ForumPost post, Topic topic) {
        return new Snapshot(
                new Subject(FORUM_POST, post.id()),
                post.authorId(),
                null,
                null,
                post.body(),
                post.editedAt() == null ? post.createdAt() : post.editedAt(),
                Math.max(1, topic.posts()));
    }

    @Override
    public boolean isOpen(Snapshot seen) {
        return posts.find(new Id<>(seen.subject().id().value()))
                .filter(this::isOpen)
                .isPresent();
    }

    private boolean isOpen(ForumPost post) {
        return !post.isWaiting()
                && topics.find(post.topicId())
                        .filter(topic -> !topic.isDeleted() && gate.isOpenToAll(topic))
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
                .filter(this::isOpen)
                .map(ForumPost::body)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Id<?>> goneIn(Fact fact) {
        return fact instanceof ForumFact.PostDeleted deleted ? Optional.of(deleted.postId()) : Optional.empty();
    }

    @Override
    public Optional<Said> saidIn(Fact fact) {
        // What was approved has been looked at by a person.
        if (fact instanceof ForumFact.Posted posted && !posted.approved()) {
            return Optional.of(new Said(posted.postId(), posted.userId(), true));
        }
        if (fact instanceof ForumFact.PostSubmitted submitted) {
            return Optional.of(new Said(submitted.postId(), submitted.userId(), true));
        }
        if (fact instanceof ForumFact.PostEdited edited) {
            return Optional.of(new Said(edited.postId(), edited.by(), false));
        }
        return Optional.empty();
    }
}
