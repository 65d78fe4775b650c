package org.somoim.forum;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.forum.ForumGate.OpenedPost;
import org.somoim.forum.ForumGate.OpenedTopic;
import org.somoim.forum.ForumPostStore.Place;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.profiles.Profiles;

/**
 * What those do who look after categories: moderators of the community everywhere, and whoever was appointed where they
 * were appointed and below. Links that were made before lead on; see {@link ForumTopics#find}.
 */
public final class ForumCuration {
    private final TopicStore topics;
    private final ForumPostStore posts;
    private final ForumGate gate;
    private final Placing placing;
    private final Standings standings;
    private final Access access;
    private final Work work;

    public ForumCuration(
            TopicStore topics,
            ForumPostStore posts,
            CategoryStore categories,
            Profiles profiles,
            Access access,
            Work work) {
        this.topics = topics;
        this.posts = posts;
        this.placing = new Placing(topics, posts);
        this.standings = new Standings(posts, profiles);
        this.gate = new ForumGate(categories, topics, posts, profiles.levels(), access);
        this.access = access;
        this.work = work;
    }

    /** What awaits approval where the actor looks after it, oldest first. Nothing for everyone else. */
    public Page<ForumPost> waiting(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            ForumGate.Reader reader = gate.reader(access.requirePerson(actor));
            Tree tree = gate.tree();
            Set<Id<Category>> theirs = tree.ids().stream()
                    .filter(id -> reader.looksAfter(tree.path(id)))
                    .collect(Collectors.toSet());
            return Page.of(
                    ask,
                    (after, limit) -> theirs.isEmpty() ? List.of() : posts.waiting(theirs, after, limit),
                    post -> Cursor.of(post.createdAt(), post.id()));
        });
    }

    /**
     * Gives a post that awaits approval its place. If it opens a topic, that is open from now on.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#NOT_WAITING}, {@code access.not-found}, {@code
     *     access.not-allowed}
     */
    public ForumPost approve(Actor actor, Id<ForumPost> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedPost opened = waitingPost(actor, id);
            Topic topic = opened.in().topic();
            ForumPost admitted = placing.admit(tx, topic, opened.post());
            tx.announce(new ForumFact.PostApproved(id, topic.id(), admitted.authorId(), opened.person()));
            return admitted;
        });
    }

    /**
     * Deletes a post that awaits approval, and the topic that it opens.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#NOT_WAITING}, {@code access.not-found}, {@code
     *     access.not-allowed}
     */
    public void reject(Actor actor, Id<ForumPost> id) {
        work.call(tx -> {
            access.requirePerson(actor);
            OpenedPost opened = waitingPost(actor, id);
            Topic topic = opened.in().topic();
            if (topic.status() == TopicStatus.WAITING) {
                topics.put(topic.deleted(opened.person(), tx.now()));
            } else {
                posts.put(opened.post().deleted(opened.person(), tx.now()));
            }
            tx.announce(new ForumFact.PostRejected(id, topic.id(), opened.post().authorId(), opened.person()));
            return id;
        });
    }

    /**
     * Takes a topic on to another status: open, locked or archived. Asked for the status it has, it changes nothing.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#CANNOT_BECOME}; see {@link TopicStatus#canBecome}; {@code
     *     access.not-found}, {@code access.not-allowed}
     */
    public Topic turn(Actor actor, Id<Topic> id, TopicStatus status) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic opened = gate.topicOfTheirs(actor, id);
            Topic topic = opened.topic();
            if (topic.status() == status) {
                return topic;
            }
            // A topic opens by approval, and is merged by merging.
            if (topic.status() == TopicStatus.WAITING
                    || status == TopicStatus.MERGED
                    || !topic.status().canBecome(status)) {
                throw ForumReason.CANNOT_BECOME.refuse(id);
            }
            Topic turned = topic.turned(status, tx.now());
            topics.put(turned);
            tx.announce(new ForumFact.StatusChanged(id, status, opened.person()));
            return turned;
        });
    }

    /**
     * Puts a topic in front. Pinning it again changes nothing.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#TOO_MANY_PINNED}, {@link ForumReason#WAITING}, {@code
     *     access.not-found}, {@code access.not-allowed}
     */
    public Topic pin(Actor actor, Id<Topic> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic opened = shownTopic(actor, id);
            Topic topic = opened.topic();
            if (topic.isPinned()) {
                return topic;
            }
            if (topics.pinned(topic.categoryId()).size() >= ForumTerms.MOST_PINNED) {
                throw ForumReason.TOO_MANY_PINNED.refuse(id);
            }
            Topic pinned = topic.pinned(tx.now(), tx.now());
            topics.put(pinned);
            tx.announce(new ForumFact.TopicPinned(id, opened.person()));
            return pinned;
        });
    }

    /**
     * Takes a topic back from the front. Nothing changes if it was not there.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public Topic unpin(Actor actor, Id<Topic> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic opened = gate.topicOfTheirs(actor, id);
            if (!opened.topic().isPinned()) {
                return opened.topic();
            }
            Topic unpinned = opened.topic().pinned(null, tx.now());
            topics.put(unpinned);
            tx.announce(new ForumFact.TopicUnpinned(id, opened.person()));
            return unpinned;
        });
    }

    /**
     * Puts a topic into another category, which the actor looks after too. It keeps its id, and is not pinned any more.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#WRONG_TYPE}, {@code access.not-found}, {@code
     *     access.not-allowed}
     */
    public Topic move(Actor actor, Id<Topic> id, Id<Category> to) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic opened = gate.topicOfTheirs(actor, id);
            ForumGate.OpenedCategory there = gate.categoryOfTheirs(actor, to);
            Topic topic = opened.topic();
            if (topic.categoryId().equals(to)) {
                return topic;
            }
            if (topic.status() == TopicStatus.MERGED) {
                throw ForumReason.CANNOT_BECOME.refuse(id);
            }
            there.mustTake(topic.type());
            Topic moved = topic.moved(to, tx.now());
            topics.put(moved);
            tx.announce(new ForumFact.TopicMoved(id, topic.categoryId(), to, opened.person()));
            return moved;
        });
    }

    /**
     * Makes a topic of its own of some posts, in the same category and in their order. Who wrote the first of them has
     * opened it. Both are numbered anew.
     *
     * @param chosen with a place in the topic, without its first one
     * @return the new topic
     * @throws org.somoim.kernel.Refusal {@link ForumReason#NOTHING_TO_SPLIT}, {@link ForumReason#TOO_LARGE}, {@link
     *     ForumReason#WRONG_TYPE}, {@link ForumReason#WAITING}, {@code access.not-found}, {@code access.not-allowed}
     */
    public Topic split(Actor actor, Id<Topic> id, Set<Id<ForumPost>> chosen, Heading heading) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic opened = shownTopic(actor, id);
            opened.in().mustTake(heading.type());
            Topic topic = opened.topic();
            List<Place> places = places(topic);
            List<Place> going = new ArrayList<>(places);
            going.removeIf(place -> place.number() < 2 || !chosen.contains(place.postId()));
            ForumPost first = going.stream()
                    .flatMap(place -> posts.find(place.postId()).stream())
                    .filter(post -> !post.isDeleted())
                    .findFirst()
                    .orElseThrow(() -> ForumReason.NOTHING_TO_SPLIT.refuse(id));
            if (going.size() < chosen.size()) {
                throw ForumReason.NOTHING_TO_SPLIT.refuse(id);
            }
            List<Place> staying = new ArrayList<>(places);
            staying.removeAll(going);
            Topic started = Topic.opened(
                            tx.newId(), topic.categoryId(), first.authorId(), heading, TopicStatus.OPEN, tx.now())
                    .filled(going.size(), Renumbering.lastCame(going));
            topics.add(started);
            topics.follow(started.id(), first.authorId(), tx.now());
            List<Place> after = new ArrayList<>(Renumbering.of(id, staying));
            after.addAll(Renumbering.of(started.id(), going));
            posts.place(after);
            topics.addRedirects(Renumbering.redirects(topic, places, after));
            Topic left = topic.renumbered(Renumbering.count(staying), tx.now());
            if (going.stream().anyMatch(place -> place.postId().equals(topic.bestAnswerId()))) {
                left = left.unsolved(tx.now());
            }
            topics.put(left);
            standings.lost(tx, topic, left, opened.person());
            tx.announce(new ForumFact.TopicSplit(id, started.id(), opened.person()));
            return started;
        });
    }

    /**
     * Puts all posts of a topic into another one, which the actor looks after too, in the order in which they came, and
     * numbers them anew. Followers come along; so does what solved it, if the other one is a question that is not solved.
     *
     * @return the other one
     * @throws org.somoim.kernel.Refusal {@link ForumReason#SAME_TOPIC}, {@link ForumReason#CANNOT_BECOME}, {@link
     *     ForumReason#TOO_LARGE}, {@link ForumReason#WAITING}, {@code access.not-found}, {@code access.not-allowed}
     */
    public Topic merge(Actor actor, Id<Topic> id, Id<Topic> into) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic from = shownTopic(actor, id);
            OpenedTopic to = shownTopic(actor, into);
            if (id.equals(into)) {
                throw ForumReason.SAME_TOPIC.refuse(id);
            }
            return merged(tx, from.topic(), to.topic(), from.person());
        });
    }

    private Topic merged(Work.Tx tx, Topic from, Topic into, Id<User> by) {
        if (from.posts() + into.posts() > ForumTerms.MOST_PLACED) {
            throw ForumReason.TOO_LARGE.refuse(from.id(), into.id());
        }
        List<Place> leaving = posts.places(from.id());
        List<Place> there = posts.places(into.id());
        List<Place> after = Renumbering.of(into.id(), Renumbering.merged(there, leaving));
        posts.place(after);
        topics.addRedirects(Renumbering.redirects(from, leaving, after));
        topics.addRedirects(Renumbering.redirects(into, there, after));
        topics.moveFollowers(from.id(), into.id());
        topics.leadOn(from.id(), into.id());
        topics.put(from.merged(into.id(), tx.now()));
        Topic grown = into.renumbered(Renumbering.count(after), tx.now()).activeSince(from.activeAt());
        boolean solves = from.isSolved() && !into.isSolved() && into.type() == PostType.QUESTION;
        Topic merged = solves ? grown.solvedAs(from) : grown;
        topics.put(merged);
        if (!solves) {
            standings.lost(tx, from, merged, by);
        }
        tx.announce(new ForumFact.TopicMerged(from.id(), into.id(), by));
        return merged;
    }

    private List<Place> places(Topic topic) {
        if (topic.posts() > ForumTerms.MOST_PLACED) {
            throw ForumReason.TOO_LARGE.refuse(topic.id());
        }
        return posts.places(topic.id());
    }

    private OpenedPost waitingPost(Actor actor, Id<ForumPost> id) {
        OpenedPost opened = gate.postOfTheirs(actor, id);
        if (!opened.post().isWaiting()) {
            throw ForumReason.NOT_WAITING.refuse(id);
        }
        return opened;
    }

    /** One that the actor looks after, and that others can read. */
    private OpenedTopic shownTopic(Actor actor, Id<Topic> id) {
        OpenedTopic opened = gate.topicOfTheirs(actor, id);
        opened.mustNotWait();
        if (opened.topic().status() == TopicStatus.MERGED) {
            throw ForumReason.CANNOT_BECOME.refuse(id);
        }
        return opened;
    }
}
