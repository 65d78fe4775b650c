package org.somoim.http.goals;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.goals.AgeBand;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalShare;
import org.somoim.goals.GoalTerms;
import org.somoim.goals.GoalTraits;
import org.somoim.goals.ShownGoal;
import org.somoim.goals.Story;
import org.somoim.http.wire.View;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.privacy.redaction.AmountRange;

/**
 * A shared goal. What is not shared of it is left out. Nothing says whose it is.
 *
 * @param sharedOn the first day on which it was seen
 * @param given what the reader has given to it
 */
record GoalView(
        String id,
        String sharedOn,
        String goalCategory,
        @Nullable RangeView targetAmountRange,
        @Nullable Integer currentProgressPercentage,
        @Nullable AgeView userAgeGroup,
        @Nullable RangeView userIncomeRange,
        @Nullable String userLocationRegion,
        @Nullable String goalTitle,
        @Nullable String goalDescription,
        @Nullable String strategyDescription,
        @Nullable String tipsAndLessons,
        @Nullable List<String> tags,
        boolean isVerifiedCompletion,
        int likesCount,
        int inspirationVotes,
        List<String> given)
        implements View {

    /** @param high less than this */
    record RangeView(long low, long high, String currency) implements View {
        static @Nullable RangeView of(@Nullable AmountRange range, GoalTerms terms) {
            return range == null
                    ? null
                    : new RangeView(range.low(), range.high(), terms.currency().getCurrencyCode());
        }
    }

    /** @param high less than this, in years */
    record AgeView(String group, int low, int high) implements View {
        static @Nullable AgeView of(@Nullable AgeBand band) {
            return band == null ? null : new AgeView(band.name(), band.low(), band.high());
        }
    }

    static GoalView of(ShownGoal shown, GoalTerms terms) {
        return of(
                shown.share(), shown.given().stream().map(Cheer::name).sorted().toList(), terms);
    }

    static GoalView of(GoalShare share, List<String> given, GoalTerms terms) {
        GoalTraits traits = share.face().traits();
        Story story = share.face().story();
        return new GoalView(
                share.id().toString(),
                share.sharedOn().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                traits.category().name(),
                RangeView.of(traits.target(), terms),
                traits.progress(),
                AgeView.of(traits.age()),
                RangeView.of(traits.income(), terms),
                traits.area() == null ? null : traits.area().value(),
                story == null ? null : story.title().value(),
                story == null ? null : text(story.description()),
                story == null ? null : text(story.strategy()),
                story == null ? null : text(story.tips()),
                story == null
                        ? null
                        : story.tags().lines().stream().map(Line::value).toList(),
                share.face().verified(),
                share.likes(),
                share.inspirations(),
                given);
    }

    private static @Nullable String text(@Nullable Prose prose) {
        return prose == null ? null : prose.value();
    }
}
