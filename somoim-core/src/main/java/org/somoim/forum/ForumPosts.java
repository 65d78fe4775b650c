package org.somoim.forum;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.forum.ForumGate.OpenedPost;
import org.somoim.forum.ForumGate.OpenedTopic;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.profiles.Profiles;

/**
 * Lets people answer in topics. Posts are numbered in the order in which they come, 1, 2, 3 and so on without a gap. Who may
 * read them is told at {@link ForumTopics}.
 */
public final class ForumPosts {
    private final ForumPostStore store;
    private final TopicStore topics;
    private final Placing placing;
    private final Standings standings;
    private final Marking marking;
    private final ForumGate gate;
    private final Access access;
    private final Work work;

    public ForumPosts(
            ForumPostStore store,
            TopicStore topics,
            CategoryStore categories,
            Profiles profiles,
            Access access,
            Work work) {
        this.store = store;
        this.topics = topics;
        this.placing = new Placing(topics, store);
        this.standings = new Standings(store, profiles);
        this.marking = new Marking(store);
        this.gate = new ForumGate(categories, topics, store, profiles.levels(), access);
        this.access = access;
        this.work = work;
    }

    /**
     * Writes in a topic. In a moderated category it awaits approval, unless its author has written something there that was
     * approved, or looks after it.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#LOCKED}, {@link ForumReason#ARCHIVED}, {@link
     *     ForumReason#WAITING}, {@link ForumReason#TOO_MANY_WAITING}, {@code access.not-found}
     */
    public ForumPost write(Actor actor, Id<Topic> topic, Prose body) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic opened = gate.topic(actor, topic);
            gate.mustSpeak(opened.person());
            opened.mustTakeWords();
            opened.mustNotWait();
            return placing.mustWait(opened.in())
                    ? placing.submit(tx, opened.topic(), opened.person(), body)
                    : placing.append(tx, opened.topic(), opened.person(), body);
        });
    }

    /**
     * Lets its author change what a post says.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#NOT_YOURS}, {@link ForumReason#LOCKED}, {@link
     *     ForumReason#ARCHIVED}, {@code access.not-found}
     */
    public ForumPost edit(Actor actor, Id<ForumPost> id, Prose body) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedPost opened = gate.post(actor, id);
            opened.mustBeAuthor();
            gate.mustSpeak(opened.person());
            opened.in().mustTakeWords();
            if (opened.post().body().equals(body)) {
                return opened.post();
            }
            ForumPost edited = opened.post().edited(body, tx.now());
            store.put(edited);
            tx.announce(new ForumFact.PostEdited(id, edited.topicId(), opened.person()));
            return edited;
        });
    }

    /**
     * Takes a post away; its place stays. Its author can bring it back for 30 days, unless somebody else deleted it. The
     * first post goes with its topic only. What it solved is not solved any more.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#NOT_YOURS}, {@link ForumReason#CANNOT_BECOME} for the first post,
     *     {@link ForumReason#ARCHIVED}, {@code access.not-found}
     */
    public void delete(Actor actor, Id<ForumPost> id) {
        work.call(tx -> {
            access.requirePerson(actor);
            OpenedPost opened = gate.post(actor, id);
            if (!opened.isTheirs()) {
                opened.mustBeAuthor();
                opened.in().mustNotBeArchived();
            }
            Topic topic = opened.in().topic();
            if (opened.post().isOpening() || topic.status() == TopicStatus.WAITING) {
                throw ForumReason.CANNOT_BECOME.refuse(id);
            }
            store.put(opened.post().deleted(opened.person(), tx.now()));
            if (id.equals(topic.bestAnswerId())) {
                Topic unsolved = topic.unsolved(tx.now());
                topics.put(unsolved);
                standings.lost(tx, topic, unsolved, opened.person());
            }
            standings.settle(tx, opened.post().authorId());
            tx.announce(new ForumFact.PostDeleted(id, topic.id(), opened.person()));
            return id;
        });
    }

    /**
     * Brings back a post: its author, if they deleted it themselves; or who looks after the category.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#NOT_DELETED}, {@link ForumReason#REMOVED_BY_MODERATOR}, {@link
     *     ForumReason#TOO_LATE_TO_RESTORE}, {@link ForumReason#ARCHIVED}, {@code access.not-found} for anyone else
     */
    public ForumPost restore(Actor actor, Id<ForumPost> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedPost opened = gate.deletedPost(actor, id);
            ForumPost post = opened.post();
            ForumGate.mustBeRestorable(id, opened.in(), post.deletedAt(), post.deletedBy(), tx.now());
            if (!opened.isTheirs()) {
                opened.in().mustNotBeArchived();
            }
            ForumPost restored = post.restored(tx.now());
            store.put(restored);
            standings.settle(tx, post.authorId());
            tx.announce(new ForumFact.PostRestored(id, post.topicId(), opened.person()));
            return restored;
        });
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    public ShownForumPost get(Actor actor, Id<ForumPost> id) {
        return work.read(() -> {
            access.requirePerson(actor);
            OpenedPost opened = gate.post(actor, id);
            return marking.of(opened.in(), opened.post(), opened.laid());
        });
    }

    /**
     * What stands in a topic. Of one that was merged, what stands in the one it leads to.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public Page<ShownForumPost> in(Actor actor, Id<Topic> topic, PostOrder order, Page.Ask ask) {
        return work.read(() -> {
            access.requirePerson(actor);
            OpenedTopic opened = gate.topic(actor, topic);
            Id<Topic> at = opened.topic().id();
            Id<User> apartFrom = opened.in().apartFrom();
            boolean byNumber = order == PostOrder.NUMBER;
            Set<Id<ForumPost>> read = new HashSet<>();
            Page<ForumPost> page = Page.of(
                    ask,
                    (after, limit) -> {
                        List<ForumPost> batch = byNumber
                                ? store.in(at, apartFrom, after, limit)
                                : store.best(at, apartFrom, after, limit);
                        // Blocks have been minded by the store, so that a page need not be filled up from many.
                        ForumGate.Screen screen = gate.screen(opened.in(), Set.of(), ids(batch));
                        batch.stream().filter(screen::reads).map(ForumPost::id).forEach(read::add);
                        return batch;
                    },
                    post -> Cursor.of(Instant.ofEpochMilli(byNumber ? post.number() : post.quality()), post.id()),
                    post -> read.contains(post.id()));
            ForumGate.Screen screen = gate.screen(opened.in(), Set.of(), ids(page.items()));
            return new Page<>(
                    marking.of(screen, page.items(), post -> opened.topic().bestAnswerId()), page.next());
        });
    }

    /** What the actor wrote, newest first, with what awaits approval; as far as they may still read it. */
    public Page<ShownForumPost> mine(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            Set<Id<?>> readable = new HashSet<>();
            Page<ForumPost> page = Page.of(
                    ask,
                    (after, limit) -> {
                        List<ForumPost> found = store.latest(person, after, limit);
                        readable.addAll(gate.readable(person, ids(found)));
                        return found;
                    },
                    post -> Cursor.of(post.createdAt(), post.id()),
                    post -> readable.contains(post.id()));
            Map<Id<Topic>, Topic> in =
                    topics.living(page.items().stream().map(ForumPost::topicId).collect(Collectors.toSet())).stream()
                            .collect(Collectors.toMap(Topic::id, Function.identity()));
            return new Page<>(
                    marking.of(
                            gate.screen(person, false, Set.of(), ids(page.items())),
                            page.items(),
                            post -> Objects.requireNonNull(in.get(post.topicId()))
                                    .bestAnswerId()),
                    page.next());
        });
    }

    private static Set<Id<ForumPost>> ids(List<ForumPost> posts) {
        return posts.stream().map(ForumPost::id).collect(Collectors.toSet());
    }
}
