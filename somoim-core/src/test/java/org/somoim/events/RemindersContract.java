package org.somoim.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Page;
import org.somoim.memory.Community;
import org.somoim.notifications.Notification;

/** Who is reminded of what, on whatever ports. */
@Covers({"CAL-1", "NTF-2", "TST-3"})
public abstract class RemindersContract {
    private static final int DAY = 24 * 60;

    private Community town;
    private Reminders reminders;
    private Actor.Person owner;
    private Actor.Person member;
    private Group group;
    private Event event;
    private long read;
    private int told;

    protected abstract Community open();

    @BeforeEach
    void setScene() {
        town = open();
        reminders = town.somoim.reminders();
        owner = town.person();
        group = town.openGroup(owner);
        member = town.memberOf(group);
        event = town.event(owner, group);
    }

    /** Lets time pass until so many minutes before the start, telling everything. */
    private void goTo(int minutesBefore) {
        town.somoim.deliver();
        set(event.startsAt().minus(Duration.ofMinutes(minutesBefore)));
        facts();
        town.somoim.tick();
        facts();
        town.somoim.deliver();
    }

    private void set(Instant time) {
        town.clock.advance(Duration.between(town.clock.instant(), time));
    }

    private long reminded(Actor.Person person) {
        return town.somoim.notifications().list(person, Page.Ask.first(50), false).items().stream()
                .map(Notification::kind)
                .filter(kind -> kind.value().endsWith("reminder"))
                .count();
    }

    /** How often somebody was reminded so far. */
    private int facts() {
        for (FactLog.Entry entry :
                town.ports.transactor().read(() -> town.ports.facts().after(read, 1000))) {
            told += entry.fact() instanceof EventFact.Reminded ? 1 : 0;
            read = entry.position();
        }
        return told;
    }

