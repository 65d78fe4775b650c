package org.somoim.training;

/**
 * How good probabilities are.
 *
 * @param probabilities of being violating, one for each text
 * @param outcomes whether it is
 */
record Scores(double[] probabilities, boolean[] outcomes) {
    private static final int BINS = 10;

    /** Harmonic mean of precision and recall of what is violating. */
    double f1(double threshold) {
        Table table = at(threshold);
        return f1(table.hits, table.falseAlarms, table.misses);
    }

    /** Mean of the F1 of what is violating and that of what is not. */
    double macroF1(double threshold) {
        Table table = at(threshold);
        return (f1(table.hits, table.falseAlarms, table.misses) + f1(table.quiet, table.misses, table.falseAlarms)) / 2;
    }

    /** Not a number if nothing is that probable. */
    double precision(double threshold) {
        Table table = at(threshold);
        return (double) table.hits / (table.hits + table.falseAlarms);
    }

    /** How many are that probable. */
    int above(double threshold) {
        Table table = at(threshold);
        return table.hits + table.falseAlarms;
    }

    double recall(double threshold) {
        Table table = at(threshold);
        return (double) table.hits / (table.hits + table.misses);
    }

    /** Expected calibration error: how far probabilities are from frequencies, in ten bins of the same width. */
    double ece() {
        var said = new double[BINS];
        var came = new double[BINS];
        for (int i = 0; i < outcomes.length; i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
            said[bin] += probabilities[i];
            came[bin] += outcomes[i] ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(said[bin] - came[bin]) / outcomes.length;
        }
        return error;
    }

    /** The threshold, in steps of a hundredth, at which F1 is best; the lowest of those that are equally good. */
    double best(boolean macro) {
        double best = 0.5;
        double most = -1;
        for (int step = 5; step <= 95; step++) {
            double f1 = macro ? macroF1(step / 100.0) : f1(step / 100.0);
            if (f1 > most) {
                most = f1;
                best = step / 100.0;
            }
        }
        return best;
    }

    private static double f1(int hits, int falseAlarms, int misses) {
        return 2.0 * hits / Math.max(1, 2 * hits + falseAlarms + misses);
    }

    private Table at(double threshold) {
        int hits = 0;
        int falseAlarms = 0;
        int misses = 0;
        int quiet = 0;
        for (int i = 0; i < outcomes.length; i++) {
            boolean taken = probabilities[i] >= threshold;
            if (outcomes[i]) {
                hits += taken ? 1 : 0;
                misses += taken ? 0 : 1;
            } else {
                falseAlarms += taken ? 1 : 0;
                quiet += taken ? 0 : 1;
            }
        }
        return new Table(hits, falseAlarms, misses, quiet);
    }

    private record Table(int hits, int falseAlarms, int misses, int quiet) {}
}
