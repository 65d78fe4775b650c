package org.somoim.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.somoim.Covers;
import org.somoim.kernel.Word;
import org.somoim.privacy.redaction.AmountRange;
import org.somoim.privacy.redaction.Ladder;
import org.somoim.profiles.Choice;
import org.somoim.profiles.Consent;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.PrivacySettings;

/** What is shared are ranges that hold the truth, with edges that are the same for everybody. */
@Covers({"GOL-2", "GOL-3", "GOL-8", "PRF-9", "PRF-10"})
class GoalTraitsPropertiesTest {
    private static final PrivacySettings EVERYTHING =
            settings(GoalSharing.STORY, Consent.YES, Consent.YES, Consent.YES, Consent.YES);
    private static final List<Word> PLACES =
            Areas.KOREA.areas().stream().flatMap(area -> area.places().stream()).toList();

    private static PrivacySettings settings(
            GoalSharing level, Consent amounts, Consent age, Consent income, Consent region) {
        return new PrivacySettings(Map.of(
                PrivacySetting.GOAL_SHARING_LEVEL, level,
                PrivacySetting.SHARE_GOAL_AMOUNTS, amounts,
                PrivacySetting.SHARE_AGE_RANGE, age,
                PrivacySetting.SHARE_INCOME_RANGE, income,
                PrivacySetting.SHARE_REGION, region));
    }

    private static boolean isEdge(long amount, Ladder ladder) {
        if (amount == 0) {
            return true;
        }
        long rest = amount;
        int zeros = 0;
        while (rest % 10 == 0) {
            rest /= 10;
            zeros++;
        }
        return switch (ladder) {
            case ONE_TWO_FIVE -> rest == 1 || rest == 2 || rest == 5;
            case TENS -> rest == 1;
            case HUNDREDS -> rest == 1 && (zeros % 2 == 0);
        };
    }

    @Property(tries = 2_000)
    void everyRangeHoldsTheTruthBetweenFixedEdges(
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long target,
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long income,
            @ForAll @IntRange(max = 100) int progress,
            @ForAll @IntRange(max = 150) int age,
            @ForAll("place") Word place,
            @ForAll Ladder ladder) {
        var terms = new GoalTerms(
                GoalTerms.PRESET.country(),
                GoalTerms.PRESET.currency(),
                ladder,
                Areas.KOREA,
                java.util.Set.of(),
                List.of(),
                claim -> false);
        GoalTraits traits = GoalTraits.of(
                new GoalDraft(GoalCategory.HOME, target, progress, age, income, place), EVERYTHING, terms);

        for (Map.Entry<Long, AmountRange> one : Map.of(target, traits.target()).entrySet()) {
            assertThat(one.getValue().contains(one.getKey())).isTrue();
        }
        assertThat(traits.income().contains(income)).isTrue();
        for (AmountRange range : List.of(traits.target(), traits.income())) {
            assertThat(isEdge(range.low(), ladder)).isTrue();
            assertThat(isEdge(range.high(), ladder)).isTrue();
            // What is no range would be the figure itself; nothing at all has nothing below it.
            assertThat(range.low() == 0 || range.high() >= 2 * range.low()).isTrue();
        }
        assertThat(traits.age().contains(age)).isTrue();
        assertThat(traits.progress() % 10).isZero();
        assertThat(progress - traits.progress()).isBetween(0, 9);
        assertThat(traits.isReached()).isEqualTo(progress == 100);
        Areas.Area area = Areas.KOREA.byId().get(traits.area());
        assertThat(area.contains(place)).isTrue();
    }

    /** What is not allowed makes no difference, whatever it is: not even that something was said. */
    @Property(tries = 500)
    void whatIsNotAllowedLeavesNoTrace(
            @ForAll GoalSharing level,
            @ForAll Consent amounts,
            @ForAll Consent ages,
            @ForAll Consent incomes,
            @ForAll Consent regions,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long target,
            @ForAll @IntRange(max = 100) int progress,
            @ForAll @IntRange(max = 150) int age,
            @ForAll("place") Word place) {
        PrivacySettings settings = settings(level, amounts, ages, incomes, regions);
        boolean tellsProgress = level.compareTo(GoalSharing.PROGRESS) >= 0;
        GoalTraits shared = GoalTraits.of(
                new GoalDraft(GoalCategory.CAR, target, progress, age, target, place), settings, GoalTerms.PRESET);
        GoalTraits least = GoalTraits.of(
                new GoalDraft(
                        GoalCategory.CAR,
                        amounts == Consent.YES ? target : null,
                        tellsProgress ? progress : null,
                        ages == Consent.YES ? age : null,
                        incomes == Consent.YES ? target : null,
                        regions == Consent.YES ? place : null),
                settings,
                GoalTerms.PRESET);

        assertThat(shared).isEqualTo(least);
    }

    /** Nothing but the person's own act makes a setting let more through: at first none does. */
    @Property(tries = 50)
    void atFirstNothingGetsThrough(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long target) {
        Map<PrivacySetting, Choice> none = new HashMap<>();
        assertThat(GoalTraits.of(
                        new GoalDraft(GoalCategory.CAR, target, 50, 30, target, new Word("seoul")),
                        new PrivacySettings(none),
                        GoalTerms.PRESET))
                .isEqualTo(new GoalTraits(GoalCategory.CAR, null, null, null, null, null));
    }

    @Provide
    Arbitrary<Word> place() {
        return Arbitraries.of(PLACES);
    }
}
