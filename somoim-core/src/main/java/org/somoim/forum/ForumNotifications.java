package org.somoim.forum;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.notifications.NotificationSource;
import org.somoim.profiles.Levels;

/** Plug. People hear of posts in topics they follow, of what became of their own, and of what awaits their approval. */
public final class ForumNotifications implements NotificationSource {
    private final CategoryStore categories;
    private final TopicStore topics;
    private final ForumPostStore posts;
    private final ForumGate gate;

    public ForumNotifications(
            CategoryStore categories, TopicStore topics, ForumPostStore posts, Levels levels, Access access) {
        this.categories = categories;
        this.topics = topics;
        this.posts = posts;
        this.gate = new ForumGate(categories, topics, posts, levels, access);
    }

    @Override
    public List<ForumNotification> kinds() {
        return List.of(ForumNotification.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        if (fact instanceof ForumFact.Posted posted) {
            return topics.followers(posted.topicId()).stream()
                    .map(person ->
                            news(person, ForumNotification.POSTED, posted.topicId(), posted.postId(), posted.userId()))
                    .toList();
        }
        if (fact instanceof ForumFact.Solved solved) {
            return List.of(
                    news(solved.userId(), ForumNotification.SOLVED, solved.postId(), solved.postId(), solved.by()));
        }
        if (fact instanceof ForumFact.Voted voted && voted.verdict() == Verdict.HELPFUL) {
            return posts.find(voted.postId()).stream()
                    .map(post -> news(post.authorId(), ForumNotification.HELPED, post.id(), post.id(), null))
                    .toList();
        }
        if (fact instanceof ForumFact.PostSubmitted submitted) {
            return moderatorsOf(submitted.topicId()).stream()
                    .map(person -> news(
                            person,
                            ForumNotification.AWAITS_APPROVAL,
                            submitted.postId(),
                            submitted.postId(),
                            submitted.userId()))
                    .toList();
        }
        if (fact instanceof ForumFact.PostApproved approved) {
            return List.of(
                    news(approved.userId(), ForumNotification.APPROVED, approved.postId(), approved.postId(), null));
        }
        if (fact instanceof ForumFact.PostRejected rejected) {
            return List.of(
                    news(rejected.userId(), ForumNotification.REJECTED, rejected.userId(), rejected.userId(), null));
        }
        return List.of();
    }

    /** Everyone who was appointed to the category or one above it; those who look after all of them find it in the list. */
    private List<Id<User>> moderatorsOf(Id<Topic> topic) {
        Optional<Id<Category>> category = topics.find(topic).map(Topic::categoryId);
        Set<Id<Category>> path = category.map(categories::path).stream()
                .flatMap(List::stream)
                .map(Category::id)
                .collect(Collectors.toSet());
        return categories.moderators(path).stream()
                .map(CategoryStore.Moderator::userId)
                .distinct()
                .toList();
    }

    @Override
    public Set<Id<?>> settledBy(Fact fact) {
        if (fact instanceof ForumFact.PostDeleted deleted) {
            return Set.of(deleted.postId());
        }
        if (fact instanceof ForumFact.TopicDeleted deleted) {
            return Set.of(deleted.topicId());
        }
        if (fact instanceof ForumFact.PostApproved approved) {
            return Set.of(approved.postId());
        }
        return fact instanceof ForumFact.PostRejected rejected ? Set.of(rejected.postId()) : Set.of();
    }

    @Override
    public Set<Id<?>> hiddenFrom(Id<User> reader, Set<Id<?>> subjects) {
        Set<Id<?>> hidden = new HashSet<>(subjects);
        hidden.removeAll(gate.readable(reader, subjects));
        // Told about themself.
        hidden.remove(reader);
        return hidden;
    }

    private static News news(
            Id<User> recipient, ForumNotification kind, Id<?> thread, Id<?> subject, @Nullable Id<User> by) {
        return new News(recipient, kind, null, null, thread, subject, by);
    }
}
