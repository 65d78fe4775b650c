package org.somoim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.somoim.Health.Part;
import org.somoim.audit.Verification;
import org.somoim.comparison.LedgerCheck;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Line;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Transactor;

/** Looks at how the community is doing, anew each time. What it does not look at it calls unknown. */
public final class HealthCheck implements Supplier<Health> {
    private final Transactor transactor;
    private final FactLog log;
    private final List<FactListener> listeners;
    private final Supplier<Optional<Verification>> audit;
    private final Supplier<Optional<LedgerCheck>> privacy;
    private final BooleanSupplier queue;
    private final Supplier<Part> detection;
    private final Line version;

    /**
     * @param audit what the last walk through the audit log has shown
     * @param privacy what the last walk through the privacy ledger has shown
     * @param queue whether everything that is reported is looked at in time; asked inside a transaction
     * @param detection whether detectors answer
     */
    public HealthCheck(
            Transactor transactor,
            FactLog log,
            List<FactListener> listeners,
            Supplier<Optional<Verification>> audit,
            Supplier<Optional<LedgerCheck>> privacy,
            BooleanSupplier queue,
            Supplier<Part> detection) {
        this.transactor = transactor;
        this.log = log;
        this.listeners = List.copyOf(listeners);
        this.audit = audit;
        this.privacy = privacy;
        this.queue = queue;
        this.detection = detection;
        this.version = read();
    }

    /** Of the library. */
    Line version() {
        return version;
    }

    /** Never throws: a store that fails is what it reports. */
    @Override
    public Health get() {
        try {
            return transactor.read(() -> {
                long newest = log.newest();
                long heard = listeners.stream()
                        .mapToLong(listener -> log.progress(listener.name()).position())
                        .min()
                        .orElse(newest);
                Part moderation = queue.getAsBoolean() ? Part.HEALTHY : Part.UNHEALTHY;
                return health(
                        Part.HEALTHY, moderation, newest - heard, log.setAside().size());
            });
        } catch (StoreFailure broken) {
            return health(Part.UNHEALTHY, Part.UNKNOWN, 0, 0);
        }
    }

    private Health health(Part database, Part moderation, long waiting, int setAside) {
        Part audited = audit.get()
                .map(found -> found.isIntact() ? Part.HEALTHY : Part.UNHEALTHY)
                .orElse(Part.UNKNOWN);
        Optional<LedgerCheck> ledger = privacy.get();
        Part kept = ledger.map(found -> found.isIntact() ? Part.HEALTHY : Part.UNHEALTHY)
                .orElse(Part.UNKNOWN);
        return new Health(
                version,
                database,
                Part.UNKNOWN,
                moderation,
                kept,
                audited,
                detection.get(),
                ledger.map(LedgerCheck::at).orElse(null),
                waiting,
                setAside);
    }

    private static Line read() {
        try (InputStream in = Objects.requireNonNull(HealthCheck.class.getResourceAsStream("version.txt"))) {
            return Line.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
