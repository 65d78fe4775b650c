package org.somoim.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somoim.Covers;

@Covers("MOD-7")
class NgramModelTest {
    /** In bytes. A host pays for them in every copy of its program. */
    private static final int MOST = 1_100_000;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        NgramModel read = NgramModel.read(new ByteArrayInputStream(written()));

        assertThat(read.heads()).extracting(NgramModel.Head::category).containsExactly(Category.ABUSE, Category.HATE);
        for (String text : new String[] {Made.BAD, Made.WORSE, "a plain " + Made.BAD + " day"}) {
            Ngrams ngrams = Ngrams.of(text);
            assertThat(read.heads().get(0).probability(ngrams))
                    .isEqualTo(Made.model().heads().get(0).probability(ngrams));
        }
    }

    @Test
    void aDamagedModelIsNotUsed() throws IOException {
        byte[] written = written();
        var chance = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = written.clone();
            // The head of the file is small, so look there as often as among the weights.
            int at = chance.nextInt(i % 2 == 0 ? 40 : damaged.length);
            damaged[at] ^= (byte) (1 << chance.nextInt(8));
            assertThatThrownBy(() -> NgramModel.read(new ByteArrayInputStream(damaged)))
                    .as("a flipped bit in byte %d", at)
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> NgramModel.read(new ByteArrayInputStream(Arrays.copyOf(written, written.length - 1))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> NgramModel.read(new ByteArrayInputStream(Arrays.copyOf(written, written.length + 1))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> NgramModel.read(InputStream.nullInputStream())).isInstanceOf(IOException.class);
    }

    @Test
    void theShippedModelIsWholeAndSmall() throws IOException {
        try (InputStream in = NgramDetector.class.getResourceAsStream("ngrams.model")) {
            byte[] shipped = in.readAllBytes();
            assertThat(shipped.length).isLessThanOrEqualTo(MOST);
            assertThat(NgramModel.read(new ByteArrayInputStream(shipped)).heads())
                    .extracting(NgramModel.Head::category)
                    .containsExactly(Category.SPAM, Category.SCAM, Category.ABUSE, Category.ABUSE);
        }
    }

    @Test
    void weightsInAByteAreNearTheRealOnes() {
        var weights = new double[Ngrams.BUCKETS];
        weights[Ngrams.of("qua").bucketsOf(Ngrams.Group.WORDS)[0]] = 3;
        weights[Ngrams.of("quo").bucketsOf(Ngrams.Group.WORDS)[0]] = -0.031;
        NgramModel.Head head = NgramModel.Head.of(Category.SPAM, Map.of(Ngrams.Table.LATIN, weights), 0.5, Platt.NONE);

        assertThat(head.score(Ngrams.of("qua"))).isCloseTo(0.5 + 3 * factor("qua"), within(1e-6));
        assertThat(head.score(Ngrams.of("quo"))).isCloseTo(0.5 - 0.031 * factor("quo"), within(0.002));
    }

    private static double factor(String word) {
        return Ngrams.of(word).factor(Ngrams.Group.WORDS);
    }

    private static byte[] written() throws IOException {
        var out = new ByteArrayOutputStream();
        Made.model().write(out);
        return out.toByteArray();
    }

    /** Reckoned by another program, in another language. Whoever changes them must train the weights anew. */
    @Test
    void bucketsAreWhatTheyWereWhenTheWeightsWereTrained() {
        Ngrams latin = Ngrams.of("zorblax");
        assertThat(latin.bucketsOf(Ngrams.Group.WORDS)).containsExactly(181800);
        assertThat(latin.bucketsOf(Ngrams.Group.CHARACTERS))
                .startsWith(25501, 162829, 184301, 192114)
                .endsWith(1914, 37302, 181860)
                .hasSize(18);
        Ngrams hangul = Ngrams.of("가나 다");
        assertThat(hangul.bucketsOf(Ngrams.Group.HANGUL_WORDS)).containsExactly(97468, 83455, 86517);
        assertThat(hangul.bucketsOf(Ngrams.Group.HANGUL)).containsExactly(70951, 10721, 64641, 208333, 166351, 198797);
    }

    /** Reckoned by the same other program from the file that is shipped. */
    @ParameterizedTest
    @CsvSource({
        "'win a free prize now, text claim to 00000', SPAM, 0.999780",
        "'win a free prize now, text claim to 00000', SCAM, 0.983650",
        "'win a free prize now, text claim to 00000', ABUSE, 0.161528",
        "see you at the station on saturday, SPAM, 0.004519",
        "see you at the station on saturday, SCAM, 0.001491",
        "see you at the station on saturday, ABUSE, 0.207218",
        "you are such a stupid liar, ABUSE, 0.894054",
        "토요일에 같이 산에 가실 분, ABUSE, 0.045805",
        "진짜 멍청한 바보들만 모였네, ABUSE, 0.701993",
    })
    void theShippedWeightsSayWhatTheySaid(String text, Category category, double probability) {
        assertThat(NgramDetector.shipped().look(text))
                .filteredOn(signal -> signal.category() == category)
                .singleElement()
                .satisfies(signal -> assertThat(signal.probability()).isCloseTo(probability, within(5e-6)));
    }
}
