package org.somoim.comparison;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.somoim.kernel.Word;
import org.somoim.privacy.Hierarchy;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PrivacyPlan;

/**
 * What somebody says of themselves: bands, such as {@code age} to {@code from-35}, and values, such as {@code
 * emergency-fund} to 3.5. Lasts as long as the call that it is handed to; what is kept of it is a {@link Contribution}.
 *
 * @param bands by dimension
 * @param values by metric; any number, also what is no number
 */
public record Figures(Map<Word, Word> bands, Map<Word, Double> values) {
    /** Nothing said. */
    public static final Figures NONE = new Figures(Map.of(), Map.of());

    public Figures {
        bands = Map.copyOf(bands);
        values = Map.copyOf(values);
    }

    /** The same with one value more. */
    public Figures with(String metric, double value) {
        Map<Word, Double> more = new HashMap<>(values);
        more.put(new Word(metric), value);
        return new Figures(bands, more);
    }

    /** The same with one band more. */
    public Figures in(String dimension, String band) {
        Map<Word, Word> more = new HashMap<>(bands);
        more.put(new Word(dimension), new Word(band));
        return new Figures(more, values);
    }

    /** A person's figures are nobody's business. */
    @Override
    public String toString() {
        return "Figures";
    }

    /**
     * The leaf in each dimension, {@link Indexes#NONE} where no band is said.
     *
     * @throws org.somoim.kernel.Refusal {@link ComparisonReason#NO_SUCH_DIMENSION}, {@link ComparisonReason#NO_SUCH_BAND}
     */
    int[] leaves(PrivacyPlan plan) {
        for (Word dimension : bands.keySet()) {
            if (plan.schema().dimensions().stream()
                    .noneMatch(known -> known.id().equals(dimension.value()))) {
                throw ComparisonReason.NO_SUCH_DIMENSION.refuse();
            }
        }
        return plan.schema().dimensions().stream().mapToInt(this::leaf).toArray();
    }

    private int leaf(Hierarchy dimension) {
        Word band = bands.get(new Word(dimension.id()));
        return band == null
                ? Indexes.NONE
                : dimension.leaf(band.value()).orElseThrow(ComparisonReason.NO_SUCH_BAND::refuse);
    }

    /**
     * The bin of each metric, {@link Indexes#NONE} where no value is said. No value is refused: it would tell that it was
     * odd.
     *
     * @throws org.somoim.kernel.Refusal {@link ComparisonReason#NO_SUCH_METRIC}
     */
    int[] bins(PrivacyPlan plan) {
        for (Word metric : values.keySet()) {
            if (plan.metric(metric.value()).isEmpty()) {
                throw ComparisonReason.NO_SUCH_METRIC.refuse();
            }
        }
        return plan.metrics().stream().mapToInt(this::bin).toArray();
    }

    private int bin(Metric metric) {
        Double value = values.get(new Word(metric.id()));
        return value == null ? Indexes.NONE : metric.binOf(Objects.requireNonNull(value));
    }
}
