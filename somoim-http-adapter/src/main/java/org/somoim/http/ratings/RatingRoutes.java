package org.somoim.http.ratings;

import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.put;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Reason;
import org.somoim.kernel.User;
import org.somoim.ratings.Judgement;
import org.somoim.ratings.Rating;
import org.somoim.ratings.RatingReason;
import org.somoim.ratings.RatingStore.Said;
import org.somoim.ratings.Ratings;
import org.somoim.ratings.Reputation;

/** Ratings over HTTP: giving them, and what follows from them. */
public final class RatingRoutes implements Routes {
    private final Ratings ratings;

    public RatingRoutes(Ratings ratings) {
        this.ratings = ratings;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                put("/events/{event}/ratings/{person}", this::rate)
                        .takes(RatingBody.class)
                        .gives(RatingView.class)
                        .says("Rates someone one met at an event, once."),
                get("/events/{event}/ratings/left", this::left)
                        .givesList(PersonView.class)
                        .says("Whom one can still rate for an event."),
                get("/me/ratings", this::given).givesPage(RatingView.class).says("What one gave, newest first."),
                get("/me/rating-comments", this::comments)
                        .givesPage(CommentView.class)
                        .says("What was said of one by people who are not named."),
                get("/people/{person}/reputation", this::reputation)
                        .gives(ReputationView.class)
                        .says("What follows from the ratings of someone, as far as one may know."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(RatingReason.values());
    }

    private Response rate(Request request) {
        Judgement judgement = request.body(RatingBody.class).judgement();
        return Response.ok(
                RatingView.of(ratings.rate(request.actor(), request.id("event"), request.id("person"), judgement)));
    }

    private Response left(Request request) {
        return Response.ok(ratings.toRate(request.actor(), request.id("event")).stream()
                .sorted()
                .map(PersonView::of)
                .toList());
    }

    private Response given(Request request) {
        return Response.page(ratings.given(request.actor(), request.ask()).map(RatingView::of));
    }

    private Response comments(Request request) {
        return Response.page(ratings.comments(request.actor(), request.ask()).map(CommentView::of));
    }

    private Response reputation(Request request) {
        return Response.ok(ReputationView.of(ratings.reputation(request.actor(), request.id("person"))));
    }

    record RatingBody(int stars, @Nullable Prose comment) {
        Judgement judgement() {
            return new Judgement(stars, comment);
        }
    }

    record RatingView(
            String id,
            @Nullable String eventId,
            String personId,
            int stars,
            @Nullable String comment,
            String createdAt,
            boolean counts)
            implements View {
        static RatingView of(Rating rating) {
            return new RatingView(
                    rating.id().toString(),
                    rating.eventId() == null ? null : rating.eventId().toString(),
                    rating.ratedId().toString(),
                    rating.stars(),
                    rating.comment() == null ? null : rating.comment().value(),
                    rating.createdAt().toString(),
                    rating.publishedAt() != null);
        }
    }

    record PersonView(String userId) implements View {
        static PersonView of(Id<User> person) {
            return new PersonView(person.toString());
        }
    }

    record CommentView(String comment) implements View {
        static CommentView of(Said said) {
            return new CommentView(said.comment().value());
        }
    }

    /** @param average two decimals; left out while not rated, as is what is not for the reader to know */
    record ReputationView(boolean rated, @Nullable String average, int ratings) implements View {
        static ReputationView of(Reputation reputation) {
            return new ReputationView(
                    reputation.isRated(),
                    reputation.isRated()
                            ? BigDecimal.valueOf(reputation.hundredths(), 2).toPlainString()
                            : null,
                    reputation.ratings());
        }
    }
}
