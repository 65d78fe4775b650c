package org.somoim.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.somoim.memory.Refused.assertRefused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.groups.Group;
import org.somoim.groups.Membership.Role;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.live.FanOut;
import org.somoim.live.Hint;
import org.somoim.memory.Community;
import org.somoim.notifications.Notification;
import org.somoim.personaldata.Wish;

/** What people can do with alerts, on any ports. */
public abstract class AlertsContract {
    private static final String NOT_FOUND = "access.not-found";
    private static final Actor HOST = Actor.host("test");
    private static final Location SEOUL = Location.ofDegrees(
            new BigDecimal("37.56650001"), new BigDecimal("126.97800002"), Location.Precision.ABOUT_1_KM);

    private Community town;
    private Alerts alerts;
    private Actor.Person owner;
    private Group group;
    private Actor.Person caller;
    private Actor.Person helper;
    private Actor.Person moderator;
    private Actor.Person stranger;

    /** On the adapter to be proved. */
    protected abstract Community open();

    @BeforeEach
    void setTheScene() {
        town = open();
        alerts = town.somoim.alerts();
        owner = town.person();
        group = town.privateGroup(owner);
        caller = town.memberOf(group);
        helper = town.memberOf(group);
        moderator = town.moderatorOf(group);
        stranger = town.person();
    }

    private Alert raise(Actor who, Group... groups) {
        List<Id<Group>> ids = Stream.of(groups).map(Group::id).toList();
        return alerts.raise(who, new Call(ids, Alert.Kind.MEDICAL, Prose.of("Help"), SEOUL, false))
                .alerts()
                .get(0)
                .alert();
    }

    private Map<String, Integer> told(Actor.Person reader) {
        town.somoim.deliver();
        Map<String, Integer> told = new HashMap<>();
        for (Notification one : town.somoim
                .notifications()
                .list(reader, Page.Ask.first(50), false)
                .items()) {
            if (one.kind().value().startsWith("safety.")) {
                told.merge(one.kind().value(), one.count(), Integer::sum);
            }
        }
        return told;
    }

    private void pass(Duration time) {
        town.clock.advance(time);
        town.somoim.tick();
    }

    private Alert seen(Actor reader, Alert alert) {
        return alerts.find(reader, alert.id()).alert();
    }

    // Raising

    @Test
    @Covers({"SAF-1", "NTF-6"})
    void whoeverIsConnectedIsToldAtOnceWhereToLook() {
        Actor.Person another = town.memberOf(group);
        town.somoim.deliver();
        List<Hint> hints = new ArrayList<>();
        try (FanOut.Subscription listening = town.somoim.fanOut().subscribe(hints::add)) {
            raise(caller, group);
            town.somoim.deliver();
            assertThat(listening).isNotNull();
        }
        assertThat(hints)
                .contains(new Hint.Told(helper.id()), new Hint.Told(another.id()), new Hint.Told(moderator.id()))
                .doesNotContain(new Hint.Told(stranger.id()), new Hint.Told(caller.id()));
    }

    @Test
    @Covers({"SAF-1", "SAF-3", "SAF-4"})
    void everyoneInTheGroupIsCalled() {
        Alert alert = raise(caller, group);

        assertThat(seen(helper, alert)).isEqualTo(alert);
        assertThat(alert.kind()).isEqualTo(Alert.Kind.MEDICAL);
        assertThat(alert.location()).isEqualTo(SEOUL);
        assertThat(alert.message()).isEqualTo(Prose.of("Help"));
        assertThat(alert.status()).isEqualTo(Alert.Status.RAISED);
        for (Actor.Person called : List.of(owner, helper, moderator)) {
            assertThat(told(called)).isEqualTo(Map.of("safety.raised", 1));
        }
        assertThat(told(caller)).isEmpty();
        assertThat(told(stranger)).isEmpty();
        assertThat(alerts.calling(helper, Page.Ask.first()).items()).hasSize(1);
        assertThat(alerts.raised(caller, Page.Ask.first()).items()).hasSize(1);
    }

    @Test
    @Covers("SAF-4")
    void aCallForHelpNeedsNothingButAGroup() {
        Batch batch = alerts.raise(caller, Call.forHelp(group.id()));

        Alert alert = batch.alerts().get(0).alert();
        assertThat(alert.kind()).isEqualTo(Alert.Kind.HELP);
        assertThat(alert.message()).isNull();
        assertThat(alert.location()).isNull();
    }

