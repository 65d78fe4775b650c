package org.somoim.kernel;

import static org.somoim.memory.Refused.assertRefused;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {

    /** Two spellings of one id would be two keys for a cache and two entries in a log. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1-1-1-1-1", "0191E7A0-0000-7000-8000-000000000000", "", " 0191e7a0-0000-7000-8000-000000000000"
            })
    void oneIdHasOneSpelling(String text) {
        assertRefused("kernel.not-an-id", () -> Id.of(text));
    }
}
