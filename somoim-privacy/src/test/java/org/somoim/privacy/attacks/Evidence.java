package org.somoim.privacy.attacks;

import java.util.List;
import org.somoim.privacy.Epsilon;
import org.somoim.privacy.PrivacyPlan;

/**
 * How often each of some events was seen with the victim and without, and what that says of the promise. A promise is broken
 * if a bound on the ratio, either way round, for an event or its opposite, is above what was promised; of a sound one this
 * comes out in about one of {@code 250,000 / events} attacks.
 *
 * @param claimed in nats
 * @param with hits in the world with the victim, by event
 * @param without hits in the world without, by event
 */
record Evidence(double claimed, double delta, int runs, List<String> events, long[] with, long[] without) {

    static double nats(Epsilon epsilon) {
        return epsilon.micro() / (double) Epsilon.MICRO;
    }

    boolean isBreach() {
        return lower() > claimed;
    }

    /** The loss that was shown, in nats: not more than the loss there is. */
    double lower() {
        double most = 0;
        for (int event = 0; event < events.size(); event++) {
            most = Math.max(most, lower(event));
        }
        return most;
    }

    private double lower(int event) {
        long one = with[event];
        long other = without[event];
        return Math.max(
                Math.max(ratio(one, other), ratio(other, one)),
                Math.max(ratio(runs - one, runs - other), ratio(runs - other, runs - one)));
    }

    private double ratio(long more, long less) {
        double lower = Bounds.lower(more, runs) - delta;
        return lower <= 0 ? 0 : Math.log(lower / Bounds.upper(less, runs));
    }

    /** Which event says most. */
    String tellingEvent() {
        int best = 0;
        for (int event = 1; event < events.size(); event++) {
            best = lower(event) > lower(best) ? event : best;
        }
        return events.get(best);
    }

    /** How often an attacker is right who goes by the best of the events, where both worlds are as likely. */
    double accuracy() {
        double best = 0.5;
        for (int event = 0; event < events.size(); event++) {
            double right = (with[event] + runs - without[event]) / (2.0 * runs);
            best = Math.max(best, Math.max(right, 1 - right));
        }
        return best;
    }

    /** How often an attacker can be right if the promise holds. */
    double mostAccuracy() {
        return Math.min(1, 1 / (1 + Math.exp(-claimed)) + delta);
    }

    /**
     * By which factor a loss would have to be above what was promised to be caught with that many runs: if every part of the
     * noise were too small by that factor, and an attacker saw all parts. Reckoned, not measured.
     */
    static double caughtFrom(PrivacyPlan plan, int runs) {
        double claimed = nats(plan.epsilon());
        for (double factor = 1.01; factor < 10; factor += 0.01) {
            double all = 1 / (1 + Math.exp(-factor * nats(plan.countEpsilon())));
            double told = nats(plan.countEpsilon());
            for (var metric : plan.metrics()) {
                all /= 1 + Math.exp(-factor * nats(plan.epsilonOf(metric)));
                told += nats(plan.epsilonOf(metric));
            }
            long with = Math.round(all * runs);
            long without = Math.round(all * Math.exp(-factor * told) * runs);
            if (Math.log(Bounds.lower(with, runs) / Bounds.upper(without, runs)) > claimed) {
                return factor;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
