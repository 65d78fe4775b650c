package org.somoim.moderation;

import java.util.List;
import org.somoim.detection.Calibrator;

/**
 * What a community has found out about one detector and one ground. The same lessons give the same experience.
 *
 * <p>What is proved is proved by decisions that were made after the detector had spoken, at the probability it was given
 * then: it never sits its own examination with the answers in hand. Some of those who decide are not told what it said. If it
 * does worse with them than it would have to, those who were told may just have believed it, and nothing is proved.
 */
final class Experience {
    /** Fewer decisions prove nothing. */
    static final int FEWEST = 200;
    /** Of those, so many were made by people who had not been told. */
    static final int FEWEST_UNAWARE = 20;
    /** How many lessons are heeded, the latest. */
    static final int MOST = Calibrator.MOST;

    private final Calibrator calibrator;
    private final int proven;

    private Experience(Calibrator calibrator, int proven) {
        this.calibrator = calibrator;
        this.proven = proven;
    }

    static Experience none() {
        return new Experience(Calibrator.untaught(), 0);
    }

    /**
     * @param lessons newest first
     * @param confidence from which probability on they count as proof, in millionths
     */
    static Experience of(List<Lesson> lessons, int confidence) {
        Calibrator calibrator = Calibrator.learn(lessons.stream()
                .limit(MOST)
                .map(lesson -> new Calibrator.Decision((double) lesson.said() / Signal.CERTAIN, lesson.violating()))
                .toList());
        return new Experience(calibrator, proof(lessons, confidence));
    }

    private static int proof(List<Lesson> lessons, int confidence) {
        int right = 0;
        int wrong = 0;
        int rightUnaware = 0;
        int unaware = 0;
        for (Lesson lesson : lessons.subList(0, Math.min(MOST, lessons.size()))) {
            if (lesson.probability() >= confidence) {
                right += lesson.violating() ? 1 : 0;
                wrong += lesson.violating() ? 0 : 1;
                unaware += lesson.unaware() ? 1 : 0;
                rightUnaware += lesson.unaware() && lesson.violating() ? 1 : 0;
            }
        }
        boolean isEnough = right + wrong >= FEWEST && unaware >= FEWEST_UNAWARE;
        boolean isFair = (long) rightUnaware * Signal.CERTAIN >= (long) unaware * Course.PROVEN;
        return isEnough && isFair ? Wilson.millionthsAtLeast(right, wrong) : 0;
    }

    /** @return in millionths, as the argument is */
    int calibrated(int said) {
        return (int) Math.round(calibrator.probability((double) said / Signal.CERTAIN) * Signal.CERTAIN);
    }

    /** The lower bound of how often it is right when it is sure, in millionths; 0 until that is proved. */
    int proven() {
        return proven;
    }
}
