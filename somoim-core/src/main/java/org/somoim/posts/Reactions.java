package org.somoim.posts;

import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.posts.PostGate.Opened;

/** Lets people react to posts and comments they can read, in one of a few ways. */
public final class Reactions {
    private final ReactionStore store;
    private final Marking marking;
    private final PostGate gate;
    private final Access access;
    private final Work work;

    public Reactions(ReactionStore store, PostStore posts, CommentStore comments, Access access, Work work) {
        this.store = store;
        this.marking = new Marking(store, access);
        this.gate = new PostGate(posts, comments, access);
        this.access = access;
        this.work = work;
    }

    /**
     * Reacts. Reacting once more in the same way changes nothing.
     *
     * @return what hangs on the target now
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public Marks react(Actor actor, ContentRef target, Reaction.Kind kind) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Opened opened = gate.content(actor, PostAction.REACT, target);
            if (store.add(target, new Reaction(person, kind, tx.now()))) {
                tx.announce(new PostFact.Reacted(opened.post().id(), target.commentId(), kind, person));
            }
            return marking.of(opened.pass(), target.id());
        });
    }

    /**
     * Takes a reaction back. Nothing changes if there was none.
     *
     * @return what hangs on the target now
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public Marks withdraw(Actor actor, ContentRef target, Reaction.Kind kind) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Opened opened = gate.content(actor, PostAction.REACT, target);
            if (store.remove(target.id(), person, kind)) {
                tx.announce(new PostFact.ReactionWithdrawn(opened.post().id(), target.commentId(), kind, person));
            }
            return marking.of(opened.pass(), target.id());
        });
    }

    /**
     * Who reacted in one way, last one first. Those parted from the reader by a block are left out, though counted.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public Page<Reaction> of(Actor actor, ContentRef target, Reaction.Kind kind, Page.Ask ask) {
        return work.read(() -> {
            access.requirePerson(actor);
            Opened opened = gate.content(actor, PostAction.READ, target);
            Id<User> apartFrom = PostGate.apartFrom(opened.pass());
            return Page.of(
                    ask,
                    (after, limit) -> store.reactions(target.id(), kind, apartFrom, after, limit),
                    reaction -> Cursor.of(reaction.createdAt(), reaction.userId()));
        });
    }
}
