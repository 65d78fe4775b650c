package org.somoim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;

@Covers({"GOL-1", "GOL-8"})
class PseudonymsPropertiesTest {
    private static final Word PURPOSE = new Word("test.purpose");
    private final Pseudonyms pseudonyms = keyed("one key of at least thirty-two bytes");
    private final Pseudonyms others = keyed("another key of at least 32 bytes, too");

    private static Pseudonyms keyed(String key) {
        return new Pseudonyms(key.getBytes(StandardCharsets.US_ASCII));
    }

    private static <T> Id<T> id(long high, long low) {
        return new Id<>(new UUID(high, low));
    }

    @Property(tries = 300)
    void aVeilIsLiftedUnderTheSameThingAndKeyOnly(
            @ForAll long high, @ForAll long low, @ForAll long other, @ForAll long under) {
        Id<User> person = id(high, low);
        Id<?> thing = id(under, 1);
        Id<User> veiled = pseudonyms.veil(person, thing);

        assertThat(pseudonyms.unveil(veiled, thing)).isEqualTo(person);
        assertThat(veiled).isNotEqualTo(person);
        assertThat(pseudonyms.unveil(veiled, id(under, 2))).isNotEqualTo(person);
        assertThat(others.unveil(veiled, thing)).isNotEqualTo(person);
        assertThat(pseudonyms.veil(person, id(under, 2))).isNotEqualTo(veiled);
        if (other != high) {
            assertThat(pseudonyms.<User>veil(id(other, low), thing)).isNotEqualTo(veiled);
        }
    }

    @Test
    void aPseudonymDependsOnEverythingItIsMadeOf() {
        Id<User> person = id(1, 2);
        assertThat(pseudonyms.of(PURPOSE, person, "a", "b"))
                .isEqualTo(pseudonyms.of(PURPOSE, person, "a", "b"))
                .isNotEqualTo(pseudonyms.of(PURPOSE, person, "ab"))
                .isNotEqualTo(pseudonyms.of(PURPOSE, person, "a", "b", ""))
                .isNotEqualTo(pseudonyms.of(PURPOSE, id(2, 1), "a", "b"))
                .isNotEqualTo(pseudonyms.of(new Word("test.other"), person, "a", "b"))
                .isNotEqualTo(others.of(PURPOSE, person, "a", "b"));
    }

    @Test
    void theKeyHasToBeLongAndNothingShowsIt() {
        assertThatThrownBy(() -> keyed("too short")).isInstanceOf(IllegalArgumentException.class);
        assertThat(pseudonyms).hasToString("Pseudonyms");
    }
}
