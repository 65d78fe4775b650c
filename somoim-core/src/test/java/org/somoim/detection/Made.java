package org.somoim.detection;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.somoim.kernel.Prose;

/** What the tests of detection are made of: words that nobody says, and a model that minds them. */
final class Made {
    static final String BAD = "zorblax";
    static final String WORSE = "쀍뀕";

    private Made() {}

    /** Knows two bad words, one in each writing, and nothing else. */
    static NgramModel model() {
        return new NgramModel(List.of(
                head(Category.ABUSE, Ngrams.Table.LATIN, BAD), head(Category.HATE, Ngrams.Table.HANGUL, WORSE)));
    }

    static Writing writing(String text) {
        return new Writing(Prose.of(text), Duration.ofDays(400), List.of());
    }

    private static NgramModel.Head head(Category category, Ngrams.Table table, String word) {
        var weights = new double[Ngrams.BUCKETS];
        Ngrams ngrams = Ngrams.of(word);
        for (Ngrams.Group group : Ngrams.Group.values()) {
            if (group.table() == table) {
                Arrays.stream(ngrams.bucketsOf(group)).forEach(bucket -> weights[bucket] = 2);
            }
        }
        Map<Ngrams.Table, double[]> tables = new EnumMap<>(Ngrams.Table.class);
        tables.put(table, weights);
        return NgramModel.Head.of(category, tables, -2, Platt.NONE);
    }
}
