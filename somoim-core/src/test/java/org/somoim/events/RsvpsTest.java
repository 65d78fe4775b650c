package org.somoim.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.events.Admission.Promotion;
import org.somoim.events.Rsvp.Answer;
import org.somoim.events.Rsvp.Attendance;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.memory.Community;

@Covers({"RSV-1", "RSV-2", "RSV-3"})
class RsvpsTest {
    private static final String NOT_ALLOWED = "access.not-allowed";

    private final Community town = new Community();
    private final Events events = town.somoim.events();
    private final Rsvps rsvps = town.somoim.rsvps();
    private final Actor.Person owner = town.person();
    private final Group group = town.openGroup(owner);
    private final Actor.Person caller = town.memberOf(group);
    private final Actor.Person one = town.memberOf(group);
    private final Actor.Person two = town.memberOf(group);
    private final Actor.Person three = town.memberOf(group);
    private final Actor.Person stranger = town.person();

    private Id<Event> event(int seats, Promotion promotion) {
        return events.call(
                        caller,
                        group.id(),
                        town.plan("모임").limited(seats).admitting(Admission.PRESET.promoting(promotion)))
                .id();
    }

    private Answer answerOf(Actor person, Id<Event> event) {
        return rsvps.own(person, event).answer();
    }

    private List<String> told(Actor.Person person) {
        town.somoim.deliver();
        return town.somoim.notifications().list(person, Page.Ask.first(), false).items().stream()
                .map(told -> told.kind().value())
                .filter(kind -> kind.startsWith("events.") && !kind.equals("events.called"))
                .toList();
    }

    // Answering

    @Test
    void oneSaysWhetherOneComesAndSaysOtherwiseLater() {
        Id<Event> event = event(1, Promotion.AUTOMATIC);
        assertThat(rsvps.attend(one, event, 0).answer()).isEqualTo(Answer.GOING);
        assertThat(rsvps.interested(two, event).answer()).isEqualTo(Answer.INTERESTED);
        assertThat(rsvps.decline(three, event).answer()).isEqualTo(Answer.NOT_GOING);
        assertThat(rsvps.tally(stranger, event)).isEqualTo(new Tally(1, 1, 0));
        assertThat(rsvps.attend(one, event, 0)).isEqualTo(rsvps.own(one, event));

        rsvps.withdraw(one, event);
        assertRefused("events.not-answered", () -> rsvps.own(one, event));
        assertThat(rsvps.tally(one, event)).isEqualTo(new Tally(0, 1, 0));
        rsvps.withdraw(one, event);
    }

    @Test
    @Covers("PRF-12")
    void whoGoesIsForMembersAndWhoWaitsForThoseWhoLookAfterTheEvent() {
        Id<Event> event = event(1, Promotion.AUTOMATIC);
        rsvps.attend(one, event, 0);
        rsvps.attend(two, event, 0);
        assertThat(listed(three, event, Answer.GOING)).containsExactly(one.id());
        assertRefused(NOT_ALLOWED, () -> listed(stranger, event, Answer.GOING));
        assertRefused(NOT_ALLOWED, () -> listed(three, event, Answer.WAITLISTED));
        assertThat(listed(caller, event, Answer.WAITLISTED)).containsExactly(two.id());
        assertRefused(NOT_ALLOWED, () -> rsvps.attend(stranger, event, 0));
        town.somoim.profiles().block(one, three.id());
        assertThat(listed(three, event, Answer.GOING)).isEmpty();
        assertThat(listed(owner, event, Answer.GOING)).containsExactly(one.id());
    }

    private List<Id<User>> listed(Actor reader, Id<Event> event, Answer answer) {
        return rsvps.list(reader, event, answer, Page.Ask.first()).items().stream()
                .map(Rsvp::userId)
                .toList();
    }

    @Test
    @Covers("EVT-2")
    void thoseWhoGoLearnHowToGetThere() {
        Event event = events.call(
                caller,
                group.id(),
                town.plan("모임").in(Venue.at(Line.of("비밀 정원")).shownTo(Venue.ShownTo.GOING)));
        assertThat(events.find(one, event.id()).address()).isNull();
        rsvps.attend(one, event.id(), 0);
        assertThat(events.find(one, event.id()).address()).isEqualTo(Line.of("비밀 정원"));
        rsvps.decline(one, event.id());
        assertThat(events.find(one, event.id()).address()).isNull();
    }

