package org.somoim.detection;

import java.text.Normalizer;

/**
 * The plain text behind a disguise: what is left when letters that only look alike, marks, invisible characters, letters
 * apart, digits for letters and rows of the same character are undone. For machines to look at, never to show: much that is
 * meant in earnest is lost as well (accents, the case of letters, which digits a number has).
 *
 * <p>Lower case. Any run of white space is one space, none at the ends. Takes any text, broken surrogates included.
 */
public final class Hardening {
    /** In characters. What comes after is not looked at; it is as much as a {@link org.somoim.kernel.Prose} may hold. */
    public static final int MOST = 20_000;

    /** In characters. A row of three and more of a sign or of Hangul is one of two; that of a Latin letter is that letter. */
    private static final int LONGEST_ROW = 2;

    /** In digits. A longer number is a long number. */
    private static final int LONGEST_NUMBER = 6;

    /** Letters with spaces between, so many of them, are a word in disguise. Of those with signs between it takes two. */
    private static final int FEWEST_APART = 3;

    /** So many words with digits in them, and one in so many, and the text is written in leet. */
    private static final int FEWEST_IN_LEET = 3;

    private static final int MOST_WORDS_IN_LEET = 3;
    /** In characters. A longer number is one even there. */
    private static final int LONGEST_LEET_NUMBER = 4;

    private static final String LEET = "013457@$!|+";
    private static final String MEANT = "oieastasiit";

    private Hardening() {}

    /** Idempotent but for texts made to defeat it: what is undone can look like another disguise. */
    public static String of(CharSequence text) {
        var plain = new StringBuilder(text.subSequence(0, Math.min(text.length(), MOST)));
        if (!isAscii(plain)) {
            plain = unmasked(plain);
        }
        for (int i = 0; i < plain.length(); i++) {
            plain.setCharAt(i, lower(plain.charAt(i)));
        }
        undoLeet(plain);
        var joined = new StringBuilder(plain.length());
        join(plain, joined);
        tidy(joined);
        return joined.toString();
    }

