package org.somoim.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
                known.noteSeries(
                        uid,
                        begun(actor, group, foreign, foreign.rule(), tx.now()).id(),
                        tx.now());
            }
            return ForeignEvent.Outcome.ADDED;
        });
    }

    private Event called(Actor actor, @Nullable Id<Group> group, Plan plan) {
        return group == null ? events.callOwn(actor, plan) : events.call(actor, group, plan);
    }

    private Course begun(Actor actor, @Nullable Id<Group> group, ForeignEvent foreign, Rule rule, Instant now) {
        When when = foreign.plan().when();
        Set<LocalDateTime> without = new HashSet<>(foreign.without());
        without.addAll(foreign.moved().keySet());
        LocalDateTime from = when.starts();
        int passed = 0;
        if (!when.startsAt().isAfter(now)) {
            LocalDateTime today = when.zone().local(now).plusSeconds(1);
            passed = recurrence
                    .starts(rule, from, when.zone(), from, today, MOST_STARTS)
                    .size();
            from = recurrence.starts(rule, from, when.zone(), today, LocalDateTime.MAX, 1).stream()
                    .findFirst()
                    .orElseThrow(EventReason.IN_THE_PAST::refuse);
        }
        Plan first = foreign.plan().at(when.movedTo(from));
        Rule rest = without(rule, passed);
        Course course = recurrences.begin(actor, group, first, rest, without);
        moved(foreign.moved(), now).forEach(plan -> called(actor, group, plan));
        return course;
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
