package org.somoim.forum;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.forum.ForumGate.OpenedTopic;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.profiles.Profiles;

/**
 * Lets people open topics, find and follow them.
 *
 * <p>Who may read a topic is decided by the category it stands in, at the time of reading: by the least level that it or
 * one above it asks for. On top of that, nobody reads topics and posts of those they are parted from by a block, nor those
 * of others with a word they have muted, unless they look after the category. A topic that one may not read is as good as
 * none: {@code access.not-found}.
 */
public final class ForumTopics {
    private static final int PURGED_AT_ONCE = 200;

    private final TopicStore store;
    private final ForumPostStore posts;
    private final ForumGate gate;
    private final Placing placing;
    private final Standings standings;
    private final Marking marking;
    private final Views views;
    private final Access access;
    private final Work work;

    public ForumTopics(
            TopicStore store,
            ForumPostStore posts,
            CategoryStore categories,
            Profiles profiles,
            Views views,
            Access access,
            Work work) {
        this.store = store;
        this.posts = posts;
        this.placing = new Placing(store, posts);
        this.standings = new Standings(posts, profiles);
        this.marking = new Marking(posts);
        this.gate = new ForumGate(categories, store, posts, profiles.levels(), access);
        this.views = views;
        this.access = access;
        this.work = work;
    }

