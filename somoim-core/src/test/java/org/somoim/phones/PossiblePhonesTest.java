package org.somoim.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.privacy.redaction.Kind;
import org.somoim.privacy.redaction.KnownPeople;
import org.somoim.privacy.redaction.Redacted;
import org.somoim.privacy.redaction.Redaction;

@Covers("GOL-8")
class PossiblePhonesTest {
    private static final PossiblePhones PHONES = new PossiblePhones("KR");
    private static final Redaction REDACTION = Redaction.of(PHONES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010-1234-5678",
                "010 1234 5678",
                "+82 10-1234-5678",
                "+82 (0)10 1234 5678",
                "(02) 312-3456",
                "031.312.3456",
                "+1 (415) 555-2671",
                "+44 20 7946 0958",
                "+49 30 901820",
                "+81 3-1234-5678",
                "tel:+33-1-44-27-30-00",
                "415 555 2671 x123",
                "+8210\u200b1234\u200b5678",
                "＋８２ １０ １２３４ ５６７８"
            })
    void numbersOfTheWorldAreFoundInKoreanAndEnglish(String number) {
        for (String text : List.of("연락은 " + number + "로 주세요", "call me: " + number + " (evenings)")) {
            Redacted redacted = REDACTION.redact(text, KnownPeople.nobody());

            assertThat(redacted.text()).doesNotContainPattern("\\d{2}");
            assertThat(redacted.marks()).extracting(mark -> mark.kind()).contains(Kind.PHONE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3,500만원을 모았어요",
                "2026.11.21에 시작해서 12억 5천까지",
                "saved $12,000 by 2026-11-21, at 35 years old",
                "300~500만원씩 24개월",
                "1,234,567 KRW on November 3, 2025",
                "2026년 11월 21일 18:30~20:00"
            })
    void amountsAndDaysAreNotTelephones(String text) {
        assertThat(REDACTION.redact(text, KnownPeople.nobody()).marks())
                .extracting(mark -> mark.kind())
                .doesNotContain(Kind.PHONE, Kind.ACCOUNT);
    }

    /** The library alone would take them: the order of the redaction is what keeps them. */
    @Test
    void withoutTheRestOfTheRedactionAmountsLookLikeTelephones() {
        assertThat(PHONES.find("2026.11.21 3500000")).isNotEmpty();
    }

    @Test
    void longTextsAreReadInStretchesAndNoNumberIsCut() {
        for (int before = 0; before < 900; before += 7) {
            String text = "a ".repeat(before / 2) + (before % 2 == 0 ? "" : ".") + "+1 415 555 2671" + " b".repeat(300);
            assertThat(PHONES.find(text)).anySatisfy(span -> assertThat(text.substring(span.start(), span.end()))
                    .isEqualTo("+1 415 555 2671"));
        }
    }

    @Test
    void aRegionMustBeOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PossiblePhones("XX"));
    }
}
