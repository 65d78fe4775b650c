package org.somoim.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Refusal;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.PlainHasher;
import org.somoim.memory.TestClock;

class GuardPropertiesTest {
    private static final Email EMAIL = Email.of("minji@example.org");
    private static final Origin HOME = new Origin("192.0.2.1");

    private final TestClock clock = new TestClock();
    private final Guard guard = new Guard(clock);

    private boolean admits(Email email, Origin origin) {
        try {
            guard.admit(email, origin);
            return true;
        } catch (Refusal later) {
            assertThat(later.reason()).isEqualTo(AccountReason.TRY_LATER);
            return false;
        }
    }

    @Test
    @Covers({"ACC-3", "SEC-4"})
    void fiveTriesAreFreeThenOneWaitsTwiceAsLongEachTime() {
        for (int i = 0; i < 5; i++) {
            assertThat(admits(EMAIL, HOME)).isTrue();
        }
        assertThat(admits(EMAIL, HOME)).isFalse();
        for (int seconds = 1; seconds < 900; seconds *= 2) {
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(admits(EMAIL, HOME)).as("before %s s", seconds).isFalse();
            clock.advance(Duration.ofMillis(1));
            assertThat(admits(EMAIL, HOME)).as("after %s s", seconds).isTrue();
        }
        clock.advance(Duration.ofMinutes(15));
        assertThat(admits(EMAIL, HOME)).isTrue();
    }

    @Test
    @Covers({"ACC-3", "SEC-4"})
    void aRightTryClearsTheSlate() {
        for (int i = 0; i < 100; i++) {
            assertThat(admits(EMAIL, HOME)).isTrue();
            guard.succeeded(EMAIL, HOME);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(admits(EMAIL, HOME)).isTrue();
        }
        assertThat(admits(EMAIL, HOME)).isFalse();
    }

    @Test
    @Covers({"ACC-3", "SEC-4"})
    void onePlaceDoesNotTryTheSamePasswordOnEveryone() {
        int tried = 0;
        while (admits(Email.of("person-" + tried + "@example.org"), HOME)) {
            tried++;
        }
        assertThat(tried).isEqualTo(50);
    }

    @Property(tries = 50)
    @Covers({"ACC-3", "SEC-4"})
    void whoWaitsAsLongAsTheyAreToldIsAdmittedAndNoSooner(@ForAll @IntRange(min = 1, max = 40) int tries) {
        var clock = new TestClock();
        var guard = new Guard(clock);
        Duration told = Duration.ZERO;
        for (int i = 0; i < tries; i++) {
            clock.advance(told);
            guard.admit(EMAIL, HOME);
            told = asked(guard);
            if (!told.isZero()) {
                clock.advance(told.minusMillis(1));
                assertThat(asked(guard)).isEqualTo(Duration.ofMillis(1));
                told = Duration.ofMillis(1);
            }
        }
    }

    /** How long to wait, by what is told to whoever tries too early; free tries are used up. */
    private static Duration asked(Guard guard) {
        try {
            guard.admit(EMAIL, HOME);
            return Duration.ZERO;
        } catch (Refusal later) {
            return later.again().orElseThrow();
        }
    }

    /** Whatever the number of places: about 1,500 guesses a day at one account. */
    @Property(tries = 20)
    @Covers({"ACC-3", "SEC-4"})
    void aDayOfGuessingFromManyPlacesIsBounded(@ForAll @IntRange(min = 1, max = 5_000) int places) {
        var clock = new TestClock();
        var guard = new Guard(clock);
        Instant end = clock.instant().plus(Duration.ofDays(1));
        int guesses = 0;
        int place = 0;
        while (clock.instant().isBefore(end)) {
            try {
                guard.admit(EMAIL, new Origin("place-" + place++ % places));
                guesses++;
            } catch (Refusal later) {
                clock.advance(Duration.ofSeconds(1));
            }
        }
        assertThat(guesses).isLessThanOrEqualTo(1_500);
    }

    /** Whatever an attacker does elsewhere, the owner gets in from where they got in before. */
    @Property(tries = 50)
    @Covers({"ACC-3", "SEC-4"})
    void theOwnerIsNeverKeptOutWhereTheyHaveSignedInBefore(
            @ForAll @IntRange(max = 3_000) int tries, @ForAll @IntRange(min = 1, max = 500) int places) {
        var clock = new TestClock();
        var guard = new Guard(clock);
        guard.admit(EMAIL, HOME);
        guard.succeeded(EMAIL, HOME);
        for (int i = 0; i < tries; i++) {
            try {
                guard.admit(EMAIL, new Origin("elsewhere-" + i % places));
            } catch (Refusal later) {
                clock.advance(Duration.ofMillis(700));
            }
        }
        guard.admit(EMAIL, HOME);
    }

    @Test
    @Covers({"ACC-3", "ACC-4"})
    void anOwnerAtANewPlaceWaitsAMinuteAtMost() {
        for (int i = 0; i < 1_000; i++) {
            admits(EMAIL, new Origin("elsewhere-" + i));
        }
        clock.advance(Duration.ofMinutes(1));

        assertThat(admits(EMAIL, HOME)).isTrue();
    }

    @Test
    @Covers({"ACC-3", "SEC-6"})
    void logInIsSlowedDownAlikeForKnownAndUnknownAddressesWithoutAnyHashing() {
        var town = new Community();
        town.person("민지", EMAIL);
        var hasher = (PlainHasher) town.ports.passwords();
        Password wrong = Password.of("not the right one");
        for (Email email : new Email[] {EMAIL, Email.of("nobody@example.org")}) {
            for (int i = 0; i < 5; i++) {
                assertRefused(
                        "accounts.wrong-credentials",
                        () -> town.somoim.passwords().logIn(Actor.visitor(), email, wrong, HOME));
            }
            int before = hasher.verified();
            assertRefused(
                    "accounts.try-later", () -> town.somoim.passwords().logIn(Actor.visitor(), email, wrong, HOME));
            assertThat(hasher.verified()).isEqualTo(before);
        }
    }
}
