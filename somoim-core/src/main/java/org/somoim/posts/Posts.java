package org.somoim.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.access.Pass;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.posts.PostGate.Opened;

/**
 * Lets people write in a group or on their own page.
 *
 * <p>Who may read a post is decided by the place it stands in, at the time of reading; on top of that, nobody reads posts
 * of those they are parted from by a block, nor posts of others with a word they have muted, unless they look after the
 * place as its moderator or owner. A post that one may not read is as good as none: {@code access.not-found}.
 */
public final class Posts {
    /** In one group, or on one page. */
    public static final int MOST_PINNED = 5;
    /** How long an author can bring back a post or comment after deleting it. Later it is purged. */
    public static final Duration RESTORABLE = Duration.ofDays(30);

    private static final int PURGED_AT_ONCE = 200;

    private final PostStore store;
    private final CommentStore comments;
    private final Marking marking;
    private final PostGate gate;
    private final Access access;
    private final Work work;

    public Posts(PostStore store, CommentStore comments, ReactionStore reactions, Access access, Work work) {
        this.store = store;
        this.comments = comments;
        this.marking = new Marking(reactions, access);
        this.gate = new PostGate(store, comments, access);
        this.access = access;
        this.work = work;
    }

    /** Puts a post into a group. Those mentioned who could not read it are left out without a word. */
    public Post write(Actor actor, Id<Group> group, Draft draft) {
        return work.call(tx -> {
            Pass pass = access.require(actor, PostAction.WRITE, group);
            return added(tx, Post.inGroup(tx.newId(), group, pass.person(), draft, tx.now()), draft);
        });
    }

