package org.somoim.http.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.somoim.limits.RateLimiter;

/**
 * A bucket of calls for each caller and kind, which fills up evenly. Beyond its bound it forgets those that are least used;
 * a caller who wanted to be forgotten would have to come from that many places first, each with a bucket of its own. Safe
 * between threads.
 */
public final class TokenBuckets implements RateLimiter {
    private static final int MOST_KEPT = 100_000;

    private final Map<Kind, Allowance> allowances;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;

    private record Key(String caller, Kind kind) {}

    /**
     * @param calls at once, after which they come back evenly over {@code window}; at least 1
     * @param window at least a second
     */
    public record Allowance(long calls, Duration window) {
        public Allowance {
            if (calls < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException(
                        "An allowance is a call or more in a second or more, not " + calls + " in " + window + ".");
            }
        }
    }

    /** What people do by hand, many times over; programs that do more are asked to wait. */
    public static final Map<Kind, Allowance> PRESET = Map.of(
            Kind.READ, new Allowance(600, Duration.ofMinutes(1)),
            Kind.WRITE, new Allowance(120, Duration.ofMinutes(1)),
            Kind.ALARM, new Allowance(60, Duration.ofMinutes(1)),
            Kind.ENTER, new Allowance(30, Duration.ofMinutes(1)),
            Kind.COSTLY, new Allowance(10, Duration.ofHours(1)));

    /** As preset. */
    public TokenBuckets(InstantSource clock) {
        this(clock, PRESET, MOST_KEPT);
    }

    /**
     * @param allowances kinds that are not there are not counted
     * @param mostKept buckets at the same time
     */
    public TokenBuckets(InstantSource clock, Map<Kind, Allowance> allowances, int mostKept) {
        this.allowances = new EnumMap<>(allowances);
        this.time = new ClockTime(clock);
        // On the caller's thread: what is over the bound goes at once, and no thread is left behind.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(mostKept)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<Quota> take(String caller, Kind kind) {
        Allowance allowance = allowances.get(kind);
        if (allowance == null) {
            return Optional.empty();
        }
        ConsumptionProbe probe =
                buckets.get(new Key(caller, kind), key -> full(allowance)).tryConsumeAndReturnRemaining(1);
        Duration again =
                Duration.ofNanos(probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
        return Optional.of(new Quota(
                kind,
                !probe.isConsumed(),
                allowance.calls(),
                allowance.window(),
                probe.getRemainingTokens(),
                again.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : again));
    }

    /** How many are kept. */
    long size() {
        return buckets.estimatedSize();
    }

    private Bucket full(Allowance allowance) {
        return Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(allowance.calls()).refillGreedy(allowance.calls(), allowance.window()))
                .withCustomTimePrecision(time)
                .build();
    }

    private record ClockTime(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
