package org.somoim.statistics;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.somoim.kernel.Word;

/** Socket. What a capability has many of. Numbers are exact here and nowhere else; see {@link Statistics}. */
public interface StatisticsSource {

    /** Of what these are, such as {@code people}. */
    Word subject();

    /** By what they are now: every sort there is, none left out, in a fixed order. */
    List<Tally> now();

    /** How many came from {@code from} on and before {@code to}; empty where nobody keeps when. */
    OptionalLong begun(Instant from, Instant to);

    /** So many of one sort. */
    record Tally(Word sort, long count) {}
}
