package org.somoim.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;

@Covers("MOD-3")
class StatisticsTest {
    private static final Actor HOST = Actor.host("test");

    private final Community town = new Community();
    private final int least = Community.PLAN.k();

    private Statistics.Part part(String subject) {
        return town.somoim.statistics().summary(HOST).parts().stream()
                .filter(part -> part.subject().equals(new Word(subject)))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Long now(String subject, String sort) {
        return part(subject).now().stream()
                .filter(one -> one.sort().equals(new Word(sort)))
                .findFirst()
                .orElseThrow()
                .atLeast();
    }

    private void people(int many) {
        for (int i = 0; i < many; i++) {
            town.person();
        }
    }

    @Test
    void fewerThanMayBeSpokenOfAreNotAndNoneLookTheSame() {
        assertThat(now("people", "active")).isNull();
        people(least - 1);
        assertThat(now("people", "active")).isNull();
        assertThat(now("people", "suspended")).isNull();
        town.person();
        assertThat(now("people", "active")).isEqualTo(least);
    }

    @Test
    void numbersGoUpInStepsSoThatOneMoreIsSeenAtABorderOnly() {
        people(least);
        for (int more = 1; more < least; more++) {
            town.person();
            assertThat(now("people", "active")).isEqualTo(least);
        }
        town.person();
        assertThat(now("people", "active")).isEqualTo(2L * least);
    }

    @Test
    void groupsAreCountedByKindAndNewcomersByWeek() {
        Actor.Person founder = town.person();
        for (int i = 0; i < least; i++) {
            town.openGroup(founder);
        }
        assertThat(now("groups", "social")).isEqualTo(least);
        assertThat(now("groups", "family")).isNull();

        assertThat(part("groups").weeks()).allMatch(week -> week.atLeast() == null);
        town.clock.advance(Duration.ofDays(7));
        var weeks = part("groups").weeks();
        assertThat(weeks).hasSize(Statistics.WEEKS);
        assertThat(weeks.get(Statistics.WEEKS - 1).atLeast()).isEqualTo(least);
        assertThat(weeks.subList(0, Statistics.WEEKS - 1)).allMatch(week -> week.atLeast() == null);
        assertThat(part("people").weeks()).allMatch(week -> week.atLeast() == null);
    }

    @Test
    void membershipsAreCountedByWhoMaySeeTheGroup() {
        var group = town.openGroup(town.person());
        for (int i = 1; i < least; i++) {
            assertThat(now("memberships", "public")).isNull();
            town.memberOf(group);
        }
        assertThat(now("memberships", "public")).isEqualTo(least);
        assertThat(now("memberships", "secret")).isNull();
        assertThat(part("memberships").weeks()).isEmpty();
    }

    /** Two stretches that overlap could be subtracted, and would tell of the days in which they differ. */
    @Test
    void weeksBeginWithMondayWheneverOneAsks() {
        for (int day = 0; day < 15; day++) {
            Instant now = town.clock.instant();
            var weeks = part("people").weeks();
            assertThat(weeks).hasSize(Statistics.WEEKS).allSatisfy(week -> {
                assertThat(week.from().atOffset(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
                assertThat(week.from()).isEqualTo(week.from().truncatedTo(ChronoUnit.DAYS));
            });
            assertThat(weeks.get(Statistics.WEEKS - 1).from().plus(Duration.ofDays(7)))
                    .isBeforeOrEqualTo(now)
                    .isAfter(now.minus(Duration.ofDays(7)));
            town.clock.advance(Duration.ofDays(1));
        }
    }

    @Test
    void onlyThoseWhoRunTheCommunitySeeNumbers() {
        Actor.Person moderator = town.person();
        town.somoim.accounts().appoint(HOST, moderator.id(), SiteRole.MODERATOR);

        assertRefused("access.not-allowed", () -> town.somoim.statistics().summary(moderator));
        assertRefused("access.not-signed-in", () -> town.somoim.statistics().summary(Actor.visitor()));
    }
}
