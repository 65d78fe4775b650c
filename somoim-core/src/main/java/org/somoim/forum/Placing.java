package org.somoim.forum;

import org.somoim.forum.ForumGate.OpenedCategory;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/** Gives posts their places: at once, or after approval. */
final class Placing {
    private final TopicStore topics;
    private final ForumPostStore posts;

    Placing(TopicStore topics, ForumPostStore posts) {
        this.topics = topics;
        this.posts = posts;
    }

    /** Whether what the person writes there awaits approval. */
    boolean mustWait(OpenedCategory in) {
        Id<Category> category = in.category().id();
        boolean waits = !in.isTheirs()
                && in.path().stream().anyMatch(Category::moderated)
                && !posts.isKnown(category, in.person());
        if (waits && posts.countWaiting(category, in.person()) >= ForumTerms.MOST_WAITING) {
            throw ForumReason.TOO_MANY_WAITING.refuse(category);
        }
        return waits;
    }

    /** Keeps a post that awaits approval. */
    ForumPost submit(Work.Tx tx, Topic topic, Id<User> author, Prose body) {
        ForumPost post = ForumPost.written(tx.newId(), topic.id(), author, 0, 0, body, tx.now());
        posts.add(post);
        tx.announce(new ForumFact.PostSubmitted(post.id(), topic.id(), author));
        return post;
    }

    /** Keeps a post in the next place. */
    ForumPost append(Work.Tx tx, Topic topic, Id<User> author, Prose body) {
        ForumPost post = ForumPost.written(
                tx.newId(), topic.id(), author, topic.posts() + 1, nextRank(tx, topic), body, tx.now());
        posts.add(post);
        grown(tx, topic, post, false);
        return post;
    }

    /** Gives a post that awaited approval the next place. */
    ForumPost admit(Work.Tx tx, Topic topic, ForumPost waiting) {
        ForumPost post = waiting.placed(topic.posts() + 1, nextRank(tx, topic), tx.now());
        posts.put(post);
        grown(tx, topic, post, true);
        return post;
    }

    /** Grows also while the clock goes back, and within one millisecond. */
    private long nextRank(Work.Tx tx, Topic topic) {
        return Math.max(tx.now().toEpochMilli(), posts.lastRank(topic.id()) + 1);
    }

    private void grown(Work.Tx tx, Topic topic, ForumPost post, boolean approved) {
        topics.put(topic.grown(tx.now()));
        tx.announce(
                post.isOpening()
                        ? new ForumFact.TopicOpened(topic.id(), topic.categoryId(), topic.authorId(), approved)
                        : new ForumFact.Posted(post.id(), topic.id(), post.authorId(), approved));
    }
}