    @Test
    @Covers("SAF-2")
    void oneEmergencyGoesToSeveralGroupsAndIsToldOnce() {
        Group other = town.openGroup(helper);
        town.somoim.memberships().join(caller, other.id());
        Actor.Person elsewhere = town.memberOf(other);

        Alert alert = raise(caller, group, other);
        Batch batch = alerts.batch(caller, alert.batchId());

        assertThat(batch.alerts()).extracting(shown -> shown.alert().groupId()).containsExactly(group.id(), other.id());
        assertThat(told(helper)).isEqualTo(Map.of("safety.raised", 1));
        assertThat(told(elsewhere)).isEqualTo(Map.of("safety.raised", 1));
        assertThat(alerts.batch(elsewhere, alert.batchId()).alerts())
                .extracting(shown -> shown.alert().groupId())
                .containsExactly(other.id());
        assertRefused(NOT_FOUND, () -> alerts.batch(stranger, alert.batchId()));
    }

    @Test
    @Covers("SAF-2")
    void whoWasPutOutOfOneGroupStillReachesTheOthers() {
        Group other = town.openGroup(owner);
        town.somoim.memberships().join(caller, other.id());
        town.somoim.members().remove(owner, group.id(), caller.id());

        Batch batch =
                alerts.raise(caller, new Call(List.of(group.id(), other.id()), Alert.Kind.HELP, null, null, false));

        assertThat(batch.alerts()).extracting(shown -> shown.alert().groupId()).containsExactly(other.id());
        assertRefused(NOT_FOUND, () -> alerts.raise(caller, Call.forHelp(group.id())));
        assertRefused("safety.to-whom", () -> new Call(List.of(), Alert.Kind.HELP, null, null, false));
    }

    @Test
    void onlyMembersRaiseAndOnlyThoseWhoLookAfterAGroupDrill() {
        assertRefused(NOT_FOUND, () -> alerts.raise(stranger, Call.forHelp(group.id())));
        assertRefused(
                NOT_FOUND,
                () -> alerts.raise(stranger, Call.forHelp(town.openGroup(owner).id())));
        assertRefused("access.not-signed-in", () -> alerts.raise(Actor.visitor(), Call.forHelp(group.id())));
        var drill = new Call(List.of(group.id()), Alert.Kind.HELP, null, null, true);
        assertRefused("access.not-allowed", () -> alerts.raise(caller, drill));
        assertThat(alerts.raise(moderator, drill).alerts()).hasSize(1);
    }

    @Test
    @Covers("SAF-1")
    void aDrillIsNeverToldAsAnythingElse() {
        var drill = new Call(List.of(group.id()), Alert.Kind.HELP, null, null, true);
        Alert alert = alerts.raise(moderator, drill).alerts().get(0).alert();
        pass(Duration.ofMinutes(3));
        town.somoim.deliver();
        alerts.acknowledge(helper, alert.id(), Receipt.Answer.SEEN);
        alerts.end(owner, alert.id(), false);

        assertThat(told(helper))
                .isEqualTo(Map.of("safety.drill-raised", 1, "safety.drill-escalated", 1, "safety.drill-ended", 1));
        assertThat(told(moderator))
                .isEqualTo(Map.of(
                        "safety.drill-unanswered", 1, "safety.drill-acknowledged", 1, "safety.drill-yours-ended", 1));
        assertThat(seen(helper, alert).drill()).isTrue();
    }

    // Who is called, and who sees it

    @Test
    @Covers({"PRF-12", "SAF-1"})
    void whoeverIsPartedFromTheCallerIsNotCalled() {
        Actor.Person blocked = town.moderatorOf(group);
        Actor.Person blocking = town.memberOf(group);
        town.somoim.profiles().block(caller, blocked.id());
        town.somoim.profiles().block(blocking, caller.id());
        Actor.Person suspended = town.memberOf(group);
        town.somoim.accounts().suspend(HOST, suspended.id());

        Alert alert = raise(caller, group);

        for (Actor.Person apart : List.of(blocked, blocking)) {
            assertThat(told(apart)).isEmpty();
            assertRefused(NOT_FOUND, () -> alerts.find(apart, alert.id()));
            assertThat(alerts.inGroup(apart, group.id(), Page.Ask.first()).items())
                    .isEmpty();
            assertRefused(NOT_FOUND, () -> alerts.end(apart, alert.id(), false));
        }
        town.somoim.profiles().unblock(caller, blocked.id());
        town.somoim.profiles().unblock(blocking, caller.id());
        assertRefused(NOT_FOUND, () -> alerts.find(blocking, alert.id()));
        assertThat(town.ports.alerts().called(alert.id()))
                .containsExactlyInAnyOrder(owner.id(), helper.id(), moderator.id());
        assertThat(alerts.find(blocked, alert.id()).role()).isEqualTo(ShownAlert.Role.KEEPER);
        assertThat(told(blocked)).isEmpty();
    }

