package org.somoim.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.detection.re2j.LinearPatterns;
import org.somoim.kernel.Prose;

@Covers({"MOD-7", "TST-8"})
class RulesTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final TextDetector finance = new FinanceScamRule(new LinearPatterns());
    private final TextDetector links = new LinkRule(Set.of("example.org"));
    private final TextDetector repetition = new RepetitionRule();
    private final TextDetector newcomers = new NewAccountRule(DAY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guaranteed returns, no questions asked",
                "You can't lose any money with this one",
                "It pays 12% daily, every day of the year",
                "G u a r a n t e e d profit for everyone",
                "Risk-frее investment for members",
                "This coin will definitely 10x by March",
                "원금 보장 됩니다",
                "하루 50만원 수익 나는 방법",
                "무조건 오릅니다 지금 사세요",
            })
    @Covers({"MOD-8", "TST-9"})
    void promisesThatNoMarketMakesAreMisinformation(String text) {
        assertThat(finance.look(Made.writing(text)))
                .extracting(Signal::category)
                .as(text)
                .contains(Category.MISINFORMATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guaranteed profit, message me on WhatsApp",
                "Our account manager trades forex for you, DM me",
                "Send 0.1 BTC to this wallet and get 0.2 BTC back",
                "To verify your wallet, please enter your seed phrase below",
                "코인 리딩 무료, 카톡 문의 주세요",
                "통장 빌려 주시면 사례합니다",
                "인증번호 6자리 알려 주세요",
            })
    @Covers({"MOD-8", "TST-9"})
    void trapsAreScams(String text) {
        assertThat(finance.look(Made.writing(text)))
                .extracting(Signal::category)
                .as(text)
                .contains(Category.SCAM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My index fund returned 7% last year, about the same as the market.",
                "Is there a bank where deposits are insured?",
                "Message me on Telegram if you are late for the hike",
                "I lost my wallet on the bus, it was brown",
                "이번 달 적금 금리 비교해 봤어요",
                "카톡으로 장소 보낼게요",
                "Bitcoin fell 10% this week",
            })
    @Covers({"MOD-8", "TST-9"})
    void talkAboutMoneyIsNoScam(String text) {
        assertThat(finance.look(Made.writing(text))).as(text).isEmpty();
    }

    @Test
    void whatRulesSayDoesNotHoldATextBackByItself() {
        Prose text = Prose.of(
                "Guaranteed profit, send 0.1 btc and get 0.2 btc back: http://bit.ly/x http://10.0.0.1/ whatsapp me");
        var writing = new Writing(text, Duration.ZERO, Collections.nCopies(20, text));

        for (TextDetector rule : List.of(finance, links, repetition, newcomers)) {
            assertThat(rule.look(writing)).isNotEmpty().allMatch(signal -> signal.probability() < 0.8);
        }
    }

    @Test
    void linksThatHideWhereTheyLeadAreSeen() {
        assertThat(links.look(Made.writing("look here: https://bit.ly/3abc")))
                .extracting(Signal::category)
                .containsExactly(Category.SPAM);
        assertThat(links.look(Made.writing("http://192.168.10.7/login")))
                .extracting(Signal::category)
                .containsExactly(Category.SCAM);
        assertThat(links.look(Made.writing("https://pаypal.com/login")))
                .extracting(Signal::category)
                .containsExactly(Category.SCAM);
        assertThat(links.look(Made.writing("http://bank.com@xn--80ak6aa92e.com/")))
                .extracting(Signal::category)
                .containsExactly(Category.SCAM);
        assertThat(links.look(Made.writing("a.com b.net www.c.org")))
                .extracting(Signal::category)
                .containsExactly(Category.SPAM);
    }

    @Test
    void ordinaryLinksAreFine() {
        assertThat(links.look(
                        Made.writing("The route is at https://maps.example.com/r/1, see you. Mail me: a@bank.com")))
                .isEmpty();
        assertThat(links.look(Made.writing("https://a.example.org https://b.example.org https://c.example.org/x?y=1")))
                .isEmpty();
        assertThat(links.look(Made.writing("e.g. this one. And so on... v1.2 3.14")))
                .isEmpty();
    }

    @Test
    void theSameAgainIsSeenEvenIfItIsChangedALittle() {
        var before = Prose.of("Big summer sale at our shop, everything must go this weekend only");
        var again = new Writing(
                Prose.of("BIG summer sale at our shop!! Everything must go this weekend only"),
                Duration.ofDays(9),
                List.of(before));
        var other = new Writing(
                Prose.of("Does anyone know a good bakery near the station?"), Duration.ofDays(9), List.of(before));

        assertThat(repetition.look(again)).extracting(Signal::category).containsExactly(Category.SPAM);
        assertThat(repetition.look(other)).isEmpty();
        assertThat(repetition.look(new Writing(Prose.of("thanks!"), DAY, List.of(Prose.of("thanks!")))))
                .isEmpty();
    }

    @Test
    void oneLineOverAndOverIsSeen() {
        assertThat(repetition.look(Made.writing("join us\n".repeat(6) + "now")))
                .extracting(Signal::category)
                .containsExactly(Category.SPAM);
        assertThat(repetition.look(Made.writing("one\ntwo\nthree\none\ntwo\nthree")))
                .isEmpty();
    }

    @Test
    void newcomersWithLinksAreAHintAndOthersAreNot() {
        Prose link = Prose.of("my page: www.page.example.com");

        assertThat(newcomers.look(new Writing(link, Duration.ofHours(1), List.of())))
                .hasSize(1);
        assertThat(newcomers.look(new Writing(link, DAY, List.of()))).isEmpty();
        assertThat(newcomers.look(new Writing(Prose.of("hello all"), Duration.ZERO, List.of())))
                .isEmpty();
        assertThat(newcomers.look(new Writing(Prose.of("hello"), Duration.ZERO, Collections.nCopies(10, link))))
                .hasSize(1);
    }

    /** In java.util.regex each of these takes longer than anyone waits. */
    @Test
    void noPatternTakesLong() {
        String text = "a".repeat(20_000) + "b";

        assertThat(new LinearPatterns().of("(a+)+$").find(text)).isNull();
        assertThat(new LinearPatterns().of("(a|aa)+c").find(text)).isNull();
        assertThat(new LinearPatterns().of("a+b").find(text)).hasSize(20_001);
        assertThatThrownBy(() -> new LinearPatterns().of("(a)\\1")).isInstanceOf(IllegalArgumentException.class);
    }
}
