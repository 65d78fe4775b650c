package org.somoim.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.somoim.privacy.Covers;
import org.somoim.privacy.Epsilon;

class ExactDiscreteLaplacePropertiesTest {

    /** Beyond 200 / epsilon lies less than e^-200 of it. */
    @Property(tries = 3000)
    @Covers("PRV-2")
    void noEpsilonMakesADrawOverflow(@ForAll @LongRange(min = 100, max = 10_000_000) long micro, @ForAll long seed) {
        Random bits = new Random(seed);
        long draw = new ExactDiscreteLaplace(bits::nextBoolean).draw(new Epsilon(micro));

        assertThat(Math.abs(draw)).isLessThanOrEqualTo(200 * Epsilon.MICRO / micro);
    }

    /** Bits that fall so that one coin after another succeeds: the largest draws there are. */
    @Property(tries = 300)
    @Covers("PRV-2")
    void bitsThatNobodyWillEverSeeMakeNoDrawOverflow(
            @ForAll @LongRange(min = 100, max = 10_000_000) long micro,
            @ForAll @IntRange(min = 0, max = 5000) int ones,
            @ForAll boolean first,
            @ForAll long seed) {
        Random bits = new Random(seed);
        int[] left = {ones};
        BitSource stubborn = () -> left[0]-- > 0 ? first : bits.nextBoolean();

        long draw = new ExactDiscreteLaplace(stubborn).draw(new Epsilon(micro));

        assertThat(Math.abs(draw)).isLessThanOrEqualTo(10_000 * Epsilon.MICRO / micro);
    }
}
