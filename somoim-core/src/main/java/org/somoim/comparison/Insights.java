package org.somoim.comparison;

import java.util.List;
import org.somoim.kernel.Word;
import org.somoim.privacy.Insight;

/** How every cohort of a release stands in every metric of which something may be said. */
public record Insights(Word epoch, List<Insight> all) {

    public Insights {
        all = List.copyOf(all);
    }
}
