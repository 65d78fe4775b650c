package org.somoim.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.privacy.PeerStanding.Precision;
import org.somoim.privacy.PeerStanding.SizeBand;
import org.somoim.privacy.PeerStanding.Third;

/**
 * Tells people where they stand, from what one epoch published and their own value, and from nothing else. Any number of
 * answers to any number of people cost nothing more.
 */
public final class Comparison {
    /** What makes the numbers, and its version. */
    static final String MECHANISM = "discrete-laplace-tiles/1";

    private static final Label UNIT =
            new Label("한 사람의 모든 값이 있거나 없음", "one person with all their values being there or not");
    private static final double THIRD = 100.0 / 3;

    private final PrivacyPlan plan;
    private final EpochDraw draw;
    private final Account account;
    private final String hash;

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
        this.plan = Objects.requireNonNull(plan, "plan");
        this.draw = Objects.requireNonNull(draw, "draw");
        this.account = Objects.requireNonNull(account, "account");
        this.hash = draw.hash();
    }

    /** Cheap to ask; made once for a release, as making it reckons the release's hash. */
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
        return seen(metric, place).flatMap(seen -> {
            if (own == null || own.isNaN()) {
                return new Release.Withheld<>(Release.Why.VIEWER_VALUE_MISSING);
            }
            return new Release.Released<>(standing(seen, own));
        });
    }

    /** Before it is cut into bands; for measuring how far off answers are. In points. */
    Release<Double> percentile(String metric, Place place, double own) {
        return seen(metric, place).map(seen -> 100 * seen.rank(own));
    }

    /** How a metric looks in the cohort of that place. */
    public Release<Insight> insight(String metric, @Nullable Place place) {
        return seen(metric, place)
                .map(seen -> new Insight(
                        metric,
                        seen.between(0.25),
                        seen.between(0.5),
                        seen.between(0.75),
                        seen.shares(),
                        seen.points(),
                        seen.tile.label(),
                        SizeBand.of(seen.tile.size()),
                        receipt(metric, place)));
    }

    /** What one could do next; empty if there is nothing to suggest. */
    public Release<List<Suggestion>> suggestions(String metric, @Nullable Place place, @Nullable Double own) {
        return seen(metric, place).flatMap(seen -> {
            if (own == null || own.isNaN()) {
                return new Release.Withheld<>(Release.Why.VIEWER_VALUE_MISSING);
            }
            return new Release.Released<>(suggestions(seen, own));
        });
    }

    /**
     * What an answer about that metric costs, let out or not. With a metric that is not collected, the costliest of those
     * that are stands in.
     */
    public PrivacyReceipt receipt(String metric, @Nullable Place place) {
        Optional<Tile> tile = tile(place).filter(Tile::stands);
        Optional<Double> points =
                seen(metric, place).fold(seen -> Optional.of(seen.value().points()), withheld -> Optional.empty());
        return new PrivacyReceipt(
                MECHANISM,
                UNIT,
                spent(Spend.metric(metric)),
                spent(),
                account.yearMicro(),
                plan.yearlyCap(),
                draw.delta(),
                draw.k(),
                tile.map(Tile::label).orElse(null),
                tile.map(it -> tens(it.size())).orElse(null),
                points.orElse(null),
                account.epoch(),
                account.from(),
                account.to(),
                hash);
    }

    /** What there is to see from a place, before one's own value comes into it. */
    private record Seen(Metric metric, Tile tile, Histogram histogram, List<Double> shares) {

        /** Where a value ranks, 0 to 1: half of those in its bin for the first bin, evenly spread in the others. */
        double rank(double own) {
            int bin = metric.binOf(own);
            double below = 0;
            for (int at = 0; at < bin; at++) {
                below += shares.get(at);
            }
            return Math.min(1, below + metric.bins().within(own) * shares.get(bin));
        }

        /** The bin in which a rank is reached. */
        Insight.Between between(double rank) {
            double below = 0;
            int bin = 0;
            while (bin < shares.size() - 1 && below + shares.get(bin) < rank) {
                below += shares.get(bin);
                bin++;
            }
            List<Double> edges = metric.bins().edges();
            return new Insight.Between(
                    bin == 0 ? Double.NEGATIVE_INFINITY : edges.get(bin - 1),
                    bin == edges.size() - 1 ? Double.POSITIVE_INFINITY : edges.get(bin));
        }

        /** To a tenth. */
        double points() {
            return Math.round(10 * Accuracy.points(histogram)) / 10.0;
        }
    }

    private Release<Seen> seen(String id, @Nullable Place place) {
        Optional<Metric> metric = plan.metric(id);
        if (metric.isEmpty()) {
            return new Release.Withheld<>(Release.Why.NOT_COLLECTED);
        }
        if (!draw.shape().equals(plan.shape())) {
            return new Release.Withheld<>(Release.Why.EPOCH_NOT_READY);
        }
        Optional<Tile> tile = tile(place);
        if (tile.isEmpty()) {
            return new Release.Withheld<>(Release.Why.VIEWER_BAND_MISSING);
        }
        return draw.release(tile.get(), metric.get())
                .map(histogram -> new Seen(metric.get(), tile.get(), histogram, histogram.shares()));
    }

    private Optional<Tile> tile(@Nullable Place place) {
        return place == null
                        || place.leaves().size() != plan.schema().dimensions().size()
                ? Optional.empty()
                : draw.tileOf(plan.schema().clipped(place));
    }

    private PeerStanding standing(Seen seen, double own) {
        double percentile = 100 * seen.rank(own);
        Third third = percentile < THIRD ? Third.LOWER : percentile < 2 * THIRD ? Third.MIDDLE : Third.UPPER;
        boolean finely = seen.histogram.total() >= Gates.people(Gates.WORTH_PERCENTILES, seen.histogram.epsilon());
        int low = finely ? 10 * Math.min(9, (int) (percentile / 10)) : (int) Math.round(third.ordinal() * THIRD);
        int high = finely ? low + 10 : (int) Math.round((third.ordinal() + 1) * THIRD);
        boolean upper = percentile >= 50;
        return new PeerStanding(
                seen.metric.id(),
                low,
                high,
                finely ? Precision.PERCENTILES : Precision.THIRDS,
                third,
                upper == (seen.metric.direction() == Metric.Direction.HIGHER_IS_BETTER),
                seen.points(),
                seen.tile.label(),
                SizeBand.of(seen.tile.size()),
                receipt(seen.metric.id(), new Place(firstLeaves(seen.tile))));
    }

    private static List<Integer> firstLeaves(Tile tile) {
        return tile.ranges().stream().map(Range::from).toList();
    }

    private List<Suggestion> suggestions(Seen seen, double own) {
        boolean higher = seen.metric.direction() == Metric.Direction.HIGHER_IS_BETTER;
        double rank = seen.rank(own);
        List<Suggestion> suggestions = new ArrayList<>();
        for (double quartile : higher ? new double[] {0.25, 0.5, 0.75} : new double[] {0.75, 0.5, 0.25}) {
            Insight.Between goal = seen.between(quartile);
            double reached = higher ? goal.from() : goal.to();
            boolean ahead = higher ? rank < quartile && own <= reached : rank > quartile && own > reached;
            if (ahead && Double.isFinite(reached) && suggestions.isEmpty()) {
                suggestions.add(new Suggestion(seen.metric.id(), goal, text(seen, higher, quartile, reached)));
            }
        }
        return List.copyOf(suggestions);
    }

    private static Label text(Seen seen, boolean higher, double quartile, double reached) {
        String number = number(reached);
        int better = (int) (100 * (higher ? 1 - quartile : quartile));
        Metric metric = seen.metric;
        return new Label(
                "비슷한 사람의 약 " + better + "%는 " + metric.name().korean() + "이(가) " + number + " "
                        + metric.unit().korean() + (higher ? " 이상입니다." : " 이하입니다."),
                "About " + better + "% of people like you have " + (higher ? "at least " : "at most ") + number + " "
                        + metric.unit().english() + ": "
                        + metric.name().english().toLowerCase(java.util.Locale.ROOT)
                        + ".");
    }

    private static String number(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private Epsilon spent(String purpose) {
        return draw.spends().stream()
                .filter(spend -> spend.purpose().equals(purpose))
                .map(Spend::epsilon)
                .findFirst()
                .orElseGet(() -> draw.spends().stream()
                        .map(Spend::epsilon)
                        .max(Epsilon::compareTo)
                        .orElseThrow());
    }

    private Epsilon spent() {
        return draw.spends().stream().map(Spend::epsilon).reduce(Epsilon::plus).orElseThrow();
    }

    /** At least ten, as fewer are never spoken of. */
    private static long tens(long people) {
        return Math.max(10, Math.round(people / 10.0) * 10);
    }
}
