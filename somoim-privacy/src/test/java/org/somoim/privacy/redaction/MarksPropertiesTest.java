package org.somoim.privacy.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarksPropertiesTest {
    private static final int SIZE = 100_000;
    /** What takes no longer is not looked at again. */
    private static final Duration SUSPICIOUS = Duration.ofSeconds(2);

    private static final Redaction REDACTION =
            Redaction.of(text -> List.of(), List.of("badword", "나쁜말"), Ladder.ONE_TWO_FIVE);
    private static final KnownPeople PEOPLE = KnownPeople.of(
            Known.name("김민수"),
            Known.name("Anna Berg"),
            Known.nickname("바다거북"),
            Known.email("night.owl@example.com"),
            Known.employer("한빛전자"));

    @Property(tries = 1_000)
    void redactingTwiceIsRedactingOnce(@ForAll("texts") String text) {
        Redacted once = REDACTION.redact(text, PEOPLE);
        Redacted twice = REDACTION.redact(once.text(), PEOPLE);

        assertThat(twice.text()).isEqualTo(once.text());
        assertThat(twice.marks()).isEmpty();
    }

    @Property(tries = 500)
    void marksPartTheTextAndRebuildIt(@ForAll("texts") String text) {
        Redacted redacted = REDACTION.redact(text, PEOPLE);

        var rebuilt = new StringBuilder();
        int at = 0;
        for (Mark mark : redacted.marks()) {
            assertThat(mark.start()).isGreaterThanOrEqualTo(at);
            assertThat(mark.end()).isLessThanOrEqualTo(text.length());
            rebuilt.append(text, at, mark.start()).append(mark.replacement());
            at = mark.end();
        }
        assertThat(rebuilt.append(text.substring(at)).toString()).isEqualTo(redacted.text());
    }

    @Property(tries = 1_000)
    void nothingThatIsNobodysTextBreaksIt(@ForAll String text) {
        Redacted once = REDACTION.redact(text, PEOPLE);

        assertThat(REDACTION.redact(once.text(), PEOPLE).text()).isEqualTo(once.text());
    }

    /** Digits of any script, anything or nothing seen between: no piece of nine digits is left. */
    @Property(tries = 500)
    void noLongNumberSurvives(@ForAll("numbers") String number) {
        String left = REDACTION
                .redact("call " + number + " now", KnownPeople.nobody())
                .text();

        assertThat(left.split("\\[[^]]*]"))
                .allMatch(piece -> piece.codePoints().filter(Character::isDigit).count() < 9);
    }

    @Test
    void hostileTextsTakeLinearTime() {
        var hostile = new ArrayList<IntFunction<String>>();
        for (String part : List.of(
                "1",
                "1 ",
                "1-",
                "1.",
                "0-0",
                "a",
                "a.",
                "a@",
                "@",
                "@a.",
                "a at ",
                " dot ",
                "가",
                "김",
                "김민",
                "김 ",
                "일",
                "일 ",
                "공일공에 ",
                "만",
                "1만 ",
                "천만원",
                "[",
                "[전화",
                "]",
                "\u200b",
                "\u0301",
                "ㄱ",
                "ㄱㅣ",
                "A",
                "Aa ",
                "An",
                "::",
                "1:",
                "f:",
                "https://",
                "www.",
                "(",
                " ",
                "\n",
                "서울",
                "서울 강남구 ",
                "one ",
                "double ",
                "12월 ",
                "2026.",
                "$1,",
                "1,000",
                "1,000 ",
                "🙂",
                "👨\u200d",
                "\ud83d",
                "\uffff",
                "kim min ",
                "ñ",
                "카톡 a",
                "a-",
                "저축 1",
                "Anna",
                "annab",
                "로 1",
                "김민수",
                "night",
                "번 12-",
                "9999-9999-",
                "+82",
                "(02)",
                "세살",
                "age ",
                "년월",
                "\u1100",
                "\u1161",
                "DE12 ",
                "x1")) {
            hostile.add(length -> part.repeat(length / part.length()));
        }
        hostile.add(length -> "1".repeat(length / 2) + "a".repeat(length / 2));
        var slow = new ArrayList<String>();
        for (IntFunction<String> text : hostile) {
            Duration took = took(text.apply(SIZE));
            if (took.compareTo(SUSPICIOUS) > 0 && grows(text)) {
                slow.add(text.apply(SIZE).substring(0, 8) + " " + took);
            }
        }
        assertThat(slow).isEmpty();
    }

    /**
     * Whether it takes much more than four times as long if there is four times as much of it; sixteen would be the square. The
     * best of a few, since the compilers and whoever else uses the machine only ever add to it.
     */
    private static boolean grows(IntFunction<String> text) {
        return best(text.apply(SIZE)).compareTo(best(text.apply(SIZE / 4)).multipliedBy(9)) > 0;
    }

    private static Duration best(String text) {
        return Stream.generate(() -> took(text))
                .limit(3)
                .min(Duration::compareTo)
                .orElseThrow();
    }

    /** Of the processor. */
    private static Duration took(String text) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        REDACTION.redact(text, PEOPLE);
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }

    @Provide
    Arbitrary<String> texts() {
        var samples = new Samples(99);
        Arbitrary<String> piece = Arbitraries.of(
                "010-1234-5678",
                "로",
                "김민수",
                "민수",
                " ",
                "\n",
                ".",
                "-",
                "1",
                "12",
                "2026",
                "만원",
                "원",
                "$",
                "@",
                "a",
                "naver.com",
                "골뱅이",
                "점컴",
                "서울",
                "강남구",
                "역삼로 12",
                "35세",
                "살",
                "11월",
                "21일",
                "[전화번호]",
                "[",
                "]",
                "[30대]",
                "Anna",
                "Berg",
                "badword",
                "나쁜말",
                "\u200b",
                "\u202e",
                "\u0301",
                "０１０",
                "공일공",
                "일이삼사",
                "zero one",
                "87년생",
                "카톡 ",
                "id ",
                "my name is ",
                "Mr. ",
                "3,500",
                "억",
                "천",
                "~",
                ":",
                "/",
                "https://",
                "::1",
                "👍",
                "은",
                "이",
                "씨",
                "대",
                "초반",
                "born ",
                "k",
                " dollars",
                "saved ",
                "1234567",
                "x",
                "한빛",
                "전자",
                "바다",
                "거북",
                "night",
                "owl",
                "\ufdfa",
                "㏂",
                "㈱");
        Arbitrary<String> mixed = piece.list().ofMinSize(1).ofMaxSize(12).map(parts -> String.join("", parts));
        Arbitrary<String> written = Arbitraries.integers()
                .between(0, 11)
                .map(i -> samples.identifying(Samples.IDENTIFIERS.get(i)).text());
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, mixed), net.jqwik.api.Tuple.of(1, written));
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> between =
                Arbitraries.of("", "", "", "\u200b", "-", "\u2060", ".", " ", "\u00ad", "\ufe0f", "\n", "–");
        Arbitrary<Integer> script = Arbitraries.of((int) '0', 0xff10, 0x0660, 0x1d7ce, 0x0966);
        return Arbitraries.integers()
                .between(0, 9)
                .list()
                .ofMinSize(9)
                .ofMaxSize(14)
                .flatMap(digits -> between.list()
                        .ofSize(digits.size())
                        .flatMap(gaps -> script.map(zero -> {
                            var out = new StringBuilder("0");
                            for (int i = 0; i < digits.size(); i++) {
                                out.append(gaps.get(i)).appendCodePoint(zero + digits.get(i));
                            }
                            return out.toString();
                        })));
    }
}
