package org.somoim.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.somoim.detection.Calibrator;
import org.somoim.detection.Category;
import org.somoim.detection.NgramDetector;
import org.somoim.detection.Signal;

/** How good the weights in the jar are, on texts they have not seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedQualityTest {
    private static final Path DATA = Path.of(System.getProperty("somoim.data", "data"), "text");
    private static final int TURNS = 5;

    private final NgramDetector detector = NgramDetector.shipped();

    @BeforeAll
    void thereAreSets() {
        assumeTrue(
                Files.isDirectory(DATA),
                () -> "There is no " + DATA + "; say -Dsomoim.data=FOLDER to measure the detector's weights.");
    }

    /** At 0.5, with a calibrator that has seen the moderators' decisions on the other four fifths of the texts. */
    @ParameterizedTest
    @CsvSource({
        "sms-spam, SPAM, 0.94, 0.97, 0.02",
        "smishing, SPAM, 0.94, 0.96, 0.02",
        "youtube-spam, SPAM, 0.92, 0.92, 0.10",
        "crypto-scam, SCAM, 0.84, 0.90, 0.04",
        "davidson, ABUSE, 0.96, 0.90, 0.02",
        "curse-ko, ABUSE, 0.70, 0.80, 0.06"
    })
    void itIsAsGoodAsItWas(String set, Category category, double f1, double macroF1, double ece) throws IOException {
        List<Labelled> texts = Labelled.read(DATA, set, "dev");
        Scores scores = calibrated(scores(texts, category, text -> text));

        assertThat(scores.f1(0.5)).as("F1").isGreaterThanOrEqualTo(f1);
        assertThat(scores.macroF1(0.5)).as("macro F1").isGreaterThanOrEqualTo(macroF1);
        assertThat(scores.ece()).as("calibration error").isLessThanOrEqualTo(ece);
    }

    @ParameterizedTest
    @CsvSource({"sms-spam, SPAM", "smishing, SPAM", "youtube-spam, SPAM"})
    void whatItIsSureOfAsItComesIsSo(String set, Category category) throws IOException {
        Scores scores = scores(Labelled.read(DATA, set, "dev"), category, text -> text);

        assertThat(scores.precision(0.8)).isGreaterThanOrEqualTo(0.97);
    }

    @ParameterizedTest
    @EnumSource(Disguise.class)
    void disguisesDoNotHelpMuch(Disguise disguise) throws IOException {
        double least =
                switch (disguise) {
                    case LEET, LEET_WITH_SIGNS -> 0.88;
                    case STRAY_SPACES, DOTS, REPEATS -> 0.92;
                    default -> 0.97;
                };
        for (Sample sample : List.of(
                new Sample("sms-spam", Category.SPAM),
                new Sample("smishing", Category.SPAM),
                new Sample("youtube-spam", Category.SPAM),
                new Sample("crypto-scam", Category.SCAM),
                new Sample("davidson", Category.ABUSE),
                new Sample("curse-ko", Category.ABUSE))) {
            List<Labelled> texts = Labelled.read(DATA, sample.set(), "dev");
            double clean = scores(texts, sample.category(), text -> text).recall(0.5);

            assertThat(scores(texts, sample.category(), disguise::of).recall(0.5) / clean)
                    .as(sample.set())
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private record Sample(String set, Category category) {}

    /** Takes minutes. */
    @Test
    @EnabledIfSystemProperty(named = "somoim.nightly", matches = "true")
    void trainingAgainGivesTheSameFile() throws IOException {
        var again = new ByteArrayOutputStream();
        Train.model(DATA).write(again);

        try (InputStream in = NgramDetector.class.getResourceAsStream("ngrams.model")) {
            assertThat(again.toByteArray()).isEqualTo(in.readAllBytes());
        }
    }

    private Scores scores(List<Labelled> texts, Category category, UnaryOperator<String> disguise) {
        var probabilities = new double[texts.size()];
        var outcomes = new boolean[texts.size()];
        for (int i = 0; i < outcomes.length; i++) {
            probabilities[i] = detector.look(disguise.apply(texts.get(i).text())).stream()
                    .filter(signal -> signal.category() == category)
                    .mapToDouble(Signal::probability)
                    .findFirst()
                    .orElse(0);
            outcomes[i] = texts.get(i).violating();
        }
        return new Scores(probabilities, outcomes);
    }

    private static Scores calibrated(Scores scores) {
        int count = scores.outcomes().length;
        var calibrated = new double[count];
        for (int i = 0; i < TURNS; i++) {
            int turn = i;
            var decisions = new ArrayList<Calibrator.Decision>();
            IntStream.range(0, count)
                    .filter(text -> text % TURNS != turn)
                    .forEach(text -> decisions.add(
                            new Calibrator.Decision(scores.probabilities()[text], scores.outcomes()[text])));
            Calibrator calibrator = Calibrator.learn(decisions);
            IntStream.range(0, count)
                    .filter(text -> text % TURNS == turn)
                    .forEach(text -> calibrated[text] = calibrator.probability(scores.probabilities()[text]));
        }
        return new Scores(calibrated, scores.outcomes());
    }
}
