package org.somoim.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;

@Covers("MOD-7")
class CalibratorTest {

    @Test
    void aFewDecisionsChangeNothing() {
        List<Calibrator.Decision> few = Collections.nCopies(Calibrator.FEWEST - 1, new Calibrator.Decision(0.9, false));

        assertThat(Calibrator.learn(few).probability(0.73)).isEqualTo(0.73);
    }

    @Test
    void whatModeratorsNeverMindBecomesImprobable() {
        List<Calibrator.Decision> decisions = Collections.nCopies(200, new Calibrator.Decision(0.9, false));

        assertThat(Calibrator.learn(decisions).probability(0.9)).isLessThan(0.03);
    }

    @Test
    void probabilitiesBecomeWhatHappens() {
        var decisions = new ArrayList<Calibrator.Decision>();
        for (int i = 0; i < 1_000; i++) {
            decisions.add(new Calibrator.Decision(0.9, i % 2 == 0));
            decisions.add(new Calibrator.Decision(0.3, i % 20 == 0));
        }
        Calibrator calibrator = Calibrator.learn(decisions);

        assertThat(calibrator.probability(0.9)).isCloseTo(0.5, within(0.02));
        assertThat(calibrator.probability(0.3)).isCloseTo(0.05, within(0.02));
    }

    /** Else those whose texts are fine would be the ones who are held. */
    @Test
    void aDetectorThatIsWrongSideUpIsNotBelieved() {
        var decisions = new ArrayList<Calibrator.Decision>();
        for (int i = 0; i < 100; i++) {
            decisions.add(new Calibrator.Decision(0.99, false));
            decisions.add(new Calibrator.Decision(0.01, true));
        }
        Calibrator calibrator = Calibrator.learn(decisions);

        assertThat(calibrator.probability(0.99)).isEqualTo(calibrator.probability(0.01));
        assertThat(calibrator.probability(0.99)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void certaintyIsNotTakenAtItsWord() {
        List<Calibrator.Decision> decisions =
                new ArrayList<>(Collections.nCopies(40, new Calibrator.Decision(1, true)));
        decisions.addAll(Collections.nCopies(40, new Calibrator.Decision(0, false)));

        assertThat(Calibrator.learn(decisions).probability(1)).isBetween(0.9, 0.9999999);
        assertThat(Calibrator.learn(decisions).probability(0)).isBetween(0.0000001, 0.1);
    }
}
