package org.somoim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.audit.Head;
import org.somoim.audit.Verification;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.FactPost;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.Word;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryFactLog;
import org.somoim.memory.TestClock;

@Covers("API-5")
class HealthCheckTest {
    private final Memory memory = new Memory();
    private final MemoryFactLog log = new MemoryFactLog(memory);
    private final TestClock clock = new TestClock();
    private final FactListener deaf = new FactListener() {
        @Override
        public Word name() {
            return new Word("deaf");
        }

        @Override
        public void on(Fact fact, Instant at) {
            throw new IllegalStateException("never listens");
        }
    };

    @Test
    void aCommunityWhereNothingWaitsIsHealthyAndSaysWhatNobodyLookedAt() {
        Health health = new HealthCheck(
                        memory,
                        log,
                        List.of(deaf),
                        Optional::empty,
                        Optional::empty,
                        () -> true,
                        () -> Health.Part.UNKNOWN)
                .get();

        assertThat(health.status()).isEqualTo(Health.Status.HEALTHY);
        assertThat(health.database()).isEqualTo(Health.Part.HEALTHY);
        assertThat(health.privacyCompliance()).isEqualTo(Health.Part.UNKNOWN);
        assertThat(health.version().value()).matches("[0-9]+\\.[0-9]+.*");
    }

    @Test
    void factsThatNobodyHeardAreCountedAndOnesSetAsideDegradeIt() {
        memory.run(() -> log.append(new Rang(), clock.instant()));
        var check = new HealthCheck(
                memory, log, List.of(deaf), Optional::empty, Optional::empty, () -> true, () -> Health.Part.UNKNOWN);
        assertThat(check.get().factsWaiting()).isEqualTo(1);
        assertThat(check.get().status()).isEqualTo(Health.Status.HEALTHY);

        var post = new FactPost(memory, log, clock, List.of(deaf));
        while (post.setAside().isEmpty()) {
            post.deliver();
            clock.advance(Duration.ofDays(1));
        }

        assertThat(check.get().factsWaiting()).isZero();
        assertThat(check.get().factsSetAside()).isEqualTo(1);
        assertThat(check.get().status()).isEqualTo(Health.Status.DEGRADED);
    }

    @Test
    @Covers("X36")
    void theAuditLogIsAsTheLastWalkFoundItAndUnknownBeforeTheFirst() {
        var broken = new Verification.Break(3, Verification.Flaw.ALTERED);
        var walks = new ArrayList<@Nullable Verification>();
        var check = new HealthCheck(
                memory,
                log,
                List.of(deaf),
                () -> walks.isEmpty() ? Optional.empty() : Optional.of(walks.get(walks.size() - 1)),
                Optional::empty,
                () -> true,
                () -> Health.Part.UNKNOWN);
        assertThat(check.get().auditLog()).isEqualTo(Health.Part.UNKNOWN);

        walks.add(new Verification(clock.instant(), Head.EMPTY, null));
        assertThat(check.get().auditLog()).isEqualTo(Health.Part.HEALTHY);
        assertThat(check.get().status()).isEqualTo(Health.Status.HEALTHY);

        walks.add(new Verification(clock.instant(), Head.EMPTY, broken));
        assertThat(check.get().auditLog()).isEqualTo(Health.Part.UNHEALTHY);
        assertThat(check.get().status()).isEqualTo(Health.Status.DEGRADED);
    }

    @Test
    void aStoreThatDoesNotAnswerIsUnhealthy() {
        Health health = new HealthCheck(
                        new Broken(),
                        log,
                        List.of(deaf),
                        Optional::empty,
                        Optional::empty,
                        () -> true,
                        () -> Health.Part.UNKNOWN)
                .get();

        assertThat(health.status()).isEqualTo(Health.Status.UNHEALTHY);
        assertThat(health.database()).isEqualTo(Health.Part.UNHEALTHY);
    }

    record Rang() implements Fact {}

    private static final class Broken implements Transactor {
        @Override
        public <R> R call(Supplier<R> work) {
            throw new StoreFailure("Look at the disk.", new IllegalStateException());
        }

        @Override
        public <R> R read(Supplier<R> work) {
            throw new StoreFailure("Look at the disk.", new IllegalStateException());
        }
    }
}
