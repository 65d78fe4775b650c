package org.somoim.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.Appreciation;
import org.somoim.forum.Category;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumPostStore;
import org.somoim.forum.Tally;
import org.somoim.forum.Topic;
import org.somoim.forum.Verdict;
import org.somoim.forum.Vote;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/** Posts of topics in memory. */
public final class MemoryForumPostStore implements ForumPostStore {
    private static final Comparator<ForumPost> OLDEST =
            Comparator.comparing(ForumPost::createdAt).thenComparing(ForumPost::id);

    private final MemoryForum forum;

    MemoryForumPostStore(MemoryForum forum) {
        this.forum = forum;
    }

    @Override
    public void add(ForumPost post) {
        mustBeFree(post.topicId(), post.number(), post.id());
        forum.posts.add(post.id(), post);
    }

    @Override
    public void put(ForumPost post) {
        mustBeFree(post.topicId(), post.number(), post.id());
        ForumPost before = find(post.id()).orElseThrow();
        forum.posts.put(post.id(), counted(post, before.likes(), before.helpful(), before.quality()));
    }

    private void mustBeFree(Id<Topic> topic, int number, Id<ForumPost> id) {
        if (number > 0
                && numbered(topic, number)
                        .filter(there -> !there.id().equals(id))
                        .isPresent()) {
            throw new IllegalStateException("there already is a post of this number");
        }
    }

    @Override
    public Optional<ForumPost> find(Id<ForumPost> post) {
        return forum.posts.get(post);
    }

    private Stream<ForumPost> of(Id<Topic> topic) {
        return forum.posts.all().stream().filter(post -> post.topicId().equals(topic));
    }

    @Override
    public Optional<ForumPost> numbered(Id<Topic> topic, int number) {
        return of(topic).filter(post -> post.number() == number && number > 0).findFirst();
    }

    @Override
    public Optional<ForumPost> opening(Id<Topic> topic) {
        return numbered(topic, 1)
                .or(() -> of(topic).filter(ForumPost::isWaiting).min(OLDEST));
    }

    @Override
    public long lastRank(Id<Topic> topic) {
        return of(topic).mapToLong(ForumPost::rank).max().orElse(0);
    }

