package org.somoim.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.events.Rsvp.Answer;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.memory.Community;
import org.somoim.personaldata.Wish;
import org.somoim.profiles.Audience;
import org.somoim.profiles.PrivacySetting;

@Covers({"RSV-3", "EVT-8"})
class ReleasesTest {
    private static final Actor HOST = Actor.host("test");

    private final Community town = new Community();
    private final Somoim somoim = town.somoim;
    private final Events events = somoim.events();
    private final Rsvps rsvps = somoim.rsvps();
    private final Actor.Person owner = town.person();
    private final Group group = town.openGroup(owner);
    private final Actor.Person one = town.memberOf(group);
    private final Actor.Person two = town.memberOf(group);

    /** Of the group, with one seat: one goes, two waits. */
    private Event fullEvent() {
        Event event = events.call(owner, group.id(), town.plan("모임").limited(1));
        rsvps.attend(one, event.id(), 0);
        rsvps.attend(two, event.id(), 0);
        return event;
    }

    /** The same, hosted by the owner. */
    private Event fullOwnEvent(boolean isPublic) {
        Event event = events.callOwn(owner, town.plan("집들이").limited(1).open(isPublic));
        rsvps.attend(one, event.id(), 0);
        rsvps.attend(two, event.id(), 0);
        return event;
    }

    private void show(Audience audience) {
        somoim.profiles().changeSettings(owner, Map.of(PrivacySetting.PROFILE_VISIBILITY, audience));
        somoim.deliver();
    }

    private Answer answerOf(Actor.Person person, Event event) {
        return rsvps.own(person, event.id()).answer();
    }

