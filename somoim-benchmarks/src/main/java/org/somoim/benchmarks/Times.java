package org.somoim.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** How long calls took. */
final class Times {
    private static final double THOUSAND = 1_000;

    private final List<Long> nanos = new ArrayList<>();

    /** Does it once and takes the time. */
    <T> T take(Callable<T> call) throws Exception {
        long begun = System.nanoTime();
        T answer = call.call();
        nanos.add(System.nanoTime() - begun);
        return answer;
    }

    void add(Times others) {
        nanos.addAll(others.nanos);
    }

    int count() {
        return nanos.size();
    }

    /** In microseconds. */
    double percentile(double percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / THOUSAND;
    }

    double median() {
        return percentile(50);
    }
}