    @Test
    @Covers("SAF-1")
    void whoGoesOrIsPutOutOrBlocksSeesItNoLonger() {
        Actor.Person gone = town.memberOf(group);
        Actor.Person banned = town.memberOf(group);
        Actor.Person parted = town.memberOf(group);
        Alert alert = raise(caller, group);
        for (Actor.Person one : List.of(gone, banned, parted)) {
            assertThat(told(one)).isEqualTo(Map.of("safety.raised", 1));
        }
        town.somoim.memberships().leave(gone, group.id());
        town.somoim.members().ban(owner, group.id(), banned.id());
        town.somoim.profiles().block(parted, caller.id());

        for (Actor.Person one : List.of(gone, banned, parted)) {
            assertRefused(NOT_FOUND, () -> alerts.find(one, alert.id()));
            assertRefused(NOT_FOUND, () -> alerts.acknowledge(one, alert.id(), Receipt.Answer.SEEN));
            assertThat(alerts.calling(one, Page.Ask.first()).items()).isEmpty();
            assertThat(told(one)).isEmpty();
        }
    }

    @Test
    @Covers("SAF-1")
    void whoComesLaterIsNotCalledAndSeesItOnlyToLookAfterTheGroupAndNotWhere() {
        Alert alert = raise(caller, group);
        Actor.Person late = town.memberOf(group);

        assertRefused(NOT_FOUND, () -> alerts.find(late, alert.id()));
        town.somoim.members().appoint(owner, group.id(), late.id(), Role.MODERATOR);
        ShownAlert shown = alerts.find(late, alert.id());

        assertThat(shown.role()).isEqualTo(ShownAlert.Role.KEEPER);
        assertThat(shown.alert().location()).isNull();
        assertThat(told(late)).isEmpty();
        assertRefused("safety.not-called", () -> alerts.acknowledge(late, alert.id(), Receipt.Answer.SEEN));
        alerts.end(late, alert.id(), false);
        assertThat(seen(helper, alert).location()).isEqualTo(SEOUL);
        pass(Duration.ofHours(2));
        assertThat(seen(helper, alert).location()).isNull();
    }

    @Test
    @Covers({"PRF-12", "SAF-1"})
    void whomTheCallerPartsFromAfterwardsHearsNoMoreAndIsNotNamed() {
        Actor.Person parted = town.memberOf(group);
        Alert alert = raise(caller, group);
        alerts.acknowledge(parted, alert.id(), Receipt.Answer.ON_MY_WAY);
        assertThat(told(parted)).isEqualTo(Map.of("safety.raised", 1));
        assertThat(told(caller)).isEqualTo(Map.of("safety.acknowledged", 1));
        town.somoim.profiles().block(caller, parted.id());

        assertRefused(NOT_FOUND, () -> alerts.find(parted, alert.id()));
        assertRefused(NOT_FOUND, () -> alerts.answers(parted, alert.id(), Page.Ask.first()));
        assertRefused(NOT_FOUND, () -> alerts.endAll(parted, alert.batchId(), false));
        assertThat(alerts.answers(caller, alert.id(), Page.Ask.first()).items()).isEmpty();
        alerts.end(helper, alert.id(), false);
        assertThat(told(parted)).isEmpty();
        assertThat(stored(parted)).containsExactly("safety.raised");
        assertThat(told(caller)).isEqualTo(Map.of("safety.acknowledged", 1, "safety.yours-ended", 1));
        assertThat(town.somoim
                        .notifications()
                        .list(caller, Page.Ask.first(), false)
                        .items())
                .extracting(Notification::by)
                .doesNotContain(parted.id());
    }

