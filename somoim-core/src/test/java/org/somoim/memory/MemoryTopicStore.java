package org.somoim.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.Category;
import org.somoim.forum.ForumDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.PostType;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicFilter;
import org.somoim.forum.TopicStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Topics in memory. */
public final class MemoryTopicStore implements TopicStore {
    private static final Comparator<Topic> ACTIVE =
            Comparator.comparing(Topic::activeAt).thenComparing(Topic::id);

    private final MemoryForum forum;

    MemoryTopicStore(MemoryForum forum) {
        this.forum = forum;
    }

    @Override
    public void add(Topic topic) {
        forum.topics.add(topic.id(), topic);
    }

    @Override
    public void put(Topic topic) {
        long views = find(topic.id()).orElseThrow().views();
        forum.topics.put(topic.id(), withViews(topic, views));
    }

    private static Topic withViews(Topic topic, long views) {
        return new Topic(
                topic.id(),
                topic.categoryId(),
                topic.authorId(),
                topic.title(),
                topic.type(),
                topic.tags(),
                topic.status(),
                views,
                topic.posts(),
                topic.edition(),
                topic.bestAnswerId(),
                topic.solvedBy(),
                topic.solvedAt(),
                topic.pinnedAt(),
                topic.mergedInto(),
                topic.createdAt(),
                topic.editedAt(),
                topic.activeAt(),
                topic.updatedAt(),
                topic.deletedAt(),
                topic.deletedBy());
    }

    @Override
    public Optional<Topic> find(Id<Topic> topic) {
        return forum.topics.get(topic);
    }

    @Override
    public List<Topic> living(Collection<Id<Topic>> topics) {
        return topics.stream()
                .distinct()
                .flatMap(id -> find(id).stream())
                .filter(topic -> !topic.isDeleted())
                .toList();
    }

    @Override
    public List<Topic> in(
            Set<Id<Category>> categories,
            TopicFilter filter,
            @Nullable Id<User> apartFrom,
            @Nullable Cursor after,
            int limit) {
        List<Topic> all = forum.topics.all().stream()
                .filter(topic -> !topic.isDeleted() && topic.status().isShown())
                .filter(topic -> categories.contains(topic.categoryId()))
                .filter(topic -> suits(filter, topic))
                .toList();
        Set<Id<User>> apart =
                forum.apart(apartFrom, all.stream().map(Topic::authorId).collect(Collectors.toSet()));
        return all.stream()
                .filter(topic -> !apart.contains(topic.authorId()))
                .filter(topic -> Keyset.isBefore(topic.activeAt(), topic.id(), after))
                .sorted(ACTIVE.reversed())
                .limit(limit)
                .toList();
    }

    private static boolean suits(TopicFilter filter, Topic topic) {
        boolean solved =
                filter.solved() == null || topic.isSolved() == filter.solved() && topic.type() == PostType.QUESTION;
        return solved
                && (filter.type() == null || filter.type() == topic.type())
                && (filter.tag() == null || topic.tags().lines().contains(filter.tag()));
    }

    @Override
    public List<Topic> pinned(Id<Category> category) {
        return forum.topics.all().stream()
                .filter(topic -> topic.categoryId().equals(category) && !topic.isDeleted() && topic.isPinned())
                .sorted(Comparator.<Topic, Instant>comparing(topic -> Objects.requireNonNull(topic.pinnedAt()))
                        .thenComparing(Topic::id)
                        .reversed())
                .toList();
    }

    @Override
    public void addViews(Id<Topic> topic, long views) {
        find(topic).ifPresent(found -> forum.topics.put(topic, withViews(found, found.views() + views)));
    }

    @Override
    public boolean follow(Id<Topic> topic, Id<User> person, Instant at) {
        var key = new Memory.Pair<>(topic, person);
        if (forum.follows.get(key).isPresent()) {
            return false;
        }
        forum.follows.add(key, new Follow(topic, person, at));
        return true;
    }

    @Override
    public boolean unfollow(Id<Topic> topic, Id<User> person) {
        return forum.follows.remove(new Memory.Pair<>(topic, person));
    }

