package org.somoim.ratings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.access.Restraint;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.profiles.ProfileAction;
import org.somoim.profiles.Profiles;
import org.somoim.ratings.RatingStore.Said;

/**
 * Lets people who met say what they think of one another, so that it cannot be used against them.
 *
 * <ul>
 *   <li>Only those who came to an event rate one another for it, once each, within {@link #WINDOW} after its end.
 *   <li>Nobody sees a rating but whoever gave it. It counts when the other has rated in return, or can no longer do so; so
 *       none can be given in return for another.
 *   <li>What counts is told as an average only, and an average changes only by the ratings of at least {@value
 *       #LEAST_RATERS} different people at once, at the turn of a week. So the difference of two averages, or the time at which
 *       one changes, does not tell what one person gave: in a crew of three, where there are two raters, nothing is told.
 * </ul>
 *
 * What it is not: two of three raters who tell one another what they gave can compute what the third did. Somebody who is
 * rated five stars by all knows what each of them gave.
 */
public final class Ratings {
    /** How long after an event people rate one another. */
    public static final Duration WINDOW = Duration.ofDays(14);
    /** Least different people whose ratings begin to count together. */
    public static final int LEAST_RATERS = 3;

    private static final int PEOPLE_AT_ONCE = 100;

    private final RatingStore store;
    private final Attendances attendances;
    private final Profiles profiles;
    private final InstantSource clock;
    private final Access access;
    private final Work work;

    public Ratings(
            RatingStore store,
            Attendances attendances,
            Profiles profiles,
            InstantSource clock,
            Access access,
            Work work) {
        this.store = store;
        this.attendances = attendances;
        this.profiles = profiles;
        this.clock = clock;
        this.access = access;
        this.work = work;
    }

    /**
     * Rates someone whom the actor met. Who has not come to the event, and who is parted from the actor, is as good as
     * nobody.
     *
     * @throws org.somoim.kernel.Refusal {@link RatingReason#NOT_ONESELF}, {@link RatingReason#NOT_OVER_YET}, {@link
     *     RatingReason#TOO_LATE}, {@link RatingReason#ALREADY_RATED}, {@code access.not-found}
     */
    public Rating rate(Actor actor, Id<?> event, Id<User> rated, Judgement judgement) {
        return work.call(tx -> {
            Id<User> rater = access.requirePerson(actor);
            Attendance attendance = attended(rater, event);
            if (!rated.equals(rater) && !ratable(rater, attendance).contains(rated)) {
                throw access.notFound(rated);
            }
            Instant closes = attendance.ended().plus(WINDOW);
            if (tx.now().isBefore(attendance.ended())) {
                throw RatingReason.NOT_OVER_YET.refuse(event);
            }
            if (!tx.now().isBefore(closes)) {
                throw RatingReason.TOO_LATE.refuse(event);
            }
            var rating = new Rating(
                    tx.newRandomId(),
                    event,
                    rater,
                    rated,
                    judgement.stars(),
                    judgement.comment(),
                    tx.now(),
                    closes,
                    null);
            if (!store.add(rating)) {
                throw RatingReason.ALREADY_RATED.refuse(event, rated);
            }
            tx.announce(new RatingFact.Given(event));
            return rating;
        });
    }

    /**
     * Whom the actor can still rate for an event; nobody before it is over and after the time for it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public Set<Id<User>> toRate(Actor actor, Id<?> event) {
        return work.read(() -> {
            Id<User> rater = access.requirePerson(actor);
            Attendance attendance = attended(rater, event);
            Instant now = clock.instant();
            if (now.isBefore(attendance.ended())
                    || !now.isBefore(attendance.ended().plus(WINDOW))) {
                return Set.of();
            }
            Set<Id<User>> left = ratable(rater, attendance);
            left.removeAll(store.ratedBy(rater, event));
            return Set.copyOf(left);
        });
    }

    /** What the actor gave, newest first. */
    public Page<Rating> given(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> rater = access.requirePerson(actor);
            return Page.of(
                    ask,
                    (after, limit) -> store.given(rater, after, limit),
                    rating -> Cursor.of(rating.createdAt(), rating.id()));
        });
    }

    /**
     * What follows from everything published about someone. Where their settings do not let the actor know it, they are
     * not rated yet; nor is anybody who does not exist.
     */
    public Reputation reputation(Actor actor, Id<User> person) {
        return work.read(() -> {
            Id<User> reader = access.requirePerson(actor);
            boolean isShown =
                    access.mayOnPage(reader, ProfileAction.SEE, person) && profiles.showsStanding(actor, person);
            return isShown
                    ? store.reputation(person).orElseGet(() -> Reputation.none(person))
                    : Reputation.none(person);
        });
    }

    /** What was said of the actor by people who are not named, in no order; without what is hidden by a decision. */
    public Page<Said> comments(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            Map<Id<?>, Set<Restraint>> laid = new HashMap<>();
            return Page.of(
                    ask,
                    (after, limit) -> {
                        List<Said> batch = store.comments(person, after == null ? null : new Id<>(after.id()), limit);
                        laid.putAll(
                                access.restraints(batch.stream().map(Said::id).collect(Collectors.toSet())));
                        return batch;
                    },
                    said -> Cursor.of(Instant.EPOCH, said.id()),
                    said -> !Restraint.hides(laid.getOrDefault(said.id(), Set.of())));
        });
    }

    /**
     * Makes those ratings count that are due at the last turn of a week, Monday at midnight UTC. Called again, it changes
     * nothing until the next.
     *
     * @return how many people's reputation changed
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int publish(Actor actor) {
        int all = 0;
        int step;
        do {
            step = work.call(tx -> {
                access.requireSite(actor, RatingAction.PUBLISH);
                Instant turn = turnOfTheWeek(tx.now());
                List<Id<User>> due = store.due(turn, LEAST_RATERS, PEOPLE_AT_ONCE);
                for (Id<User> person : due) {
                    store.publish(person, turn, tx.now());
                    RatingStore.Total total = store.total(person);
                    store.put(Reputation.of(person, total.sum(), total.ratings()), tx.now());
                    tx.announce(new RatingFact.Published(person));
                }
                return due.size();
            });
            all += step;
        } while (step == PEOPLE_AT_ONCE);
        return all;
    }

    private static Instant turnOfTheWeek(Instant now) {
        return now.atOffset(ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .with(LocalTime.MIDNIGHT)
                .toInstant();
    }

    private Attendance attended(Id<User> rater, Id<?> event) {
        return attendances
                .of(event, rater)
                .filter(attendance -> attendance.has(rater))
                .orElseThrow(() -> access.notFound(event));
    }

    private Set<Id<User>> ratable(Id<User> rater, Attendance attendance) {
        Set<Id<User>> others = new HashSet<>(attendance.people());
        others.remove(rater);
        others.removeAll(access.apart(rater, others));
        others.removeIf(other -> !access.isActive(other));
        return others;
    }
}
