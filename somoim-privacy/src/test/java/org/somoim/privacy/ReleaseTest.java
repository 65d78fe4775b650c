package org.somoim.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleaseTest {

    @Test
    void bothCasesAreRead() {
        Release<Integer> released = new Release.Released<>(40);
        Release<Integer> withheld = new Release.Withheld<>(Release.Why.NOT_ENOUGH_PEOPLE);

        assertThat(released.<String>fold(r -> "about " + r.value(), w -> w.why().name()))
                .isEqualTo("about 40");
        assertThat(withheld.<String>fold(r -> "about " + r.value(), w -> w.why().name()))
                .isEqualTo("NOT_ENOUGH_PEOPLE");
    }
}
