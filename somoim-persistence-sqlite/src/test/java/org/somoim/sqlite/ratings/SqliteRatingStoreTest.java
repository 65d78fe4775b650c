package org.somoim.sqlite.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.events.Event;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Community;
import org.somoim.ratings.Rating;
import org.somoim.ratings.RatingStore;
import org.somoim.ratings.RatingStoreContract;
import org.somoim.sqlite.OpenDatabase;

@Covers({"DAT-14", "TST-3"})
class SqliteRatingStoreTest implements RatingStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private Community town;

    @BeforeEach
    void settle() {
        town = database.community();
    }

    @Override
    public RatingStore store() {
        return town.ports.ratings();
    }

    @Override
    public Transactor transactor() {
        return town.ports.transactor();
    }

    @Override
    public Ids ids() {
        return town.ports.ids();
    }

    @Override
    public Id<User> person() {
        return town.person().id();
    }

    @Override
    public Id<Event> event() {
        Actor.Person host = town.person();
        return town.event(host, town.openGroup(host)).id();
    }

    @Test
    @Covers({"RTG-5", "RTG-7"})
    void whatIsLookedForHasAnIndex() {
        assertThat(database.ask("select name from sqlite_schema where type = 'index'"))
                .contains("somoim_idx_ratings_rated_user", "somoim_idx_users_reputation");
    }

    /** Whoever deletes an event does not delete what people thought of one another there. */
    @Test
    @Covers("RTG-6")
    void whatCountsOutlivesItsEvent() {
        Id<User> rated = person();
        List<Id<User>> raters = List.of(person(), person(), person());
        Id<Event> event = event();
        transactor().run(() -> {
            for (int stars = 3; stars <= 5; stars++) {
                store().add(new Rating(
                        ids().random(), event, raters.get(stars - 3), rated, stars, null, NOON, CLOSED, null));
            }
        });
        town.clock.advance(Duration.ofDays(60));
        town.somoim.ratings().publish(Actor.host("test"));
        String summary = "select ratings || ' ' || reputation from somoim_reputation_summaries";
        assertThat(database.ask(summary)).containsExactly("3 400");

        database.execute("delete from somoim_events");
        assertThat(database.ask(summary)).containsExactly("3 400");
        assertThat(database.ask("select total_ratings || ' ' || average_rating from somoim_user_reputation"
                        + " where total_ratings > 0"))
                .containsExactly("3 4.0");
        assertThat(store().given(rated, null, 10)).isEmpty();
    }

    /** Whoever writes past the library is stopped by the tables. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update somoim_ratings set stars = 0",
                "update somoim_ratings set stars = 6",
                "update somoim_ratings set rated_id = rater_id",
                "update somoim_ratings set closes_at = created_at",
                "insert into somoim_reputation_summaries select rated_id, 501, 1, 0, 0 from somoim_ratings"
            })
    @Covers({"RTG-2", "RTG-3", "RTG-4", "RTG-7"})
    void theTablesRefuseWhatTheLibraryWould(String statement) {
        var rating = new Rating(ids().random(), event(), person(), person(), 3, null, NOON, CLOSED, null);
        transactor().run(() -> store().add(rating));
        assertThatThrownBy(() -> database.execute(statement)).hasMessageContaining("constraint");
    }
}
