package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.somoim.Covers;
import org.somoim.kernel.Id;
import org.somoim.kernel.Word;

/** What a community learns about a detector. */
@Covers("MOD-7")
class ExperiencePropertiesTest {
    private static final int SURE = 800_000;

    @Property(tries = 500)
    void itExplainsWhatPeopleDecidedNoWorseThanTheirShareDoes(@ForAll("lessons") List<Lesson> lessons) {
        Experience experience = Experience.of(lessons, SURE);
        double violating = lessons.stream().filter(Lesson::violating).count();
        double share = (violating + 1) / (lessons.size() + 2);
        double learned = 0;
        double constant = 0;
        for (Lesson lesson : lessons) {
            learned += loss(experience.calibrated(lesson.said()) / 1e6, lesson.violating());
            constant += loss(share, lesson.violating());
        }
        if (lessons.size() >= 30) {
            // Kept in millionths: what is nearly certain is told apart no better than that.
            assertThat(learned).isLessThanOrEqualTo(constant + 1e-2 * lessons.size());
        }
    }

    @Property(tries = 300)
    void theSameLessonsTeachTheSameAndKeepTheOrder(
            @ForAll("lessons") List<Lesson> lessons,
            @ForAll @IntRange(max = 1_000_000) int one,
            @ForAll @IntRange(max = 1_000_000) int other) {
        Experience experience = Experience.of(lessons, SURE);
        Experience again = Experience.of(new ArrayList<>(lessons), SURE);
        assertThat(again.calibrated(one)).isEqualTo(experience.calibrated(one));
        assertThat(again.proven()).isEqualTo(experience.proven());
        assertThat(experience.calibrated(Math.max(one, other)))
                .isGreaterThanOrEqualTo(experience.calibrated(Math.min(one, other)));
    }

    /** Whatever the history: too few, wrong too often, or believed too readily, and nothing is proved. */
    @Property(tries = 500)
    void proofTakesTwoHundredDecisionsThatWereNearlyAllRight(@ForAll("lessons") List<Lesson> lessons) {
        int proven = Experience.of(lessons, SURE).proven();
        List<Lesson> sure =
                lessons.stream().filter(lesson -> lesson.probability() >= SURE).toList();
        double right = sure.stream().filter(Lesson::violating).count();
        if (proven > 0) {
            assertThat(sure).hasSizeGreaterThanOrEqualTo(200);
            assertThat(sure.stream().filter(Lesson::unaware)).hasSizeGreaterThanOrEqualTo(20);
            assertThat(proven / 1e6).isLessThanOrEqualTo(right / sure.size());
        }
        if (proven >= Course.PROVEN) {
            assertThat(right / sure.size()).isGreaterThanOrEqualTo(.98);
        }
    }

    @Property(tries = 100)
    void whoeverMerelyBelievedItProvesNothing(@ForAll @IntRange(min = 200, max = 1000) int count) {
        var lessons = new ArrayList<Lesson>();
        for (int i = 0; i < count; i++) {
            boolean unaware = i % 5 == 0;
            // Those who are told always agree; those who are not agree nine times of ten.
            lessons.add(lesson(i, 900_000, !unaware || i % 50 != 0, unaware));
        }
        assertThat(Experience.of(lessons, SURE).proven()).isZero();
    }

    @Property(tries = 50)
    void oneWhoIsAlwaysRightIsProvedByTwoHundred(@ForAll @IntRange(min = 150, max = 260) int count) {
        var lessons = new ArrayList<Lesson>();
        for (int i = 0; i < count; i++) {
            lessons.add(lesson(i, 900_000, true, i % 5 == 0));
        }
        assertThat(Experience.of(lessons, SURE).proven() >= Course.PROVEN).isEqualTo(count >= 200);
    }

    @Provide
    Arbitrary<List<Lesson>> lessons() {
        Arbitrary<Boolean> nearlyAlways = Arbitraries.frequency(Tuple.of(200, true), Tuple.of(1, false));
        Arbitrary<Lesson> right = Combinators.combine(
                        Arbitraries.integers().between(700_000, 1_000_000),
                        nearlyAlways,
                        Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true)))
                .as((said, violating, unaware) -> lesson(said, said, violating, unaware));
        Arbitrary<Lesson> any = Combinators.combine(
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((said, violating, unaware) -> lesson(said, said, violating, unaware));
        return Arbitraries.oneOf(
                right.list().ofMinSize(150).ofMaxSize(600), any.list().ofMaxSize(400));
    }

    private static Lesson lesson(int number, int said, boolean violating, boolean unaware) {
        return new Lesson(
                new Id<>(new UUID(7, number)),
                new Word("told"),
                Ground.SPAM,
                said,
                said,
                violating,
                unaware,
                Instant.ofEpochSecond(number));
    }

    private static double loss(double probability, boolean violating) {
        double p = Math.max(1e-6, Math.min(1 - 1e-6, probability));
        return -Math.log(violating ? p : 1 - p);
    }
}
