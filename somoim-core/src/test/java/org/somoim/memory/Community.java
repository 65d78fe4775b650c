package org.somoim.memory;

import java.util.Random;
import java.util.function.Function;
import org.somoim.Ports;
import org.somoim.Somoim;

/**
 * A library with a few words to set a scene. On memory unless told otherwise; the same scene can be set on any ports, so a
 * test that speaks only to a community runs on every adapter. The same seed makes the same ids.
 */
public final class Community {
    public final TestClock clock = new TestClock();
    public final Ports ports;
    public final Somoim somoim;

    public Community() {
        this(clock -> MemoryPorts.of(clock, new Random(1)));
    }

    /** @param open makes ports that read the given clock */
    public Community(Function<TestClock, Ports> open) {
        ports = open.apply(clock);
        somoim = new Somoim(ports);
    }
}
