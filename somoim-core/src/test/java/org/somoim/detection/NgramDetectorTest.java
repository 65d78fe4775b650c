package org.somoim.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;

@Covers({"MOD-7", "TST-8"})
class NgramDetectorTest {
    private final NgramDetector shipped = NgramDetector.shipped();
    private final NgramDetector made = new NgramDetector(Made.model());

    @Test
    void aBadWordIsSeenAndNamed() {
        List<Signal> signals = made.look(Made.writing("Such a " + Made.BAD + " of a day"));

        assertThat(signals).extracting(Signal::category).containsExactly(Category.ABUSE);
        assertThat(signals.get(0).probability()).isGreaterThan(0.7);
        assertThat(signals.get(0).clues().get(0).fragment().value()).isEqualTo(Made.BAD);
        assertThat(signals.toString()).doesNotContain(Made.BAD);
    }

    @Test
    void aBadWordInDisguiseIsSeenAndNamed() {
        for (String disguised :
                List.of("z0rbl4x", "z.o.r.b.l.a.x", "ｚｏｒｂｌａｘ", "zоrblах", "Z\u200BO\u200BRBLAX", "żörblâx")) {
            assertThat(made.look(disguised)).first().satisfies(signal -> {
                assertThat(signal.probability()).as(disguised).isGreaterThan(0.7);
                assertThat(signal.clues().get(0).fragment().value()).isEqualTo(Made.BAD);
            });
        }
    }

    /** Nobody has taught it, so its silence must not pass for a clean bill. */
    @Test
    void thereIsNoSignalAboutAWritingThatItCannotRead() {
        assertThat(made.look("Nothing to see in here"))
                .extracting(Signal::category)
                .containsExactly(Category.ABUSE);
        assertThat(made.look("오늘은 좋은 날")).extracting(Signal::category).containsExactly(Category.HATE);
        assertThat(made.look("... !!! 🎉")).isEmpty();
        assertThat(made.look("")).isEmpty();
    }

    @Test
    void harmlessTextsAreHarmlessAndHaveNoClues() {
        for (String text : List.of(
                "Who is in for the hike on Saturday? We meet at the station at nine.",
                "Thanks for the recipe, it worked really well!",
                "I moved my savings to another bank last month, the rate is a little better.",
                "토요일에 북한산 같이 가실 분 계신가요?",
                "어제 모임 정말 즐거웠어요. 다음에 또 봬요!")) {
            assertThat(shipped.look(text)).as(text).isNotEmpty().allSatisfy(signal -> {
                assertThat(signal.probability()).isLessThan(0.5);
                assertThat(signal.clues()).isEmpty();
            });
        }
    }

    @Test
    void spamIsSeenAndTheReasonsAreItsWords() {
        Signal spam = of(
                Category.SPAM,
                "URGENT! You have WON a £2000 cash prize. To claim call 09061234567 now. Txt STOP to end");

        assertThat(spam.probability()).isGreaterThan(0.9);
        assertThat(spam.clues()).extracting(clue -> clue.fragment().value()).contains("claim");
        assertThat(spam.clues())
                .extracting(Clue::weight)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void anyTextIsLookedAt() {
        for (String hostile : List.of(
                "a ".repeat(500_000),
                "가".repeat(1_000_000),
                "\uD800".repeat(10_000) + "\uDFFF",
                "x\u0301".repeat(300_000),
                "\u200B".repeat(1_000_000),
                "1!1@".repeat(250_000),
                "ﷺ".repeat(100_000),
                "ㅎㅏ".repeat(100_000),
                "\u0000\uFFFF")) {
            assertThat(shipped.look(hostile))
                    .allSatisfy(signal -> assertThat(signal.probability()).isBetween(0.0, 1.0));
        }
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws Exception {
        List<String> texts = List.of(
                "win cash now, text CLAIM to 80062",
                "see you at the station",
                "send 0.5 btc and get 1 btc back today",
                "토요일에 만나요");
        List<List<Signal>> alone = texts.stream().map(shipped::look).toList();
        List<Callable<List<List<Signal>>>> crowd = Collections.nCopies(16, () -> {
            var last = new ArrayList<List<Signal>>();
            for (int i = 0; i < 200; i++) {
                last.clear();
                texts.forEach(text -> last.add(shipped.look(text)));
            }
            return last;
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<List<List<Signal>>> answer : threads.invokeAll(crowd)) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Signal of(Category category, String text) {
        return shipped.look(text).stream()
                .filter(signal -> signal.category() == category)
                .findFirst()
                .orElseThrow();
    }
}