    @Test
    @Covers("SAF-1")
    void whoIsPutOutIsToldNothingThatHappensAfterwardsEvenUnseen() {
        Actor.Person gone = town.memberOf(group);
        Alert alert = raise(caller, group);
        town.somoim.deliver();
        town.somoim.members().remove(owner, group.id(), gone.id());
        pass(Duration.ofMinutes(2));
        town.somoim.deliver();
        alerts.end(helper, alert.id(), false);
        town.somoim.deliver();

        assertThat(stored(gone)).containsExactly("safety.raised");
        assertThat(stored(owner)).containsExactlyInAnyOrder("safety.raised", "safety.escalated", "safety.ended");
    }

    private List<String> stored(Actor.Person person) {
        return town
                .ports
                .transactor()
                .read(() -> town.ports.notifications().newest(person.id(), false, null, 100))
                .stream()
                .map(news -> news.kind().value())
                .filter(kind -> kind.startsWith("safety."))
                .toList();
    }

    @Test
    @Covers({"SAF-1", "SAF-3"})
    void whoIsErasedTakesTheirCallsAlong() {
        Alert alert = raise(caller, group);
        assertThat(told(helper)).isEqualTo(Map.of("safety.raised", 1));
        town.somoim.personalData().erase(HOST, caller.id(), Wish.REMOVE, Map.of());
        pass(Duration.ofMinutes(5));

        for (Actor.Person one : List.of(owner, moderator, helper)) {
            assertRefused(NOT_FOUND, () -> alerts.find(one, alert.id()));
            assertRefused(NOT_FOUND, () -> alerts.acknowledge(one, alert.id(), Receipt.Answer.SEEN));
            assertThat(alerts.calling(one, Page.Ask.first()).items()).isEmpty();
            assertThat(told(one)).isEmpty();
        }
        assertThat(town.ports.alerts().called(alert.id())).isEmpty();
    }

    @Test
    @Covers("SAF-1")
    void theCallerSeesTheirsWhateverTheGroupDoes() {
        Alert alert = raise(caller, group);
        town.somoim.members().ban(owner, group.id(), caller.id());
        assertThat(seen(caller, alert)).isEqualTo(alert);
        assertThat(seen(helper, alert)).isEqualTo(alert);

        town.somoim.groups().delete(owner, group.id());
        assertThat(seen(caller, alert)).isEqualTo(alert);
        assertRefused(NOT_FOUND, () -> alerts.find(helper, alert.id()));
        alerts.end(caller, alert.id(), true);
        assertThat(told(caller)).isEmpty();
    }

    // Answers

    @Test
    @Covers("SAF-5")
    void anAnswerEndsTheEscalationAndTheCallerHearsOfIt() {
        Alert alert = raise(caller, group);
        ShownAlert shown = alerts.acknowledge(helper, alert.id(), Receipt.Answer.ON_MY_WAY);
        pass(Duration.ofHours(1));

        assertThat(shown.answer()).isEqualTo(Receipt.Answer.ON_MY_WAY);
        assertThat(shown.alert().status()).isEqualTo(Alert.Status.ACKNOWLEDGED);
        assertThat(told(caller)).isEqualTo(Map.of("safety.acknowledged", 1));
        assertThat(told(owner)).isEqualTo(Map.of("safety.raised", 1));
        assertThat(alerts.answers(caller, alert.id(), Page.Ask.first()).items())
                .extracting(Receipt::userId, Receipt::answer)
                .containsExactly(tuple(helper.id(), Receipt.Answer.ON_MY_WAY));
        assertRefused("safety.your-own-call", () -> alerts.acknowledge(caller, alert.id(), Receipt.Answer.SEEN));
    }

    @Test
    @Covers({"PRF-12", "SAF-5"})
    void theNameOfWhoeverIsPartedFromTheReaderIsLeftOut() {
        Alert alert = raise(caller, group);
        alerts.acknowledge(helper, alert.id(), Receipt.Answer.SEEN);
        town.somoim.profiles().block(owner, helper.id());
        alerts.end(helper, alert.id(), false);

        assertThat(alerts.answers(owner, alert.id(), Page.Ask.first()).items()).isEmpty();
        assertThat(alerts.answers(caller, alert.id(), Page.Ask.first()).items()).hasSize(1);
        assertThat(seen(owner, alert).resolvedBy()).isNull();
        assertThat(seen(caller, alert).resolvedBy()).isEqualTo(helper.id());
    }

