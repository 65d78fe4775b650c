package org.somoim.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.ratings.Rating;
import org.somoim.ratings.RatingStore;
import org.somoim.ratings.Reputation;

/** Ratings in memory. */
public final class MemoryRatingStore implements RatingStore {
    private final Memory.Table<Id<Rating>, Rating> ratings;
    private final Memory.Table<Id<User>, Reputation> reputations;

    public MemoryRatingStore(Memory memory) {
        ratings = memory.table();
        reputations = memory.table();
    }

    private Stream<Rating> all(Predicate<Rating> which) {
        return ratings.all().stream().filter(which);
    }

    @Override
    public boolean add(Rating rating) {
        boolean isNew = all(other -> Objects.equals(other.eventId(), rating.eventId())
                        && other.ratedId().equals(rating.ratedId())
                        && rating.raterId() != null
                        && rating.raterId().equals(other.raterId()))
                .findAny()
                .isEmpty();
        if (isNew) {
            ratings.add(rating.id(), rating);
        }
        return isNew;
    }

    @Override
    public Optional<Rating> find(Id<Rating> rating) {
        return ratings.get(rating);
    }

    @Override
    public List<Rating> given(Id<User> rater, @Nullable Cursor after, int limit) {
        return all(rating -> rater.equals(rating.raterId()))
                .filter(rating -> Keyset.isBefore(rating.createdAt(), rating.id(), after))
                .sorted(Comparator.comparing(Rating::createdAt)
                        .thenComparing(Rating::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Set<Id<User>> ratedBy(Id<User> rater, Id<?> event) {
        return all(rating -> rater.equals(rating.raterId()) && rating.eventId().equals(event))
                .map(Rating::ratedId)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Id<User>> due(Instant before, int leastRaters, int limit) {
        Map<Id<User>, List<Rating>> open = all(rating -> isOpen(rating, before))
                .collect(Collectors.groupingBy(Rating::ratedId, TreeMap::new, Collectors.toList()));
        return open.entrySet().stream()
                .filter(one ->
                        one.getValue().stream().map(Rating::raterId).distinct().count() >= leastRaters)
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
    }

    private boolean isOpen(Rating rating, Instant before) {
        return rating.publishedAt() == null
                && rating.createdAt().isBefore(before)
                && (!rating.closesAt().isAfter(before) || isReturned(rating, before));
    }

    private boolean isReturned(Rating rating, Instant before) {
        return all(other -> Objects.equals(other.eventId(), rating.eventId())
                        && rating.ratedId().equals(other.raterId())
                        && other.ratedId().equals(rating.raterId())
                        && other.createdAt().isBefore(before))
                .findAny()
                .isPresent();
    }

    @Override
    public int publish(Id<User> person, Instant before, Instant at) {
        List<Rating> open = all(rating -> rating.ratedId().equals(person) && isOpen(rating, before))
                .toList();
        open.forEach(rating -> ratings.put(rating.id(), with(rating, rating.raterId(), rating.comment(), at)));
        return open.size();
    }

    private static Rating with(
            Rating rating, @Nullable Id<User> rater, @Nullable Prose comment, @Nullable Instant publishedAt) {
        return new Rating(
                rating.id(),
                rating.eventId(),
                rater,
                rating.ratedId(),
                rating.stars(),
                comment,
                rating.createdAt(),
                rating.closesAt(),
                publishedAt);
    }

    @Override
    public Total total(Id<User> person) {
        List<Rating> published = all(rating -> rating.ratedId().equals(person) && rating.publishedAt() != null)
                .toList();
        return new Total(published.stream().mapToLong(rating -> rating.stars()).sum(), published.size());
    }

    @Override
    public void put(Reputation reputation, Instant at) {
        reputations.put(reputation.userId(), reputation);
    }

    @Override
    public Optional<Reputation> reputation(Id<User> person) {
        return reputations.get(person);
    }

    @Override
    public List<Said> comments(Id<User> person, @Nullable Id<Rating> after, int limit) {
        List<Said> said = new ArrayList<>();
        all(rating -> rating.ratedId().equals(person) && rating.publishedAt() != null)
                .filter(rating -> after == null || rating.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Rating::id))
                .forEach(rating -> {
                    if (rating.comment() != null) {
                        said.add(new Said(rating.id(), rating.comment()));
                    }
                });
        return said.stream().limit(limit).toList();
    }

    @Override
    public int forgetRater(Id<User> rater, int limit) {
        List<Rating> found =
                all(rating -> rater.equals(rating.raterId())).limit(limit).toList();
        for (Rating rating : found) {
            if (rating.publishedAt() == null) {
                ratings.remove(rating.id());
            } else {
                ratings.put(rating.id(), with(rating, null, null, rating.publishedAt()));
            }
        }
        return found.size();
    }

    @Override
    public int removeRated(Id<User> person, int limit) {
        List<Rating> found =
                all(rating -> rating.ratedId().equals(person)).limit(limit).toList();
        found.forEach(rating -> ratings.remove(rating.id()));
        boolean had = reputations.remove(person);
        return found.size() + (had ? 1 : 0);
    }
}
