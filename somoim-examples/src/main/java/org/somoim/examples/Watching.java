package org.somoim.examples;

import java.util.List;
import java.util.Set;
import org.somoim.Policies;
import org.somoim.Ports;
import org.somoim.Somoim;
import org.somoim.moderation.TextWatch;

/** Which machines look at what is said. */
final class Watching {
    private Watching() {}

    static Somoim none(Ports ports, Policies policies) {
        // tag::none
        return new Somoim(ports, policies, List.of());
        // end::none
    }

    static Somoim trusting(Ports ports, Policies policies) {
        // tag::trusting
        return new Somoim(ports, policies, TextWatch.builtIn(Set.of("example.org")));
        // end::trusting
    }
}
