package org.somoim.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.somoim.kernel.Origin;
import org.somoim.mail.Email;

/**
 * Slows down whoever guesses. Each try counts before it is known whether it is right, so that many at the same time gain
 * nothing. Unknown addresses are slowed down like known ones.
 *
 * <p>What is counted, how many tries are free, and how long one waits at most:
 *
 * <ul>
 *   <li>one address from one place: 5, then doubling from a second to 15 minutes
 *   <li>one address from all places together: 20, then to one minute. Short, so that nobody is kept out of their own
 *       account by others; and none at all where they have signed in within 30 days.
 *   <li>one place, over all addresses: 50, then to 15 minutes
 * </ul>
 *
 * <p>So somebody with any number of places has about 1,500 guesses a day at one account. Counts are forgotten after a day
 * without a try, and when the process ends; nothing of this is kept in the store, for it says who was where. Safe between
 * threads.
 */
final class Guard {
    private static final int MOST_KEPT = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final Duration TRUSTED_FOR = Duration.ofDays(30);

    private final InstantSource clock;
    private final Map<Object, Tries> tries = bounded();
    private final Map<Pair, Instant> trusted = bounded();

    Guard(InstantSource clock) {
        this.clock = clock;
    }

    private enum Kind {
        PAIR(5, Duration.ofMinutes(15)),
        ACCOUNT(20, Duration.ofMinutes(1)),
        PLACE(50, Duration.ofMinutes(15));

        private final int free;
        private final Duration longest;

        Kind(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        Duration wait(int count) {
            if (count < free) {
                return Duration.ZERO;
            }
            Duration wait = Duration.ofSeconds(1L << Math.min(count - free, 20));
            return wait.compareTo(longest) < 0 ? wait : longest;
        }
    }

    private record Pair(Email email, Origin origin) {}

    private record Tries(int count, Instant last, Instant freeAt) {}

    /**
     * Counts one more try.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#TRY_LATER} with how long, in which case it does not count
     */
    synchronized void admit(Email email, Origin origin) {
        Instant now = clock.instant();
        var pair = new Pair(email, origin);
        Instant since = trusted.get(pair);
        boolean isTrusted = since != null && now.isBefore(since.plus(TRUSTED_FOR));
        Duration wait = (isTrusted ? Stream.of(pair) : Stream.of(pair, email, origin))
                .map(key -> waiting(key, now))
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) < 0 ? other : one);
        if (!wait.isZero()) {
            throw AccountReason.TRY_LATER.refuseFor(wait);
        }
        count(pair, Kind.PAIR, now);
        if (!isTrusted) {
            count(email, Kind.ACCOUNT, now);
            if (!origin.equals(Origin.UNKNOWN)) {
                count(origin, Kind.PLACE, now);
            }
        }
    }

    /** Whether the try was right could not be found out. */
    synchronized void takeBack(Email email, Origin origin) {
        takeBack(new Pair(email, origin));
        takeBack(email);
        takeBack(origin);
    }

    /** The try was right. */
    synchronized void succeeded(Email email, Origin origin) {
        var pair = new Pair(email, origin);
        tries.remove(pair);
        takeBack(email);
        takeBack(origin);
        if (!origin.equals(Origin.UNKNOWN)) {
            trusted.put(pair, clock.instant());
        }
    }

    private void takeBack(Object key) {
        Tries before = tries.get(key);
        if (before != null) {
            tries.put(key, new Tries(Math.max(0, before.count() - 1), before.last(), before.freeAt()));
        }
    }

    /** The way in has changed: whoever was let in before may be somebody else. */
    synchronized void forget(Email email) {
        trusted.keySet().removeIf(pair -> pair.email().equals(email));
    }

    private Duration waiting(Object key, Instant now) {
        Tries before = tries.get(key);
        // Where the clock has been set back it might be years; the try still counts.
        return before != null && now.isBefore(before.freeAt()) && !now.isBefore(before.last())
                ? Duration.between(now, before.freeAt())
                : Duration.ZERO;
    }

    private void count(Object key, Kind kind, Instant now) {
        Tries before = tries.get(key);
        int count = before == null || !now.isBefore(before.last().plus(FORGOTTEN_AFTER)) ? 1 : before.count() + 1;
        tries.put(key, new Tries(count, now, now.plus(kind.wait(count))));
    }

    /** Beyond its bound it forgets what was not looked at for longest; each entry has cost a slow hash to make. */
    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }
}
