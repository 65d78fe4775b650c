package org.somoim.privacy.noise;

/** Where random bits come from. Each is fair, independent of the others, and given out once. */
@FunctionalInterface
public interface BitSource {

    /** One fair bit. */
    boolean next();

    /** A number made of that many bits, each in one place of it. */
    default long next(int width) {
        long value = 0;
        for (int bit = 0; bit < width; bit++) {
            value = (value << 1) | (next() ? 1 : 0);
        }
        return value;
    }
}
