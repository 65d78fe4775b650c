package org.somoim.forum;

import java.util.Optional;
import org.somoim.audit.AuditSource;
import org.somoim.audit.Deed;
import org.somoim.audit.Who;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Plug. Who looks after categories, and what they took from others. */
public final class ForumAudit implements AuditSource {
    private final TopicStore topics;
    private final ForumPostStore posts;

    public ForumAudit(TopicStore topics, ForumPostStore posts) {
        this.topics = topics;
        this.posts = posts;
    }

    @Override
    public Optional<Act> actOf(Fact fact) {
        return fact instanceof ForumFact happened ? actOf(happened) : Optional.empty();
    }

    private Optional<Act> actOf(ForumFact fact) {
        if (fact instanceof ForumFact.ModeratorAppointed appointed) {
            return Optional.of(new Act(
                    Who.personOrHost(appointed.by()),
                    Deed.CATEGORY_MODERATOR_APPOINTED,
                    appointed.userId(),
                    appointed.categoryId()));
        }
        if (fact instanceof ForumFact.ModeratorDismissed dismissed) {
            return Optional.of(new Act(
                    Who.personOrHost(dismissed.by()),
                    Deed.CATEGORY_MODERATOR_DISMISSED,
                    dismissed.userId(),
                    dismissed.categoryId()));
        }
        if (fact instanceof ForumFact.CategoryRemoved removed) {
            return Optional.of(
                    new Act(Who.personOrHost(removed.by()), Deed.CATEGORY_REMOVED, null, removed.categoryId()));
        }
        if (fact instanceof ForumFact.TopicMerged merged) {
            return topics.find(merged.topicId())
                    .map(topic ->
                            new Act(Who.person(merged.by()), Deed.TOPIC_MERGED, topic.authorId(), merged.topicId()));
        }
        if (fact instanceof ForumFact.TopicDeleted deleted) {
            return topics.find(deleted.topicId())
                    .flatMap(topic -> removed(deleted.by(), Deed.TOPIC_REMOVED, topic.authorId(), topic.id()));
        }
        if (fact instanceof ForumFact.PostDeleted deleted) {
            return posts.find(deleted.postId())
                    .flatMap(post -> removed(deleted.by(), Deed.FORUM_POST_REMOVED, post.authorId(), post.id()));
        }
        if (fact instanceof ForumFact.PostRejected rejected) {
            return Optional.of(
                    new Act(Who.person(rejected.by()), Deed.FORUM_POST_REJECTED, rejected.userId(), rejected.postId()));
        }
        return Optional.empty();
    }

    private static Optional<Act> removed(Id<User> by, Deed deed, Id<User> author, Id<?> thing) {
        return by.equals(author) ? Optional.empty() : Optional.of(new Act(Who.person(by), deed, author, thing));
    }
}
