package org.somoim.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.AccessReason;
import org.somoim.groups.Group;
import org.somoim.groups.GroupFact;
import org.somoim.kernel.Actor;
import org.somoim.kernel.BellFact.Rang;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.FactPost;
import org.somoim.kernel.Id;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.Word;
import org.somoim.logs.Heard;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryFactLog;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.TestClock;
import org.somoim.metrics.Counters;
import org.somoim.metrics.Counters.Reading;
import org.somoim.metrics.Label;
import org.somoim.metrics.Label.Delivery;
import org.somoim.metrics.Label.Ending;
import org.somoim.metrics.Label.LetterOutcome;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;
import org.somoim.metrics.Vocabulary;

class ObservationTest {
    private final Community town = new Community();
    private final Counters counters = (Counters) town.somoim.metrics();

    private static Series changes(Ending ending) {
        return Series.of(Metric.CHANGES, Tag.of(Label.ENDING, ending));
    }

    private static Series questions(Ending ending) {
        return Series.of(Metric.QUESTIONS, Tag.of(Label.ENDING, ending));
    }

    private static Series facts(Fact fact) {
        return Series.of(Metric.FACTS, Tag.of(fact));
    }

    private long letters(LetterOutcome outcome) {
        return counters.counted(Series.of(Metric.LETTERS, Tag.of(Label.LETTER, outcome)));
    }

    @Test
    @Covers({"OPS-5", "OPS-7"})
    void everyChangeIsCountedByHowItEndedAndEveryRefusalByItsReason() {
        Actor.Person owner = town.person();
        Group secret = town.secretGroup(owner);
        Actor.Person stranger = town.person();
        long kept = counters.counted(changes(Ending.KEPT));

        town.openGroup(owner);
        assertThatThrownBy(() -> town.somoim.memberships().join(stranger, secret.id()));
        assertThatThrownBy(() -> town.somoim.together(() -> {
            throw new IllegalStateException("on purpose");
        }));

        assertThat(counters.counted(changes(Ending.KEPT))).isEqualTo(kept + 1);
        assertThat(counters.counted(changes(Ending.REFUSED))).isEqualTo(1);
        assertThat(counters.counted(changes(Ending.FAILED))).isEqualTo(1);
        assertThat(counters.counted(Series.of(Metric.REFUSALS, Tag.of(AccessReason.NOT_FOUND))))
                .isEqualTo(1);
    }

    @Test
    void questionsAreCountedApart() {
        long kept = counters.counted(changes(Ending.KEPT));
        long asked = counters.counted(questions(Ending.KEPT));

        town.somoim.transactor().read(() -> town.somoim.transactor().read(() -> "one"));

        assertThat(counters.counted(questions(Ending.KEPT))).isEqualTo(asked + 1);
        assertThat(counters.counted(changes(Ending.KEPT))).isEqualTo(kept);
    }

    @Test
    @Covers("OPS-7")
    void whatHappensIsCountedOnceItIsKeptAndNotBefore() {
        Actor.Person owner = town.person();
        Series created = facts(new GroupFact.Created(new Id<>(new UUID(1, 1)), owner.id()));

        assertThatThrownBy(() -> town.somoim.together(() -> {
            town.openGroup(owner);
            throw new IllegalStateException("on purpose");
        }));
        assertThat(counters.counted(created)).isZero();

        town.somoim.together(() -> {
            town.openGroup(owner);
            assertThat(counters.counted(created)).as("not yet").isZero();
            return town.openGroup(owner);
        });
        assertThat(counters.counted(created)).isEqualTo(2);
    }

    @Test
    void severalInOneAreOne() {
        Actor.Person owner = town.person();
        long kept = counters.counted(changes(Ending.KEPT));

        town.somoim.together(() -> List.of(town.openGroup(owner), town.openGroup(owner)));

        assertThat(counters.counted(changes(Ending.KEPT))).isEqualTo(kept + 1);
    }

