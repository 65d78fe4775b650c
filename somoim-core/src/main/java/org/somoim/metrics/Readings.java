package org.somoim.metrics;

import java.util.Map;

/** Metrics that can be looked at from the program itself. Safe between threads. */
public interface Readings {

    /** Everything so far, in the order of names. While others count, numbers may be of slightly different moments. */
    Map<Series, Counters.Reading> readings();
}