    /** Puts a post on the actor's own page. */
    public Post writeOnPage(Actor actor, Draft draft) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            access.requireOnPage(actor, PageAction.WRITE, person, person);
            return added(tx, Post.onPage(tx.newId(), person, draft, tx.now()), draft);
        });
    }

    private Post added(Work.Tx tx, Post post, Draft draft) {
        store.add(post);
        tx.announce(new PostFact.PostWritten(post.id(), post.groupId(), post.pageOf(), post.authorId()));
        marking.mention(tx, post, null, post.authorId(), draft.mentions());
        return post;
    }

    /**
     * Lets its author change what a post says, and keeps what it said. People can be added to those mentioned, but nobody
     * is taken back: they have been told.
     *
     * @param change turns what the post says now, mentioning nobody, into what it is to say
     * @throws org.somoim.kernel.Refusal {@link PostReason#NOT_YOURS}, {@code access.not-found}, {@code access.not-allowed}
     */
    public Post edit(Actor actor, Id<Post> id, UnaryOperator<Draft> change) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Post post = gate.post(actor, PostAction.WRITE, id).post();
            if (!post.authorId().equals(person)) {
                throw PostReason.NOT_YOURS.refuse(id);
            }
            Draft draft = change.apply(new Draft(post.title(), post.body(), Set.of()));
            Post edited = post;
            if (!post.says(draft)) {
                edited = post.edited(draft, tx.now());
                store.addRevision(id, new Revision(tx.newId(), post.title(), post.body(), person, tx.now()));
                store.put(edited);
                tx.announce(new PostFact.PostEdited(id, person));
            }
            marking.mention(tx, edited, null, person, draft.mentions());
            return edited;
        });
    }

    /**
     * What a post said before, last replaced first. For its author and those who look after the place.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public Page<Revision> history(Actor actor, Id<Post> id, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            Opened opened = gate.post(actor, PostAction.READ, id);
            if (!opened.post().authorId().equals(person) && !opened.allows(PostAction.READ_HISTORY)) {
                throw AccessReason.NOT_ALLOWED.refuse(id);
            }
            return Page.of(
                    ask,
                    (after, limit) -> store.revisions(id, after, limit),
                    revision -> Cursor.of(revision.replacedAt(), revision.id()));
        });
    }

    /**
     * Takes a post away, with its comments. Its author can bring it back for 30 days, unless somebody else deleted it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public void delete(Actor actor, Id<Post> id) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Opened opened = gate.post(actor, PostAction.READ, id);
            if (!opened.post().authorId().equals(person) && !opened.allows(PostAction.REMOVE_ANY)) {
                throw AccessReason.NOT_ALLOWED.refuse(id);
            }
            store.put(opened.post().deleted(person, tx.now()));
            tx.announce(new PostFact.PostDeleted(id, person));
            return id;
        });
    }

    /**
     * Lets its author bring back a post they deleted. It is not pinned any more.
     *
     * @throws org.somoim.kernel.Refusal {@link PostReason#NOT_DELETED}, {@link PostReason#REMOVED_BY_MODERATOR}, {@link
     *     PostReason#TOO_LATE_TO_RESTORE}, {@code access.not-found} for anyone else, {@code access.not-allowed}
     */
    public Post restore(Actor actor, Id<Post> id) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Post post = store.find(id)
                    .filter(found -> found.authorId().equals(person))
                    .orElseThrow(() -> access.notFound(id));
            gate.deleted(actor, PostAction.WRITE, post);
            checkRestorable(id, person, post.deletedAt(), post.deletedBy(), tx.now());
            Post restored = post.restored(tx.now());
            store.put(restored);
            tx.announce(new PostFact.PostRestored(id, person));
            return restored;
        });
    }

    static void checkRestorable(
            Id<?> id, Id<User> author, @Nullable Instant deletedAt, @Nullable Id<User> deletedBy, Instant now) {
        if (deletedAt == null) {
            throw PostReason.NOT_DELETED.refuse(id);
        }
        if (!author.equals(deletedBy)) {
            throw PostReason.REMOVED_BY_MODERATOR.refuse(id);
        }
        if (now.isAfter(deletedAt.plus(RESTORABLE))) {
            throw PostReason.TOO_LATE_TO_RESTORE.refuse(id);
        }
    }

    /**
     * Puts a post in front. Pinning it again changes nothing.
     *
     * @throws org.somoim.kernel.Refusal {@link PostReason#TOO_MANY_PINNED}, {@code access.not-found}, {@code
     *     access.not-allowed}
     */
    public Post pin(Actor actor, Id<Post> id) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Post post = gate.post(actor, PostAction.PIN, id).post();
            if (post.isPinned()) {
                return post;
            }
            List<Post> beside =
                    post.groupId() != null ? store.pinnedInGroup(post.groupId()) : store.pinnedOnPage(post.authorId());
            if (beside.size() >= MOST_PINNED) {
                throw PostReason.TOO_MANY_PINNED.refuse(id);
            }
            Post pinned = post.pinned(tx.now(), tx.now());
            store.put(pinned);
            tx.announce(new PostFact.PostPinned(id, person));
            return pinned;
        });
    }

    /**
     * Takes a post back from the front. Nothing changes if it was not there.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public Post unpin(Actor actor, Id<Post> id) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Post post = gate.post(actor, PostAction.PIN, id).post();
            if (!post.isPinned()) {
                return post;
            }
            Post unpinned = post.pinned(null, tx.now());
            store.put(unpinned);
            tx.announce(new PostFact.PostUnpinned(id, person));
            return unpinned;
        });
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    public ShownPost get(Actor actor, Id<Post> id) {
        return work.read(() -> {
            access.requirePerson(actor);
            Opened opened = gate.post(actor, PostAction.READ, id);
            return new ShownPost(
                    opened.post(), marking.of(opened.pass(), id, opened.post().authorId()));
        });
    }

    /** What stands in a group, newest first, pinned or not. */
    public Page<ShownPost> inGroup(Actor actor, Id<Group> group, Page.Ask ask) {
        return work.read(() -> {
            Pass pass = access.require(actor, PostAction.READ, group);
            return shown(pass, ask, (after, limit) -> store.inGroup(group, PostGate.apartFrom(pass), after, limit));
        });
    }

    /** What stands on a person's page, newest first, pinned or not. */
    public Page<ShownPost> onPage(Actor actor, Id<User> owner, Page.Ask ask) {
        return work.read(() -> {
            Pass pass = access.requireOnPage(actor, PageAction.READ, owner, owner);
            return shown(pass, ask, (after, limit) -> store.onPage(owner, after, limit));
        });
    }

    /** What is pinned in a group, last pinned first, at most {@value #MOST_PINNED}. */
    public List<ShownPost> pinned(Actor actor, Id<Group> group) {
        return work.read(() -> {
            Pass pass = access.require(actor, PostAction.READ, group);
            return shown(pass, store.pinnedInGroup(group));
        });
    }

    /** What is pinned on a person's page, last pinned first, at most {@value #MOST_PINNED}. */
    public List<ShownPost> pinnedOnPage(Actor actor, Id<User> owner) {
        return work.read(() -> {
            Pass pass = access.requireOnPage(actor, PageAction.READ, owner, owner);
            return shown(pass, store.pinnedOnPage(owner));
        });
    }

    private List<ShownPost> shown(Pass pass, List<Post> posts) {
        PostGate.Reader reader =
                gate.reader(pass, posts.stream().map(Post::authorId).collect(Collectors.toSet()), ids(posts));
        return marked(pass, posts.stream().filter(reader::isOffered).toList());
    }

    private Page<ShownPost> shown(Pass pass, Page.Ask ask, Page.Fetch<Post> fetch) {
        Set<Id<Post>> offered = new HashSet<>();
        Page<Post> page = Page.of(
                ask,
                (after, limit) -> {
                    List<Post> batch = fetch.fetch(after, limit);
                    // Blocks have been minded by the store, so that a page need not be filled up from many.
                    PostGate.Reader reader = gate.reader(pass, Set.of(), ids(batch));
                    batch.stream().filter(reader::isOffered).map(Post::id).forEach(offered::add);
                    return batch;
                },
                post -> Cursor.of(post.createdAt(), post.id()),
                post -> offered.contains(post.id()));
        return new Page<>(marked(pass, page.items()), page.next());
    }

    private static Set<Id<Post>> ids(List<Post> posts) {
        return posts.stream().map(Post::id).collect(Collectors.toSet());
    }

    private List<ShownPost> marked(Pass pass, List<Post> posts) {
        Map<Id<?>, Marks> marks = marking.of(pass, posts.stream().collect(Collectors.toMap(Post::id, Post::authorId)));
        return posts.stream()
                .map(post -> new ShownPost(post, marks.getOrDefault(post.id(), Marks.NONE)))
                .toList();
    }

    /**
     * Removes for good what was deleted more than 30 days ago, with everything that hangs on it, in steps of at most
     * {@value #PURGED_AT_ONCE} of which each is a transaction of its own. Comments of others under a purged comment stay.
     *
     * @return how many posts and comments
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int purge(Actor actor) {
        int purged = 0;
        int step;
        do {
            step = work.call(tx -> {
                access.requireSite(actor, PostSiteAction.PURGE);
                Instant before = tx.now().minus(RESTORABLE);
                int posts = store.purge(before, PURGED_AT_ONCE);
                return posts + comments.purge(before, PURGED_AT_ONCE - posts);
            });
            purged += step;
        } while (step == PURGED_AT_ONCE);
        return purged;
    }
}
