package org.somoim.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.ratings.RatingStore.Said;
import org.somoim.ratings.RatingStore.Total;

/** What every store of ratings does. */
@Covers({"RTG-1", "RTG-3", "RTG-6", "RTG-7"})
public interface RatingStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Instant CLOSED = NOON.plus(Duration.ofDays(14));

    RatingStore store();

    Transactor transactor();

    Ids ids();

    /** The id of an account that is there. */
    Id<User> person();

    /** The id of an event that is there. */
    Id<?> event();

    private <R> R change(Supplier<R> work) {
        return transactor().call(work);
    }

    private Rating rating(Id<?> event, Id<User> rater, Id<User> rated, int stars, @Nullable String said, Instant at) {
        return new Rating(
                ids().random(), event, rater, rated, stars, said == null ? null : new Prose(said), at, CLOSED, null);
    }

    private Rating added(Id<?> event, Id<User> rater, Id<User> rated, int stars, @Nullable String said, Instant at) {
        Rating rating = rating(event, rater, rated, stars, said, at);
        assertThat(change(() -> store().add(rating))).isTrue();
        return rating;
    }

    @Test
    default void oneRatesAnotherOnceForAnEvent() {
        Id<?> event = event();
        Id<User> minji = person();
        Id<User> jun = person();
        Rating first = added(event, minji, jun, 4, "또 봐요", NOON);

        assertThat(change(() -> store().add(rating(event, minji, jun, 1, null, NOON))))
                .isFalse();
        Rating back = added(event, jun, minji, 5, null, NOON);
        Rating later = added(event(), minji, jun, 1, null, NOON.plusMillis(1));

        assertThat(store().given(minji, null, 10)).containsExactly(later, first);
        assertThat(store().given(minji, Cursor.of(later.createdAt(), later.id()), 10))
                .containsExactly(first);
        assertThat(store().given(jun, null, 10)).containsExactly(back);
        assertThat(store().ratedBy(minji, event)).containsExactly(jun);
    }

    @Test
    default void whatWaitsIsDueWhenEnoughDifferentPeopleHaveRatedAndItIsOpen() {
        Id<?> event = event();
        Id<User> jun = person();
        List<Id<User>> others = Stream.generate(this::person).limit(3).toList();
        others.forEach(other -> added(event, other, jun, 5, null, NOON));

        assertThat(store().due(CLOSED.minusMillis(1), 3, 10)).isEmpty();
        assertThat(store().due(CLOSED, 3, 10)).containsExactly(jun);
        assertThat(store().due(CLOSED, 4, 10)).isEmpty();
        Instant returned = NOON.plusSeconds(1);
        others.forEach(other -> added(event, jun, other, 3, null, NOON));
        assertThat(store().due(NOON, 3, 10)).isEmpty();
        assertThat(store().due(returned, 3, 10)).containsExactly(jun);

        assertThat(change(() -> store().publish(jun, returned, CLOSED))).isEqualTo(3);
        assertThat(store().due(CLOSED, 1, 10))
                .containsExactlyElementsOf(others.stream().sorted().toList());
        assertThat(store().total(jun)).isEqualTo(new Total(15, 3));
        assertThat(store().total(others.get(0))).isEqualTo(new Total(0, 0));
    }

    @Test
    default void onePersonWhoRatesOftenIsOne() {
        Id<User> jun = person();
        Id<User> minji = person();
        for (int i = 0; i < 5; i++) {
            added(event(), minji, jun, 1, null, NOON);
        }
        added(event(), person(), jun, 5, null, NOON);

        assertThat(store().due(CLOSED, 3, 10)).isEmpty();
        assertThat(store().due(CLOSED, 2, 10)).containsExactly(jun);
    }

    @Test
    default void whatFollowsIsKeptAndReplaced() {
        Id<User> jun = person();
        assertThat(store().reputation(jun)).isEmpty();
        transactor().run(() -> store().put(new Reputation(jun, 433, 3), NOON));
        transactor().run(() -> store().put(new Reputation(jun, 450, 6), NOON));

        assertThat(store().reputation(jun)).contains(new Reputation(jun, 450, 6));
    }

    @Test
    default void publishedCommentsComeInTheOrderOfTheirIds() {
        Id<?> event = event();
        Id<User> jun = person();
        List<Rating> said = Stream.of("one", "two", "three")
                .map(word -> added(event, person(), jun, 5, word, NOON))
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        added(event, person(), jun, 5, null, NOON);
        assertThat(store().comments(jun, null, 10)).isEmpty();
        change(() -> store().publish(jun, CLOSED, CLOSED));

        assertThat(store().comments(jun, null, 10))
                .containsExactlyElementsOf(said.stream()
                        .map(rating ->
                                new Said(rating.id(), new Prose(rating.comment().value())))
                        .toList());
        assertThat(store().comments(jun, said.get(0).id(), 1))
                .extracting(Said::id)
                .containsExactly(said.get(1).id());
    }

    @Test
    default void whoGoesTakesTheirWordsAlongAndLeavesTheAverageAsItIs() {
        Id<?> event = event();
        Id<User> jun = person();
        Id<User> minji = person();
        added(event, minji, jun, 2, "published", NOON);
        added(event, person(), jun, 4, null, NOON);
        change(() -> store().publish(jun, CLOSED, CLOSED));
        added(event(), minji, jun, 1, "waiting", NOON);

        assertThat(change(() -> store().forgetRater(minji, 10))).isEqualTo(2);
        assertThat(change(() -> store().forgetRater(minji, 10))).isZero();
        assertThat(store().given(minji, null, 10)).isEmpty();
        assertThat(store().comments(jun, null, 10)).isEmpty();
        assertThat(store().total(jun)).isEqualTo(new Total(6, 2));

        transactor().run(() -> store().put(new Reputation(jun, 300, 2), NOON));
        assertThat(change(() -> store().removeRated(jun, 10))).isEqualTo(3);
        assertThat(change(() -> store().removeRated(jun, 10))).isZero();
        assertThat(store().total(jun)).isEqualTo(new Total(0, 0));
        assertThat(store().reputation(jun)).isEmpty();
    }
}
