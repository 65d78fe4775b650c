package org.somoim.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Password;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Secrets;
import org.somoim.memory.Community;
import org.somoim.sessions.AccessTokens.Holder;

class SessionsTest {
    private final Community town = new Community();
    private final Sessions sessions = town.somoim.sessions();
    private final Actor.Person minji = town.person();

    private Sessions.Opened open() {
        return sessions.open(minji, Line.of("Phone"));
    }

    private Sessions.Opened refresh(Sessions.Opened opened) {
        return sessions.refresh(Actor.visitor(), opened.refreshToken());
    }

    private boolean isOpen(Sessions.Opened opened) {
        return sessions.actor(new Holder(minji.id(), opened.session().id())).isPresent();
    }

    private Fact newest() {
        return town.ports
                .facts()
                .find(town.ports.facts().newest())
                .map(FactLog.Entry::fact)
                .orElseThrow();
    }

    @Test
    @Covers("ACC-6")
    void aRefreshTokenIsGoodForOneUseAndGivesTheNext() {
        Sessions.Opened first = open();
        town.clock.advance(Duration.ofDays(3));
        Sessions.Opened second = refresh(first);
        Sessions.Opened third = refresh(second);

        assertThat(third.session().id()).isEqualTo(first.session().id());
        assertThat(third.refreshToken()).isNotIn(first.refreshToken(), second.refreshToken());
        assertThat(sessions.list(minji)).containsExactly(third.session());
        assertThat(first.refreshToken()).hasToString("RefreshToken");
    }

    @Test
    @Covers("ACC-6")
    void aTokenUsedTwiceEndsTheSessionForBothWhoHoldIt() {
        Sessions.Opened stolen = open();
        Sessions.Opened owners = refresh(stolen);
        assertRefused("sessions.ended", () -> refresh(stolen));

        assertThat(newest()).isEqualTo(new SessionFact.ReuseDetected(minji.id()));
        assertRefused("sessions.ended", () -> refresh(owners));
        assertThat(isOpen(owners)).isFalse();
        assertThat(sessions.list(minji)).isEmpty();
    }

    @Test
    @Covers({"ACC-6", "NTF-1"})
    void whoseSessionMayHaveBeenStolenIsToldWhateverTheyHaveTurnedOff() {
        Sessions.Opened stolen = open();
        refresh(stolen);
        assertRefused("sessions.ended", () -> refresh(stolen));
        town.somoim.deliver();

        assertThat(town.somoim
                        .notifications()
                        .list(minji, Page.Ask.first(), false)
                        .items())
                .extracting(notification -> notification.kind().value())
                .containsExactly("sessions.reuse-detected");
        assertRefused(
                "notifications.always-told",
                () -> town.somoim.notifications().turnOff(minji, SessionNotification.REUSE_DETECTED.word()));
    }

    @Test
    @Covers("ACC-6")
    void everySessionButOneIsEnded() {
        Sessions.Opened phone = open();
        Sessions.Opened laptop = open();
        Sessions.Opened tablet = open();
        Sessions.Opened others = sessions.open(town.person(), null);

        sessions.endOthers(minji, laptop.session().id());
        assertThat(sessions.list(minji)).containsExactly(laptop.session());
        assertThat(isOpen(phone) || isOpen(tablet)).isFalse();
        assertRefused(
                "access.not-found",
                () -> sessions.endOthers(minji, others.session().id()));
        assertRefused(
                "access.not-found",
                () -> sessions.endOthers(minji, phone.session().id()));
        assertThat(isOpen(laptop)).isTrue();
    }

    @Test
    @Covers("ACC-6")
    void oneSessionsEndIsNotAnothers() {
        Sessions.Opened phone = open();
        Sessions.Opened laptop = open();
        refresh(phone);
        assertRefused("sessions.ended", () -> refresh(phone));

        assertThat(isOpen(laptop)).isTrue();
        assertThat(refresh(laptop).session().userId()).isEqualTo(minji.id());
    }

    @Test
    @Covers("ACC-6")
    void aSessionEndsAfterTwoWeeksUnusedAndAfterNinetyDaysAnyhow() {
        Sessions.Opened idle = open();
        town.clock.advance(Duration.ofDays(14).minusMillis(1));
        assertThat(isOpen(idle)).isTrue();
        town.clock.advance(Duration.ofMillis(1));
        assertThat(isOpen(idle)).isFalse();
        assertRefused("sessions.ended", () -> refresh(idle));

        Sessions.Opened used = open();
        for (int day = 0; day < 80; day += 10) {
            town.clock.advance(Duration.ofDays(10));
            used = refresh(used);
        }
        Sessions.Opened last = used;
        town.clock.advance(Duration.ofDays(10));
        assertThat(isOpen(last)).isFalse();
        assertRefused("sessions.ended", () -> refresh(last));
    }

    @Test
    @Covers("ACC-6")
    void whatHasExpiredIsForgotten() {
        open();
        open();
        town.clock.advance(Duration.ofDays(15));
        Sessions.Opened fresh = open();
        town.somoim.tick();

        assertThat(town.ports.sessions().of(minji.id())).containsExactly(fresh.session());
        assertRefused("access.not-allowed", () -> sessions.prune(minji));
    }

    @Test
    @Covers({"ACC-6", "SEC-6"})
    void peopleEndTheirOwnSessionsAndNobodyElses() {
        Sessions.Opened phone = open();
        Sessions.Opened laptop = open();
        Actor.Person other = town.person();
        assertRefused(
                "access.not-found", () -> sessions.end(other, phone.session().id()));
        assertRefused(
                "access.not-found", () -> sessions.end(minji, town.ports.ids().<Session>random()));
        sessions.end(minji, phone.session().id());

        assertThat(isOpen(phone)).isFalse();
        assertThat(isOpen(laptop)).isTrue();
        sessions.endAll(minji);
        assertThat(isOpen(laptop)).isFalse();
        assertThat(newest()).isEqualTo(new SessionFact.AllEnded(minji.id(), minji.id()));
    }

