package org.somoim.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Access;
import org.somoim.access.Place;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.live.InProcessFanOut;
import org.somoim.notifications.NotificationSource.News;
import org.somoim.notifications.Village.Told;

class NotificationsTest {
    private static final Word COMMENTED = Told.COMMENTED.word();

    private final Village village = new Village();
    private final Id<User> reader = village.person();
    private final Id<User> neighbour = village.person();
    private final Id<Place> group = village.group(reader, neighbour);
    private final Id<?> thread = village.ids.timeOrdered();
    private final Notifications notifications = village.notifications;
    private final Actor me = Actor.person(reader);

    private Notification told() {
        village.comment(reader, group, thread, neighbour);
        village.deliver();
        return village.shown(reader).get(0);
    }

    private void outOfNowhere(Told kind) {
        village.happen(new News(reader, kind, null, null, village.ids.timeOrdered(), group, neighbour));
    }

    // Making

    @Test
    @Covers({"NTF-1", "NTF-2"})
    void whatHappenedIsToldToWhomItConcerns() {
        Id<?> subject = village.comment(reader, group, thread, neighbour);
        assertThat(village.shown(reader)).isEmpty();
        village.deliver();

        assertThat(village.shown(neighbour)).isEmpty();
        assertThat(village.shown(reader)).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(COMMENTED);
            assertThat(row.groupId()).isEqualTo(group);
            assertThat(row.thread()).isEqualTo(thread);
            assertThat(row.subject()).isEqualTo(subject);
            assertThat(row.by()).isEqualTo(neighbour);
            assertThat(row.count()).isEqualTo(1);
            assertThat(row.createdAt()).isEqualTo(village.clock.instant());
            assertThat(row.isRead()).isFalse();
        });
    }

    @Test
    void theTimeIsWhenItHappenedNotWhenItWasDelivered() {
        var then = village.clock.instant();
        village.comment(reader, group, thread, neighbour);
        village.clock.advance(Duration.ofHours(5));
        village.deliver();

        assertThat(village.shown(reader).get(0).createdAt()).isEqualTo(then);
    }

    @Test
    void nobodyIsToldOfTheirOwnDoings() {
        village.comment(reader, group, thread, reader);
        village.deliver();

        assertThat(village.shown(reader)).isEmpty();
    }

    @Test
    void aClosedAccountIsToldNothing() {
        outOfNowhere(Told.GREETED);
        var role = village.people.remove(reader);
        village.deliver();
        village.people.put(reader, role);

        assertThat(village.shown(reader)).isEmpty();
    }

    @Test
    void whoMayNotSeeItAnyMoreWhenItIsDeliveredIsNotTold() {
        village.comment(reader, group, thread, neighbour);
        village.stand(reader, group, Standing.PERSON);
        village.deliver();
        village.stand(reader, group, Standing.MEMBER);

        assertThat(village.shown(reader)).isEmpty();
    }

    @Test
    @Covers("PRF-12")
    void peopleApartHearNothingOfOneAnother() {
        village.block(reader, neighbour);
        village.comment(reader, group, thread, neighbour);
        village.deliver();
        village.blocks.clear();

        assertThat(village.shown(reader)).isEmpty();
    }

    @Test
    @Covers("PRF-12")
    void whatMustBeToldIsToldAcrossABlockWithoutTheName() {
        outOfNowhere(Told.PUT_OUT);
        village.deliver();
        assertThat(village.shown(reader).get(0).by()).isEqualTo(neighbour);

        village.block(neighbour, reader);
        assertThat(village.shown(reader)).singleElement().matches(row -> row.by() == null);
        assertThat(notifications.read(me, village.shown(reader).get(0).id()).by())
                .isNull();
    }

    @Test
    void whatIsDeletedBeforeItIsDeliveredIsNotTold() {
        Id<?> subject = village.comment(reader, group, thread, neighbour);
        village.deleted.add(subject);
        village.deliver();
        village.deleted.clear();

        assertThat(village.shown(reader)).isEmpty();
    }

    @Test
    void newsThatNeedsPermissionMustSayWhere() {
        assertThatThrownBy(() -> outOfNowhere(Told.COMMENTED)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTwoKindsShareAName() {
        assertThatThrownBy(() -> new Notifications(
                        village.store,
                        List.of(village, village),
                        new InProcessFanOut(),
                        new Access(village),
                        village.work))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("village.commented");
    }

    // Grouping

    @Test
    void newsOfOneThreadWithinTheHourIsOneNotification() {
        village.comment(reader, group, thread, neighbour);
        village.clock.advance(Duration.ofMinutes(59));
        Id<?> latest = village.comment(reader, group, thread, neighbour);
        village.deliver();

        assertThat(village.shown(reader)).singleElement().satisfies(row -> {
            assertThat(row.count()).isEqualTo(2);
            assertThat(row.subject()).isEqualTo(latest);
            assertThat(row.updatedAt()).isEqualTo(village.clock.instant());
        });
    }

    @Test
    void theNextHourBeginsANewNotification() {
        village.comment(reader, group, thread, neighbour);
        village.clock.advance(Duration.ofHours(1));
        village.comment(reader, group, thread, neighbour);
        village.deliver();

        assertThat(village.shown(reader)).hasSize(2).allMatch(row -> row.count() == 1);
        assertThat(village.unread(reader)).isEqualTo(2);
    }

    @Test
    @Covers("NTF-5")
    void onlySomethingNewMakesAReadNotificationUnread() {
        Notification first = told();
        notifications.read(me, first.id());
        village.deliver();
        assertThat(village.unread(reader)).isZero();

        village.comment(reader, group, thread, neighbour);
        village.deliver();
        assertThat(village.unread(reader)).isEqualTo(1);
        assertThat(village.shown(reader).get(0).id()).isEqualTo(first.id());
    }

    // Exactly once

    @Test
    void aSecondDeliveryTellsNothingTwice() {
        told();
        village.deliver();
        village.deliver();

        assertThat(village.shown(reader)).singleElement().matches(row -> row.count() == 1);
    }

    @Test
    void aFailedDeliveryLeavesNothingBehindAndIsMadeUpFor() {
        village.comment(reader, group, thread, neighbour);
        village.comment(reader, group, thread, neighbour);
        village.failures = 1;
        village.deliver();
        assertThat(village.shown(reader)).isEmpty();

        village.clock.advance(Duration.ofMinutes(2));
        village.deliver();
        assertThat(village.shown(reader)).singleElement().matches(row -> row.count() == 2);
    }

    @Test
    void whatWasSetAsideIsToldOnceWhenItIsTriedAgain() {
        village.comment(reader, group, thread, neighbour);
        village.failures = 8;
        for (int i = 0; i < 8; i++) {
            village.deliver();
            village.clock.advance(Duration.ofHours(3));
        }
        var setAside = village.post.setAside().get(0);

        assertThat(village.post.retry(setAside.listener(), setAside.position())).isTrue();
        assertThat(village.post.retry(setAside.listener(), setAside.position())).isFalse();
        assertThat(village.shown(reader)).singleElement().matches(row -> row.count() == 1);
    }

    // Settling

    @Test
    void whatIsSettledDisappears() {
        Notification first = told();
        village.announce(new Village.Undone(first.subject()));
        village.deliver();

        assertThat(village.store.find(first.id())).isEmpty();
    }

    @Test
    void aThreadThatIsSettledTakesItsNewsAlong() {
        Notification first = told();
        village.announce(new Village.Undone(thread));
        village.deliver();

        assertThat(village.store.find(first.id())).isEmpty();
    }

    // Reading

    @Test
    @Covers({"NTF-5", "GRP-5"})
    void whatOneMayNotSeeAnyMoreIsNeitherShownNorCountedNorFound() {
        Notification row = told();
        List<Runnable> reasons = List.of(
                () -> village.stand(reader, group, Standing.PERSON),
                () -> village.stand(reader, group, Standing.BANNED),
                () -> village.groups.get(group).deleted = true,
                () -> village.groups.remove(group),
                () -> village.block(reader, neighbour),
                () -> village.deleted.add(row.subject()));
        var ground = village.groups.get(group);
        for (Runnable reason : reasons) {
            reason.run();
            assertThat(village.shown(reader)).isEmpty();
            assertThat(village.unread(reader)).isZero();
            assertRefused("access.not-found", () -> notifications.read(me, row.id()));
            assertRefused("access.not-found", () -> notifications.remove(me, row.id()));

            village.groups.put(group, ground);
            village.stand(reader, group, Standing.MEMBER);
            ground.deleted = false;
            village.blocks.clear();
            village.deleted.clear();
            assertThat(village.shown(reader)).containsExactly(row);
            assertThat(village.unread(reader)).isEqualTo(1);
        }
    }

    @Test
    void aPageOfAPersonApartIsClosedToo() {
        Id<User> stranger = village.person();
        village.happen(new News(reader, Told.COMMENTED, null, stranger, thread, village.ids.timeOrdered(), neighbour));
        village.deliver();
        assertThat(village.shown(reader)).hasSize(1);

        village.block(stranger, reader);
        assertThat(village.shown(reader)).isEmpty();
    }

    @Test
    void aKindThatNobodySendsAnyMoreIsNotShown() {
        told();
        var withoutSources =
                new Notifications(village.store, List.of(), new InProcessFanOut(), new Access(village), village.work);

        assertThat(withoutSources.list(me, Page.Ask.first(), false).items()).isEmpty();
        assertThat(withoutSources.unread(me)).isZero();
    }

    @Test
    @Covers("NTF-5")
    void readingIsDoneOnce() {
        Notification row = told();
        assertThat(row.isRead()).isFalse();
        var then = village.clock.instant();
        assertThat(notifications.read(me, row.id()).readAt()).isEqualTo(then);
        village.clock.advance(Duration.ofMinutes(1));
        assertThat(notifications.read(me, row.id()).readAt()).isEqualTo(then);
        assertThat(village.all(reader, true)).isEmpty();
        assertThat(village.shown(reader)).hasSize(1);
    }

    @Test
    @Covers("NTF-5")
    void whatCameAfterOneLookedStaysUnread() {
        told();
        var looked = village.clock.instant();
        village.clock.advance(Duration.ofHours(1));
        Notification later = told();

        notifications.readAll(me, looked);
        assertThat(village.all(reader, true)).containsExactly(later);
        notifications.readAll(me, null);
        assertThat(village.unread(reader)).isZero();
    }

    @Test
    void nobodyTouchesSomebodyElsesNotifications() {
        Notification row = told();
        Actor other = Actor.person(neighbour);

        assertRefused("access.not-found", () -> notifications.read(other, row.id()));
        assertRefused("access.not-found", () -> notifications.remove(other, row.id()));
        notifications.readAll(other, null);
        assertThat(village.unread(reader)).isEqualTo(1);
    }

    @Test
    void whatIsRemovedIsGone() {
        Notification row = told();
        notifications.remove(me, row.id());

        assertThat(village.shown(reader)).isEmpty();
        assertRefused("access.not-found", () -> notifications.remove(me, row.id()));
    }

    @Test
    @Covers("ACC-13")
    void visitorsAndClosedAccountsHaveNothingToRead() {
        village.people.remove(neighbour);
        for (Actor nobody : List.of(Actor.visitor(), Actor.host("job"))) {
            assertRefused("access.not-signed-in", () -> notifications.list(nobody, Page.Ask.first(), false));
            assertRefused("access.not-signed-in", () -> notifications.unread(nobody));
            assertRefused("access.not-signed-in", () -> notifications.readAll(nobody, null));
            assertRefused("access.not-signed-in", () -> notifications.preferences(nobody));
        }
        assertRefused(
                "access.account-closed", () -> notifications.list(Actor.person(neighbour), Page.Ask.first(), false));
    }

    @Test
    void theCountStopsAtAHundred() {
        for (int i = 0; i < 120; i++) {
            village.comment(reader, group, village.ids.timeOrdered(), neighbour);
        }
        village.deliver();

        assertThat(village.unread(reader)).isEqualTo(100);
    }

    @Test
    void theCountGoesOnPastWhatIsHidden() {
        for (int i = 0; i < 510; i++) {
            village.deleted.add(village.comment(reader, group, village.ids.timeOrdered(), neighbour));
        }
        List<Id<?>> gone = List.copyOf(village.deleted);
        village.deleted.clear();
        village.deliver();
        village.deleted.addAll(gone.subList(3, gone.size()));

        assertThat(village.unread(reader)).isEqualTo(3);
        assertThat(village.all(reader, true)).hasSize(3);
    }

    @Test
    @Covers("PER-6")
    void aFullPageAsksNoMoreThanAShortOne() {
        told();
        village.questions = 0;
        notifications.list(me, Page.Ask.first(50), false);
        int forOne = village.questions;
        for (int i = 0; i < 49; i++) {
            Id<User> someone = village.person();
            village.comment(reader, village.group(reader, someone), village.ids.timeOrdered(), someone);
        }
        village.deliver();
        village.questions = 0;

        assertThat(notifications.list(me, Page.Ask.first(50), false).items()).hasSize(50);
        assertThat(village.questions).isEqualTo(forOne).isLessThanOrEqualTo(5);
    }

    // Preferences

    @Test
    void everyKindIsOnUntilItIsTurnedOff() {
        assertThat(notifications.preferences(me).kinds())
                .extracting(Preferences.Preference::kind)
                .extracting(Word::value)
                .containsExactly("village.commented", "village.greeted", "village.mentioned", "village.put-out");
        assertThat(notifications.preferences(me).kinds()).allMatch(Preferences.Preference::on);
        assertThat(notifications.preferences(me).mutedGroups()).isEmpty();
    }

    @Test
    void aKindThatIsTurnedOffIsNotToldAndOneThatIsTurnedOnAgainIs() {
        notifications.turnOff(me, COMMENTED);
        notifications.turnOff(me, COMMENTED);
        village.comment(reader, group, thread, neighbour);
        village.deliver();
        assertThat(village.shown(reader)).isEmpty();
        assertThat(notifications.preferences(me).kinds().get(0).on()).isFalse();

        notifications.turnOn(me, COMMENTED);
        notifications.turnOn(me, COMMENTED);
        told();
        assertThat(notifications.preferences(me).kinds().get(0).on()).isTrue();
    }

    @Test
    void aKindCanBeTurnedOffInOneGroup() {
        Id<Place> other = village.group(reader, neighbour);
        notifications.turnOff(me, COMMENTED, group);
        village.comment(reader, group, thread, neighbour);
        village.comment(reader, other, village.ids.timeOrdered(), neighbour);
        village.deliver();

        assertThat(village.shown(reader)).singleElement().matches(row -> other.equals(row.groupId()));
        assertThat(notifications.preferences(me).kinds().get(0).offIn()).isEqualTo(List.of(group));
        assertThat(notifications.preferences(me).kinds().get(0).on()).isTrue();
        notifications.turnOn(me, COMMENTED, group);
        told();
    }

    @Test
    void aMutedGroupTellsOnlyWhatMustBeTold() {
        notifications.muteGroup(me, group);
        village.comment(reader, group, thread, neighbour);
        village.happen(new News(reader, Told.GREETED, group, null, thread, group, neighbour));
        village.happen(new News(reader, Told.PUT_OUT, group, null, thread, group, neighbour));
        village.deliver();

        assertThat(village.shown(reader)).singleElement().matches(row -> row.kind()
                .equals(Told.PUT_OUT.word()));
        assertThat(notifications.preferences(me).mutedGroups()).isEqualTo(List.of(group));
        notifications.unmuteGroup(me, group);
        told();
        assertThat(notifications.preferences(me).mutedGroups()).isEmpty();
    }

    @Test
    void whatMustBeToldCannotBeTurnedOff() {
        assertRefused("notifications.always-told", () -> notifications.turnOff(me, Told.PUT_OUT.word()));
        assertRefused("notifications.always-told", () -> notifications.turnOff(me, Told.PUT_OUT.word(), group));
        assertThat(notifications.preferences(me).kinds())
                .filteredOn(preference -> !preference.optional())
                .extracting(Preferences.Preference::kind)
                .containsExactly(Told.PUT_OUT.word());
    }

    @Test
    void anUnknownKindIsNotAPreference() {
        var unknown = new Word("village.unheard-of");
        assertRefused("notifications.no-such-kind", () -> notifications.turnOff(me, unknown));
        assertRefused("notifications.no-such-kind", () -> notifications.turnOff(me, unknown, group));
        assertRefused("notifications.no-such-kind", () -> notifications.turnOn(me, unknown));
        assertRefused("notifications.no-such-kind", () -> notifications.turnOn(me, unknown, group));
    }

    @Test
    void preferencesDoNotGiveAwayAGroupThatOneMayNotSee() {
        Id<Place> secret = village.group(neighbour);
        village.groups.get(secret).visibility = Visibility.SECRET;
        Id<Place> none = village.ids.timeOrdered();

        for (Id<Place> asked : List.of(secret, none)) {
            assertRefused("access.not-found", () -> notifications.muteGroup(me, asked));
            assertRefused("access.not-found", () -> notifications.turnOff(me, COMMENTED, asked));
            notifications.unmuteGroup(me, asked);
            notifications.turnOn(me, COMMENTED, asked);
        }
    }

    @Test
    void whoLeftASecretGroupCanStillTakeBackWhatTheyTurnedOff() {
        village.groups.get(group).visibility = Visibility.SECRET;
        notifications.muteGroup(me, group);
        village.stand(reader, group, Standing.PERSON);

        notifications.unmuteGroup(me, group);
        assertThat(notifications.preferences(me).mutedGroups()).isEmpty();
    }

    // Keeping

    @Test
    void whatNothingWasAddedToForNinetyDaysIsPruned() {
        told();
        village.clock.advance(Duration.ofDays(90));
        assertThat(notifications.prune(Actor.host("nightly"))).isZero();
        village.clock.advance(Duration.ofMillis(1));
        assertThat(notifications.prune(Actor.host("nightly"))).isEqualTo(1);
        assertThat(village.shown(reader)).isEmpty();
    }

    @Test
    void pruningGoesOnUntilAllThatIsOldIsGone() {
        for (int i = 0; i < 1_001; i++) {
            village.comment(reader, group, village.ids.timeOrdered(), neighbour);
        }
        village.deliver();
        village.clock.advance(Duration.ofDays(91));

        assertThat(notifications.prune(Actor.host("nightly"))).isEqualTo(1_001);
    }

    @Test
    void onlyTheHostAndSiteAdministratorsPrune() {
        assertRefused("access.not-allowed", () -> notifications.prune(me));
        assertRefused("access.not-signed-in", () -> notifications.prune(Actor.visitor()));
    }
}
