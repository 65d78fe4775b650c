package org.somoim.detection;

/**
 * Turns log-odds into better ones: {@code slope * logOdds + offset}. Source: Platt, "Probabilistic Outputs for Support
 * Vector Machines", 1999. Reckons with StrictMath, so that the same decisions give the same numbers everywhere.
 *
 * @param slope 0 or above, so that the order of texts stays as it is
 */
public record Platt(double slope, double offset) {
    /** Changes nothing. */
    public static final Platt NONE = new Platt(1, 0);

    /** No probability is further from the middle than that of these log-odds, about 1 in 100,000. */
    private static final double MOST_LOG_ODDS = 11.5;

    /** How much evidence it takes to move slope and offset away from 1 and 0: that of so many decisions, about. */
    private static final double PULL_OF_SLOPE = 1;

    private static final double PULL_OF_OFFSET = 0.25;
    private static final int MOST_STEPS = 50;
    private static final double CLOSE_ENOUGH = 1e-9;

    public Platt {
        if (!(slope >= 0) || !Double.isFinite(slope) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException("The slope is 0 or above, and both are numbers.");
        }
    }

    /** Gives everything the same probability. */
    static Platt constant(double probability) {
        return new Platt(0, logOdds(probability));
    }

    public double probability(double logOdds) {
        return sigmoid(clamp(slope * logOdds + offset));
    }

    /** Between 0 and 1, and finite where the probability is 0 or 1. */
    public static double logOdds(double probability) {
        return clamp(StrictMath.log(probability) - StrictMath.log1p(-probability));
    }

    /**
     * The slope and offset that explain the outcomes best, held back a little so that few outcomes say little. Newton's
     * method with halved steps on a convex loss: ends, and always at the same place.
     */
    public static Platt fit(double[] logOdds, boolean[] outcomes) {
        double slope = 1;
        double offset = 0;
        double loss = penalised(logOdds, outcomes, slope, offset);
        for (int step = 0; step < MOST_STEPS; step++) {
            double slopes = PULL_OF_SLOPE * (slope - 1);
            double offsets = PULL_OF_OFFSET * offset;
            double slopeSlope = PULL_OF_SLOPE;
            double slopeOffset = 0;
            double offsetOffset = PULL_OF_OFFSET;
            for (int i = 0; i < logOdds.length; i++) {
                double p = sigmoid(slope * logOdds[i] + offset);
                double miss = p - (outcomes[i] ? 1 : 0);
                double spread = p * (1 - p);
                slopes += miss * logOdds[i];
                offsets += miss;
                slopeSlope += spread * logOdds[i] * logOdds[i];
                slopeOffset += spread * logOdds[i];
                offsetOffset += spread;
            }
            double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
            double bySlope = (offsetOffset * slopes - slopeOffset * offsets) / determinant;
            double byOffset = (slopeSlope * offsets - slopeOffset * slopes) / determinant;
            double part = 1;
            double next = penalised(logOdds, outcomes, slope - bySlope, offset - byOffset);
            while (!(next <= loss) && part > CLOSE_ENOUGH) {
                part /= 2;
                next = penalised(logOdds, outcomes, slope - part * bySlope, offset - part * byOffset);
            }
            if (!(loss - next > CLOSE_ENOUGH)) {
                break;
            }
            slope -= part * bySlope;
            offset -= part * byOffset;
            loss = next;
        }
        return new Platt(Math.max(0, slope), offset);
    }

    /** In nats, over all of them. */
    double loss(double[] logOdds, boolean[] outcomes) {
        double loss = 0;
        for (int i = 0; i < logOdds.length; i++) {
            loss += loss(clamp(slope * logOdds[i] + offset), outcomes[i]);
        }
        return loss;
    }

    private static double penalised(double[] logOdds, boolean[] outcomes, double slope, double offset) {
        double loss = (PULL_OF_SLOPE * (slope - 1) * (slope - 1) + PULL_OF_OFFSET * offset * offset) / 2;
        for (int i = 0; i < logOdds.length; i++) {
            loss += loss(slope * logOdds[i] + offset, outcomes[i]);
        }
        return loss;
    }

    private static double loss(double logOdds, boolean outcome) {
        double against = outcome ? -logOdds : logOdds;
        return Math.max(0, against) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
    }

    private static double sigmoid(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    private static double clamp(double logOdds) {
        return Math.max(-MOST_LOG_ODDS, Math.min(MOST_LOG_ODDS, logOdds));
    }
}
