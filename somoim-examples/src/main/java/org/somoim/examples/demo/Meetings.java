package org.somoim.examples.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.somoim.Somoim;
import org.somoim.events.Admission;
import org.somoim.events.Course;
import org.somoim.events.Event;
import org.somoim.events.Plan;
import org.somoim.events.Rsvp;
import org.somoim.events.Rule;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.ratings.Judgement;

/** What one group meets for: who calls it, who comes, who waits, and what becomes of it. */
final class Meetings {
    private static final Rule EVERY_WEEK = new Rule("FREQ=WEEKLY");
    private static final int RATERS = 4;
    private static final Zone SEOUL = new Zone("Asia/Seoul");
    private static final Zone LONDON = new Zone("Europe/London");

    private final Somoim somoim;
    private final Timeline timeline;
    private final Instant now;
    private final Id<Group> group;
    private final Actor caller;
    private final List<Resident> members;

    /** @param members from the beginning on, save the caller */
    Meetings(Somoim somoim, Timeline timeline, Instant now, Id<Group> group, Actor caller, List<Resident> members) {
        this.somoim = somoim;
        this.timeline = timeline;
        this.now = now;
        this.group = group;
        this.caller = caller;
        this.members = List.copyOf(members);
    }

    /** @param korean whether it is where Korean is spoken */
    void plan(Gathering gathering, boolean korean) {
        Zone zone = korean ? SEOUL : LONDON;
        var when = new When(
                zone.local(now).toLocalDate().plusDays(gathering.days()).atTime(gathering.time()),
                zone.local(now)
                        .toLocalDate()
                        .plusDays(gathering.days())
                        .atTime(gathering.time())
                        .plusHours(2),
                zone);
        Plan plan = Plan.of(gathering.title(), when).in(gathering.venue()).limited(gathering.seats());
        Instant called = (gathering.days() < 0 ? when.startsAt() : now).minus(Duration.ofDays(6));
        timeline.at(called, () -> call(gathering, plan, called));
    }

    private void call(Gathering gathering, Plan plan, Instant called) {
        switch (gathering.how()) {
            case FULL -> {
                Event event = somoim.events().call(caller, group, plan);
                List<Resident> comers = comers(gathering.seats() + 4);
                answer(event.id(), comers, called);
                timeline.at(
                        hoursAgo(30), () -> somoim.rsvps().decline(comers.get(0).actor(), event.id()));
            }
            case WEEKLY -> weekly(gathering, plan, called);
            case ONLINE ->
                answer(somoim.events().call(caller, group, plan).id(), comers(gathering.seats() / 2), called);
            case CANCELLED -> {
                Event event = somoim.events().call(caller, group, plan);
                answer(event.id(), comers(gathering.seats() / 2), called);
                timeline.at(hoursAgo(24), () -> somoim.events().cancel(caller, event.id()));
            }
            case APPROVAL -> approval(gathering, plan, called);
            case HELD -> held(gathering, plan, called);
        }
    }

    private void weekly(Gathering gathering, Plan plan, Instant called) {
        Course series = somoim.recurrences().begin(caller, group, plan, EVERY_WEEK);
        Event first =
                somoim.recurrences().occurrence(caller, series.id(), plan.when().starts());
        answer(first.id(), comers(gathering.seats() / 2), called);
    }

    private void approval(Gathering gathering, Plan plan, Instant called) {
        Event event = somoim.events().call(caller, group, plan.admitting(Admission.PRESET.approving(true)));
        List<Resident> comers = comers(gathering.seats() - 2);
        answer(event.id(), comers, called);
        comers.subList(0, comers.size() / 2)
                .forEach(comer ->
                        timeline.at(hoursAgo(48), () -> somoim.rsvps().approve(caller, event.id(), comer.id())));
    }

    private void held(Gathering gathering, Plan plan, Instant called) {
        Event event = somoim.events().call(caller, group, plan);
        List<Resident> comers = comers(gathering.seats() - 3);
        answer(event.id(), comers, called);
        for (Resident comer : comers) {
            boolean missed = comer.equals(comers.get(comers.size() - 1));
            timeline.at(event.startsAt().plus(Duration.ofMinutes(40)), () -> somoim.rsvps()
                    .note(
                            caller,
                            event.id(),
                            comer.id(),
                            missed ? Rsvp.Attendance.NO_SHOW : Rsvp.Attendance.CHECKED_IN));
        }
        Instant dayAfter = plan.when().startsAt().plus(Duration.ofDays(1));
        timeline.at(dayAfter, () -> rateOneAnother(event, comers.subList(0, RATERS)));
    }

    /** Each the others, so that for each enough do. */
    private void rateOneAnother(Event event, List<Resident> raters) {
        for (Resident rater : raters) {
            for (Resident rated : raters) {
                if (!rater.equals(rated)) {
                    int stars = (rater.id().hashCode() & 3) == 0 ? 4 : 5;
                    somoim.ratings().rate(rater.actor(), event.id(), rated.id(), Judgement.of(stars));
                }
            }
        }
    }

    /** One after another, in the hours after it was called; and two who may come. */
    private void answer(Id<Event> event, List<Resident> comers, Instant called) {
        Instant at = called;
        for (Resident comer : comers) {
            at = at.plus(Duration.ofHours(3));
            timeline.at(at, () -> somoim.rsvps().attend(comer.actor(), event, 0));
        }
        List<Resident> others = new ArrayList<>(members);
        others.removeAll(comers);
        for (Resident other : others.subList(0, Math.min(2, others.size()))) {
            timeline.at(at, () -> somoim.rsvps().interested(other.actor(), event));
        }
    }

    /** Never always the same. */
    private List<Resident> comers(int wanted) {
        List<Resident> turned = new ArrayList<>(members);
        Collections.rotate(turned, wanted);
        return List.copyOf(turned.subList(0, Math.min(wanted, turned.size())));
    }

    private Instant hoursAgo(int hours) {
        return now.minus(Duration.ofHours(hours));
    }
}