    @Test
    @Covers({"SAF-2", "SAF-5"})
    void anAnswerIsForTheWholeEmergencyAndTheLatestStands() {
        Group other = town.openGroup(helper);
        town.somoim.memberships().join(caller, other.id());
        Alert first = raise(caller, group, other);
        Alert second = alerts.batch(caller, first.batchId()).alerts().get(1).alert();
        alerts.acknowledge(helper, second.id(), Receipt.Answer.SEEN);
        Instant seenAt = town.clock.instant();
        town.clock.advance(Duration.ofMinutes(1));
        alerts.acknowledge(helper, first.id(), Receipt.Answer.SEEN);

        for (Alert one : List.of(first, second)) {
            assertThat(seen(caller, one).status()).isEqualTo(Alert.Status.ACKNOWLEDGED);
            assertThat(alerts.answers(caller, one.id(), Page.Ask.first()).items())
                    .extracting(Receipt::answer, Receipt::answeredAt)
                    .containsExactly(tuple(Receipt.Answer.SEEN, seenAt));
        }
        assertThat(told(caller)).isEqualTo(Map.of("safety.acknowledged", 1));
        alerts.end(caller, second.id(), false);
        alerts.acknowledge(helper, first.id(), Receipt.Answer.ON_MY_WAY);
        assertThat(alerts.find(helper, first.id()).answer()).isEqualTo(Receipt.Answer.ON_MY_WAY);
        assertThat(alerts.find(helper, second.id()).answer()).isEqualTo(Receipt.Answer.SEEN);
        assertThat(seen(caller, first).answeredAt()).isEqualTo(seenAt);
    }

    // Escalation

    @Test
    @Covers("SAF-1")
    void nobodyAnsweringEscalatesStepByStep() {
        Alert alert = raise(caller, group);
        pass(Duration.ofSeconds(119));
        assertThat(told(helper)).isEqualTo(Map.of("safety.raised", 1));
        pass(Duration.ofSeconds(1));
        assertThat(told(helper)).isEqualTo(Map.of("safety.raised", 1, "safety.escalated", 1));
        assertThat(told(caller)).isEqualTo(Map.of("safety.unanswered", 1));
        town.somoim.tick();
        assertThat(told(helper)).isEqualTo(Map.of("safety.raised", 1, "safety.escalated", 1));
        for (int hour = 0; hour < 24; hour++) {
            pass(Duration.ofHours(1));
        }
        assertThat(told(helper)).isEqualTo(Map.of("safety.raised", 1, "safety.escalated", 4));
        assertThat(seen(helper, alert).step()).isEqualTo(4);
    }

    @Test
    @Covers("SAF-1")
    void aClockThatJumpsTakesOneStepAndOneSetBackDelaysNoLongerThanAStep() {
        raise(caller, group);
        pass(Duration.ofHours(5));
        assertThat(told(helper)).isEqualTo(Map.of("safety.raised", 1, "safety.escalated", 1));
        pass(Duration.ofHours(-5));
        assertThat(told(helper)).isEqualTo(Map.of("safety.raised", 1, "safety.escalated", 1));
        pass(Duration.ofMinutes(10));
        assertThat(told(helper)).isEqualTo(Map.of("safety.raised", 1, "safety.escalated", 2));
    }

    @Test
    void onlyTheHostAndAdminsKeepTime() {
        assertRefused("access.not-allowed", () -> alerts.escalate(owner));
        assertRefused("access.not-allowed", () -> alerts.lapse(owner));
        assertRefused("access.not-allowed", () -> alerts.shred(owner));
        assertRefused("access.not-allowed", () -> alerts.purge(owner));
        town.somoim.accounts().appoint(HOST, stranger.id(), SiteRole.ADMIN);
        assertThat(alerts.escalate(stranger)).isZero();
    }

    @Test
    @Covers("SAF-1")
    void newsThatWaitedIsNotToldOnceSomebodyHasAnswered() {
        Alert alert = raise(caller, group);
        pass(Duration.ofMinutes(2));
        alerts.acknowledge(helper, alert.id(), Receipt.Answer.SEEN);

        assertThat(told(owner)).isEqualTo(Map.of("safety.raised", 1));
        assertThat(told(caller)).isEqualTo(Map.of("safety.acknowledged", 1));
    }

    // The end

