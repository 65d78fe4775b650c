package org.somoim.posts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.posts.PostGate.Opened;
import org.somoim.posts.PostGate.OpenedComment;

/**
 * Lets people answer posts, and one another under a post. A comment can be read by whoever can read its post, except for
 * blocks and muted words, which work as for {@link Posts}.
 */
public final class Comments {
    private static final Comparator<ThreadEntry> OLDEST_FIRST =
            Comparator.comparing(ThreadEntry::createdAt).thenComparing(ThreadEntry::id);

    private final CommentStore store;
    private final PostStore posts;
    private final Marking marking;
    private final PostGate gate;
    private final Access access;
    private final Work work;

    public Comments(CommentStore store, PostStore posts, ReactionStore reactions, Access access, Work work) {
        this.store = store;
        this.posts = posts;
        this.marking = new Marking(reactions, access);
        this.gate = new PostGate(posts, store, access);
        this.access = access;
        this.work = work;
    }

    /** Answers a post, mentioning nobody. See {@link #write(Actor, Id, Id, Prose, Set)}. */
    public Comment write(Actor actor, Id<Post> post, Prose body) {
        return write(actor, post, null, body, Set.of());
    }

    /**
     * Answers a post or a comment under it. At depth {@value Comment#DEEPEST} an answer is put beside what it answers.
     *
     * @param parent the comment it answers, or null if it answers the post
     * @param mentions who is to be told, at most {@value Draft#MOST_MENTIONS}; those who could not read it are left out
     *     without a word
     * @throws org.somoim.kernel.Refusal {@link PostReason#TOO_MANY_MENTIONS}, {@code access.not-found} also for a parent
     *     under another post, {@code access.not-allowed}
     */
    public Comment write(Actor actor, Id<Post> post, @Nullable Id<Comment> parent, Prose body, Set<Id<User>> mentions) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Set<Id<User>> named = Draft.fewEnough(mentions);
            Opened opened = gate.post(actor, PostAction.COMMENT, post);
            Comment answered = parent == null ? null : answered(opened, parent);
            Comment comment = Comment.written(tx.newId(), post, answered, person, body, tx.now());
            store.add(comment);
            count(comment, 1);
            tx.announce(new PostFact.Commented(comment.id(), post, comment.parentId(), person));
            marking.mention(tx, opened.post(), comment.id(), person, named);
            return comment;
        });
    }

    private Comment answered(Opened opened, Id<Comment> parent) {
        return store.find(parent)
                .filter(found -> found.postId().equals(opened.post().id()) && !found.isDeleted())
                .filter(found -> gate.reader(opened.pass(), Set.of(found.authorId()), Set.of(parent))
                        .reads(found))
                .orElseThrow(() -> access.notFound(parent));
    }

    private void count(Comment comment, int by) {
        posts.countComments(comment.postId(), by);
        if (comment.parentId() != null) {
            store.countReplies(comment.parentId(), by);
        }
    }

    /**
     * Lets its author change what a comment says, and keeps what it said. People can be added to those mentioned.
     *
     * @throws org.somoim.kernel.Refusal {@link PostReason#NOT_YOURS}, {@link PostReason#TOO_MANY_MENTIONS}, {@code
     *     access.not-found}, {@code access.not-allowed}
     */
    public Comment edit(Actor actor, Id<Comment> id, Prose body, Set<Id<User>> mentions) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Set<Id<User>> named = Draft.fewEnough(mentions);
            OpenedComment opened = gate.comment(actor, PostAction.COMMENT, id);
            Comment comment = opened.comment();
            if (!comment.authorId().equals(person)) {
                throw PostReason.NOT_YOURS.refuse(id);
            }
            Comment edited = comment;
            if (!comment.body().equals(body)) {
                edited = comment.edited(body, tx.now());
                store.addRevision(id, new Revision(tx.newId(), null, comment.body(), person, tx.now()));
                store.put(edited);
                tx.announce(new PostFact.CommentEdited(id, comment.postId(), person));
            }
            marking.mention(tx, opened.post(), id, person, named);
            return edited;
        });
    }

    /**
     * What a comment said before, last replaced first. For its author and those who look after the place.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public Page<Revision> history(Actor actor, Id<Comment> id, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            OpenedComment opened = gate.comment(actor, PostAction.READ, id);
            if (!opened.comment().authorId().equals(person) && !opened.under().allows(PostAction.READ_HISTORY)) {
                throw AccessReason.NOT_ALLOWED.refuse(id);
            }
            return Page.of(
                    ask,
                    (after, limit) -> store.revisions(id, after, limit),
                    revision -> Cursor.of(revision.replacedAt(), revision.id()));
        });
    }

    /**
     * Takes a comment away. What others answered stays. Its author can bring it back for 30 days, unless somebody else
     * deleted it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public void delete(Actor actor, Id<Comment> id) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            OpenedComment opened = gate.comment(actor, PostAction.READ, id);
            Comment comment = opened.comment();
            if (!comment.authorId().equals(person) && !opened.under().allows(PostAction.REMOVE_ANY)) {
                throw AccessReason.NOT_ALLOWED.refuse(id);
            }
            store.put(comment.deleted(person, tx.now()));
            count(comment, -1);
            tx.announce(new PostFact.CommentDeleted(id, comment.postId(), person));
            return id;
        });
    }

    /**
     * Lets its author bring back a comment they deleted, while its post can be read.
     *
     * @throws org.somoim.kernel.Refusal {@link PostReason#NOT_DELETED}, {@link PostReason#REMOVED_BY_MODERATOR}, {@link
     *     PostReason#TOO_LATE_TO_RESTORE}, {@code access.not-found} for anyone else, {@code access.not-allowed}
     */
    public Comment restore(Actor actor, Id<Comment> id) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Comment comment = store.find(id)
                    .filter(found -> found.authorId().equals(person))
                    .orElseThrow(() -> access.notFound(id));
            gate.deleted(actor, PostAction.COMMENT, comment);
            Posts.checkRestorable(id, person, comment.deletedAt(), comment.deletedBy(), tx.now());
            Comment restored = comment.restored(tx.now());
            store.put(restored);
            count(restored, 1);
            tx.announce(new PostFact.CommentRestored(id, comment.postId(), person));
            return restored;
        });
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    public ThreadEntry.Said get(Actor actor, Id<Comment> id) {
        return work.read(() -> {
            access.requirePerson(actor);
            OpenedComment opened = gate.comment(actor, PostAction.READ, id);
            return new ThreadEntry.Said(
                    opened.comment(),
                    marking.of(opened.under().pass(), id, opened.comment().authorId()));
        });
    }

    /**
     * Everything said under a post, oldest first, whatever it answers. Where there are answers to something that is not
     * there for the reader, its place is kept by a {@link ThreadEntry.Gone}.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public Page<ThreadEntry> under(Actor actor, Id<Post> post, Page.Ask ask) {
        return work.read(() -> {
            access.requirePerson(actor);
            Opened opened = gate.post(actor, PostAction.READ, post);
            Page<ThreadEntry> page = Page.of(
                    ask,
                    (after, limit) -> entries(opened, after, limit),
                    entry -> Cursor.of(entry.createdAt(), entry.id()),
                    entry -> !(entry instanceof ThreadEntry.Gone gone) || gone.replies() > 0);
            return new Page<>(marked(opened, page.items()), page.next());
        });
    }

    /** Blocks are minded here and not in the store, because what they hide may still hold a place. */
    private List<ThreadEntry> entries(Opened opened, @Nullable Cursor after, int limit) {
        Id<Post> post = opened.post().id();
        List<Comment> living = store.living(post, after, limit);
        PostGate.Reader reader = gate.reader(
                opened.pass(),
                living.stream().map(Comment::authorId).collect(Collectors.toSet()),
                living.stream().map(Comment::id).collect(Collectors.toSet()));
        Stream<ThreadEntry> here = living.stream()
                .map(comment -> reader.reads(comment)
                        ? new ThreadEntry.Said(comment, Marks.NONE)
                        : ThreadEntry.Gone.of(comment));
        return Stream.concat(here, store.gone(post, after, limit).stream())
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .toList();
    }

    private List<ThreadEntry> marked(Opened opened, List<ThreadEntry> entries) {
        Map<Id<?>, Marks> marks = marking.of(
                opened.pass(),
                entries.stream()
                        .flatMap(entry ->
                                entry instanceof ThreadEntry.Said said ? Stream.of(said.comment()) : Stream.of())
                        .collect(Collectors.toMap(Comment::id, Comment::authorId)));
        return entries.stream()
                .map(entry -> entry instanceof ThreadEntry.Said said
                        ? new ThreadEntry.Said(said.comment(), marks.getOrDefault(said.id(), Marks.NONE))
                        : entry)
                .toList();
    }
}
