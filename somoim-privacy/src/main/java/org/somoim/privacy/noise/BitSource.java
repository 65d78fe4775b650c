package org.somoim.privacy.noise;

/** Where random bits come from. Each is fair, independent of the others, and given out once. */
@FunctionalInterface
public interface BitSource {

    /** One fair bit. */
    boolean next();
}
