package org.somoim.privacy.noise;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What an experiment with fair bits does, over all bit strings up to a length: probabilities that are counted, not estimated. */
final class BitStrings {
    private final int depth;
    /** By outcome, in parts of {@code 2^depth}. */
    private final Map<Long, Long> outcomes = new TreeMap<>();

    private final int[] script;
    private int length;
    private int used;
    private long unresolved;

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("", null, false, false);
        }
    }

    private static final Exhausted EXHAUSTED = new Exhausted();

    private BitStrings(int depth) {
        this.depth = depth;
        this.script = new int[depth];
    }

    static BitStrings all(int depth, Function<ExactDiscreteLaplace, Long> experiment) {
        var strings = new BitStrings(depth);
        strings.from(new ExactDiscreteLaplace(strings::next), experiment);
        return strings;
    }

    private void from(ExactDiscreteLaplace laplace, Function<ExactDiscreteLaplace, Long> experiment) {
        used = 0;
        long outcome;
        try {
            outcome = experiment.apply(laplace);
        } catch (Exhausted e) {
            if (length == depth) {
                unresolved++;
                return;
            }
            for (int bit = 0; bit <= 1; bit++) {
                script[length] = bit;
                length++;
                from(laplace, experiment);
                length--;
            }
            return;
        }
        // A shorter string stands for all the longer ones that begin with it.
        outcomes.merge(outcome, 1L << (depth - used), Long::sum);
    }

    private boolean next() {
        if (used == length) {
            throw EXHAUSTED;
        }
        return script[used++] == 1;
    }

    /** In parts of {@code 2^depth}. */
    long mass(long outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** Of what needs more bits than that. */
    long unresolved() {
        return unresolved;
    }

    Map<Long, Long> outcomes() {
        return outcomes;
    }
}
