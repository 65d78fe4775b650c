package org.somoim.forum;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.profiles.Profiles;

/** Keeps what people are writing until they publish it, for them alone. */
public final class ForumDrafts {
    private static final int PRUNED_AT_ONCE = 500;

    private final ForumDraftStore store;
    private final ForumGate gate;
    private final ForumTopics topics;
    private final ForumPosts posts;
    private final Access access;
    private final Work work;

    public ForumDrafts(
            ForumDraftStore store,
            CategoryStore categories,
            TopicStore topicStore,
            ForumPostStore postStore,
            ForumTopics topics,
            ForumPosts posts,
            Profiles profiles,
            Access access,
            Work work) {
        this.store = store;
        this.gate = new ForumGate(categories, topicStore, postStore, profiles.levels(), access);
        this.topics = topics;
        this.posts = posts;
        this.access = access;
        this.work = work;
    }

    /**
     * Begins a topic.
     *
     * @param title null if there is none yet
     * @throws org.somoim.kernel.Refusal {@link ForumReason#TOO_MANY_DRAFTS}, {@code access.not-found}
     */
    public ForumDraft begin(
            Actor actor, Id<Category> category, @Nullable Line title, Prose body, PostType type, Tags tags) {
        return work.call(tx -> {
            access.requirePerson(actor);
            Id<User> person = gate.category(actor, category).person();
            return added(
                    new ForumDraft(tx.newId(), person, category, null, title, body, type, tags, tx.now(), tx.now()));
        });
    }

    /**
     * Begins a post in a topic.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#TOO_MANY_DRAFTS}, {@code access.not-found}
     */
    public ForumDraft beginAnswer(Actor actor, Id<Topic> topic, Prose body) {
        return work.call(tx -> {
            access.requirePerson(actor);
            ForumGate.OpenedTopic opened = gate.topic(actor, topic);
            return added(new ForumDraft(
                    tx.newId(),
                    opened.person(),
                    null,
                    opened.topic().id(),
                    null,
                    body,
                    null,
                    Tags.NONE,
                    tx.now(),
                    tx.now()));
        });
    }

    /**
     * Changes what a draft says; not whose it is, and not where it is meant for.
     *
     * @param change makes the new from the present; called inside the change
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public ForumDraft change(Actor actor, Id<ForumDraft> id, UnaryOperator<Words> change) {
        return work.call(tx -> {
            ForumDraft draft = own(access.requirePerson(actor), id);
            Words words = change.apply(new Words(draft.title(), draft.body(), draft.type(), draft.tags()));
            var changed = new ForumDraft(
                    id,
                    draft.userId(),
                    draft.categoryId(),
                    draft.topicId(),
                    words.title(),
                    words.body(),
                    words.type(),
                    words.tags(),
                    draft.createdAt(),
                    tx.now());
            store.put(changed);
            return changed;
        });
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    public ForumDraft get(Actor actor, Id<ForumDraft> id) {
        return work.read(() -> own(access.requirePerson(actor), id));
    }

    /** The actor's own, last changed first. */
    public Page<ForumDraft> mine(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return Page.of(
                    ask,
                    (after, limit) -> store.of(person, after, limit),
                    draft -> Cursor.of(draft.updatedAt(), draft.id()));
        });
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    public void discard(Actor actor, Id<ForumDraft> id) {
        work.call(tx -> store.remove(own(access.requirePerson(actor), id).id()));
    }

    /**
     * Opens the topic, or writes the post, and forgets the draft.
     *
     * @return the topic, or the one that the post is in
     * @throws org.somoim.kernel.Refusal {@link ForumReason#TITLE_MISSING}, {@code access.not-found}, and whatever {@link
     *     ForumTopics#open} and {@link ForumPosts#write} refuse
     */
    public Id<Topic> publish(Actor actor, Id<ForumDraft> id) {
        return work.call(tx -> {
            ForumDraft draft = own(access.requirePerson(actor), id);
            Id<Topic> in = published(actor, draft);
            store.remove(id);
            return in;
        });
    }

    /**
     * Forgets drafts that were not changed for 180 days.
     *
     * @return how many
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int prune(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, ForumSiteAction.PURGE);
            return store.prune(tx.now().minus(ForumTerms.DRAFTS_KEPT), PRUNED_AT_ONCE);
        });
    }

    private Id<Topic> published(Actor actor, ForumDraft draft) {
        if (draft.topicId() != null) {
            return posts.write(actor, draft.topicId(), draft.body()).topicId();
        }
        if (draft.title() == null) {
            throw ForumReason.TITLE_MISSING.refuse(draft.id());
        }
        var topic = new TopicDraft(draft.title(), draft.body(), Objects.requireNonNull(draft.type()), draft.tags());
        return topics.open(actor, Objects.requireNonNull(draft.categoryId()), topic)
                .id();
    }

    private ForumDraft added(ForumDraft draft) {
        if (store.count(draft.userId()) >= ForumTerms.MOST_DRAFTS) {
            throw ForumReason.TOO_MANY_DRAFTS.refuse();
        }
        store.put(draft);
        return draft;
    }

    /** One of somebody else is as good as none. */
    private ForumDraft own(Id<User> person, Id<ForumDraft> id) {
        return store.find(id).filter(draft -> draft.userId().equals(person)).orElseThrow(() -> access.notFound(id));
    }

    /**
     * What a draft says.
     *
     * @param title null for none; always of a post
     * @param type null of a post, and of nothing else
     */
    public record Words(
            @Nullable Line title, Prose body, @Nullable PostType type, Tags tags) {}
}