    @Test
    @Covers({"SAF-2", "SAF-5"})
    void oneAlertEndsByItselfAndAllOfThemTogether() {
        Group other = town.openGroup(helper);
        town.somoim.memberships().join(caller, other.id());
        Alert first = raise(caller, group, other);
        Alert second = alerts.batch(caller, first.batchId()).alerts().get(1).alert();

        assertThat(alerts.end(owner, first.id(), false).alert().outcome()).isEqualTo(Alert.Outcome.RESOLVED);
        assertThat(seen(caller, second).isOpen()).isTrue();
        assertThat(alerts.endAll(caller, first.batchId(), true).alerts())
                .extracting(shown -> shown.alert().outcome())
                .containsExactly(Alert.Outcome.RESOLVED, Alert.Outcome.FALSE_ALARM);
        assertRefused("safety.over-already", () -> alerts.endAll(caller, first.batchId(), true));
        assertRefused("safety.over-already", () -> alerts.end(owner, first.id(), false));
        assertRefused("safety.over-already", () -> alerts.acknowledge(helper, first.id(), Receipt.Answer.SEEN));

        Alert both = raise(caller, group, other);
        alerts.endAll(helper, both.batchId(), false);
        assertThat(told(caller)).isEqualTo(Map.of("safety.yours-ended", 2));
        assertThat(told(owner)).containsEntry("safety.ended", 1);
    }

    @Test
    @Covers("SAF-5")
    void othersResolveButOnlyTheCallerCallsItAFalseAlarm() {
        Alert alert = raise(caller, group);

        assertRefused("safety.only-the-caller", () -> alerts.end(helper, alert.id(), true));
        assertRefused(NOT_FOUND, () -> alerts.end(stranger, alert.id(), false));
        ShownAlert over = alerts.end(helper, alert.id(), false);
        assertThat(over.alert().resolvedBy()).isEqualTo(helper.id());
        assertThat(over.alert().resolvedAt()).isEqualTo(town.clock.instant());
        pass(Duration.ofMinutes(30));
        assertThat(told(owner)).isEqualTo(Map.of("safety.raised", 1, "safety.ended", 1));
        assertThat(told(caller)).isEqualTo(Map.of("safety.yours-ended", 1));
    }

    @Test
    @Covers({"DAT-6", "SAF-5"})
    void whoEndedItIsForgottenWhenTheyAreErased() {
        Alert alert = raise(caller, group);
        alerts.end(helper, alert.id(), false);
        town.somoim.personalData().erase(HOST, helper.id(), Wish.REMOVE, Map.of());

        assertThat(seen(caller, alert).outcome()).isEqualTo(Alert.Outcome.RESOLVED);
        assertThat(seen(caller, alert).resolvedBy()).isNull();
    }

    @Test
    @Covers({"SAF-3", "SAF-5"})
    void whereTheCallerWasIsForgottenAnHourAfterTheEndAndNotBefore() {
        Alert alert = raise(caller, group);
        pass(Duration.ofDays(1));
        assertThat(seen(caller, alert).location()).isEqualTo(SEOUL);
        alerts.end(caller, alert.id(), false);
        pass(Duration.ofMinutes(59));
        assertThat(seen(helper, alert).location()).isEqualTo(SEOUL);
        pass(Duration.ofMinutes(1));

        for (Actor reader : List.of(caller, helper, moderator)) {
            assertThat(seen(reader, alert).location()).isNull();
        }
        assertThat(seen(caller, alert).message()).isEqualTo(Prose.of("Help"));
        assertThat(seen(caller, alert).shredAt()).isNull();
        pass(Alerts.KEPT);
        assertRefused(NOT_FOUND, () -> alerts.find(caller, alert.id()));
    }

    @Test
    @Covers("SAF-3")
    void aClockThatIsSetBackDoesNotKeepALocationForLonger() {
        Alert alert = raise(caller, group);
        alerts.end(caller, alert.id(), false);
        town.clock.advance(Duration.ofMinutes(-1));
        assertThat(seen(helper, alert).location()).isEqualTo(SEOUL);
        pass(Duration.ofDays(-10));

        assertThat(seen(helper, alert).location()).isNull();
        assertThat(seen(helper, alert).shredAt()).isNull();
    }

    @Test
    @Covers({"SAF-3", "SAF-5"})
    void whatNobodyEndsLapsesAndItsLocationGoesToo() {
        Alert alert = raise(caller, group);
        pass(Duration.ofDays(3));
        assertThat(seen(caller, alert).outcome()).isEqualTo(Alert.Outcome.LAPSED);
        assertThat(seen(caller, alert).resolvedBy()).isNull();
        pass(Duration.ofHours(1));
        assertThat(seen(caller, alert).location()).isNull();
        assertThat(told(caller)).containsEntry("safety.yours-ended", 1);
    }