    private void assertPassedOn(Event event) {
        assertThat(answerOf(two, event)).isEqualTo(Answer.WAITLISTED);
        somoim.deliver();
        assertThat(answerOf(two, event)).isEqualTo(Answer.GOING);
        assertThat(rsvps.tally(two, event.id())).isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    void theSeatOfWhoLeftGoesToWhoWaits() {
        Event event = fullEvent();
        somoim.memberships().leave(one, group.id());
        assertPassedOn(event);
        assertThat(told(two)).containsExactly("events.seat-found");
        assertThat(told(one)).isEmpty();
    }

    @Test
    void theSeatOfWhoWasRemovedGoesToWhoWaits() {
        Event event = fullEvent();
        somoim.members().remove(owner, group.id(), one.id());
        assertPassedOn(event);
    }

    @Test
    void theSeatOfWhoWasBannedGoesToWhoWaits() {
        Event event = fullEvent();
        somoim.members().ban(owner, group.id(), one.id());
        assertPassedOn(event);
    }

    @Test
    void theSeatOfWhoClosedTheirAccountGoesToWhoWaits() {
        Event event = fullEvent();
        somoim.accounts().deactivate(one);
        assertPassedOn(event);
    }

    @Test
    void theSeatOfWhoWasSuspendedGoesToWhoWaits() {
        Event event = fullEvent();
        somoim.accounts().suspend(HOST, one.id());
        assertPassedOn(event);
    }

    @Test
    void theSeatOfWhoIsErasedGoesToWhoWaits() {
        Event event = fullEvent();
        somoim.personalData().erase(HOST, one.id(), Wish.REMOVE, Map.of());
        somoim.deliver();
        somoim.tick();
        assertThat(answerOf(two, event)).isEqualTo(Answer.GOING);
        assertThat(rsvps.tally(two, event.id())).isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    @Covers("PRF-12")
    void aBlockInEitherDirectionFreesASeatAtWhatOneHosts() {
        show(Audience.EVERYONE);
        Event blocked = fullOwnEvent(true);
        somoim.profiles().block(owner, one.id());
        assertPassedOn(blocked);

        Actor.Person three = town.person();
        rsvps.attend(three, blocked.id(), 0);
        somoim.profiles().block(two, owner.id());
        somoim.deliver();
        assertThat(answerOf(three, blocked)).isEqualTo(Answer.GOING);
        assertRefused("access.not-found", () -> rsvps.own(two, blocked.id()));
    }

    @Test
    @Covers({"EVT-9", "X24"})
    void whatIsShownToFewerFreesTheSeatsOfTheOthers() {
        show(Audience.EVERYONE);
        Event event = events.callOwn(owner, town.plan("집들이").limited(1));
        Actor.Person stranger = town.person();
        rsvps.attend(stranger, event.id(), 0);
        rsvps.attend(two, event.id(), 0);
        events.edit(owner, event.id(), plan -> plan.open(false));
        assertPassedOn(event);

        show(Audience.NOBODY);
        assertThat(rsvps.tally(owner, event.id())).isEqualTo(new Tally(0, 0, 0));
    }

    @Test
    @Covers("X24")
    void whoSharesNoGroupWithTheHostAnyMoreLosesTheirSeat() {
        show(Audience.GROUPS);
        Event event = fullOwnEvent(false);
        somoim.memberships().leave(one, group.id());
        assertPassedOn(event);
    }

    @Test
    void whoIsBackBeforeAnybodyHeardKeepsTheirSeat() {
        Event event = fullEvent();
        somoim.memberships().leave(one, group.id());
        somoim.memberships().join(one, group.id());
        somoim.deliver();
        assertThat(answerOf(one, event)).isEqualTo(Answer.GOING);
        assertThat(answerOf(two, event)).isEqualTo(Answer.WAITLISTED);
    }

    @Test
    void whoCameToWhatIsOverStaysOnTheList() {
        Event event = fullEvent();
        town.clock.advance(Duration.between(town.clock.instant(), event.overAt()));
        somoim.memberships().leave(one, group.id());
        somoim.deliver();
        assertThat(rsvps.tally(owner, event.id())).isEqualTo(new Tally(1, 0, 1));
    }

    @Test
    void nobodyLosesASeatBecauseTheHostHasClosedTheirAccountForAWhile() {
        show(Audience.EVERYONE);
        Event event = fullOwnEvent(true);
        somoim.accounts().suspend(HOST, owner.id());
        somoim.deliver();
        assertRefused("access.not-found", () -> rsvps.own(one, event.id()));
        assertThat(town.ports.rsvps().find(event.id(), one.id()))
                .hasValueSatisfying(rsvp -> assertThat(rsvp.answer()).isEqualTo(Answer.GOING));
    }

    private List<String> told(Actor.Person person) {
        somoim.deliver();
        return somoim.notifications().list(person, Page.Ask.first(), false).items().stream()
                .map(told -> told.kind().value())
                .filter(kind -> !kind.equals("events.called"))
                .toList();
    }

    @Test
    void whoLeftWhileAnEventWasDeletedHoldsNoSeatOnceItIsBack() {
        Event event = fullEvent();
        events.delete(owner, event.id());
        somoim.memberships().leave(one, group.id());
        somoim.deliver();
        events.restore(owner, event.id());
        assertPassedOn(event);
    }

    @Test
    void whoLeavesAGroupKeepsTheirSeatAtAHostWhoHasClosedTheirAccountForAWhile() {
        show(Audience.EVERYONE);
        Event event = events.callOwn(owner, town.plan("집들이").limited(1));
        Group elsewhere = town.openGroup(two);
        somoim.memberships().join(one, elsewhere.id());
        rsvps.attend(one, event.id(), 0);
        somoim.accounts().deactivate(owner);
        somoim.deliver();
        somoim.memberships().leave(one, elsewhere.id());
        somoim.deliver();
        assertThat(town.ports.transactor().read(() -> town.ports.rsvps().find(event.id(), one.id())))
                .isPresent();
    }

    @Test
    void whoMayComeNoLongerIsNotRemindedEither() {
        Event event = events.call(owner, group.id(), town.plan("모임"));
        rsvps.attend(one, event.id(), 0);
        somoim.deliver();
        somoim.memberships().leave(one, group.id());
        somoim.deliver();
        town.clock.advance(
                Duration.between(town.clock.instant(), event.startsAt().minus(Duration.ofHours(23))));
        somoim.tick();
        somoim.deliver();
        assertThat(told(one)).isEmpty();
    }
}
