package org.somoim.posts;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.access.Mutes;
import org.somoim.access.Pass;
import org.somoim.access.Restraint;
import org.somoim.access.Standing;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * Opens posts and comments to those who may get at them: first the place decides, then blocks and muted words, then
 * whether the action is allowed. In this order, because a hidden post must be as good as none for every action.
 */
final class PostGate {
    private final PostStore posts;
    private final CommentStore comments;
    private final Access access;

    PostGate(PostStore posts, CommentStore comments, Access access) {
        this.posts = posts;
        this.comments = comments;
        this.access = access;
    }

    /** A post that someone got at. */
    record Opened(Post post, Pass pass) {
        boolean allows(PostAction action) {
            return post.groupId() != null ? pass.allows(action) : pass.allows(action.onPage());
        }
    }

    /** A comment that someone got at. */
    record OpenedComment(Comment comment, Opened under) {
        Post post() {
            return under.post();
        }
    }

    Opened post(Actor actor, PostAction action, Id<Post> id) {
        return allowed(read(actor, id, id), action, id);
    }

    OpenedComment comment(Actor actor, PostAction action, Id<Comment> id) {
        Comment comment = comments.find(id).filter(found -> !found.isDeleted()).orElseThrow(() -> access.notFound(id));
        Opened under = read(actor, comment.postId(), id);
        if (!reader(under.pass(), Set.of(comment.authorId()), Set.of(id)).reads(comment)) {
            throw access.notFound(id);
        }
        return new OpenedComment(comment, allowed(under, action, id));
    }

    /** The post that {@code target} names, or under which it stands. */
    Opened content(Actor actor, PostAction action, ContentRef target) {
        return switch (target.kind()) {
            case POST -> post(actor, action, new Id<>(target.id().value()));
            case COMMENT ->
                comment(actor, action, new Id<>(target.id().value())).under();
        };
    }

    /** For a post that its author has deleted: the place alone decides. */
    Opened deleted(Actor actor, PostAction action, Post post) {
        return allowed(new Opened(post, enter(actor, post, post.id())), action, post.id());
    }

    /** For a comment that its author has deleted: its post must be open to them. */
    Opened deleted(Actor actor, PostAction action, Comment comment) {
        return allowed(read(actor, comment.postId(), comment.id()), action, comment.id());
    }

    /**
     * What the holder of {@code pass} gets to read of these authors.
     *
     * @param contents ids of what it will be asked about
     */
    Reader reader(Pass pass, Set<Id<User>> authors, Set<? extends Id<?>> contents) {
        Map<Id<?>, Set<Restraint>> laid = access.restraints(contents);
        return seesAll(pass)
                ? new Reader(pass, Set.of(), Mutes.NONE, laid, true)
                : new Reader(pass, access.apart(pass.person(), authors), access.mutes(pass.person()), laid, false);
    }

    /** Whom a list must leave out the blocked of, or null for nobody. */
    static @Nullable Id<User> apartFrom(Pass pass) {
        return seesAll(pass) ? null : pass.person();
    }

    /** Whoever looks after a place must see what they look after. */
    private static boolean seesAll(Pass pass) {
        return pass.standing().isAtLeast(Standing.MODERATOR);
    }

    private Opened read(Actor actor, Id<Post> id, Id<?> asked) {
        Post post = posts.find(id).filter(found -> !found.isDeleted()).orElseThrow(() -> access.notFound(asked));
        Pass pass = enter(actor, post, asked);
        Reader reader = reader(pass, Set.of(post.authorId()), Set.of(id));
        if (!reader.reads(post)) {
            throw access.notFound(asked);
        }
        return new Opened(post, reader.locks(id) ? new Pass(pass.person(), pass.footing(), true) : pass);
    }

    private Pass enter(Actor actor, Post post, Id<?> asked) {
        return post.groupId() != null
                ? access.require(actor, PostAction.READ, post.groupId(), asked)
                : access.requireOnPage(actor, PageAction.READ, post.authorId(), asked);
    }

    private static Opened allowed(Opened opened, PostAction action, Id<?> asked) {
        if (action.speaks() && opened.pass().silent()) {
            throw AccessReason.SILENCED.refuse(asked);
        }
        if (!opened.allows(action)) {
            throw AccessReason.NOT_ALLOWED.refuse(asked);
        }
        return opened;
    }

    /**
     * Blocks, muted words, and what was decided about contents, as they bear on one reader in one place. The one decision
     * about single posts and comments.
     *
     * @param keeps whether the reader looks after the place
     */
    record Reader(Pass pass, Set<Id<User>> apart, Mutes mutes, Map<Id<?>, Set<Restraint>> laid, boolean keeps) {

        boolean reads(Post post) {
            return reads(post.id(), post.authorId(), post.title(), post.body());
        }

        boolean reads(Comment comment) {
            return reads(comment.id(), comment.authorId(), null, comment.body());
        }

        /** Whether it is put in front of the reader, and not only found when asked for. */
        boolean isOffered(Post post) {
            return reads(post)
                    && (keeps || isOwn(post.authorId()) || !laid(post.id()).contains(Restraint.LIMITED));
        }

        /** Whether the reader can add nothing to it. */
        boolean locks(Id<?> content) {
            return !keeps && laid(content).contains(Restraint.LOCKED);
        }

        private boolean reads(Id<?> content, Id<User> author, @Nullable Line title, Prose body) {
            Set<Restraint> restraints = laid(content);
            if (restraints.contains(Restraint.REMOVED) || Restraint.hides(restraints) && !keeps && !isOwn(author)) {
                return false;
            }
            return isOwn(author) || !apart.contains(author) && !mutes.hide(title, body);
        }

        private boolean isOwn(Id<User> author) {
            return author.equals(pass.person());
        }

        private Set<Restraint> laid(Id<?> content) {
            return laid.getOrDefault(content, Set.of());
        }
    }
}
