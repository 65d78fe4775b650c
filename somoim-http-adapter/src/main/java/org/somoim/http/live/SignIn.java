package org.somoim.http.live;

import java.util.Set;
import java.util.stream.Collectors;

/** That somebody has signed in, which may come to an end. */
@FunctionalInterface
public interface SignIn {

    /** Whether it is good at this moment. */
    boolean isGood();

    /** Those of {@code some}, of which this is one, that are good at this moment, asked at once where that can be. */
    default Set<SignIn> good(Set<SignIn> some) {
        return some.stream().filter(SignIn::isGood).collect(Collectors.toSet());
    }
}
