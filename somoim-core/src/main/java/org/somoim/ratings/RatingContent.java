package org.somoim.ratings;

import java.util.Optional;
import java.util.Set;
import org.somoim.access.Access;
import org.somoim.access.Restraint;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.moderation.ContentHandler;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Snapshot;
import org.somoim.moderation.Subject;

/**
 * Plug. What is said of somebody with a rating can be reported by the one person who reads it. Those who decide are shown who
 * said it, and whoever it is about is not. Stars are not acted upon: they are part of an average.
 */
public final class RatingContent implements ContentHandler {
    private static final Word COMMENT = new Word("rating-comment");
    private static final Set<Measure.Kind> SOME = Set.of(Measure.Kind.NUDGE, Measure.Kind.HOLD, Measure.Kind.HIDE);
    private static final int ONE = 1;

    private final RatingStore store;
    private final Access access;

    public RatingContent(RatingStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    public Word kind() {
        return COMMENT;
    }

    @Override
    public Set<Measure.Kind> measures() {
        return SOME;
    }

    @Override
    public Snapshot read(Actor actor, Id<?> id) {
        Id<User> reader = access.requirePerson(actor);
        return published(id)
                .filter(rating -> rating.ratedId().equals(reader))
                .filter(rating -> !Restraint.hides(access.restraints(id)))
                .map(RatingContent::snapshot)
                .orElseThrow(() -> access.notFound(id));
    }

    @Override
    public Optional<Snapshot> find(Id<?> id) {
        return published(id).map(RatingContent::snapshot);
    }

    private Optional<Rating> published(Id<?> id) {
        return store.find(new Id<>(id.value()))
                .filter(rating -> rating.publishedAt() != null && rating.comment() != null);
    }

    private static Snapshot snapshot(Rating rating) {
        return new Snapshot(
                new Subject(COMMENT, rating.id()),
                rating.raterId(),
                null,
                null,
                rating.comment(),
                rating.createdAt(),
                ONE);
    }
}