    // One too many

    @Test
    @Covers("SAF-1")
    void noCallIsRefusedButTheSixthInAnHourGoesToThoseWhoLookAfterTheGroupOrHelped() {
        Alert first = raise(caller, group);
        alerts.acknowledge(helper, first.id(), Receipt.Answer.SEEN);
        Actor.Person sleeper = town.memberOf(group);
        for (int i = 2; i <= 5; i++) {
            assertThat(seen(sleeper, raise(caller, group)).isOpen()).isTrue();
        }
        Alert sixth = raise(caller, group);
        for (Actor.Person called : List.of(owner, moderator, helper)) {
            assertThat(seen(called, sixth)).isEqualTo(sixth);
        }
        assertRefused(NOT_FOUND, () -> alerts.find(sleeper, sixth.id()));
        pass(Duration.ofHours(1));
        assertThat(seen(sleeper, raise(caller, group)).isOpen()).isTrue();
    }

    @Test
    @Covers("SAF-1")
    void whoeverAloneLooksAfterAGroupIsHeardByAllHoweverOftenTheyCall() {
        Group own = town.openGroup(caller);
        Actor.Person member = town.memberOf(own);
        for (int i = 1; i <= 7; i++) {
            assertThat(seen(member, raise(caller, own)).isOpen()).isTrue();
        }
    }

    @Test
    @Covers({"SAF-1", "NTF-5"})
    void callsForHelpCannotBeTurnedOff() {
        for (SafetyNotification kind : SafetyNotification.values()) {
            assertRefused(
                    "notifications.always-told",
                    () -> town.somoim.notifications().turnOff(helper, kind.word()));
        }
        town.somoim.notifications().muteGroup(helper, group.id());
        raise(caller, group);
        assertThat(told(helper)).isEqualTo(Map.of("safety.raised", 1));
    }

    @Test
    @Covers("SAF-6")
    void listsAreReadPageByPageNewestFirst() {
        List<Id<Alert>> raised = Stream.of(1, 2, 3)
                .map(minute -> {
                    town.clock.advance(Duration.ofMinutes(minute));
                    return raise(caller, group).id();
                })
                .toList();
        List<Id<Alert>> newestFirst = List.of(raised.get(2), raised.get(1), raised.get(0));

        assertThat(pages(ask -> alerts.raised(caller, ask))).isEqualTo(newestFirst);
        assertThat(pages(ask -> alerts.calling(helper, ask))).isEqualTo(newestFirst);
        assertThat(pages(ask -> alerts.inGroup(helper, group.id(), ask))).isEqualTo(newestFirst);
        assertThat(pages(ask -> alerts.inGroup(moderator, group.id(), ask))).isEqualTo(newestFirst);
        alerts.end(caller, raised.get(1), false);
        assertThat(pages(ask -> alerts.calling(helper, ask))).containsExactly(raised.get(2), raised.get(0));
        assertThat(pages(ask -> alerts.raised(caller, ask))).isEqualTo(newestFirst);
        for (Actor.Person called : List.of(owner, helper, moderator)) {
            town.clock.advance(Duration.ofSeconds(1));
            alerts.acknowledge(called, raised.get(0), Receipt.Answer.SEEN);
        }
        assertThat(answers(raised.get(0))).containsExactly(owner.id(), helper.id(), moderator.id());
    }

    private static List<Id<Alert>> pages(Function<Page.Ask, Page<ShownAlert>> list) {
        List<Id<Alert>> all = new ArrayList<>();
        Page<ShownAlert> page = list.apply(Page.Ask.first(1));
        page.items().forEach(shown -> all.add(shown.alert().id()));
        while (page.next() != null) {
            page = list.apply(new Page.Ask(page.next(), 1));
            page.items().forEach(shown -> all.add(shown.alert().id()));
        }
        return all;
    }

    private List<Id<User>> answers(Id<Alert> alert) {
        List<Id<User>> all = new ArrayList<>();
        Page<Receipt> page = alerts.answers(caller, alert, Page.Ask.first(1));
        page.items().forEach(receipt -> all.add(receipt.userId()));
        while (page.next() != null) {
            page = alerts.answers(caller, alert, new Page.Ask(page.next(), 1));
            page.items().forEach(receipt -> all.add(receipt.userId()));
        }
        return all;
    }
}