    @Test
    @Covers({"ACC-6", "ACC-9"})
    void administratorsEndAllSessionsOfSomeoneAndOthersDoNot() {
        Sessions.Opened phone = open();
        assertRefused("access.not-allowed", () -> sessions.endAllOf(town.person(), minji.id()));
        assertThat(isOpen(phone)).isTrue();
        Actor.Person admin = town.admin();
        sessions.endAllOf(admin, minji.id());

        assertThat(isOpen(phone)).isFalse();
        assertThat(newest()).isEqualTo(new SessionFact.AllEnded(minji.id(), admin.id()));
    }

    @Test
    @Covers({"ACC-6", "ACC-8", "ACC-12"})
    void changingThePasswordClosingAndSuspensionEndEverySessionAtOnce() {
        Sessions.Opened before = open();
        town.somoim.passwords().change(minji, Community.PASSWORD, Password.of("another long one"));
        assertThat(isOpen(before)).isFalse();
        assertRefused("sessions.ended", () -> refresh(before));

        Sessions.Opened closed = open();
        town.somoim.accounts().deactivate(minji);
        assertThat(isOpen(closed)).isFalse();

        Actor.Person jun = town.person();
        Sessions.Opened suspended = sessions.open(jun, null);
        town.somoim.accounts().suspend(Actor.host("test"), jun.id());
        assertThat(sessions.actor(new Holder(jun.id(), suspended.session().id())))
                .isEmpty();
        assertRefused("sessions.ended", () -> refresh(suspended));
        assertRefused("access.account-closed", () -> sessions.open(jun, null));
    }

    @Test
    @Covers({"ACC-6", "ACC-9"})
    void aChangeOfRoleTakesEffectAtTheNextCall() {
        Sessions.Opened opened = open();
        town.somoim.accounts().appoint(Actor.host("test"), minji.id(), SiteRole.ADMIN);
        Actor caller =
                sessions.actor(new Holder(minji.id(), opened.session().id())).orElseThrow();
        Actor.Person other = town.person();
        sessions.endAllOf(caller, other.id());
        town.admin();
        town.somoim.accounts().appoint(Actor.host("test"), minji.id(), SiteRole.USER);

        assertRefused("access.not-allowed", () -> sessions.endAllOf(caller, other.id()));
    }

    @Test
    @Covers({"ACC-6", "SEC-6"})
    void aTokenForAnotherPersonsSessionIsNobodys() {
        Sessions.Opened opened = open();
        Actor.Person jun = town.person();

        assertThat(sessions.actor(new Holder(jun.id(), opened.session().id()))).isEmpty();
        assertThat(sessions.actor(new Holder(jun.id(), null))).contains(jun);
    }

    @Test
    @Covers({"ACC-6", "SEC-6"})
    void ofManyWhoAreAskedAfterAtOnceEachIsWhoTheyWouldBeAlone() {
        Sessions.Opened old = open();
        town.clock.advance(Duration.ofDays(60));
        Sessions.Opened opened = open();
        Sessions.Opened ended = open();
        sessions.end(minji, ended.session().id());
        Actor.Person jun = town.person();
        town.clock.advance(Duration.ofDays(1));
        Set<Holder> all = Set.of(
                new Holder(minji.id(), old.session().id()),
                new Holder(minji.id(), opened.session().id()),
                new Holder(minji.id(), ended.session().id()),
                new Holder(minji.id(), null),
                new Holder(jun.id(), opened.session().id()),
                new Holder(jun.id(), null));

        Map<Holder, Actor> expected = new HashMap<>();
        all.forEach(holder -> sessions.actor(holder).ifPresent(actor -> expected.put(holder, actor)));
        assertThat(expected).hasSize(3);
        assertThat(sessions.actors(all)).isEqualTo(expected);
    }

    @Test
    @Covers({"ACC-6", "SEC-6"})
    void whoKnowsOnlyTheIdOfASessionCannotEndIt() {
        Sessions.Opened opened = open();
        var secrets = new Secrets(new Random(7));
        var madeUp = RefreshToken.of(opened.session().id(), secrets.next(), secrets.next());
        var halfMadeUp = RefreshToken.of(
                opened.session().id(), secrets.next(), opened.refreshToken().own());
        Fact before = newest();
        assertRefused("sessions.ended", () -> sessions.refresh(Actor.visitor(), madeUp));
        assertRefused("sessions.ended", () -> sessions.refresh(Actor.visitor(), halfMadeUp));

        assertThat(newest()).isEqualTo(before);
        assertThat(refresh(opened).session().id()).isEqualTo(opened.session().id());
    }

    @Test
    @Covers({"ACC-6", "SEC-2"})
    void whatNeverWasATokenIsToldNoMoreThanOneThatWas() {
        String good = open().refreshToken().value();
        for (String wrong : new String[] {"", ".", "x", good + "x", good.substring(1), good.replace('.', '-'), "한글"}) {
            assertRefused("sessions.ended", () -> new RefreshToken(wrong));
        }
        assertRefused("sessions.ended", () -> new RefreshToken(good.substring(0, good.lastIndexOf('.'))));
        var elsewhere = new RefreshToken(town.ports.ids().random() + good.substring(36));
        assertRefused("sessions.ended", () -> sessions.refresh(Actor.visitor(), elsewhere));
        assertRefused("sessions.device-too-long", () -> sessions.open(minji, Line.of("x".repeat(101))));
    }
}
