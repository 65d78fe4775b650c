package org.somoim.privacy.redaction;

import java.text.Normalizer;

/**
 * The letters and digits of a text alone, folded so that spellings of the same word are the same: small, without accents,
 * Hangul put together from its letters, its vowels that sound alike as one, digits that stand for letters as these.
 * Signs between letters are left out, three in a row at most.
 */
final class Letters {
    /** Stands where something was found or too much stands between two letters. */
    static final char BREAK = Canvas.COVER;

    private static final int MOST_BETWEEN = 3;
    private static final String FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String LAST = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    private final StringBuilder signs = new StringBuilder();
    private final int[] starts;
    private final int[] ends;

    private Letters(int length) {
        // Each letter and each break stands for one sign of the text at least.
        this.starts = new int[length];
        this.ends = new int[length];
    }

    static Letters of(String text) {
        var letters = new Letters(text.length());
        int between = 0;
        int at = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            int next = letters.joined(text, at);
            if (next > at) {
                between = 0;
                at = next;
                continue;
            }
            if (sign == Canvas.COVER || !Character.isLetterOrDigit(sign) && !dollar(text, at)) {
                between++;
                boolean broken = sign == Canvas.COVER || between > MOST_BETWEEN;
                if (broken && letters.size() > 0 && letters.at(letters.size() - 1) != BREAK) {
                    letters.put(BREAK, at, at);
                }
            } else {
                between = 0;
                letters.put(fold(sign), at, at + 1);
            }
            at++;
        }
        return letters;
    }

    /** The same for a word somebody is known by, without breaks. */
    static String folded(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKC);
        Letters letters = of(plain);
        var out = new StringBuilder();
        for (int i = 0; i < letters.size(); i++) {
            if (letters.at(i) != BREAK) {
                out.append(letters.at(i));
            }
        }
        return out.toString();
    }

    int size() {
        return signs.length();
    }

    char at(int index) {
        return signs.charAt(index);
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    private void put(char sign, int start, int end) {
        starts[signs.length()] = start;
        ends[signs.length()] = end;
        signs.append(sign);
    }

    private static boolean dollar(String text, int at) {
        return text.charAt(at) == '$'
                && at > 0
                && Words.latin(text.charAt(at - 1))
                && at + 1 < text.length()
                && Words.latin(text.charAt(at + 1));
    }

    /** Puts ㄱㅣㅁ together as 김; returns where it ends, or {@code at}. */
    private int joined(String text, int at) {
        int first = FIRST.indexOf(text.charAt(at));
        if (first < 0 || at + 1 >= text.length() || !vowel(text.charAt(at + 1))) {
            return at;
        }
        int middle = text.charAt(at + 1) - 'ㅏ';
        int end = at + 2;
        int last = 0;
        if (end < text.length()
                && LAST.indexOf(text.charAt(end)) > 0
                && !(end + 1 < text.length() && vowel(text.charAt(end + 1)))) {
            last = LAST.indexOf(text.charAt(end));
            end++;
        }
        put(fold((char) (0xAC00 + first * 588 + middle * 28 + last)), at, end);
        return end;
    }

    private static boolean vowel(char sign) {
        return sign >= 'ㅏ' && sign <= 'ㅣ';
    }

    static char fold(char sign) {
        if (Hangul.syllable(sign)) {
            int code = sign - 0xAC00;
            int middle = code % 588 / 28;
            int same = middle == 1 ? 5 : middle == 3 ? 7 : middle == 10 || middle == 15 ? 11 : middle;
            return (char) (0xAC00 + code / 588 * 588 + same * 28 + code % 28);
        }
        char small = Character.toLowerCase(sign);
        if (small >= 0xC0 && small < 0x250) {
            String parts = Normalizer.normalize(String.valueOf(small), Normalizer.Form.NFD);
            small = parts.charAt(0);
        }
        return switch (small) {
            case '0', 'о' -> 'o';
            case '1', 'l', '|' -> 'i';
            case '3', 'е' -> 'e';
            case '4', 'а' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            case 'с' -> 'c';
            case 'р' -> 'p';
            case 'х' -> 'x';
            case 'у' -> 'y';
            case 'і' -> 'i';
            default -> small;
        };
    }
}