    @Test
    void whoComesIsRemindedADayBeforeAndOnce() {
        town.somoim.rsvps().attend(member, event.id(), 0);
        goTo(DAY + 1);
        assertThat(reminded(member)).isZero();
        goTo(DAY);
        assertThat(reminded(member)).isEqualTo(1);
        assertThat(reminded(owner)).isZero();
        assertThat(facts()).isEqualTo(1);
        goTo(60);
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void aClockThatStepsBackOrFarAheadRemindsNobodyTwice() {
        reminders.want(member, event.id(), Set.of(60, 10));
        goTo(60);
        assertThat(facts()).isEqualTo(1);
        goTo(3 * DAY);
        goTo(60);
        goTo(30);
        assertThat(facts()).isEqualTo(1);
        goTo(5);
        goTo(60);
        goTo(0);
        assertThat(facts()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeSaidInTimeIsNotSaidAfterwards() {
        reminders.want(member, event.id(), Set.of(60));
        goTo(-16);
        assertThat(facts()).isZero();
        goTo(60);
        assertThat(facts()).isZero();
    }

    @Test
    void anotherStartIsAnotherReminder() {
        reminders.want(member, event.id(), Set.of(60));
        goTo(60);
        assertThat(facts()).isEqualTo(1);
        event = town.somoim
                .events()
                .edit(
                        owner,
                        event.id(),
                        plan -> plan.at(plan.when().movedTo(plan.when().starts().plusDays(2))));
        goTo(61);
        assertThat(facts()).isEqualTo(1);
        goTo(60);
        assertThat(facts()).isEqualTo(2);
        event = town.somoim
                .events()
                .edit(
                        owner,
                        event.id(),
                        plan -> plan.at(plan.when().movedTo(plan.when().starts().plusHours(3))));
        town.somoim.tick();
        goTo(60);
        assertThat(facts()).isEqualTo(3);
    }

    @Test
    void aStartThatComesBackIsNotRemindedOfAgain() {
        reminders.want(member, event.id(), Set.of(60));
        goTo(60);
        Event before = event;
        event = town.somoim
                .events()
                .edit(
                        owner,
                        event.id(),
                        plan -> plan.at(plan.when().movedTo(plan.when().starts().plusDays(2))));
        town.somoim.deliver();
        event = town.somoim.events().edit(owner, event.id(), plan -> plan.at(before.when()));
        goTo(59);
        goTo(30);
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void whatWasMovedIsRemindedOfByItsNewStartEvenIfNothingWasToldYet() {
        reminders.want(member, event.id(), Set.of(60));
        Event before = event;
        event = town.somoim
                .events()
                .edit(
                        owner,
                        event.id(),
                        plan -> plan.at(plan.when().movedTo(plan.when().starts().plusDays(2))));
        set(before.startsAt().minus(Duration.ofMinutes(60)));
        reminders.remind(Actor.host("test"));
        assertThat(facts()).isZero();
        goTo(60);
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void nobodyIsRemindedOfWhatWasCalledOffOrTheyDoNotComeToOrMayNotSee() {
        Actor.Person unwilling = town.memberOf(group);
        Actor.Person gone = town.memberOf(group);
        Event closed =
                town.somoim.events().call(owner, group.id(), town.plan("closed").open(false));
        reminders.want(gone, closed.id(), Set.of(60));
        reminders.want(unwilling, event.id(), Set.of(60));
        town.somoim.rsvps().decline(unwilling, event.id());
        town.somoim.memberships().leave(gone, group.id());
        Event off = town.event(owner, group);
        reminders.want(member, off.id(), Set.of(60));
        town.somoim.events().cancel(owner, off.id());
        goTo(60);
        assertThat(facts()).isZero();
    }

    @Test
    void onesOwnWishCountsAndTheUsualOneDoesNotComeBack() {
        town.somoim.rsvps().attend(member, event.id(), 0);
        town.somoim.deliver();
        assertThat(reminders.of(member, event.id())).containsExactly(DAY);
        assertThat(reminders.want(member, event.id(), Set.of())).isEmpty();
        town.somoim.rsvps().decline(member, event.id());
        town.somoim.rsvps().attend(member, event.id(), 0);
        town.somoim.deliver();
        assertThat(reminders.of(member, event.id())).isEmpty();
        assertThat(reminders.want(member, event.id(), Set.of(5, DAY, 60))).containsExactly(DAY, 60, 5);
        assertThat(reminders.want(member, event.id(), Set.of(60))).containsExactly(60);
        goTo(60);
        assertThat(facts()).isEqualTo(1);
        assertThat(reminders.want(member, event.id(), Set.of(60, DAY))).containsExactly(DAY, 60);
        goTo(30);
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertRefused("events.bad-reminders", () -> reminders.want(member, event.id(), Set.of(-1)));
        assertRefused("events.bad-reminders", () -> reminders.want(member, event.id(), Set.of(28 * DAY + 1)));
        assertRefused("events.bad-reminders", () -> reminders.want(member, event.id(), Set.of(1, 2, 3, 4, 5, 6)));
        Event closed =
                town.somoim.events().call(owner, group.id(), town.plan("closed").open(false));
        Actor.Person stranger = town.person();
        assertRefused("access.not-found", () -> reminders.want(stranger, closed.id(), Set.of(1)));
        assertRefused("access.not-found", () -> reminders.of(stranger, closed.id()));
        assertRefused("access.not-allowed", () -> reminders.remind(member));
        assertRefused("access.not-allowed", () -> reminders.prune(member));
        town.somoim.events().cancel(owner, closed.id());
        assertRefused("events.cancelled", () -> reminders.want(member, closed.id(), Set.of(1)));
        set(event.overAt());
        assertRefused("events.over", () -> reminders.want(member, event.id(), Set.of(1)));
        assertThat(reminders.of(member, event.id())).isEqualTo(List.of());
    }

    @Test
    void wishesAreForgottenSixtyDaysAfterTheyWereDue() {
        reminders.want(member, event.id(), Set.of(0));
        goTo(0);
        set(event.startsAt().plus(Reminders.KEPT));
        assertThat(reminders.of(member, event.id())).containsExactly(0);
        town.somoim.tick();
        assertThat(reminders.of(member, event.id())).containsExactly(0);
        town.clock.advance(Duration.ofMillis(1));
        town.somoim.tick();
        assertThat(reminders.of(member, event.id())).isEmpty();
    }

    @Test
    void whoTookTheirAnswerBackIsNotReminded() {
        town.somoim.rsvps().attend(member, event.id(), 0);
        town.somoim.deliver();
        town.somoim.rsvps().withdraw(member, event.id());
        goTo(60);
        assertThat(facts()).isZero();
    }
}
