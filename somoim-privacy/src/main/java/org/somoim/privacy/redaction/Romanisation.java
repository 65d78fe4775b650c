package org.somoim.privacy.redaction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Hangul in Latin letters, in the many ways Koreans write their own names, and the other way around by trying. Not a
 * transcription system: it accepts more than anyone would write.
 */
final class Romanisation {
    private static final String[] REVISED_FIRST = {
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"
    };
    private static final String[] REVISED_MIDDLE = {
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
        "ui", "i"
    };
    private static final String[] REVISED_LAST = {
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t"
    };

    private static final List<List<String>> FIRST = List.of(
            List.of("g", "k", "c", "q"),
            List.of("kk", "gg", "k", "g", "c"),
            List.of("n", "nn"),
            List.of("d", "t"),
            List.of("tt", "dd", "t", "d"),
            List.of("r", "l", "rr", "ll", "n"),
            List.of("m", "mm"),
            List.of("b", "p", "v"),
            List.of("pp", "bb", "p", "b"),
            List.of("s", "sh", "c", "z"),
            List.of("ss", "s"),
            List.of(""),
            List.of("j", "ch", "z", "c", "g"),
            List.of("jj", "j", "ch"),
            List.of("ch", "c", "j"),
            List.of("k", "c", "kh", "q", "ck", "ch"),
            List.of("t", "th", "tt"),
            List.of("p", "f", "ph", "pp"),
            List.of("h", ""));

    private static final List<List<String>> MIDDLE = List.of(
            List.of("a", "ah", "aa", "u"),
            List.of("ae", "ai", "e", "ay", "a", "eh", "ea"),
            List.of("ya", "yah", "ia", "ja"),
            List.of("yae", "ye", "yai"),
            List.of("eo", "u", "o", "uh", "eu", "ou", "e", "au", "eoh"),
            List.of("e", "ae", "eh", "ei", "ey", "ay", "a"),
            List.of("yeo", "yu", "yo", "you", "yuh", "ye", "yeu", "eo", "u", "eu", "eou", "youh"),
            List.of("ye", "yae", "e", "ie", "ae", "yea"),
            List.of("o", "oh", "oo", "ow", "au", "oe", "aw"),
            List.of("wa", "oa", "ua", "wah"),
            List.of("wae", "wai", "we", "oae"),
            List.of("oe", "oi", "we", "oy", "ue", "wae", "ei"),
            List.of("yo", "yoh", "io", "yeo"),
            List.of("u", "oo", "woo", "wu", "ou", "uh", "eu"),
            List.of("wo", "weo", "uo", "woh", "wuh", "wu", "o"),
            List.of("we", "wae", "ue"),
            List.of("wi", "ui", "we", "wy", "uie", "wie", "ee"),
            List.of("yu", "yoo", "you", "iu", "ew", "u", "yuh", "ou", "yoou"),
            List.of("eu", "u", "e", "ue", "oo", "i"),
            List.of("ui", "eui", "i", "ee", "yi", "ey", "eu", "uy"),
            List.of("i", "ee", "ie", "y", "yi", "ih", "ea", "e", "ey"));

    private static final List<List<String>> LAST = List.of(
            List.of("", "h"),
            List.of("k", "g", "ck", "c", "gk"),
            List.of("k", "g", "kk"),
            List.of("k", "g", "x"),
            List.of("n", "nn"),
            List.of("n", "nj"),
            List.of("n"),
            List.of("t", "d"),
            List.of("l", "r", "ll", "rl"),
            List.of("k", "g", "lk"),
            List.of("m", "lm"),
            List.of("l", "p", "lb"),
            List.of("l"),
            List.of("l"),
            List.of("p", "l"),
            List.of("l"),
            List.of("m", "mm"),
            List.of("p", "b"),
            List.of("p", "b"),
            List.of("t", "s", "d"),
            List.of("t", "ss", "s"),
            List.of("ng", "n"),
            List.of("t", "j"),
            List.of("t", "ch"),
            List.of("k"),
            List.of("t", "th"),
            List.of("p", "f", "b"),
            List.of("t", "h", ""));

    private static final List<String> LOOSE_R = List.of("r", "l", "rr", "ll", "n", "");
    private static final List<String> LOOSE_EU = List.of("eu", "u", "e", "ue", "oo", "i", "");
    private static final List<String> LOOSE_I = List.of("i", "ee", "ie", "y", "yi", "e", "");
    private static final String SURNAMES = "이노박최유임류우오여정조심배문허서석";
    private static final List<List<String>> OF_SURNAMES = List.of(
            List.of("lee", "rhee", "yi", "ree", "rie", "li", "i", "yee", "leigh", "ri", "rhie"),
            List.of("roh", "noh", "no", "rho", "nho", "ro"),
            List.of("park", "bak", "pak", "bahk", "pahk", "back", "bark"),
            List.of("choi", "choe", "choy", "chwe", "choui", "chey", "tchoi"),
            List.of("yoo", "yu", "you", "ryu", "ryoo", "lyu", "liu"),
            List.of("lim", "im", "rim", "yim", "leem", "eem", "rhim"),
            List.of("ryu", "ryoo", "yoo", "yu", "lyu", "you", "liu"),
            List.of("woo", "wu", "u", "ou", "oo"),
            List.of("oh", "o", "oe", "au"),
            List.of("yeo", "yuh", "yo", "yeu", "lyuh", "ryo"),
            List.of("jung", "jeong", "chung", "joung", "jong", "chong", "cheong", "jeung", "choung"),
            List.of("cho", "jo", "joh", "joe", "choh", "zo"),
            List.of("shim", "sim", "sym", "shym"),
            List.of("bae", "pae", "bai", "pai", "bay", "bea", "pay"),
            List.of("moon", "mun", "muhn"),
            List.of("heo", "hur", "huh", "her", "hurr", "ho"),
            List.of("seo", "suh", "sur", "so", "su"),
            List.of("seok", "suk", "sok", "sock"));

