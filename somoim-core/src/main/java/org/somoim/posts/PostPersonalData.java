package org.somoim.posts;

import java.util.List;
import java.util.function.Consumer;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;
import org.somoim.personaldata.Walk;

/** Plug. Answers for what is kept of what people write to one another. */
public final class PostPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("posts")
            .table("posts", Purpose.CONVERSATION)
            .person("author-id", OnErasure.CHOSEN)
            .person("page-of", OnErasure.REMOVED)
            .person("deleted-by", OnErasure.UNNAMED)
            .about("author-id", "title", "body", "pinned-at", "created-at", "edited-at", "updated-at", "deleted-at")
            .plain("id", "group-id", "comments", "erased-at")
            .keptAfter("deleted", Posts.RESTORABLE)
            .table("post-revisions", Purpose.CONVERSATION)
            .person("by-id", OnErasure.REMOVED)
            .about("by-id", "title", "body", "created-at")
            .plain("id", "post-id")
            .table("comments", Purpose.CONVERSATION)
            .person("author-id", OnErasure.CHOSEN)
            .person("deleted-by", OnErasure.UNNAMED)
            .about("author-id", "body", "created-at", "edited-at", "updated-at", "deleted-at")
            .plain("id", "post-id", "parent-id", "depth", "replies")
            .keptAfter("deleted", Posts.RESTORABLE)
            .table("comment-revisions", Purpose.CONVERSATION)
            .person("by-id", OnErasure.REMOVED)
            .about("by-id", "body", "created-at")
            .plain("id", "comment-id")
            .table("reactions", Purpose.CONVERSATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "kind", "created-at")
            .plain("post-id", "comment-id", "target-id")
            .table("mentions", Purpose.CONVERSATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "created-at")
            .plain("post-id", "comment-id", "target-id")
            .done();

    private final PostStore posts;
    private final CommentStore comments;
    private final ReactionStore reactions;

    public PostPersonalData(PostStore posts, CommentStore comments, ReactionStore reactions) {
        this.posts = posts;
        this.comments = comments;
        this.reactions = reactions;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        Walk.through(
                (after, limit) -> posts.by(person, after, limit),
                post -> Cursor.of(post.createdAt(), post.id()),
                post -> to.accept(post(post)));
        Walk.through(
                (after, limit) -> posts.revisionsBy(person, after, limit),
                PostPersonalData::place,
                revision -> to.accept(revision("post-revisions", revision)));
        Walk.through(
                (after, limit) -> comments.by(person, after, limit),
                comment -> Cursor.of(comment.createdAt(), comment.id()),
                comment -> to.accept(comment(comment)));
        Walk.through(
                (after, limit) -> comments.revisionsBy(person, after, limit),
                PostPersonalData::place,
                revision -> to.accept(revision("comment-revisions", revision)));
        for (Reaction.Kind kind : Reaction.Kind.values()) {
            Walk.through(
                    (after, limit) -> reactions.reactedTo(person, kind, after, limit),
                    PostPersonalData::place,
                    tie -> to.accept(Excerpt.of("reactions")
                            .id("target-id", tie.targetId())
                            .text("kind", kind)
                            .time("created-at", tie.createdAt())
                            .done()));
        }
        Walk.through(
                (after, limit) -> reactions.mentionsOf(person, after, limit),
                PostPersonalData::place,
                // Not where: it may have gone out of the person's sight since.
                tie -> to.accept(Excerpt.of("mentions")
                        .time("created-at", tie.createdAt())
                        .done()));
    }

    private static Excerpt post(Post post) {
        return Excerpt.of("posts")
                .id("id", post.id())
                .id("group-id", post.groupId())
                .id("page-of", post.pageOf())
                .text("title", post.title())
                .text("body", post.body())
                .time("pinned-at", post.pinnedAt())
                .time("created-at", post.createdAt())
                .time("edited-at", post.editedAt())
                .time("deleted-at", post.deletedAt())
                .done();
    }

    private static Excerpt comment(Comment comment) {
        return Excerpt.of("comments")
                .id("id", comment.id())
                .id("post-id", comment.postId())
                .id("parent-id", comment.parentId())
                .text("body", comment.body())
                .time("created-at", comment.createdAt())
                .time("edited-at", comment.editedAt())
                .time("deleted-at", comment.deletedAt())
                .done();
    }

    private static Excerpt revision(String kind, Revision revision) {
        return Excerpt.of(kind)
                .text("title", revision.title())
                .text("body", revision.body())
                .time("replaced-at", revision.replacedAt())
                .done();
    }

    private static Cursor place(Revision revision) {
        return Cursor.of(revision.replacedAt(), revision.id());
    }

    private static Cursor place(ReactionStore.Tie tie) {
        return Cursor.of(tie.createdAt(), tie.targetId());
    }

    /** Comments before posts, so that what only the person themself has answered is not held for an answer. */
    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        Id<User> person = leaving.person();
        List<Comment> said = comments.leaving(person, leaving.keeps("comments"), most);
        said.forEach(comment -> erase(tx, comment));
        if (!said.isEmpty()) {
            return said.size();
        }
        List<Post> written = posts.leaving(person, leaving.keeps("posts"), most);
        written.forEach(post -> erase(tx, post));
        return written.size()
                + posts.removeRevisionsBy(person, most)
                + comments.removeRevisionsBy(person, most)
                + reactions.removeTiesOf(person, most);
    }

    private void erase(Work.Tx tx, Comment comment) {
        if (!comment.isDeleted()) {
            posts.countComments(comment.postId(), -1);
            if (comment.parentId() != null) {
                comments.countReplies(comment.parentId(), -1);
            }
        }
        comments.bury(comment.id(), tx.now());
    }

    private void erase(Work.Tx tx, Post post) {
        if (posts.isAnswered(post.id(), post.authorId())) {
            posts.empty(post.id(), tx.now());
        } else {
            posts.remove(post.id());
        }
    }
}
