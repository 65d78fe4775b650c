package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.somoim.Covers;

/** The table of what may follow from a signal. */
@Covers({"MOD-7", "MOD-9", "CFG-6", "CFG-7"})
class CoursePropertiesTest {

    @Property(tries = 2000)
    void moreProbableNeverMeansLess(
            @ForAll Ground ground,
            @ForAll @IntRange(max = 1_000_000) int one,
            @ForAll @IntRange(max = 1_000_000) int other,
            @ForAll @IntRange(min = 10_000, max = 1_000_000) int confidence,
            @ForAll @IntRange(max = 1_000_000) int proven,
            @ForAll boolean automatic) {
        ModerationTerms terms = WatchContract.terms(automatic, confidence, 0);
        assertThat(Course.of(ground, Math.max(one, other), terms, proven))
                .isGreaterThanOrEqualTo(Course.of(ground, Math.min(one, other), terms, proven));
    }

    @Property(tries = 2000)
    void moreProofNeverMeansLessAndNoMoreThanHidingSpamAndScams(
            @ForAll Ground ground,
            @ForAll @IntRange(max = 1_000_000) int probability,
            @ForAll @IntRange(min = 10_000, max = 1_000_000) int confidence,
            @ForAll @IntRange(max = 1_000_000) int one,
            @ForAll @IntRange(max = 1_000_000) int other) {
        ModerationTerms terms = WatchContract.terms(true, confidence, 0);
        Course less = Course.of(ground, probability, terms, Math.min(one, other));
        Course more = Course.of(ground, probability, terms, Math.max(one, other));
        assertThat(more).isGreaterThanOrEqualTo(less);
        if (!ground.isForMachines()) {
            assertThat(more).isLessThanOrEqualTo(Course.NUDGE);
        }
        if (more == Course.HIDE) {
            assertThat(Math.max(one, other)).isGreaterThanOrEqualTo(Course.PROVEN);
        }
    }

    @Property(tries = 1000)
    void aHigherBarNeverMeansMore(
            @ForAll Ground ground,
            @ForAll @IntRange(max = 1_000_000) int probability,
            @ForAll @IntRange(min = 500_000, max = 1_000_000) int one,
            @ForAll @IntRange(min = 500_000, max = 1_000_000) int other,
            @ForAll @IntRange(max = 1_000_000) int proven) {
        Course strict = Course.of(ground, probability, WatchContract.terms(true, Math.max(one, other), 0), proven);
        Course lenient = Course.of(ground, probability, WatchContract.terms(true, Math.min(one, other), 0), proven);
        assertThat(strict).isLessThanOrEqualTo(lenient);
    }

    @Property(tries = 500)
    void withoutActingThereAreCasesAtMost(
            @ForAll Ground ground,
            @ForAll @IntRange(max = 1_000_000) int probability,
            @ForAll @IntRange(max = 1_000_000) int proven) {
        assertThat(Course.of(ground, probability, WatchContract.terms(false, 800_000, 0), proven))
                .isLessThanOrEqualTo(Course.PUBLISH_AND_QUEUE);
    }
}
