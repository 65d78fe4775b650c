package org.somoim.ratings;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;

/**
 * Plug. Answers for ratings. Whoever was rated is given the average and the comments that were published, not the single
 * ratings: those would name who gave them.
 */
public final class RatingPersonalData implements PersonalDataSource {
    private static final int PAGE = 100;

    static final Inventory KEPT = Inventory.of("ratings")
            .table("ratings", Purpose.SAFETY)
            .person("rater-id", OnErasure.EMPTIED)
            .person("rated-id", OnErasure.REMOVED)
            .about("rater-id", "comment", "created-at", "closes-at", "event-id")
            .about("rated-id", "stars", "published-at")
            .plain("id")
            .table("reputation-summaries", Purpose.SAFETY)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "reputation", "ratings", "created-at", "updated-at")
            .done();

    private final RatingStore store;

    public RatingPersonalData(RatingStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        given(person, to);
        said(person, to);
        store.reputation(person)
                .ifPresent(reputation -> to.accept(Excerpt.of("reputation-summaries")
                        .number("reputation", reputation.hundredths())
                        .number("ratings", reputation.ratings())
                        .done()));
    }

    private void given(Id<User> person, Consumer<Excerpt> to) {
        @Nullable Cursor after = null;
        List<Rating> page;
        do {
            page = store.given(person, after, PAGE);
            for (Rating rating : page) {
                to.accept(Excerpt.of("ratings")
                        .id("event-id", rating.eventId())
                        .id("rated-id", rating.ratedId())
                        .number("stars", rating.stars())
                        .text("comment", rating.comment())
                        .time("created-at", rating.createdAt())
                        .done());
                after = Cursor.of(rating.createdAt(), rating.id());
            }
        } while (page.size() == PAGE);
    }

    private void said(Id<User> person, Consumer<Excerpt> to) {
        @Nullable Id<Rating> after = null;
        List<RatingStore.Said> page;
        do {
            page = store.comments(person, after, PAGE);
            for (RatingStore.Said said : page) {
                to.accept(Excerpt.of("ratings")
                        .text("said-of-you", said.comment())
                        .done());
                after = said.id();
            }
        } while (page.size() == PAGE);
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        int forgotten = store.forgetRater(leaving.person(), most);
        return forgotten + store.removeRated(leaving.person(), Math.max(1, most - forgotten));
    }
}
