package org.somoim.privacy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells people where they stand, from what one epoch published and their own value, and from nothing else. */
public final class Comparison {
    private final PrivacyPlan plan;
    private final EpochDraw draw;
    private final Account account;

    /**
     * What is known of an epoch besides its draw.
     *
     * @param epoch its id
     * @param from first day that counted
     * @param to last day that counted
     * @param yearMicro spent in the year up to and with it, in millionths of a nat
     */
    public record Account(String epoch, LocalDate from, LocalDate to, long yearMicro) {}

    private Comparison(PrivacyPlan plan, EpochDraw draw, Account account) {
        this.plan = plan;
        this.draw = draw;
        this.account = account;
    }

    public static Comparison of(PrivacyPlan plan, EpochDraw draw, Account account) {
        return new Comparison(plan, draw, account);
    }

    /**
     * Where a value stands.
     *
     * @param metric its id
     * @param place of whoever asks, or null if it is not known
     * @param own value, used once and not kept, or null
     */
    public Release<PeerStanding> compare(String metric, @Nullable Place place, @Nullable Double own) {
        throw new UnsupportedOperationException();
    }

    /** How a metric looks in the cohort of that place. */
    public Release<Insight> insight(String metric, @Nullable Place place) {
        throw new UnsupportedOperationException();
    }

    /** What those do who stand better, and what one could do; empty if there is nothing to suggest. */
    public Release<List<Suggestion>> suggestions(String metric, @Nullable Place place, @Nullable Double own) {
        throw new UnsupportedOperationException();
    }

    /** What an answer about that metric costs, let out or not. */
    public PrivacyReceipt receipt(String metric, @Nullable Place place) {
        throw new UnsupportedOperationException();
    }
}