    @Override
    public List<ForumPost> in(Id<Topic> topic, @Nullable Id<User> apartFrom, @Nullable Cursor after, int limit) {
        return shown(topic, apartFrom)
                .filter(post -> after == null || post.number() > after.at().toEpochMilli())
                .sorted(Comparator.comparing(ForumPost::number))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ForumPost> best(Id<Topic> topic, @Nullable Id<User> apartFrom, @Nullable Cursor after, int limit) {
        return shown(topic, apartFrom)
                .filter(post -> post.number() > 1)
                .filter(post -> Keyset.isBefore(Instant.ofEpochMilli(post.quality()), post.id(), after))
                .sorted(Comparator.comparing(ForumPost::quality)
                        .thenComparing(ForumPost::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private Stream<ForumPost> shown(Id<Topic> topic, @Nullable Id<User> apartFrom) {
        List<ForumPost> all =
                of(topic).filter(post -> !post.isDeleted() && post.number() > 0).toList();
        Set<Id<User>> apart =
                forum.apart(apartFrom, all.stream().map(ForumPost::authorId).collect(Collectors.toSet()));
        return all.stream().filter(post -> !apart.contains(post.authorId()));
    }

    private Stream<ForumPost> living(Predicate<Topic> in) {
        return forum.posts.all().stream()
                .filter(forum::lives)
                .filter(post -> forum.topics.get(post.topicId()).filter(in).isPresent());
    }

    @Override
    public List<ForumPost> waiting(Set<Id<Category>> categories, @Nullable Cursor after, int limit) {
        return living(topic -> categories.contains(topic.categoryId()))
                .filter(ForumPost::isWaiting)
                .filter(post -> Keyset.isAfter(post.createdAt(), post.id(), after))
                .sorted(OLDEST)
                .limit(limit)
                .toList();
    }

    @Override
    public int countWaiting(Id<Category> category, Id<User> author) {
        return (int) living(topic -> topic.categoryId().equals(category))
                .filter(post -> post.isWaiting() && post.authorId().equals(author))
                .count();
    }

    @Override
    public boolean isKnown(Id<Category> category, Id<User> author) {
        return living(topic -> topic.categoryId().equals(category))
                .anyMatch(post -> !post.isWaiting() && post.authorId().equals(author));
    }

    @Override
    public boolean isAnswered(Id<Topic> topic, Id<User> author) {
        return of(topic).anyMatch(post -> !post.authorId().equals(author));
    }

    @Override
    public List<Place> places(Id<Topic> topic) {
        Comparator<ForumPost> waitingLast = Comparator.comparing(ForumPost::isWaiting);
        return of(topic)
                .sorted(waitingLast.thenComparing(ForumPost::number).thenComparing(OLDEST))
                .map(post -> new Place(post.id(), topic, post.number(), post.rank()))
                .toList();
    }

    @Override
    public void place(Collection<Place> places) {
        for (Place place : places) {
            ForumPost post = find(place.postId()).orElseThrow();
            forum.posts.put(
                    post.id(),
                    new ForumPost(
                            post.id(),
                            place.topicId(),
                            post.authorId(),
                            place.number(),
                            place.rank(),
                            post.body(),
                            post.likes(),
                            post.helpful(),
                            post.quality(),
                            post.createdAt(),
                            post.editedAt(),
                            post.updatedAt(),
                            post.deletedAt(),
                            post.deletedBy()));
        }
        places.forEach(place -> mustBeFree(place.topicId(), place.number(), place.postId()));
    }

    @Override
    public boolean like(Id<ForumPost> post, Id<User> person, Instant at) {
        var key = new Memory.Pair<>(post, person);
        if (forum.likes.get(key).isPresent()) {
            return false;
        }
        forum.likes.add(key, new Like(post, person, at));
        return true;
    }

    @Override
    public boolean unlike(Id<ForumPost> post, Id<User> person) {
        return forum.likes.remove(new Memory.Pair<>(post, person));
    }

    @Override
    public void vote(Vote vote) {
        forum.votes.put(new Memory.Pair<>(vote.postId(), vote.userId()), vote);
    }

    @Override
    public boolean unvote(Id<ForumPost> post, Id<User> person) {
        return forum.votes.remove(new Memory.Pair<>(post, person));
    }

    @Override
    public Map<Id<ForumPost>, Verdict> verdicts(Id<User> person, Collection<Id<ForumPost>> posts) {
        Map<Id<ForumPost>, Verdict> found = new HashMap<>();
        for (Id<ForumPost> post : posts) {
            forum.votes.get(new Memory.Pair<>(post, person)).ifPresent(vote -> found.put(post, vote.verdict()));
        }
        return found;
    }

    @Override
    public Set<Id<ForumPost>> liked(Id<User> person, Collection<Id<ForumPost>> posts) {
        return posts.stream()
                .filter(post -> forum.likes.get(new Memory.Pair<>(post, person)).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public Tally tally(Id<ForumPost> post) {
        int likes = (int) forum.likes.keys().stream()
                .filter(key -> key.first().equals(post))
                .count();
        Map<Verdict, Long> votes = forum.votes.all().stream()
                .filter(vote -> vote.postId().equals(post))
                .collect(Collectors.groupingBy(Vote::verdict, Collectors.counting()));
        return new Tally(
                likes,
                votes.getOrDefault(Verdict.HELPFUL, 0L).intValue(),
                votes.getOrDefault(Verdict.UNHELPFUL, 0L).intValue());
    }

    @Override
    public void putTally(Id<ForumPost> post, int likes, int helpful, int quality) {
        forum.posts.put(post, counted(find(post).orElseThrow(), likes, helpful, quality));
    }

    private static ForumPost counted(ForumPost post, int likes, int helpful, int quality) {
        return new ForumPost(
                post.id(),
                post.topicId(),
                post.authorId(),
                post.number(),
                post.rank(),
                post.body(),
                likes,
                helpful,
                quality,
                post.createdAt(),
                post.editedAt(),
                post.updatedAt(),
                post.deletedAt(),
                post.deletedBy());
    }

    @Override
    public List<Appreciation> appreciations(Id<User> author) {
        Map<Id<User>, Appreciation> byPerson = new TreeMap<>();
        for (Given given : given(post -> forum.lives(post) && post.authorId().equals(author))) {
            byPerson.merge(
                    given.by(),
                    new Appreciation(given.by(), given.solved() ? 0 : 1, given.solved() ? 1 : 0),
                    (one, other) ->
                            new Appreciation(one.by(), one.helpful() + other.helpful(), one.solved() + other.solved()));
        }
        return List.copyOf(byPerson.values());
    }

    @Override
    public int countAppreciated(Id<User> author) {
        return (int) given(post -> forum.lives(post) && post.authorId().equals(author)).stream()
                .map(Given::post)
                .distinct()
                .count();
    }

    @Override
    public List<Id<User>> appreciatedIn(Id<Topic> topic) {
        return given(post -> post.topicId().equals(topic)).stream()
                .map(given -> find(given.post()).orElseThrow().authorId())
                .distinct()
                .sorted()
                .toList();
    }

    private record Given(Id<ForumPost> post, Id<User> by, boolean solved) {}

    private List<Given> given(Predicate<ForumPost> where) {
        Stream<Given> helpful = forum.votes.all().stream()
                .filter(vote -> vote.verdict() == Verdict.HELPFUL)
                .map(vote -> new Given(vote.postId(), vote.userId(), false));
        Stream<Given> solved = forum.topics.all().stream()
                .filter(topic -> topic.bestAnswerId() != null && topic.solvedBy() != null)
                .map(topic -> new Given(
                        Objects.requireNonNull(topic.bestAnswerId()), Objects.requireNonNull(topic.solvedBy()), true));
        return Stream.concat(helpful, solved)
                .filter(given -> find(given.post())
                        .filter(post -> post.number() > 0)
                        .filter(post -> !post.authorId().equals(given.by()))
                        .filter(where)
                        .isPresent())
                .toList();
    }

    @Override
    public int purge(Instant before, int limit) {
        List<ForumPost> due = forum.posts.all().stream()
                .filter(post -> post.deletedAt() != null && post.deletedAt().isBefore(before))
                .filter(post -> forum.emptied.get(post.id()).isEmpty() && forum.lives(post.topicId()))
                .limit(limit)
                .toList();
        for (ForumPost post : due) {
            if (post.isWaiting()) {
                remove(post.id());
            } else {
                empty(post.id(), Objects.requireNonNull(post.deletedAt()));
            }
        }
        return due.size();
    }

    @Override
    public void empty(Id<ForumPost> id, Instant at) {
        ForumPost post = find(id).orElseThrow();
        forum.removeGiven(id);
        forum.emptied.put(id, at);
        forum.posts.put(id, withBody(counted(post, 0, 0, 0), ForumPost.GONE));
    }

    private static ForumPost withBody(ForumPost post, Prose body) {
        return new ForumPost(
                post.id(),
                post.topicId(),
                post.authorId(),
                post.number(),
                post.rank(),
                body,
                post.likes(),
                post.helpful(),
                post.quality(),
                post.createdAt(),
                null,
                post.updatedAt(),
                post.deletedAt(),
                post.deletedBy());
    }

    @Override
    public void remove(Id<ForumPost> post) {
        forum.removePost(post);
    }

    private Stream<ForumPost> whole(Id<User> author) {
        return forum.posts.all().stream()
                .filter(post -> post.authorId().equals(author))
                .filter(post -> forum.emptied.get(post.id()).isEmpty());
    }

    @Override
    public List<ForumPost> by(Id<User> author, @Nullable Cursor after, int limit) {
        return whole(author)
                .filter(post -> Keyset.isAfter(post.createdAt(), post.id(), after))
                .sorted(OLDEST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<ForumPost> latest(Id<User> author, @Nullable Cursor after, int limit) {
        return whole(author)
                .filter(forum::lives)
                .filter(post -> Keyset.isBefore(post.createdAt(), post.id(), after))
                .sorted(OLDEST.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<ForumPost> leaving(Id<User> author, boolean kept, int limit) {
        return whole(author)
                .filter(post -> !kept || post.isDeleted() || post.isWaiting())
                .sorted(OLDEST.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Like> likes(Id<User> person, @Nullable Cursor after, int limit) {
        return forum.likes.all().stream()
                .filter(like -> like.userId().equals(person))
                .filter(like -> Keyset.isAfter(like.createdAt(), like.postId(), after))
                .sorted(Comparator.comparing(Like::createdAt).thenComparing(Like::postId))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Vote> votes(Id<User> person, @Nullable Cursor after, int limit) {
        return forum.votes.all().stream()
                .filter(vote -> vote.userId().equals(person))
                .filter(vote -> Keyset.isAfter(vote.createdAt(), vote.postId(), after))
                .sorted(Comparator.comparing(Vote::createdAt).thenComparing(Vote::postId))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Whereabouts> whereabouts(Set<? extends Id<?>> contents) {
        Stream<Whereabouts> ofTopics = forum.topics.all().stream()
                .filter(topic -> contents.contains(topic.id()) && !topic.isDeleted())
                .map(topic -> new Whereabouts(
                        topic.id(),
                        topic.id(),
                        topic.categoryId(),
                        topic.authorId(),
                        topic.authorId(),
                        topic.status().isShown()));
        Stream<Whereabouts> ofPosts = forum.posts.all().stream()
                .filter(post -> contents.contains(post.id()) && forum.lives(post))
                .map(post -> {
                    Topic topic = forum.topics.get(post.topicId()).orElseThrow();
                    return new Whereabouts(
                            post.id(),
                            topic.id(),
                            topic.categoryId(),
                            post.authorId(),
                            topic.authorId(),
                            topic.status().isShown() && !post.isWaiting());
                });
        return Stream.concat(ofTopics, ofPosts).toList();
    }
}