    private static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** What looks like ASCII or Hangul, as such. */
    private static StringBuilder unmasked(CharSequence text) {
        var seen = new StringBuilder(text.length());
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = Character.codePointAt(text, i);
            if (c <= Character.MAX_VALUE && Character.isSurrogate((char) c)) {
                seen.append(' ');
            } else if (!isInvisible(c)) {
                seen.appendCodePoint(Confusables.unboxed(c));
            }
        }
        // First the halves of syllables, so that only letters that were written alone are left for the next step.
        var whole = new StringBuilder(Normalizer.normalize(seen, Normalizer.Form.NFC));
        for (int i = 0; i < whole.length(); i++) {
            whole.setCharAt(i, Jamo.letter(whole.charAt(i)));
        }
        Jamo.compose(whole);
        String apart = Normalizer.normalize(whole, Normalizer.Form.NFKD);
        seen.setLength(0);
        for (int i = 0; i < apart.length(); i++) {
            char d = apart.charAt(i);
            if (!isMark(d)) {
                seen.append(Confusables.plain(d));
            }
        }
        var result = new StringBuilder(Normalizer.normalize(seen, Normalizer.Form.NFC));
        for (int i = 0; i < result.length(); i++) {
            result.setCharAt(i, Jamo.letter(quote(result.charAt(i))));
        }
        return result;
    }

    /** Leaves no trace by itself: joiners, turners of direction, fillers, selectors of variants and tags. */
    private static boolean isInvisible(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0xFFFC, 0x2800 -> true;
            default ->
                Character.getType(c) == Character.FORMAT
                        || c >= 0xFE00 && c <= 0xFE0F
                        || c >= 0x180B && c <= 0x180F
                        || c >= 0xE0000 && c <= 0xE0FFF
                        || Character.isISOControl(c) && !Character.isWhitespace(c);
        };
    }

    /** What is put on top of Latin letters. Marks that spell, as those of Thai, stay. */
    private static boolean isMark(char c) {
        return c >= 0x0300 && c <= 0x036F
                || c >= 0x0483 && c <= 0x0489
                || c >= 0x1AB0 && c <= 0x1AFF
                || c >= 0x1DC0 && c <= 0x1DFF
                || c >= 0x20D0 && c <= 0x20FF
                || c >= 0xFE20 && c <= 0xFE2F;
    }

    private static char quote(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u02BC', '\u0060', '\u00B4' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u2033', '\u00AB', '\u00BB' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            default -> c;
        };
    }

    private static char lower(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(c);
    }

    /** Digits and signs are letters where letters are about. Where that is the custom, numbers are words too. */
    private static void undoLeet(StringBuilder text) {
        int words = 0;
        int mixed = 0;
        int length = text.length();
        for (int from = 0; from < length; from = endOfWord(text, from)) {
            int end = endOfWord(text, from);
            boolean letters = false;
            boolean leet = false;
            for (int i = from; i < end; i++) {
                letters |= isLatin(text.charAt(i));
                leet |= LEET.indexOf(text.charAt(i)) >= 0;
            }
            words += letters ? 1 : 0;
            mixed += letters && leet && undoLeet(text, from, end) ? 1 : 0;
        }
        if (mixed >= FEWEST_IN_LEET && mixed * MOST_WORDS_IN_LEET >= words) {
            for (int from = 0; from < length; from = endOfWord(text, from)) {
                int end = endOfWord(text, from);
                if (end - from <= LONGEST_LEET_NUMBER) {
                    undoLeet(text, from, end);
                }
            }
        }
    }

    /** @return behind the word that begins there, or behind the character if none does */
    private static int endOfWord(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        return Math.max(end, from + 1);
    }

    /** @return whether there was anything to undo; signs at either end are what they are */
    private static boolean undoLeet(StringBuilder text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && "!|+@".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "!|+@".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean undone = false;
        for (int i = start; i < end; i++) {
            int which = LEET.indexOf(text.charAt(i));
            if (which >= 0) {
                text.setCharAt(i, MEANT.charAt(which));
                undone = true;
            }
        }
        return undone;
    }

    /** Takes away what was put between single letters, three or more of them, always the same. */
    private static void join(CharSequence text, StringBuilder joined) {
        int length = text.length();
        int i = 0;
        while (i < length) {
            int end = i == 0 || !isLetter(text.charAt(i - 1)) ? endOfApart(text, i) : i;
            if (end > i) {
                for (int j = i; j < end; j += 2) {
                    joined.append(text.charAt(j));
                }
                i = end;
            } else {
                joined.append(text.charAt(i++));
            }
        }
    }

    /** @return behind the last of the letters apart that begin there, or {@code from} if none do */
    private static int endOfApart(CharSequence text, int from) {
        int length = text.length();
        if (from + 1 >= length || !isLetter(text.charAt(from)) || isLetter(text.charAt(from + 1))) {
            return from;
        }
        char between = text.charAt(from + 1);
        if (" .-_*~/,'|".indexOf(between) < 0) {
            return from;
        }
        int at = from;
        int letters = 1;
        while (at + 2 < length
                && text.charAt(at + 1) == between
                && isLetter(text.charAt(at + 2))
                && (at + 3 >= length || !isLetter(text.charAt(at + 3)))) {
            at += 2;
            letters++;
        }
        return letters >= (between == ' ' ? FEWEST_APART : 2) ? at + 1 : from;
    }

    /** Shortens rows and numbers, and leaves one space where there is space. */
    private static void tidy(StringBuilder text) {
        int to = 0;
        int at = 0;
        int length = text.length();
        while (at < length) {
            char c = tidy(text.charAt(at));
            int from = at;
            while (at < length && tidy(text.charAt(at)) == c) {
                at++;
            }
            int row = Math.min(at - from, longest(c, at - from));
            for (int i = c == ' ' && (to == 0 || at == length) ? row : 0; i < row; i++) {
                text.setCharAt(to++, c);
            }
        }
        text.setLength(to);
    }

    private static char tidy(char c) {
        return isSpace(c) ? ' ' : c >= '0' && c <= '9' ? '0' : c;
    }

    private static int longest(char c, int row) {
        if (c == ' ' || isLatin(c) && row > LONGEST_ROW) {
            return 1;
        }
        return c == '0' ? LONGEST_NUMBER : LONGEST_ROW;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isLetter(char c) {
        return isLatin(c) || c >= 0x80 && Character.isLetter(c);
    }

    private static boolean isOfWord(char c) {
        return isLatin(c) || c >= '0' && c <= '9' || "@$!|+".indexOf(c) >= 0;
    }
}
