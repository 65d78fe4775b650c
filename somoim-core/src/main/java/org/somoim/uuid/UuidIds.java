package org.somoim.uuid;

import com.github.f4b6a3.uuid.factory.standard.RandomBasedFactory;
import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;

/** RFC 9562 UUIDs, version 7 and version 4. Safe between threads. */
public final class UuidIds implements Ids {
    private final TimeOrderedEpochFactory timeOrdered;
    private final RandomBasedFactory random;

    /** @param chance cryptographically strong outside tests; the same seed and clock make the same ids */
    public UuidIds(InstantSource clock, RandomGenerator chance) {
        timeOrdered = TimeOrderedEpochFactory.builder()
                .withClock(new Ticking(clock))
                .withRandomFunction(() -> next(chance))
                .build();
        random = new RandomBasedFactory(() -> next(chance));
    }

    private static long next(RandomGenerator chance) {
        synchronized (chance) {
            return chance.nextLong();
        }
    }

    @Override
    public <T> Id<T> timeOrdered() {
        return new Id<>(timeOrdered.create());
    }

    @Override
    public <T> Id<T> random() {
        return new Id<>(random.create());
    }

    /** The library asks for a {@link Clock}; of it, it reads the milliseconds only. */
    private static final class Ticking extends Clock {
        private final InstantSource source;

        Ticking(InstantSource source) {
            this.source = source;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }

        @Override
        public long millis() {
            return source.millis();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