    @Test
    void whatIsCalledOffOrOverTakesNoAnswers() {
        Id<Event> off = event(1, Promotion.AUTOMATIC);
        Id<Event> over = event(1, Promotion.AUTOMATIC);
        rsvps.attend(one, off, 0);
        events.cancel(caller, off);
        assertRefused("events.cancelled", () -> rsvps.attend(two, off, 0));
        assertThat(answerOf(one, off)).isEqualTo(Answer.GOING);
        town.clock.advance(Duration.ofDays(30));
        assertRefused("events.over", () -> rsvps.attend(one, over, 0));
        assertRefused("events.over", () -> rsvps.decline(one, over));
    }

    // Seats and guests

    @Test
    @Covers("EVT-8")
    void guestsTakeSeatsToo() {
        Id<Event> event = events.call(
                        caller, group.id(), town.plan("모임").limited(4).admitting(Admission.PRESET.withGuests(3)))
                .id();
        assertRefused("events.too-many-guests", () -> rsvps.attend(one, event, 4));
        assertRefused("events.too-many-guests", () -> rsvps.attend(one, event, -1));
        rsvps.attend(one, event, 2);
        assertThat(rsvps.attend(two, event, 1).answer()).isEqualTo(Answer.WAITLISTED);
        // There is one seat, but whoever comes later does not pass the pair that waits.
        assertThat(rsvps.attend(three, event, 0).answer()).isEqualTo(Answer.WAITLISTED);
        assertRefused("events.full", () -> rsvps.attend(one, event, 3));
        rsvps.attend(one, event, 1);
        assertThat(answerOf(two, event)).isEqualTo(Answer.GOING);
        assertThat(answerOf(three, event)).isEqualTo(Answer.WAITLISTED);
        assertThat(rsvps.tally(one, event)).isEqualTo(new Tally(4, 0, 1));
        // A smaller party leaves room.
        rsvps.attend(two, event, 0);
        assertThat(answerOf(three, event)).isEqualTo(Answer.GOING);
    }

    @Test
    @Covers("EVT-8")
    void loweringTheLimitPutsNobodyOutAndRaisingItLetsPeopleIn() {
        Id<Event> event = event(2, Promotion.AUTOMATIC);
        rsvps.attend(one, event, 0);
        rsvps.attend(two, event, 0);
        rsvps.attend(three, event, 0);
        events.edit(caller, event, plan -> plan.limited(1));
        assertThat(rsvps.tally(one, event)).isEqualTo(new Tally(2, 0, 1));
        rsvps.decline(one, event);
        assertThat(answerOf(three, event)).isEqualTo(Answer.WAITLISTED);
        events.edit(caller, event, plan -> plan.limited(2));
        assertThat(answerOf(three, event)).isEqualTo(Answer.GOING);
    }

    @Test
    void aPartyThatIsLargerThanTheWholeEventDoesNotHoldUpTheOthers() {
        Id<Event> event = events.call(
                        caller, group.id(), town.plan("모임").limited(2).admitting(Admission.PRESET.withGuests(1)))
                .id();
        rsvps.attend(one, event, 1);
        rsvps.attend(two, event, 1);
        rsvps.attend(three, event, 0);
        events.edit(caller, event, plan -> plan.limited(1));
        rsvps.decline(one, event);
        assertThat(answerOf(two, event)).isEqualTo(Answer.WAITLISTED);
        assertThat(answerOf(three, event)).isEqualTo(Answer.GOING);
    }

    // The four policies

    @Test
    void whoWaitsLongestMovesUpByThemselvesAndIsTold() {
        Id<Event> event = event(1, Promotion.AUTOMATIC);
        rsvps.attend(one, event, 0);
        assertThat(rsvps.attend(two, event, 0).line()).isEqualTo(1);
        assertThat(rsvps.attend(three, event, 0).line()).isEqualTo(2);
        rsvps.decline(one, event);
        assertThat(answerOf(two, event)).isEqualTo(Answer.GOING);
        assertThat(answerOf(three, event)).isEqualTo(Answer.WAITLISTED);
        assertThat(told(two)).containsExactly("events.seat-found");
        assertThat(told(three)).isEmpty();
        // Who comes back comes last.
        assertThat(rsvps.attend(one, event, 0).line()).isEqualTo(3);
    }

