package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.detection.Category;
import org.somoim.detection.Signal;
import org.somoim.kernel.Prose;

@Covers({"MOD-7", "TST-8"})
class DetectionExamplesTest {

    @Test
    void modelAndRulesAreHeardTogether() {
        var text = Prose.of("Guaranteed profit! WIN a free prize, claim now, message me on WhatsApp");

        assertThat(Detecting.signals(text, Duration.ofDays(30), List.of(), Duration.ofMinutes(1)))
                .extracting(Signal::category)
                .contains(Category.SPAM, Category.SCAM, Category.MISINFORMATION);
    }
}