    /**
     * Opens a topic, and lets its author follow it. In a moderated category it awaits approval, unless its author has
     * written something there that was approved, or looks after it.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#WRONG_TYPE}, {@link ForumReason#TOO_MANY_WAITING}, {@code
     *     access.not-found}
     */
    public Topic open(Actor actor, Id<Category> category, TopicDraft draft) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            ForumGate.OpenedCategory in = gate.category(actor, category);
            gate.mustSpeak(person);
            in.mustTake(draft.type());
            boolean waits = placing.mustWait(in);
            TopicStatus status = waits ? TopicStatus.WAITING : TopicStatus.OPEN;
            Topic topic = Topic.opened(tx.newId(), category, person, draft.heading(), status, tx.now());
            store.add(topic);
            store.follow(topic.id(), person, tx.now());
            if (waits) {
                placing.submit(tx, topic, person, draft.description());
            } else {
                placing.append(tx, topic, person, draft.description());
            }
            return store.find(topic.id()).orElseThrow();
        });
    }

    /**
     * Lets its author, or who looks after the category, change what stands above a topic. What solved it is forgotten if it
     * is no question any more.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#NOT_YOURS}, {@link ForumReason#WRONG_TYPE}, {@link
     *     ForumReason#LOCKED}, {@link ForumReason#ARCHIVED}, {@code access.not-found}
     */
    public Topic edit(Actor actor, Id<Topic> id, UnaryOperator<Heading> change) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic opened = gate.topic(actor, id);
            Topic topic = opened.topic();
            if (!opened.isAuthor() && !opened.isTheirs()) {
                throw ForumReason.NOT_YOURS.refuse(id);
            }
            gate.mustSpeak(opened.person());
            opened.mustTakeWords();
            Heading heading = change.apply(topic.heading());
            if (heading.equals(topic.heading())) {
                return topic;
            }
            if (heading.type() != topic.type()) {
                opened.in().mustTake(heading.type());
            }
            Topic edited = topic.headed(heading, tx.now());
            store.put(edited);
            standings.lost(tx, topic, edited, opened.person());
            tx.announce(new ForumFact.TopicEdited(topic.id(), opened.person()));
            return edited;
        });
    }

    /**
     * Takes a topic away. Its author can do so while nobody else has written in it, and can bring it back for 30 days; who
     * looks after the category can do so at any time.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#ANSWERED}, {@link ForumReason#NOT_YOURS}, {@code
     *     access.not-found}
     */
    public void delete(Actor actor, Id<Topic> id) {
        work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic opened = gate.itself(actor, id);
            if (!opened.isTheirs()) {
                if (!opened.isAuthor()) {
                    throw ForumReason.NOT_YOURS.refuse(id);
                }
                if (posts.isAnswered(id, opened.person())) {
                    throw ForumReason.ANSWERED.refuse(id);
                }
            }
            store.put(opened.topic().deleted(opened.person(), tx.now()));
            standings.settle(tx, posts.appreciatedIn(id));
            tx.announce(new ForumFact.TopicDeleted(id, opened.person()));
            return id;
        });
    }

    /**
     * Brings back a topic: its author, if they deleted it themselves; or who looks after the category. It is not pinned any
     * more.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#NOT_DELETED}, {@link ForumReason#REMOVED_BY_MODERATOR}, {@link
     *     ForumReason#TOO_LATE_TO_RESTORE}, {@code access.not-found} for anyone else
     */
    public Topic restore(Actor actor, Id<Topic> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic opened = gate.deletedTopic(actor, id);
            Topic topic = opened.topic();
            ForumGate.mustBeRestorable(id, opened, topic.deletedAt(), topic.deletedBy(), tx.now());
            Topic restored = topic.restored(tx.now());
            store.put(restored);
            standings.settle(tx, posts.appreciatedIn(id));
            tx.announce(new ForumFact.TopicRestored(id, opened.person()));
            return restored;
        });
    }

    /**
     * Shows a topic, and counts that it was looked at. What was merged is shown as what it leads to, whose id it has.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public ShownTopic get(Actor actor, Id<Topic> id) {
        ShownTopic shown = work.read(() -> {
            access.requirePerson(actor);
            OpenedTopic opened = gate.topic(actor, id);
            return shown(opened);
        });
        if (actor instanceof Actor.Person person
                && !person.id().equals(shown.topic().authorId())) {
            views.count(shown.topic().id(), person.id());
        }
        return shown;
    }

    /**
     * Finds the post that a link meant when it was made, wherever it is now.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public Spot find(Actor actor, Permalink link) {
        return work.read(() -> {
            access.requirePerson(actor);
            Id<ForumPost> meant = meant(link).orElseThrow(() -> access.notFound(link.topicId()));
            ForumGate.OpenedPost opened = gate.post(actor, meant, link.topicId());
            Topic topic = opened.in().topic();
            return new Spot(topic.id(), topic.edition(), opened.post().number(), meant);
        });
    }

    /** Topics, last active first, pinned or not. Those that await approval are not among them. */
    public Page<Topic> list(Actor actor, TopicFilter filter, Page.Ask ask) {
        return work.read(() -> {
            ForumGate.Reader reader = gate.reader(access.requirePerson(actor));
            Tree tree = gate.tree();
            Set<Id<Category>> categories = ForumGate.readable(tree, reader);
            if (filter.category() != null) {
                if (!categories.contains(filter.category())) {
                    throw access.notFound(filter.category());
                }
                categories.retainAll(tree.under(filter.category()));
            }
            boolean isAllTheirs = categories.stream().allMatch(each -> reader.looksAfter(tree.path(each)));
            Set<Id<Topic>> offered = new HashSet<>();
            return Page.of(
                    ask,
                    (after, limit) -> {
                        List<Topic> batch =
                                store.in(categories, filter, isAllTheirs ? null : reader.person(), after, limit);
                        // Blocks have been minded by the store, so that a page need not be filled up from many.
                        ForumGate.Screen screen = gate.screen(reader.person(), isAllTheirs, Set.of(), ids(batch));
                        batch.stream().filter(screen::isOffered).map(Topic::id).forEach(offered::add);
                        return batch;
                    },
                    topic -> Cursor.of(topic.activeAt(), topic.id()),
                    topic -> offered.contains(topic.id()));
        });
    }

    /**
     * What is pinned in a category, last pinned first, at most {@value ForumTerms#MOST_PINNED}.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public List<Topic> pinned(Actor actor, Id<Category> category) {
        return work.read(() -> {
            access.requirePerson(actor);
            ForumGate.OpenedCategory in = gate.category(actor, category);
            List<Topic> pinned = store.pinned(category);
            Set<Id<User>> authors = pinned.stream().map(Topic::authorId).collect(Collectors.toSet());
            ForumGate.Screen screen = gate.screen(in, authors, ids(pinned));
            return pinned.stream().filter(screen::isOffered).toList();
        });
    }

    /**
     * Tells the actor of new posts from now on. Following again changes nothing.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public void follow(Actor actor, Id<Topic> id) {
        work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic opened = gate.topic(actor, id);
            return store.follow(opened.topic().id(), opened.person(), tx.now());
        });
    }

    /** Takes that back; also of a topic that one may not read any more. Nothing changes if the actor did not follow it. */
    public void unfollow(Actor actor, Id<Topic> id) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Id<Topic> into = store.find(id).map(Topic::mergedInto).orElse(id);
            return store.unfollow(into, person);
        });
    }

    /** What the actor follows and may read, last begun first. */
    public Page<Topic> following(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            Map<Id<Topic>, Topic> found = new HashMap<>();
            Page<TopicStore.Follow> page = Page.of(
                    ask,
                    (after, limit) -> {
                        List<TopicStore.Follow> follows = store.follows(person, after, limit);
                        found.putAll(readable(
                                person,
                                follows.stream().map(TopicStore.Follow::topicId).toList()));
                        return follows;
                    },
                    follow -> Cursor.of(follow.createdAt(), follow.topicId()),
                    follow -> found.containsKey(follow.topicId()));
            return page.map(follow -> Objects.requireNonNull(found.get(follow.topicId())));
        });
    }

    /**
     * Writes down how often topics were looked at since the last time.
     *
     * @return of how many topics
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int countViews(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, ForumSiteAction.PURGE);
            Map<Id<Topic>, Long> counts = views.take();
            counts.forEach(store::addViews);
            return counts.size();
        });
    }

    /**
     * Removes for good what was deleted more than 30 days ago, in short changes. A post keeps its empty place.
     *
     * @return how many topics and posts
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int purge(Actor actor) {
        int purged = 0;
        int step;
        do {
            step = work.call(tx -> {
                access.requireSite(actor, ForumSiteAction.PURGE);
                Instant before = tx.now().minus(ForumTerms.RESTORABLE);
                int topics = store.purge(before, PURGED_AT_ONCE);
                return topics + posts.purge(before, PURGED_AT_ONCE - topics);
            });
            purged += step;
        } while (step == PURGED_AT_ONCE);
        return purged;
    }

    private ShownTopic shown(OpenedTopic opened) {
        Topic topic = opened.topic();
        boolean follows = !store.followed(opened.person(), Set.of(topic.id())).isEmpty();
        ShownForumPost opening = posts.opening(topic.id())
                .filter(post -> !post.isDeleted())
                .flatMap(post -> shown(opened, post))
                .orElse(null);
        return new ShownTopic(topic, opening, follows, opened.isTheirs(), opened.known());
    }

    private Optional<ShownForumPost> shown(OpenedTopic in, ForumPost post) {
        ForumGate.Screen screen = gate.screen(in.in(), Set.of(post.authorId()), Set.of(post.id()));
        return screen.reads(post) ? Optional.of(marking.of(in, post, screen.laid(post.id()))) : Optional.empty();
    }

    private static Set<Id<Topic>> ids(List<Topic> topics) {
        return topics.stream().map(Topic::id).collect(Collectors.toSet());
    }

    /** Which post had this number in this edition. */
    private Optional<Id<ForumPost>> meant(Permalink link) {
        Optional<Topic> topic = store.find(link.topicId()).filter(found -> link.edition() <= found.edition());
        return topic.flatMap(found -> store.redirected(found.id(), link.edition(), link.number())
                .or(() -> posts.numbered(found.id(), link.number()).map(ForumPost::id)));
    }

    private Map<Id<Topic>, Topic> readable(Id<User> person, List<Id<Topic>> ids) {
        Set<Id<?>> readable = gate.readable(person, Set.copyOf(ids));
        return store.living(ids).stream()
                .filter(topic -> readable.contains(topic.id()))
                .collect(Collectors.toMap(Topic::id, Function.identity()));
    }
}
