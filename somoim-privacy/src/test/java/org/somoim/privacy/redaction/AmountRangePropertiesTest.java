package org.somoim.privacy.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AmountRangePropertiesTest {
    private static final int AMOUNTS = Boolean.getBoolean("somoim.nightly") ? 1_000_000 : 100_000;

    /** Written out, so that it does not repeat what is tested. */
    private static TreeSet<Long> edges() {
        var edges = new TreeSet<Long>();
        edges.add(0L);
        String zeros = "";
        for (int i = 0; i <= 17; i++) {
            for (String digit : new String[] {"1", "2", "5"}) {
                edges.add(Long.parseLong(digit + zeros));
            }
            zeros += "0";
        }
        edges.add(Long.parseLong("1" + zeros));
        return edges;
    }

    @Test
    void rangesHoldTheAmountBetweenTwoEdgesOfTheLadder() {
        var random = new Random(3);
        TreeSet<Long> edges = edges();
        for (int i = 0; i < AMOUNTS; i++) {
            long amount = i < 2_000 ? i : (long) Math.pow(10, random.nextDouble() * 17.9);
            for (Ladder ladder : Ladder.values()) {
                AmountRange range = AmountRange.of(amount, ladder);

                assertThat(range.contains(amount)).isTrue();
                assertThat(edges).contains(range.low(), range.high());
            }
            assertThat(AmountRange.of(amount).high()).isEqualTo(edges.higher(amount));
        }
    }

    @Test
    void edgesAreWhereTheyAre() {
        for (long edge : edges()) {
            if (edge > 0 && edge < Ladder.TOP) {
                assertThat(AmountRange.of(edge).low()).isEqualTo(edge);
                assertThat(AmountRange.of(edge - 1).high()).isEqualTo(edge);
            }
        }
        assertThat(AmountRange.of(35_000_000)).isEqualTo(new AmountRange(20_000_000, 50_000_000));
        assertThat(AmountRange.of(35_000_000, Ladder.TENS)).isEqualTo(new AmountRange(10_000_000, 100_000_000));
        assertThat(AmountRange.of(35_000_000, Ladder.HUNDREDS)).isEqualTo(new AmountRange(1_000_000, 100_000_000));
    }

    @Test
    void whatIsNotOnTheLadderIsRefusedWithoutSayingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmountRange.of(-77))
                .withMessageNotContaining("77");
        assertThatIllegalArgumentException().isThrownBy(() -> AmountRange.of(Ladder.TOP));
        assertThatIllegalArgumentException().isThrownBy(() -> Ladder.atLeast(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Ladder.atLeast(1));
    }

    /** A wider setting gives no narrower range; the least is the ladder 1-2-5. */
    @Test
    void theNoiseLevelOnlyWidens() {
        assertThat(Ladder.atLeast(0)).isEqualTo(Ladder.ONE_TWO_FIVE);
        assertThat(Ladder.atLeast(0.1)).isEqualTo(Ladder.ONE_TWO_FIVE);
        for (double level = 0; level <= 0.99; level += 0.01) {
            Ladder ladder = Ladder.atLeast(level);
            for (long amount = 1; amount < 10_000_000; amount = amount * 3 + 1) {
                AmountRange range = AmountRange.of(amount, ladder);
                AmountRange finest = AmountRange.of(amount);
                assertThat((double) (range.high() - range.low()) / range.high()).isGreaterThanOrEqualTo(level);
                assertThat(range.low()).isLessThanOrEqualTo(finest.low());
                assertThat(range.high()).isGreaterThanOrEqualTo(finest.high());
            }
        }
    }
}