    @Test
    void anOfferKeepsASeatUntilItIsTakenUpDeclinedOrLapses() {
        Id<Event> event = event(1, Promotion.OFFER);
        rsvps.attend(one, event, 0);
        rsvps.attend(two, event, 0);
        rsvps.attend(three, event, 0);
        rsvps.withdraw(one, event);
        assertThat(rsvps.own(two, event).offeredUntil())
                .isEqualTo(town.clock.instant().plus(Duration.ofDays(1)));
        assertThat(told(two)).containsExactly("events.seat-offered");
        assertThat(rsvps.attend(one, event, 0).answer()).isEqualTo(Answer.WAITLISTED);

        town.clock.advance(Duration.ofDays(1).minusSeconds(1));
        town.somoim.tick();
        assertThat(rsvps.own(two, event).isOffered()).isTrue();
        town.clock.advance(Duration.ofSeconds(1));
        town.somoim.tick();
        assertThat(answerOf(two, event)).isEqualTo(Answer.INTERESTED);
        assertThat(rsvps.own(three, event).isOffered()).isTrue();
        assertThat(rsvps.attend(three, event, 0).answer()).isEqualTo(Answer.GOING);
        assertThat(told(three)).containsExactly("events.seat-offered");
        assertThat(rsvps.own(one, event).isOffered()).isFalse();
        rsvps.decline(three, event);
        assertThat(rsvps.own(one, event).isOffered()).isTrue();
    }

    @Test
    void whatIsGivenEarlyIsOfferedLate() {
        Event event = events.call(
                caller,
                group.id(),
                town.plan("모임")
                        .limited(1)
                        .admitting(
                                Admission.PRESET.promoting(Promotion.OFFER_LATE).offeringWithin(6)));
        rsvps.attend(one, event.id(), 0);
        rsvps.attend(two, event.id(), 0);
        rsvps.attend(three, event.id(), 0);
        until(event.startsAt().minus(Duration.ofHours(6)).minusMillis(1));
        rsvps.decline(one, event.id());
        assertThat(answerOf(two, event.id())).isEqualTo(Answer.GOING);
        until(event.startsAt().minus(Duration.ofHours(6)));
        rsvps.decline(two, event.id());
        assertThat(rsvps.own(three, event.id()).offeredUntil()).isEqualTo(event.startsAt());
    }

    private void until(Instant time) {
        town.clock.advance(Duration.between(town.clock.instant(), time));
    }

    @Test
    void whereSeatsAreGivenByHandNobodyMovesUpByThemselves() {
        Id<Event> event = event(1, Promotion.MANUAL);
        rsvps.attend(one, event, 0);
        rsvps.attend(two, event, 0);
        rsvps.attend(three, event, 0);
        assertRefused("events.full", () -> rsvps.promote(caller, event, three.id()));
        rsvps.decline(one, event);
        assertThat(answerOf(two, event)).isEqualTo(Answer.WAITLISTED);
        assertRefused(NOT_ALLOWED, () -> rsvps.promote(two, event, two.id()));
        assertThat(rsvps.promote(caller, event, three.id()).answer()).isEqualTo(Answer.GOING);
        assertThat(told(three)).containsExactly("events.seat-found");
        assertRefused("events.not-waiting", () -> rsvps.promote(caller, event, three.id()));
    }

    @Test
    void nobodyMovesUpOnceItHasStartedOrWasCalledOff() {
        Event event = events.find(caller, event(1, Promotion.AUTOMATIC));
        rsvps.attend(one, event.id(), 0);
        rsvps.attend(two, event.id(), 0);
        until(event.startsAt());
        rsvps.decline(one, event.id());
        assertThat(answerOf(two, event.id())).isEqualTo(Answer.WAITLISTED);
    }

    // Approval

