package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.somoim.Covers;

class RedactingTest {

    @Test
    @Covers("GOL-8")
    void whatPointsAtAPersonIsTakenOut() {
        assertThat(Redacting.redact("Minsu Kim of 한빛전자, 010-1234-5678, 3,500만원").text())
                .isEqualTo("[이름] of [이름], [전화번호], [2000만~5000만원]");
    }
}
