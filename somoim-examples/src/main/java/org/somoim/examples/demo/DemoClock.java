package org.somoim.examples.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that can be set forward, and never back. By how much is kept in a file, so that time goes on where it was at the
 * next start. Safe between threads.
 */
final class DemoClock implements InstantSource {
    /** Everything the demo has to show comes sooner: an epoch takes three months. */
    static final Duration MOST_AT_ONCE = Duration.ofDays(100);

    private static final Duration MOST = Duration.ofDays(3_650);

    private final InstantSource real;
    private final Path file;
    private volatile Duration ahead;

    /** @param file need not be there */
    DemoClock(InstantSource real, Path file) {
        this.real = real;
        this.file = file;
        this.ahead = read(file);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    /** How far it is from the real time. */
    Duration ahead() {
        return ahead;
    }

    /** Whether the clock can be set forward by so much. */
    boolean canForward(Duration by) {
        return !by.isNegative()
                && by.compareTo(MOST_AT_ONCE) <= 0
                && ahead.plus(by).compareTo(MOST) <= 0;
    }

    /** @throws IllegalArgumentException unless {@link #canForward} */
    synchronized void forward(Duration by) {
        if (!canForward(by)) {
            throw new IllegalArgumentException("the clock cannot be set forward by " + by);
        }
        Duration further = ahead.plus(by);
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.writeString(draft, Long.toString(further.toSeconds()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's clock cannot be kept", e);
        }
        ahead = further;
    }

    private static Duration read(Path file) {
        try {
            return Files.exists(file)
                    ? Duration.ofSeconds(Long.parseLong(Files.readString(file).strip()))
                    : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's clock cannot be read", e);
        }
    }
}
