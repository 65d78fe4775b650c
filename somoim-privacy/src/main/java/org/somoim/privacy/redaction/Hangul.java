package org.somoim.privacy.redaction;

import java.util.Set;

/** What has to be known of Korean writing: syllables, and what sticks to the end of a noun. */
final class Hangul {
    private static final int LONGEST_TAIL = 8;

    /** Particles, honorifics and the like. */
    private static final Set<String> TAILS = Words.of("""
            은 는 이 가 을 를 의 에 에서 에게 에게서 에는 에도 에만 에서는 에서도 와 과 도 만 로 으로 로는
            으로는 로도 로서 으로서 로부터 으로부터 까지 부터 한테 한테서 께 께서 께서는 랑 이랑 하고 나 이나 든
            이든 든지 라도 이라도 처럼 보다 같이 마다 조차 밖에 뿐 씩 쯤 정도 대로 야 아 여 이여 이야 예요
            이에요 이예요 에요 입니다 이다 다 이고 고 이며 며 인데 이라 라 라고 이라고 라는 이라는 란 이란 였다
            이었다 였어요 이었어요 이었습니다 였습니다 인 임 죠 이죠 네 네요 이네요 군 님 씨 양 군과 님이 님은
            님을 님께 님과 님의 님도 님에게 님한테 님이랑 님네 씨가 씨는 씨를 씨와 씨의 씨도 씨에게 씨한테 씨랑
            씨네 형 언니 오빠 누나 이모 삼촌 쌤 선생님 선생 샘 대리 과장 부장 차장 팀장 사원 사장 대표 이사 교수
            박사 원장 의사 어머니 아버지 엄마 아빠 할머니 할아버지 이가 이는 이를 이의 이도 이네 이한테 이에게 이와
            아줌마 아저씨 때문에 덕분에 덕에 에다 에다가 엔 에선 에겐 에서의 에의 이라서 라서 인가 인지 일 이었 였
            요""");

    private Hangul() {}

    static boolean syllable(char sign) {
        return sign >= 0xAC00 && sign <= 0xD7A3;
    }

    static boolean letter(char sign) {
        return sign >= 0x3131 && sign <= 0x3163;
    }

    static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (syllable(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a Korean word begins here. */
    static boolean startsWord(String text, int at) {
        return at == 0 || !syllable(text.charAt(at - 1));
    }

    /** Whether a noun can end before {@code at}: there the word ends, or what is left of it is a particle or two. */
    static boolean endsNoun(String text, int at) {
        int end = at;
        while (end < text.length() && end - at <= LONGEST_TAIL && syllable(text.charAt(end))) {
            end++;
        }
        if (end == at) {
            return true;
        }
        if (end - at > LONGEST_TAIL) {
            return false;
        }
        String tail = text.substring(at, end);
        if (TAILS.contains(tail)) {
            return true;
        }
        for (int cut = 1; cut < tail.length(); cut++) {
            if (TAILS.contains(tail.substring(0, cut)) && TAILS.contains(tail.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a particle stands here, whatever may follow it. */
    static boolean tailBegins(String text, int at) {
        for (int length = 1; length <= 3 && at + length <= text.length(); length++) {
            if (TAILS.contains(text.substring(at, at + length))) {
                return true;
            }
        }
        return false;
    }
}