    @Test
    void whereOneIsLetInOneAsksFirst() {
        Id<Event> event = events.call(
                        caller, group.id(), town.plan("모임").limited(1).admitting(Admission.PRESET.approving(true)))
                .id();
        assertThat(rsvps.attend(one, event, 0).waitsForApproval()).isTrue();
        rsvps.attend(two, event, 0);
        assertThat(told(caller)).containsExactly("events.asked");
        assertThat(rsvps.tally(one, event)).isEqualTo(new Tally(0, 0, 0));
        assertRefused(NOT_ALLOWED, () -> rsvps.approve(one, event, one.id()));
        assertThat(rsvps.approve(caller, event, two.id()).answer()).isEqualTo(Answer.GOING);
        assertThat(rsvps.approve(owner, event, one.id()).line()).isEqualTo(1);
        assertThat(told(one)).containsExactly("events.admitted");
        assertRefused("events.not-waiting", () -> rsvps.approve(owner, event, one.id()));
        assertThat(rsvps.turnDown(caller, event, two.id()).answer()).isEqualTo(Answer.NOT_GOING);
        assertThat(answerOf(one, event)).isEqualTo(Answer.GOING);
        assertThat(told(two)).contains("events.turned-down");
        assertRefused("events.not-answered", () -> rsvps.turnDown(caller, event, three.id()));
    }

    // Attendance

    @Test
    @Covers("X6")
    void whoCameIsNotedDownBesideTheAnswer() {
        Event event = events.find(caller, event(2, Promotion.AUTOMATIC));
        rsvps.attend(one, event.id(), 0);
        rsvps.interested(two, event.id());
        until(event.startsAt().minus(Rsvps.DOORS).minusMillis(1));
        assertRefused("events.too-early", () -> note(one, event, Attendance.CHECKED_IN));
        until(event.startsAt().minus(Rsvps.DOORS));
        assertThat(note(one, event, Attendance.CHECKED_IN).answer()).isEqualTo(Answer.GOING);
        assertThat(rsvps.own(one, event.id()).attendance()).isEqualTo(Attendance.CHECKED_IN);
        assertRefused("events.too-early", () -> note(one, event, Attendance.NO_SHOW));
        assertRefused("events.not-going", () -> note(two, event, Attendance.CHECKED_IN));
        assertRefused(NOT_ALLOWED, () -> rsvps.note(one, event.id(), one.id(), Attendance.CHECKED_IN));
        until(event.overAt());
        assertThat(note(one, event, Attendance.NO_SHOW).attendance()).isEqualTo(Attendance.NO_SHOW);
        assertThat(rsvps.note(caller, event.id(), one.id(), null).attendance()).isNull();
    }

    private Rsvp note(Actor.Person person, Event event, Attendance attendance) {
        return rsvps.note(caller, event.id(), person.id(), attendance);
    }

    // News

    @Test
    @Covers({"NTF-2", "EVT-10"})
    void thoseWhoComeHearOfAnotherTimeAndThatItIsOff() {
        Id<Event> event = event(1, Promotion.AUTOMATIC);
        rsvps.attend(one, event, 0);
        rsvps.attend(two, event, 0);
        rsvps.decline(three, event);
        events.edit(
                caller,
                event,
                plan -> plan.at(plan.when().movedTo(plan.when().starts().plusHours(1))));
        assertThat(told(one)).containsExactly("events.changed");
        assertThat(told(three)).isEmpty();
        events.cancel(caller, event);
        assertThat(told(one)).containsExactly("events.cancelled");
        assertThat(told(two)).containsExactly("events.cancelled");
        assertThat(told(three)).isEmpty();
    }

    @Test
    void whoAskedToBeLetInComesByAnsweringAgainOnceNobodyNeedsTo() {
        Event event = town.somoim
                .events()
                .call(owner, group.id(), town.plan("모임").admitting(Admission.PRESET.approving(true)));
        Actor.Person asking = town.memberOf(group);
        assertThat(rsvps.attend(asking, event.id(), 0).answer()).isEqualTo(Answer.WAITLISTED);
        town.somoim.events().edit(owner, event.id(), plan -> plan.admitting(Admission.PRESET));
        assertThat(rsvps.attend(asking, event.id(), 0).answer()).isEqualTo(Answer.GOING);
        assertThat(rsvps.tally(owner, event.id())).isEqualTo(new Tally(1, 0, 0));
    }
}
