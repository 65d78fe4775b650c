package org.somoim.forum;

import java.util.Optional;
import java.util.Set;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.Word;
import org.somoim.moderation.ContentHandler;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Snapshot;
import org.somoim.moderation.Subject;
import org.somoim.profiles.Levels;

/** Plug. Topics can be reported and acted upon. What is laid on one is laid on everything in it. */
public final class TopicContent implements ContentHandler {
    static final Word TOPIC = new Word("topic");
    private static final Set<Measure.Kind> ALL = Set.of(
            Measure.Kind.NUDGE,
            Measure.Kind.LABEL,
            Measure.Kind.LIMIT,
            Measure.Kind.LOCK,
            Measure.Kind.HOLD,
            Measure.Kind.HIDE,
            Measure.Kind.REMOVE);

    private final TopicStore topics;
    private final ForumPostStore posts;
    private final ForumGate gate;

    public TopicContent(
            TopicStore topics, ForumPostStore posts, CategoryStore categories, Levels levels, Access access) {
        this.topics = topics;
        this.posts = posts;
        this.gate = new ForumGate(categories, topics, posts, levels, access);
    }

    @Override
    public Word kind() {
        return TOPIC;
    }

    @Override
    public Set<Measure.Kind> measures() {
        return ALL;
    }

    @Override
    public Snapshot read(Actor actor, Id<?> id) {
        return snapshot(gate.topic(actor, new Id<>(id.value())).topic());
    }

    @Override
    public Optional<Snapshot> find(Id<?> id) {
        return topics.find(new Id<>(id.value()))
                .filter(topic -> !topic.isDeleted())
                .map(this::snapshot);
    }

    /** With what opens it, unless that is a post of somebody else by now. */
    private Snapshot snapshot(Topic topic) {
        Optional<ForumPost> opening = posts.opening(topic.id())
                .filter(post -> !post.isDeleted() && post.authorId().equals(topic.authorId()));
        return new Snapshot(
                new Subject(TOPIC, topic.id()),
                topic.authorId(),
                null,
                topic.title(),
                opening.map(ForumPost::body).orElse(null),
                topic.editedAt() == null ? topic.createdAt() : topic.editedAt(),
                Math.max(1, topic.posts()));
    }

    @Override
    public boolean isOpen(Snapshot seen) {
        return topics.find(new Id<>(seen.subject().id().value()))
                .filter(gate::isOpenToAll)
                .isPresent();
    }

    @Override
    public Optional<Id<?>> goneIn(Fact fact) {
        return fact instanceof ForumFact.TopicDeleted deleted ? Optional.of(deleted.topicId()) : Optional.empty();
    }

    @Override
    public Optional<Said> saidIn(Fact fact) {
        if (fact instanceof ForumFact.TopicOpened opened) {
            // Whoever waited for approval has spoken before.
            return Optional.of(new Said(opened.topicId(), opened.approved() ? null : opened.userId(), true));
        }
        if (fact instanceof ForumFact.TopicEdited edited) {
            return Optional.of(new Said(edited.topicId(), edited.by(), false));
        }
        return Optional.empty();
    }
}
