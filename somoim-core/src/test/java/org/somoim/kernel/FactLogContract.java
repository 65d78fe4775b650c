package org.somoim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.somoim.kernel.BellFact.Cracked;
import org.somoim.kernel.BellFact.Rang;
import org.somoim.kernel.BellFact.Tone;
import org.somoim.kernel.FactLog.Entry;
import org.somoim.kernel.FactLog.Error;
import org.somoim.kernel.FactLog.Progress;
import org.somoim.kernel.FactLog.SetAside;

/** What every log of facts does. */
public interface FactLogContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Word ALICE = new Word("alice");
    Word BORA = new Word("bora");
    Id<User> RINGER = new Id<>(new UUID(7, 7));

    FactLog log();

    Transactor transactor();

    private void append(Fact... facts) {
        transactor().run(() -> {
            for (Fact fact : facts) {
                log().append(fact, NOON);
            }
        });
    }

    private static Rang rang(int times) {
        return new Rang(RINGER, times);
    }

    @Test
    default void aLogBeginsEmpty() {
        assertThat(log().newest()).isZero();
        assertThat(log().after(0, 10)).isEmpty();
        assertThat(log().find(1)).isEmpty();
        assertThat(log().setAside()).isEmpty();
    }

    @Test
    default void factsComeBackAsTheyWereInTheOrderInWhichTheyHappened() {
        append(rang(1), new Cracked(null, Tone.LOW, true, null), new Cracked(RINGER, Tone.HIGH, false, 9_000_000_000L));

        assertThat(log().after(0, 10))
                .extracting(Entry::fact)
                .containsExactly(
                        rang(1),
                        new Cracked(null, Tone.LOW, true, null),
                        new Cracked(RINGER, Tone.HIGH, false, 9_000_000_000L));
        assertThat(log().after(0, 10)).extracting(Entry::at).containsOnly(NOON);
        assertThat(log().after(0, 10)).extracting(Entry::position).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void manyAreAppendedInTheirOrder() {
        append(rang(0));
        long before = log().newest();
        List<Fact> many = IntStream.rangeClosed(1, 1_000)
                .<Fact>mapToObj(n -> n % 2 == 0 ? rang(n) : new Cracked(null, Tone.LOW, true, (long) n))
                .toList();
        transactor().run(() -> log().appendAll(many, NOON.plusSeconds(1)));
        transactor().run(() -> log().appendAll(List.of(), NOON));
        long after = log().newest();
        append(rang(1_001));

        List<Entry> appended = log().after(before, 1_000);
        assertThat(appended).extracting(Entry::fact).containsExactlyElementsOf(many);
        assertThat(appended).extracting(Entry::at).containsOnly(NOON.plusSeconds(1));
        assertThat(log().after(after, 10)).extracting(Entry::fact).containsExactly(rang(1_001));
    }

    @Test
    default void readingGoesOnAfterAPositionAndNoFurtherThanAsked() {
        append(rang(1), rang(2), rang(3));
        Entry first = log().after(0, 1).get(0);

        assertThat(log().after(first.position(), 1)).extracting(Entry::fact).containsExactly(rang(2));
        assertThat(log().after(log().newest(), 10)).isEmpty();
        assertThat(log().find(first.position())).contains(first);
    }

    @Test
    default void nothingIsAppendedByAChangeThatFails() {
        assertThatThrownBy(() -> transactor().run(() -> {
                    log().append(rang(1), NOON);
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(log().newest()).isZero();
        assertThat(log().after(0, 10)).isEmpty();
    }

    @Test
    default void aFactNeedsATransaction() {
        assertThatThrownBy(() -> log().append(rang(1), NOON)).isInstanceOf(IllegalStateException.class);

        assertThat(log().newest()).isZero();
    }

    @Test
    default void aListenerThatHeardNothingIsAtTheBeginning() {
        assertThat(log().progress(ALICE)).isEqualTo(new Progress(0, 0, null));
    }

    @Test
    default void aListenerMovesOnlyFromWhereItIs() {
        assertThat(transactor().call(() -> log().advance(ALICE, 0, 4))).isTrue();
        assertThat(transactor().call(() -> log().advance(ALICE, 0, 5))).isFalse();
        assertThat(transactor().call(() -> log().advance(ALICE, 3, 5))).isFalse();
        assertThat(transactor().call(() -> log().advance(BORA, 4, 5))).isFalse();

        assertThat(log().progress(ALICE)).isEqualTo(new Progress(4, 0, null));
        assertThat(log().progress(BORA)).isEqualTo(new Progress(0, 0, null));
    }

    @Test
    default void failuresAreNotedWhereTheListenerStandsAndForgottenWhenItMovesOn() {
        transactor().run(() -> log().advance(ALICE, 0, 4));
        transactor().run(() -> log().failed(ALICE, 1, NOON));
        transactor().run(() -> log().failed(ALICE, 2, NOON.plusSeconds(60)));

        assertThat(log().progress(ALICE)).isEqualTo(new Progress(4, 2, NOON.plusSeconds(60)));

        transactor().run(() -> log().advance(ALICE, 4, 5));
        assertThat(log().progress(ALICE)).isEqualTo(new Progress(5, 0, null));
    }

    @Test
    default void aListenerCanFailAtTheVeryFirstFact() {
        transactor().run(() -> log().failed(ALICE, 1, NOON));

        assertThat(log().progress(ALICE)).isEqualTo(new Progress(0, 1, NOON));
        assertThat(transactor().call(() -> log().advance(ALICE, 0, 1))).isTrue();
    }

    @Test
    default void whatIsSetAsideIsListedLongestFirstAndTakenBackOnce() {
        append(rang(1), rang(2));
        var late = new SetAside(ALICE, 1, 8, new Error("LateException"), NOON.plusSeconds(1));
        var early = new SetAside(BORA, 2, 8, new Error("EarlyException"), NOON);
        transactor().run(() -> log().setAside(late));
        transactor().run(() -> log().setAside(early));

        assertThat(log().setAside()).containsExactly(early, late);
        assertThat(transactor().call(() -> log().takeBack(ALICE, 2))).isFalse();
        assertThat(transactor().call(() -> log().takeBack(ALICE, 1))).isTrue();
        assertThat(transactor().call(() -> log().takeBack(ALICE, 1))).isFalse();
        assertThat(log().setAside()).containsExactly(early);
    }

    @Test
    default void settingAsideAgainReplacesWhatWasKept() {
        append(rang(1));
        var again = new SetAside(ALICE, 1, 9, new Error("OtherException"), NOON.plusSeconds(1));
        transactor().run(() -> log().setAside(new SetAside(ALICE, 1, 8, new Error("SomeException"), NOON)));
        transactor().run(() -> log().setAside(again));

        assertThat(log().setAside()).containsExactly(again);
    }

    @Test
    default void trimmingForgetsWhatIsHeardButNotWhatIsSetAside() {
        append(rang(1), rang(2), rang(3));
        transactor().run(() -> log().setAside(new SetAside(ALICE, 1, 8, new Error("SomeException"), NOON)));

        assertThat(transactor().call(() -> log().trim(2))).isEqualTo(1);

        assertThat(log().after(0, 10)).extracting(Entry::fact).containsExactly(rang(1), rang(3));
    }

    @Test
    default void aPositionIsNeverGivenOutTwice() {
        append(rang(1), rang(2));
        transactor().run(() -> log().trim(2));

        assertThat(log().newest()).isEqualTo(2);
        append(rang(3));
        assertThat(log().after(0, 10)).extracting(Entry::position).containsExactly(3L);
    }
}
