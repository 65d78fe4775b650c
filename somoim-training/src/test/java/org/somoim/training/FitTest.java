package org.somoim.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.somoim.detection.Category;
import org.somoim.detection.NgramModel;
import org.somoim.detection.Ngrams;
import org.somoim.detection.Platt;

/** On texts of invented words, of which one is bad. */
class FitTest {
    private static final List<String> WORDS = List.of("miro", "talu", "pend", "sako", "virel", "onda", "kese", "brul");
    private static final String BAD = "zorblax";

    @Test
    void theSameTextsGiveTheSameBytes() throws IOException {
        assertThat(bytes(fit(300, 7))).isEqualTo(bytes(fit(300, 7)));
        assertThat(bytes(fit(300, 7))).isNotEqualTo(bytes(fit(300, 8)));
    }

    @Test
    void itLearnsTheWordThatMakesTheDifference() {
        Fit fit = fit(300, 7);
        NgramModel.Head head = fit.head(Category.ABUSE, Platt.fit(fit.unseen(Category.ABUSE), fit.outcomes()));

        assertThat(head.probability(Ngrams.of("miro talu zorblax"))).isGreaterThan(0.8);
        assertThat(head.probability(Ngrams.of("mirotaluzorblax"))).isGreaterThan(0.8);
        assertThat(head.probability(Ngrams.of("miro talu pend"))).isLessThan(0.2);
    }

    /** Else its memory would be taken for its judgement. */
    @Test
    void whatIsSaidOfATextIsSaidWithoutHavingSeenIt() {
        var fit = new Fit(EnumSet.of(Ngrams.Table.LATIN));
        var chance = new Random(5);
        for (int i = 0; i < 400; i++) {
            String text =
                    chance.ints(8, 'a', 'z' + 1).mapToObj(c -> "" + (char) c).collect(Collectors.joining());
            boolean violating = chance.nextBoolean();
            fit.add("one", text, violating);
            fit.add("other", text, violating);
        }
        double[] unseen = fit.unseen(Category.ABUSE);
        boolean[] outcomes = fit.outcomes();

        double right = IntStream.range(0, unseen.length)
                .filter(i -> unseen[i] > 0 == outcomes[i])
                .count();
        assertThat(right / unseen.length).isBetween(0.4, 0.6);
    }

    private static Fit fit(int texts, long seed) {
        var fit = new Fit(EnumSet.of(Ngrams.Table.LATIN));
        var chance = new Random(seed);
        for (int i = 0; i < texts; i++) {
            boolean violating = i % 3 == 0;
            String text = IntStream.range(0, 5)
                    .mapToObj(word -> violating && word == 2 ? BAD : WORDS.get(chance.nextInt(WORDS.size())))
                    .collect(Collectors.joining(" "));
            fit.add("invented", text, violating);
        }
        return fit;
    }

    private static byte[] bytes(Fit fit) throws IOException {
        var out = new ByteArrayOutputStream();
        new NgramModel(List.of(fit.head(Category.ABUSE, Platt.NONE))).write(out);
        return out.toByteArray();
    }
}
