package org.somoim.detection;

/** Puts letters of Hangul that were written one by one back into syllables. */
final class Jamo {
    /** Compatibility jamo: what a keyboard gives for a letter alone. */
    private static final char FIRST = '\u3131';

    private static final char LAST = '\u3163';
    private static final char FIRST_VOWEL = '\u314F';
    private static final char FIRST_SYLLABLE = '\uAC00';
    private static final char LAST_SYLLABLE = '\uD7A3';
    private static final int VOWELS = 21;
    private static final int FINALS = 28;

    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    /** The first stands for none. */
    private static final String CLOSING = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    /** Two letters, then the one they make. */
    private static final String PAIRS = "ㅗㅏㅘㅗㅐㅙㅗㅣㅚㅜㅓㅝㅜㅔㅞㅜㅣㅟㅡㅣㅢㄱㅅㄳㄴㅈㄵㄴㅎㄶㄹㄱㄺㄹㅁㄻㄹㅂㄼㄹㅅㄽㄹㅌㄾㄹㅍㄿㄹㅎㅀㅂㅅㅄ";

    private Jamo() {}

    /** A syllable, or a letter alone. */
    static boolean isHangul(char c) {
        return c >= FIRST && c <= LAST || c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE;
    }

    /** Half-width letters and the halves of syllables, as a keyboard would give them; anything else as it is. */
    static char letter(char c) {
        if (c >= '\uFFA1' && c <= '\uFFBE') {
            return (char) (c - '\uFFA1' + FIRST);
        }
        if (c >= '\uFFC2' && c <= '\uFFDC') {
            int block = (c - '\uFFC2') / 8;
            return (char) (FIRST_VOWEL + block * 6 + (c - '\uFFC2') % 8);
        }
        if (c >= '\u1100' && c <= '\u1112') {
            return INITIALS.charAt(c - '\u1100');
        }
        if (c >= '\u1161' && c <= '\u1175') {
            return (char) (FIRST_VOWEL + c - '\u1161');
        }
        if (c >= '\u11A8' && c <= '\u11C2') {
            return CLOSING.charAt(c - '\u11A7');
        }
        return c;
    }

    /**
     * As an input method would, within the letters alone: a syllable that was written whole takes no more, so that laughter
     * (a row of consonants) after it stays laughter.
     */
    static void compose(StringBuilder text) {
        int to = 0;
        int from = 0;
        int length = text.length();
        while (from < length) {
            char c = text.charAt(from);
            int initial = isConsonant(c) ? INITIALS.indexOf(c) : -1;
            if (initial < 0 || from + 1 >= length || !isVowel(text.charAt(from + 1))) {
                text.setCharAt(to++, c);
                from++;
                continue;
            }
            char vowel = text.charAt(from + 1);
            from += 2;
            char both = from < length ? pair(vowel, text.charAt(from)) : 0;
            if (both != 0) {
                vowel = both;
                from++;
            }
            int closing = 0;
            if (closes(text, from)) {
                char last = text.charAt(from++);
                char cluster = closes(text, from) ? pair(last, text.charAt(from)) : 0;
                if (cluster != 0) {
                    last = cluster;
                    from++;
                }
                closing = CLOSING.indexOf(last);
            }
            text.setCharAt(to++, (char) (FIRST_SYLLABLE + (initial * VOWELS + vowel - FIRST_VOWEL) * FINALS + closing));
        }
        text.setLength(to);
    }

    /** Whether a consonant stands there that no vowel claims. */
    private static boolean closes(CharSequence text, int at) {
        return at < text.length()
                && isConsonant(text.charAt(at))
                && CLOSING.indexOf(text.charAt(at)) > 0
                && !(at + 1 < text.length() && isVowel(text.charAt(at + 1)));
    }

    private static char pair(char first, char second) {
        for (int i = 0; i < PAIRS.length(); i += 3) {
            if (PAIRS.charAt(i) == first && PAIRS.charAt(i + 1) == second) {
                return PAIRS.charAt(i + 2);
            }
        }
        return 0;
    }

    private static boolean isConsonant(char c) {
        return c >= FIRST && c < FIRST_VOWEL;
    }

    private static boolean isVowel(char c) {
        return c >= FIRST_VOWEL && c <= LAST;
    }
}
