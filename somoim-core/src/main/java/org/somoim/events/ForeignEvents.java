package org.somoim.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Takes meetings over from other calendars. Bringing the same one again changes nothing. What came of it is an event or a
 * series like any other, called by whoever brought it; of a series that began long ago only what is still to come.
 */
public final class ForeignEvents {
    private static final Pattern COUNT = Pattern.compile("COUNT=([0-9]{1,9})");
    private static final int MOST_STARTS = 100_000;

    private final ForeignUids known;
    private final Events events;
    private final Recurrences recurrences;
    private final Recurrence recurrence;
    private final Access access;
    private final Work work;

    public ForeignEvents(
            ForeignUids known,
            Events events,
            Recurrences recurrences,
            Recurrence recurrence,
            Access access,
            Work work) {
        this.known = known;
        this.events = events;
        this.recurrences = recurrences;
        this.recurrence = recurrence;
        this.access = access;
        this.work = work;
    }

    /**
     * Refuses whoever may bring nothing, before they have gone to the trouble.
     *
     * @param group null for what the actor hosts
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public void check(Actor actor, @Nullable Id<Group> group) {
        work.read(() -> host(actor, group));
    }

    private Id<?> host(Actor actor, @Nullable Id<Group> group) {
        Id<User> person = access.requirePerson(actor);
        if (group == null) {
            return person;
        }
        access.require(actor, EventAction.CALL, group);
        return group;
    }

    /**
     * Brings one meeting, with all of its occurrences.
     *
     * @param group which is to host it, or null if the actor does
     * @throws org.somoim.kernel.Refusal as {@link Events#call} and {@link Recurrences#begin}; {@link EventReason#IN_THE_PAST}
     *     also for a series of which nothing is still to come
     */
    public ForeignEvent.Outcome bring(Actor actor, @Nullable Id<Group> group, ForeignEvent foreign) {
        return work.call(tx -> {
            access.requirePerson(actor);
            Id<?> host = host(actor, group);
            Secrets.Digest uid = new Secrets.Secret(foreign.uid().value()).digest();
            if (known.isKnown(uid, host)) {
                return ForeignEvent.Outcome.KNOWN;
            }
            if (foreign.rule() == null) {
                known.note(uid, called(actor, group, foreign.plan()).id(), tx.now());
            } else {
                bring(tx, actor, group, foreign, foreign.rule(), uid);
            }
            return ForeignEvent.Outcome.ADDED;
        });
    }

    private Event called(Actor actor, @Nullable Id<Group> group, Plan plan) {
        return group == null ? events.callOwn(actor, plan) : events.call(actor, group, plan);
    }

    /** Of a series that is over there still may be what was moved. */
    private void bring(
            Work.Tx tx, Actor actor, @Nullable Id<Group> group, ForeignEvent foreign, Rule rule, Secrets.Digest uid) {
        Optional<Course> course = begun(actor, group, foreign, rule, tx.now());
        List<Event> moved = moved(foreign.moved(), tx.now()).stream()
                .map(plan -> called(actor, group, plan))
                .toList();
        if (course.isPresent()) {
            known.noteSeries(uid, course.get().id(), tx.now());
        } else {
            Event first = moved.stream().findFirst().orElseThrow(EventReason.IN_THE_PAST::refuse);
            known.note(uid, first.id(), tx.now());
        }
    }

    /** Empty if by the rule it takes place no more. */
    private Optional<Course> begun(
            Actor actor, @Nullable Id<Group> group, ForeignEvent foreign, Rule rule, Instant now) {
        When when = foreign.plan().when();
        mustNotBeTooOften(rule, when);
        Set<LocalDateTime> without = new HashSet<>(foreign.without());
        without.addAll(foreign.moved().keySet());
        LocalDateTime today = when.startsAt().isAfter(now)
                ? when.starts()
                : when.zone().local(now).plusSeconds(1);
        List<LocalDateTime> next =
                recurrence.starts(rule, when.starts(), when.zone(), today, LocalDateTime.MAX, without.size() + 1);
        if (today.equals(when.starts()) && !next.contains(today)) {
            throw EventReason.NEVER.refuse();
        }
        return next.stream()
                .filter(start -> !without.contains(start))
                .findFirst()
                .map(from -> {
                    int passed = recurrence
                            .starts(rule, when.starts(), when.zone(), when.starts(), from, MOST_STARTS)
                            .size();
                    Plan first = foreign.plan().at(when.movedTo(from));
                    return recurrences.begin(actor, group, first, without(rule, passed), without);
                });
    }

    /** Asked first: all the rest takes the longer the more there were. */
    private void mustNotBeTooOften(Rule rule, When when) {
        LocalDateTime first = when.starts();
        List<LocalDateTime> starts =
                recurrence.starts(rule, first, when.zone(), first, first.plus(Recurrences.AHEAD), Recurrences.MOST + 1);
        if (starts.size() > Recurrences.MOST) {
            throw EventReason.TOO_OFTEN.refuse();
        }
    }

    /** What differs from the rule takes place for itself. */
    private static List<Plan> moved(Map<LocalDateTime, Plan> moved, Instant now) {
        return moved.values().stream()
                .filter(plan -> plan.when().startsAt().isAfter(now))
                .toList();
    }

    /** The rule for what is left of it. */
    private static Rule without(Rule rule, int passed) {
        Matcher count = COUNT.matcher(rule.value());
        if (passed == 0 || !count.find()) {
            return rule;
        }
        return new Rule(count.replaceFirst("COUNT=" + (Integer.parseInt(count.group(1)) - passed)));
    }
}
