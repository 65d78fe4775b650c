package planted.privacy.noise;

import java.util.Random;

/** Noise as it is written in textbooks, and broken by its own roundings. */
public final class Floating {
    private final Random random = new Random(7);

    public double laplace(double scale) {
        return scale * Math.log(random.nextDouble());
    }
}