    private Romanisation() {}

    /** As the state writes it, syllable by syllable; without what changes where syllables meet. */
    static String revised(String hangul) {
        var out = new StringBuilder();
        for (int i = 0; i < hangul.length(); i++) {
            char sign = hangul.charAt(i);
            if (Hangul.syllable(sign)) {
                int code = sign - 0xAC00;
                out.append(REVISED_FIRST[code / 588])
                        .append(REVISED_MIDDLE[code % 588 / 28])
                        .append(REVISED_LAST[code % 28]);
            } else {
                out.append(sign);
            }
        }
        return out.toString();
    }

    /**
     * Whether these small Latin letters, all of them, may be a way to write these syllables. Tries every spelling of each
     * syllable at once, so the time is bounded by the lengths.
     *
     * @param surname which syllable is a surname, or -1
     * @param loose whether a vowel put in between foreign consonants, as in 알렉스, may be left out
     */
    static boolean spells(String hangul, int surname, String latin, boolean loose) {
        if (hangul.isEmpty() || latin.isEmpty() || latin.length() > 7 * hangul.length()) {
            return false;
        }
        String letters = latin.indexOf('x') >= 0 ? latin.replace("x", "ks") : latin;
        boolean[] reached = new boolean[letters.length() + 1];
        reached[0] = true;
        for (int i = 0; i < hangul.length(); i++) {
            char sign = hangul.charAt(i);
            boolean[] next = step(
                    letters,
                    step(letters, step(letters, reached, first(sign, loose)), middle(sign, loose)),
                    last(sign));
            if (i == surname) {
                boolean[] special = step(letters, reached, surnames(String.valueOf(sign)));
                for (int j = 0; j < next.length; j++) {
                    next[j] |= special[j];
                }
            }
            if (!loose) {
                for (int j = next.length - 1; j >= 0; j--) {
                    // A syllable is written with at least one letter.
                    next[j] &= anyBefore(reached, j);
                }
            }
            reached = next;
        }
        return reached[letters.length()];
    }

    private static boolean anyBefore(boolean[] reached, int end) {
        for (int i = 0; i < end; i++) {
            if (reached[i]) {
                return true;
            }
        }
        return false;
    }

    static List<String> first(char syllable, boolean loose) {
        int index = (syllable - 0xAC00) / 588;
        return loose && index == 5 ? LOOSE_R : FIRST.get(index);
    }

    static List<String> middle(char syllable, boolean loose) {
        int index = (syllable - 0xAC00) % 588 / 28;
        boolean bare = index == 18 || index == 20 && (syllable - 0xAC00) / 588 == 11;
        return loose && bare ? (index == 18 ? LOOSE_EU : LOOSE_I) : MIDDLE.get(index);
    }

    static List<String> last(char syllable) {
        return LAST.get((syllable - 0xAC00) % 28);
    }

    /** Ways to write a surname; for most, those of any syllable. */
    static List<String> surnames(String surname) {
        if (surname.length() == 1 && SURNAMES.contains(surname)) {
            return OF_SURNAMES.get(SURNAMES.indexOf(surname));
        }
        var all = new ArrayList<String>();
        if (surname.length() > 1) {
            all.add(revised(surname));
            return all;
        }
        for (String first : first(surname.charAt(0), false)) {
            for (String middle : middle(surname.charAt(0), false)) {
                for (String last : last(surname.charAt(0))) {
                    all.add(first + middle + last);
                }
            }
        }
        return all;
    }

    /** The letters a syllable may begin with. */
    static Set<String> initials(char syllable) {
        var all = new LinkedHashSet<String>();
        for (String first : first(syllable, false)) {
            for (String spelling : first.isEmpty() ? middle(syllable, false) : List.of(first)) {
                if (!spelling.isEmpty()) {
                    all.add(spelling.substring(0, 1));
                }
            }
        }
        return all;
    }

    private static boolean[] step(String latin, boolean[] from, List<String> spellings) {
        boolean[] to = new boolean[from.length];
        for (int at = 0; at < from.length; at++) {
            if (from[at]) {
                for (String spelling : spellings) {
                    if (latin.startsWith(spelling, at)) {
                        to[at + spelling.length()] = true;
                    }
                }
            }
        }
        return to;
    }
}
