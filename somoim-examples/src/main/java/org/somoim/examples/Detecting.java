package org.somoim.examples;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.somoim.detection.Detectors;
import org.somoim.detection.FinanceScamRule;
import org.somoim.detection.LinkRule;
import org.somoim.detection.NewAccountRule;
import org.somoim.detection.NgramDetector;
import org.somoim.detection.RepetitionRule;
import org.somoim.detection.Signal;
import org.somoim.detection.TextDetector;
import org.somoim.detection.Writing;
import org.somoim.detection.re2j.LinearPatterns;
import org.somoim.kernel.Prose;

/** Has a text looked at by the model in the library and by the rules. */
public final class Detecting {
    private Detecting() {}

    public static List<Signal> signals(Prose text, Duration accountAge, List<Prose> lately, Duration patience) {
        // tag::detecting
        List<TextDetector> detectors = List.of(
                NgramDetector.shipped(),
                new FinanceScamRule(new LinearPatterns()),
                new LinkRule(Set.of("example.org")),
                new RepetitionRule(),
                new NewAccountRule(Duration.ofDays(1)));
        try (var detector = new Detectors(detectors, patience, 4)) {
            return detector.look(new Writing(text, accountAge, lately));
        }
        // end::detecting
    }
}
