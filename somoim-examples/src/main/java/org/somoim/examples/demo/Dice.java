package org.somoim.examples.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way every time. Nothing secret may come from it. */
final class Dice {
    /** Whose numbers are the same on every Java. */
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Both ends included, to the millisecond. */
    Duration between(Duration least, Duration most) {
        return least.plusMillis((long) (random.nextDouble() * (most.toMillis() - least.toMillis())));
    }

    boolean chance(double likelihood) {
        return random.nextDouble() < likelihood;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Some of them, in no order, or all if there are not so many. */
    <T> List<T> some(int howMany, Collection<T> of) {
        List<T> shuffled = shuffled(of);
        return List.copyOf(shuffled.subList(0, Math.min(howMany, shuffled.size())));
    }

    <T> List<T> shuffled(Collection<T> of) {
        List<T> shuffled = new ArrayList<>(of);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            T swapped = shuffled.set(random.nextInt(i + 1), shuffled.get(i));
            shuffled.set(i, swapped);
        }
        return shuffled;
    }
}
