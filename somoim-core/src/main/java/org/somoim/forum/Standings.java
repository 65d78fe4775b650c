package org.somoim.forum;

import java.util.Collection;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.profiles.ContributionStanding;
import org.somoim.profiles.Profiles;

/** Keeps the standing of people in step with what others appreciate: worked out anew in the change that may alter it. */
final class Standings {
    private final ForumPostStore posts;
    private final Profiles profiles;

    Standings(ForumPostStore posts, Profiles profiles) {
        this.posts = posts;
        this.profiles = profiles;
    }

    void settle(Work.Tx tx, Id<User> author) {
        profiles.credit(tx, author, worth(author));
    }

    void settle(Work.Tx tx, Collection<Id<User>> authors) {
        authors.forEach(author -> settle(tx, author));
    }

    /** If a topic is not solved any more by what solved it: the author of that loses what it brought. */
    void lost(Work.Tx tx, Topic before, Topic after, Id<User> by) {
        Id<ForumPost> answer = before.bestAnswerId();
        if (answer != null && !answer.equals(after.bestAnswerId())) {
            posts.find(answer).map(ForumPost::authorId).ifPresent(author -> settle(tx, author));
            tx.announce(new ForumFact.SolutionTakenBack(before.id(), answer, by));
        }
    }

    private ContributionStanding worth(Id<User> author) {
        return Merit.of(posts.appreciations(author), posts.countAppreciated(author));
    }
}
