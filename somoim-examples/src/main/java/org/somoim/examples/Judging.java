package org.somoim.examples;

import org.somoim.Somoim;
import org.somoim.events.Event;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.ratings.Judgement;
import org.somoim.ratings.Rating;

/** The example of the document about ratings. */
final class Judging {
    private Judging() {}

    static Rating rate(Somoim somoim, Actor minji, Event hike, Id<User> jun) {
        // tag::rate
        Rating rating = somoim.ratings().rate(minji, hike.id(), jun, Judgement.of(5));
        // end::rate
        return rating;
    }
}