    @Override
    public Set<Id<Topic>> followed(Id<User> person, Collection<Id<Topic>> topics) {
        return topics.stream()
                .filter(topic ->
                        forum.follows.get(new Memory.Pair<>(topic, person)).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Id<User>> followers(Id<Topic> topic) {
        return forum.follows.all().stream()
                .filter(follow -> follow.topicId().equals(topic))
                .map(Follow::userId)
                .sorted()
                .toList();
    }

    @Override
    public List<Follow> follows(Id<User> person, @Nullable Cursor after, int limit) {
        return forum.follows.all().stream()
                .filter(follow -> follow.userId().equals(person))
                .filter(follow -> Keyset.isBefore(follow.createdAt(), follow.topicId(), after))
                .sorted(Comparator.comparing(Follow::createdAt)
                        .thenComparing(Follow::topicId)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void moveFollowers(Id<Topic> from, Id<Topic> to) {
        for (Follow follow : forum.follows.all()) {
            if (follow.topicId().equals(from)) {
                unfollow(from, follow.userId());
                follow(to, follow.userId(), follow.createdAt());
            }
        }
    }

    @Override
    public void leadOn(Id<Topic> from, Id<Topic> to) {
        for (Topic topic : forum.topics.all()) {
            if (from.equals(topic.mergedInto())) {
                forum.topics.put(topic.id(), leading(topic, to));
            }
        }
    }

    private static Topic leading(Topic topic, Id<Topic> to) {
        return new Topic(
                topic.id(),
                topic.categoryId(),
                topic.authorId(),
                topic.title(),
                topic.type(),
                topic.tags(),
                topic.status(),
                topic.views(),
                topic.posts(),
                topic.edition(),
                topic.bestAnswerId(),
                topic.solvedBy(),
                topic.solvedAt(),
                topic.pinnedAt(),
                to,
                topic.createdAt(),
                topic.editedAt(),
                topic.activeAt(),
                topic.updatedAt(),
                topic.deletedAt(),
                topic.deletedBy());
    }

    @Override
    public void addRedirects(Collection<Redirect> redirects) {
        redirects.forEach(redirect -> forum.redirects.add(MemoryForum.key(redirect), redirect));
    }

    @Override
    public Optional<Id<ForumPost>> redirected(Id<Topic> topic, int edition, int number) {
        return forum.redirects.all().stream()
                .filter(redirect -> redirect.topicId().equals(topic) && redirect.number() == number)
                .filter(redirect -> redirect.edition() >= edition)
                .min(Comparator.comparingInt(Redirect::edition))
                .map(Redirect::postId);
    }

    @Override
    public int purge(Instant before, int limit) {
        List<Topic> due = forum.topics.all().stream()
                .filter(topic -> topic.deletedAt() != null && topic.deletedAt().isBefore(before))
                .sorted(Comparator.<Topic, Instant>comparing(topic -> Objects.requireNonNull(topic.deletedAt()))
                        .thenComparing(Topic::id))
                .limit(limit)
                .toList();
        due.forEach(topic -> remove(topic.id()));
        return due.size();
    }

    @Override
    public void remove(Id<Topic> topic) {
        forum.topics.all().stream()
                .filter(each -> topic.equals(each.mergedInto()))
                .forEach(each -> remove(each.id()));
        forum.posts.all().stream()
                .filter(post -> post.topicId().equals(topic))
                .forEach(post -> forum.removePost(post.id()));
        forum.follows.removeAll(forum.follows.keys().stream()
                .filter(key -> key.first().equals(topic))
                .toList());
        forum.redirects.removeAll(forum.redirects.keys().stream()
                .filter(key -> key.first().equals(topic))
                .toList());
        forum.drafts.removeAll(forum.drafts.all().stream()
                .filter(draft -> topic.equals(draft.topicId()))
                .map(ForumDraft::id)
                .toList());
        forum.topics.remove(topic);
    }

    @Override
    public List<Topic> by(Id<User> person, @Nullable Cursor after, int limit) {
        return forum.topics.all().stream()
                .filter(topic -> topic.authorId().equals(person))
                .filter(topic -> !topic.title().equals(Topic.GONE))
                .filter(topic -> Keyset.isAfter(topic.createdAt(), topic.id(), after))
                .sorted(Comparator.comparing(Topic::createdAt).thenComparing(Topic::id))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Topic> leaving(Id<User> person, boolean kept, int limit) {
        return forum.topics.all().stream()
                .filter(topic -> topic.authorId().equals(person))
                .filter(topic -> !topic.title().equals(Topic.GONE))
                .filter(topic -> !kept || topic.isDeleted())
                .sorted(Comparator.comparing(Topic::createdAt)
                        .thenComparing(Topic::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Topic> solvedBy(Id<User> person, int limit) {
        return forum.topics.all().stream()
                .filter(topic -> person.equals(topic.solvedBy()))
                .limit(limit)
                .toList();
    }

    @Override
    public int removeFollows(Id<User> person, int limit) {
        List<Follow> theirs = follows(person, null, limit);
        theirs.forEach(follow -> unfollow(follow.topicId(), person));
        return theirs.size();
    }
}
