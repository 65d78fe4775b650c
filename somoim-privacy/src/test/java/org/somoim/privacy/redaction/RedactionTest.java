package org.somoim.privacy.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final Redaction REDACTION = Redaction.of(text -> List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            010-1234-5678로 연락 주세요 | [전화번호]로 연락 주세요
            공일공에 일이삼사에 오육칠팔이에요 | [번호]에요
            영일영 일이삼사 오육칠팔 | [전화번호]
            8703021234567 맞아요 | [주민번호] 맞아요
            주민번호는 870302 - 1234567 | 주민번호는 [주민번호]
            hong골뱅이naver점컴 | [이메일]
            naver점컴 에서 봤어요 | [링크] 에서 봤어요
            계좌번호 3333 02 4364670 | 계좌번호 [전화번호]
            010-1234-5678 2명이 같이 써요 | [전화번호] 2명이 같이 써요
            it said be68539007547034 also use DE89370400440532013000 | it said [IBAN] also use [IBAN]
            인스타는 hong.gd_87 팔로우 | 인스타는 [계정] 팔로우
            이메일은 hong_gd 네이버요 | 이메일은 [계정] 네이버요
            우리집은 경기도 성남시 분당구 판교역로 235 | 우리집은 [수도권]
            write to hong (at) naver (dot) com | write to [e-mail]
            연봉 3,500만원에서 시작 | 연봉 [2000만~5000만원]에서 시작
            집값이 12억 5천이래요 | 집값이 [10억~20억원]이래요
            월 300~500만원 | 월 [500만~1000만원]
            2026.11.21에 시작했어요 | [2026년]에 시작했어요
            30대 초반이에요 | [30대]이에요
            서른다섯 살이에요 | [30대]이에요
            만 35세입니다 | [30대]입니다
            1987년 3월 2일생이에요 | [1980년대]생이에요
            서울 강남구 역삼동에 살아요 | [수도권]에 살아요
            우리은행 1002-123-456789로 보냈어요 | 우리은행 [번호]로 보냈어요
            주문번호 20261121-0001234 | 주문번호 [번호]
            카드 4111 1111 1111 1111 | 카드 [카드번호]
            서버는 2001:db8::1 이에요 | 서버는 [IP 주소] 이에요
            I am 35 and saved $12,500 | I am [30s] and saved [USD 10k-20k]
            born on March 2, 1987 in Busan | born on [1980s] in [Yeongnam area]
            김철수 과장님이 알려줬어요 | [이름] 과장님이 알려줬어요
            Mr. Whitlock told me | [name] told me
            """)
    void findsIt(String text, String redacted) {
        assertThat(REDACTION.redact(text, KnownPeople.nobody()).text()).isEqualTo(redacted);
    }

    /** What a text about saving is full of, and nobody is known by. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "하루에 30분씩 걷고 커피를 줄였어요",
                "목표의 45%를 이뤘습니다",
                "3만 명이 참여했어요",
                "21세기에는 저축이 어렵다",
                "오후 7시 30분, 10:30-12:30 사이",
                "30대가 쓰는 가계부",
                "수익률 3.14159 정도",
                "국민연금과 퇴직연금",
                "참고로 30일 동안 했어요",
                "고양이를 키워요",
                "I walk 5 km and read 12 pages a day",
                "version 2.10.3 of the app",
                "meet me at noon, dot your i's",
                "May is a good month to start",
                "one or two of the three",
                "Save a little every day."
            })
    void leavesTheRestAlone(String text) {
        assertThat(REDACTION.redact(text, KnownPeople.nobody()).text()).isEqualTo(text);
    }

    @Test
    void marksCountAsTheAuthorsOriginalDoes() {
        String text = "👍 ０１０－１２３４－５６７８ 👍";

        List<Mark> marks = REDACTION.redact(text, KnownPeople.nobody()).marks();

        assertThat(marks).hasSize(1);
        assertThat(text.substring(marks.get(0).start(), marks.get(0).end())).isEqualTo("０１０－１２３４－５６７８");
    }

    @Test
    void whatNobodySeesIsTakenOut() {
        String tags = new String(Character.toChars(0xE0041)) + new String(Character.toChars(0xE0042));

        Redacted redacted =
                REDACTION.redact("a" + tags + "b \u202e876\u202c 👨\u200d👩\u200d👧 ❤\ufe0f", KnownPeople.nobody());

        assertThat(redacted.text()).isEqualTo("ab 876 👨\u200d👩\u200d👧 ❤\ufe0f");
        assertThat(redacted.marks()).extracting(Mark::kind).containsOnly(Kind.INVISIBLE);
    }

    /** A decimal number may be long, but not as long as a telephone number. */
    @Test
    void noNumberHidesBehindADecimalPoint() {
        assertThat(REDACTION
                        .redact("0.1012345678 and 3.141592", KnownPeople.nobody())
                        .text())
                .isEqualTo("[number] and 3.141592");
    }

    /** One sign that is read as several words is replaced whole. */
    @Test
    void aLigatureIsReplacedWhole() {
        Redacted once = REDACTION.redact("@\ufdfa@만원", KnownPeople.nobody());

        assertThat(once.text()).doesNotContain("\ufdfa");
        assertThat(REDACTION.redact(once.text(), KnownPeople.nobody()).marks()).isEmpty();
    }

    @Test
    void restrictedWordsAreHiddenWhateverStandsBetweenTheirLetters() {
        Redaction strict = Redaction.of(text -> List.of(), List.of("도박", "casino", " "), Ladder.ONE_TWO_FIVE);

        assertThat(strict.redact("도.박은 그만, C a s i n o too; casinos stay", KnownPeople.nobody())
                        .text())
                .isEqualTo("[숨긴 말]은 그만, [숨긴 말] too; casinos stay");
    }

    @Test
    void amountsAreShownOnTheLadderChosen() {
        Redaction wide = Redaction.of(text -> List.of(), List.of(), Ladder.TENS);

        assertThat(wide.redact("3,500만원", KnownPeople.nobody()).text()).isEqualTo("[1000만~1억원]");
    }

    @Test
    void theRiskIsHigherForATellingText() {
        Risk plain = REDACTION.redact("커피를 줄였어요", KnownPeople.nobody()).risk();
        Risk telling = REDACTION
                .redact(
                        "My sister is the only surgeon at the university hospital and met Zebulon there",
                        KnownPeople.nobody())
                .risk();

        assertThat(plain.level()).isEqualTo(Risk.Level.LOW);
        assertThat(telling.level()).isEqualTo(Risk.Level.HIGH);
        assertThat(telling.signs())
                .contains(
                        Risk.Sign.SPEAKS_OF_OTHERS,
                        Risk.Sign.NAMES_AN_INSTITUTION,
                        Risk.Sign.SAYS_SOMETHING_RARE,
                        Risk.Sign.MAY_HOLD_NAMES);
    }

    @Test
    void nothingSaysWhatStoodThere() {
        Known known = Known.name("김민수");
        Redacted redacted = REDACTION.redact("김민수 010-1234-5678 zanzibar", KnownPeople.of(known));

        assertThat(known + " " + KnownPeople.of(known) + " " + redacted + " " + redacted.marks() + redacted.risk())
                .doesNotContain("김민수", "1234", "zanzibar");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Known.name("secret".repeat(100)))
                .withMessageNotContaining("secret");
    }
}