    @Test
    void aChangeTakesAsLongAsItWorksAndWaitsAsLongAsItHasNoTurn() {
        var clock = new TestClock();
        var measured = new Counters(
                () -> Duration.between(TestClock.START, clock.instant()).toNanos());
        var memory = new Memory();
        var slow = new MeasuredTransactor(
                new Transactor() {
                    @Override
                    public <R> R call(Supplier<R> work) {
                        clock.advance(Duration.ofSeconds(3));
                        return memory.call(work);
                    }

                    @Override
                    public <R> R read(Supplier<R> work) {
                        return memory.read(work);
                    }
                },
                measured);

        slow.run(() -> clock.advance(Duration.ofSeconds(2)));

        var three = Duration.ofSeconds(3);
        var two = Duration.ofSeconds(2);
        assertThat(measured.readings())
                .containsEntry(Series.of(Metric.CHANGES_WAITING), new Reading(1, three, three))
                .containsEntry(changes(Ending.KEPT), new Reading(1, two, two));
    }

    @Test
    @Covers("OPS-5")
    void lettersAreCountedByWhatCameOfThem() {
        var mailer = (MemoryMailer) town.ports.mailer();
        town.somoim.passwords().askForNew(Actor.visitor(), Email.of("minji@example.org"));
        mailer.isDown(true);
        try (var heard = new Heard("org.somoim.mail")) {
            town.somoim.deliver();
            town.clock.advance(Duration.ofHours(25));
            town.somoim.deliver();

            assertThat(heard.actions()).containsExactly("letters.delayed", "letters.given-up");
        }
        mailer.isDown(false);
        town.somoim.passwords().askForNew(Actor.visitor(), Email.of("minji@example.org"));
        town.somoim.deliver();

        assertThat(letters(LetterOutcome.SENT)).isEqualTo(1);
        assertThat(letters(LetterOutcome.DELAYED)).isEqualTo(1);
        assertThat(letters(LetterOutcome.GIVEN_UP)).isEqualTo(1);
    }

    /** Cannot stand the second ring. */
    private static final class Touchy implements FactListener {
        @Override
        public Word name() {
            return new Word("touchy");
        }

        @Override
        public void on(Fact fact, Instant at) {
            int times = ((Rang) fact).times();
            if (times == 2) {
                throw new IllegalStateException("a person's text");
            }
            if (times == 3) {
                throw new StoreFailure("broken", null);
            }
        }
    }

    @Test
    @Covers({"OPS-4", "OPS-5"})
    void aListenerIsCountedByWhatItHearsAndTheOperatorIsToldOfWhatIsSetAside() {
        var memory = new Memory();
        var clock = new TestClock();
        var metrics = new Counters(() -> 0);
        var transactor = new MeasuredTransactor(memory, metrics);
        List<FactListener> listeners = MeasuredListener.all(List.of(new Touchy()), transactor, metrics);
        var log = new MeasuredFactLog(new MemoryFactLog(memory), transactor, metrics, listeners);
        var post = new FactPost(transactor, log, clock, listeners);
        transactor.run(() -> List.of(1, 2, 3)
                .forEach(times -> log.append(new Rang(new Id<>(new UUID(7, 7)), times), clock.instant())));

        try (var heard = new Heard("org.somoim.observation")) {
            for (int day = 0; day < 8; day++) {
                try {
                    post.deliver();
                } catch (StoreFailure third) {
                    assertThat(day).as("only once the second is out of the way").isEqualTo(7);
                }
                clock.advance(Duration.ofDays(1));
            }

            assertThat(heard.lines())
                    .containsExactly("facts.set-aside {somoim.listener=touchy, somoim.position=2, somoim.failures=8,"
                            + " error.type=IllegalStateException}");
        }
        assertThat(deliveries(metrics, Delivery.HEARD)).isEqualTo(1);
        assertThat(deliveries(metrics, Delivery.FAILED)).isEqualTo(8);
        assertThat(deliveries(metrics, Delivery.SET_ASIDE)).isEqualTo(1);
    }

    private static long deliveries(Counters metrics, Delivery delivery) {
        Tag touchy = new Vocabulary(Label.LISTENER, List.of("touchy")).tag("touchy");
        return metrics.counted(Series.of(Metric.DELIVERIES, touchy, Tag.of(Label.DELIVERY, delivery)));
    }

    @Test
    void nothingNeedsToBeCounted() {
        var uncounted = new MeasuredTransactor(new Memory(), Metrics.none());

        assertThat(uncounted.<String>call(() -> uncounted.read(() -> "done"))).isEqualTo("done");
    }

    @Test
    @Covers("OPS-4")
    void theOperatorIsToldOfTheStartAndTheEnd() {
        try (var heard = new Heard("org.somoim")) {
            new Community().somoim.close();

            assertThat(heard.actions()).containsExactly("somoim.started", "somoim.stopped");
        }
    }
}
