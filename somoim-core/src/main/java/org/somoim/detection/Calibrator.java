package org.somoim.detection;

import java.util.List;

/**
 * Sets a detector's probabilities right for one community, by what its moderators decided. What is violating in one place
 * is the tone of another, and what a tenth of the texts is in one is a thousandth in another.
 *
 * <p>One for each category and community. Learned anew from the latest decisions rather than kept: the same decisions give
 * the same calibrator. Moderators mostly see what was reported or held, so it is a calibrator for that; mix in decisions
 * about texts drawn at random to have one for all.
 */
public final class Calibrator {
    /** Below, a detector's own probability is all there is to go by. */
    public static final int FEWEST = 30;

    /** Only the first so many are learned from. */
    public static final int MOST = 5_000;

    /**
     * What a moderator made of a text.
     *
     * @param probability what the detector had said, 0 to 1
     */
    public record Decision(double probability, boolean violating) {

        public Decision {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("A probability is between 0 and 1.");
            }
        }
    }

    private final Platt platt;

    private Calibrator(Platt platt) {
        this.platt = platt;
    }

    /** Leaves every probability as it is. */
    public static Calibrator untaught() {
        return new Calibrator(Platt.NONE);
    }

    /**
     * Of {@link #FEWEST} decisions and more, what comes out explains them no worse than if every text were given the share
     * of violating ones (with one added to each side): if the detector's order of texts is of no use here, that share is what
     * every text gets.
     *
     * @param decisions newest first
     */
    public static Calibrator learn(List<Decision> decisions) {
        int count = Math.min(decisions.size(), MOST);
        if (count < FEWEST) {
            return untaught();
        }
        var logOdds = new double[count];
        var outcomes = new boolean[count];
        int violating = 0;
        for (int i = 0; i < count; i++) {
            logOdds[i] = Platt.logOdds(decisions.get(i).probability());
            outcomes[i] = decisions.get(i).violating();
            violating += outcomes[i] ? 1 : 0;
        }
        Platt fitted = Platt.fit(logOdds, outcomes);
        Platt share = Platt.constant((violating + 1.0) / (count + 2.0));
        return new Calibrator(fitted.loss(logOdds, outcomes) <= share.loss(logOdds, outcomes) ? fitted : share);
    }

    /** @param probability a detector's, 0 to 1 */
    public double probability(double probability) {
        return platt == Platt.NONE ? probability : platt.probability(Platt.logOdds(probability));
    }

    public Signal calibrated(Signal signal) {
        return new Signal(signal.category(), probability(signal.probability()), signal.clues());
    }

    /** What it learned, for those who watch over it. */
    public Platt learned() {
        return platt;
    }
}
