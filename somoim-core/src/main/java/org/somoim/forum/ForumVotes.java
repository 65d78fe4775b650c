package org.somoim.forum;

import java.util.Set;
import org.somoim.access.Access;
import org.somoim.forum.ForumGate.OpenedPost;
import org.somoim.forum.ForumGate.OpenedTopic;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Work;
import org.somoim.profiles.Profiles;

/**
 * Lets people say what a post of somebody else is to them. Each says it once, and can take it back; nobody is told who said
 * what. The standing of its author follows in the same change.
 */
public final class ForumVotes {
    private final ForumPostStore store;
    private final TopicStore topics;
    private final ForumGate gate;
    private final Standings standings;
    private final Marking marking;
    private final Access access;
    private final Work work;

    public ForumVotes(
            ForumPostStore store,
            TopicStore topics,
            CategoryStore categories,
            Profiles profiles,
            Access access,
            Work work) {
        this.store = store;
        this.topics = topics;
        this.standings = new Standings(store, profiles);
        this.marking = new Marking(store);
        this.gate = new ForumGate(categories, topics, store, profiles.levels(), access);
        this.access = access;
        this.work = work;
    }

    /**
     * Likes a post. Liking it again changes nothing.
     *
     * @return the post as it is now
     * @throws org.somoim.kernel.Refusal {@link ForumReason#OWN_POST}, {@link ForumReason#WAITING}, {@link
     *     ForumReason#ARCHIVED}, {@code access.not-found}
     */
    public ShownForumPost like(Actor actor, Id<ForumPost> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedPost opened = judged(actor, id);
            if (store.like(id, opened.person(), tx.now())) {
                count(id);
                tx.announce(new ForumFact.Liked(id));
            }
            return asItIs(opened);
        });
    }

    /**
     * Takes a like back. Nothing changes if there was none.
     *
     * @return the post as it is now
     * @throws org.somoim.kernel.Refusal {@link ForumReason#ARCHIVED}, {@code access.not-found}
     */
    public ShownForumPost unlike(Actor actor, Id<ForumPost> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedPost opened = withdrawn(actor, id);
            if (store.unlike(id, opened.person())) {
                count(id);
                tx.announce(new ForumFact.LikeTakenBack(id));
            }
            return asItIs(opened);
        });
    }

    /**
     * Says whether a post helped. Who has said the other thing before says this instead.
     *
     * @return the post as it is now
     * @throws org.somoim.kernel.Refusal {@link ForumReason#OWN_POST}, {@link ForumReason#WAITING}, {@link
     *     ForumReason#ARCHIVED}, {@code access.not-found}
     */
    public ShownForumPost vote(Actor actor, Id<ForumPost> id, Verdict verdict) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedPost opened = judged(actor, id);
            Verdict before = store.verdicts(opened.person(), Set.of(id)).get(id);
            if (before != verdict) {
                store.vote(new Vote(id, opened.person(), verdict, tx.now()));
                count(id);
                standings.settle(tx, opened.post().authorId());
                tx.announce(new ForumFact.Voted(id, verdict));
            }
            return asItIs(opened);
        });
    }

    /**
     * Takes a vote back. Nothing changes if there was none.
     *
     * @return the post as it is now
     * @throws org.somoim.kernel.Refusal {@link ForumReason#ARCHIVED}, {@code access.not-found}
     */
    public ShownForumPost unvote(Actor actor, Id<ForumPost> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedPost opened = withdrawn(actor, id);
            if (store.unvote(id, opened.person())) {
                count(id);
                standings.settle(tx, opened.post().authorId());
                tx.announce(new ForumFact.VoteTakenBack(id));
            }
            return asItIs(opened);
        });
    }

    /**
     * Lets who asked a question, or looks after the category, say which post solves it, instead of any other.
     *
     * @return the topic as it is now
     * @throws org.somoim.kernel.Refusal {@link ForumReason#NO_QUESTION} also for the first post, {@link
     *     ForumReason#NOT_YOURS}, {@link ForumReason#WAITING}, {@link ForumReason#ARCHIVED}, {@code access.not-found}
     */
    public Topic accept(Actor actor, Id<ForumPost> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedPost opened = gate.post(actor, id);
            Topic topic = opened.in().topic();
            mustSolve(opened.in(), id);
            opened.mustHaveAPlace();
            if (topic.type() != PostType.QUESTION || opened.post().isOpening()) {
                throw ForumReason.NO_QUESTION.refuse(id);
            }
            if (id.equals(topic.bestAnswerId())) {
                return topic;
            }
            Topic solved = topic.solved(id, opened.person(), tx.now());
            topics.put(solved);
            standings.lost(tx, topic, solved, opened.person());
            standings.settle(tx, opened.post().authorId());
            tx.announce(new ForumFact.Solved(topic.id(), id, opened.post().authorId(), opened.person()));
            return solved;
        });
    }

    /**
     * Takes that back. Nothing changes if it is not solved.
     *
     * @return the topic as it is now
     * @throws org.somoim.kernel.Refusal {@link ForumReason#NOT_YOURS}, {@link ForumReason#ARCHIVED}, {@code
     *     access.not-found}
     */
    public Topic unaccept(Actor actor, Id<Topic> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedTopic opened = gate.topic(actor, id);
            mustSolve(opened, id);
            Topic unsolved = opened.topic().unsolved(tx.now());
            if (!opened.topic().isSolved()) {
                return opened.topic();
            }
            topics.put(unsolved);
            standings.lost(tx, opened.topic(), unsolved, opened.person());
            return unsolved;
        });
    }

    private void count(Id<ForumPost> id) {
        Tally tally = store.tally(id);
        store.putTally(id, tally.likes(), tally.helpful(), tally.quality());
    }

    /** @param asked what a refusal names */
    private static void mustSolve(OpenedTopic opened, Id<?> asked) {
        if (!opened.isAuthor() && !opened.isTheirs()) {
            throw ForumReason.NOT_YOURS.refuse(asked);
        }
        opened.mustNotBeArchived();
    }

    private OpenedPost withdrawn(Actor actor, Id<ForumPost> id) {
        OpenedPost opened = gate.post(actor, id);
        opened.in().mustNotBeArchived();
        return opened;
    }

    private OpenedPost judged(Actor actor, Id<ForumPost> id) {
        OpenedPost opened = withdrawn(actor, id);
        if (opened.isAuthor()) {
            throw ForumReason.OWN_POST.refuse(id);
        }
        opened.mustHaveAPlace();
        return opened;
    }

    private ShownForumPost asItIs(OpenedPost opened) {
        ForumPost now = store.find(opened.post().id()).orElseThrow();
        return marking.of(opened.in(), now, opened.laid());
    }
}
