package org.somoim.ratings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/** Port. Keeps ratings, and what follows from them. Writes must happen inside a transaction. */
public interface RatingStore {

    /**
     * Keeps a new rating.
     *
     * @return false, and nothing is kept, if this rater has rated this person for this event
     */
    boolean add(Rating rating);

    Optional<Rating> find(Id<Rating> rating);

    /**
     * What {@code rater} gave, newest first ({@code createdAt}, then the id).
     *
     * @param after only older ones than this, or null
     */
    List<Rating> given(Id<User> rater, @Nullable Cursor after, int limit);

    /** Whom {@code rater} has rated for this event. */
    Set<Id<User>> ratedBy(Id<User> rater, Id<?> event);

    /**
     * People of whom so many ratings of different raters wait and are open that they can be published, in the order of
     * their ids. A rating is open when it was given before {@code before} and, before {@code before}, was returned or could
     * no longer be.
     *
     * @param leastRaters different ones
     */
    List<Id<User>> due(Instant before, int leastRaters, int limit);

    /**
     * Publishes what waits and is open of one person; see {@link #due}.
     *
     * @return how many
     */
    int publish(Id<User> person, Instant before, Instant at);

    /** Of everything published about someone. */
    Total total(Id<User> person);

    /** Adds or replaces what follows for one person, who is rated. */
    void put(Reputation reputation, Instant at);

    Optional<Reputation> reputation(Id<User> person);

    /**
     * Comments on someone that were published, in the order of the ratings' ids, which says nothing.
     *
     * @param after only those after this rating, or null
     */
    List<Said> comments(Id<User> person, @Nullable Id<Rating> after, int limit);

    /**
     * Takes out the name and the words of {@code rater} where a rating counts, and removes it where it does not.
     *
     * @return how many
     */
    int forgetRater(Id<User> rater, int limit);

    /**
     * Removes ratings of {@code person}, and what follows from them.
     *
     * @return how many
     */
    int removeRated(Id<User> person, int limit);

    /** @param sum of stars */
    record Total(long sum, int ratings) {}

    /** What somebody said who is not named. */
    record Said(Id<Rating> id, Prose comment) {}
}
