package org.somoim.privacy.redaction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A text being redacted: normalised for looking, with the way back to where each sign stood. What was found is covered
 * by {@link #COVER}, so that nothing later sees it or looks across it.
 *
 * <p>Everything a finder decides must depend on uncovered signs alone, and not on how long a cover is: then a redacted
 * text, whose covers are its replacements, looks the same as the text whose redacting has come to rest.
 */
final class Canvas {
    /** Stands for what was found. Never a letter, a digit or a space; not in any text, for it is not a character. */
    static final char COVER = '\uFFFF';

    /** How many combining signs are put together with their letter; a tower of more is taken apart. */
    private static final int TOWER = 30;

    private final String original;
    private final StringBuilder plain;
    private final int[] starts;
    private final int[] ends;
    private final List<Find> finds = new ArrayList<>();
    private final boolean korean;
    private final StringBuilder small;

    private record Find(int start, int end, Kind kind, String replacement) {}

    Canvas(String original) {
        this.original = original;
        var building = new PlainBuilder(original);
        this.plain = building.plain;
        this.starts = building.starts;
        this.ends = building.ends;
        this.korean = Hangul.in(original);
        for (PlainBuilder.Gone gone : building.gone) {
            finds.add(new Find(gone.start(), gone.end(), Kind.INVISIBLE, ""));
        }
        this.small = new StringBuilder(lower(plain));
    }

    /** Whether replacements are in Korean. */
    boolean korean() {
        return korean;
    }

    /** The text as it looks now. */
    String text() {
        return plain.toString();
    }

    /** The same in small letters, sign for sign. */
    String lower() {
        return small.toString();
    }

    int finds() {
        return finds.size();
    }

    /** Covers what is a replacement already. */
    void coverTokens() {
        String text = text();
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
            int close = text.indexOf(']', open);
            if (close < 0) {
                break;
            }
            if (close - open <= Token.LONGEST && Token.is(text.substring(open, close + 1))) {
                cover(open, close + 1);
            }
        }
    }

    /** Replaces a part, apart from what is covered in it already. */
    void claim(int start, int end, Kind kind, String replacement) {
        int from = start;
        while (from < end) {
            if (plain.charAt(from) == COVER) {
                from++;
                continue;
            }
            int to = from;
            boolean says = false;
            while (to < end && plain.charAt(to) != COVER) {
                says |= Character.isLetterOrDigit(plain.charAt(to)) || Character.isSurrogate(plain.charAt(to));
                to++;
            }
            if (says) {
                finds.add(new Find(starts[from], ends[to - 1], kind, replacement));
                cover(from, to);
            }
            from = to;
        }
    }

    void claim(int start, int end, Kind kind) {
        claim(start, end, kind, Token.of(kind, korean));
    }

    /** Covers whatever is left that says anything. */
    void giveUp() {
        claim(0, plain.length(), Kind.TANGLE);
    }

    List<Mark> marks() {
        finds.sort(Comparator.comparingInt(Find::start).thenComparingInt(Find::end));
        var marks = new ArrayList<Mark>();
        for (Find find : finds) {
            Mark last = marks.isEmpty() ? null : marks.get(marks.size() - 1);
            if (last != null && find.start < last.end()) {
                // Two finds in what was one sign, such as a telephone number behind a ligature.
                String both = last.replacement().equals(find.replacement) || find.replacement.isEmpty()
                        ? last.replacement()
                        : last.replacement() + find.replacement;
                Kind kind = last.kind() == Kind.INVISIBLE ? find.kind : last.kind();
                marks.set(marks.size() - 1, new Mark(last.start(), Math.max(last.end(), find.end), kind, both));
            } else {
                marks.add(new Mark(find.start, find.end, find.kind, find.replacement));
            }
        }
        return marks;
    }

    String render(List<Mark> marks) {
        var out = new StringBuilder(original.length());
        int at = 0;
        for (Mark mark : marks) {
            out.append(original, at, mark.start()).append(mark.replacement());
            at = mark.end();
        }
        return out.append(original, at, original.length()).toString();
    }

    /** Of a sign that is read as several, all of them: it is replaced whole. */
    private void cover(int start, int end) {
        int from = start;
        while (from > 0 && starts[from - 1] == starts[start]) {
            from--;
        }
        int to = end;
        while (to < plain.length() && starts[to] == starts[end - 1]) {
            to++;
        }
        for (int i = from; i < to; i++) {
            plain.setCharAt(i, COVER);
            small.setCharAt(i, COVER);
        }
    }

    private static String lower(CharSequence text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(Character.toLowerCase(text.charAt(i)));
        }
        return out.toString();
    }

    /** NFKC, letter by letter; digits and dashes of all scripts as ASCII; nothing that cannot be seen. */
    private static final class PlainBuilder {
        private final String from;
        private final StringBuilder plain;
        private final List<Gone> gone = new ArrayList<>();
        private int[] starts;
        private int[] ends;

        /** Something unseen that is taken out of the text itself. */
        private record Gone(int start, int end) {}

        private PlainBuilder(String from) {
            this.from = from;
            this.plain = new StringBuilder(from.length());
            this.starts = new int[from.length() + 16];
            this.ends = new int[from.length() + 16];
            build();
        }

        private void build() {
            var letter = new StringBuilder();
            int at = 0;
            while (at < from.length()) {
                int first = from.codePointAt(at);
                int start = at;
                at += Character.charCount(first);
                if (unseen(first)) {
                    if (!joinsPictures(first, start, at)) {
                        gone.add(new Gone(start, at));
                    }
                    continue;
                }
                letter.setLength(0);
                letter.appendCodePoint(first);
                int end = at;
                int tower = 0;
                while (at < from.length() && tower < TOWER) {
                    int next = from.codePointAt(at);
                    if (unseen(next)) {
                        if (!joinsPictures(next, at, at + Character.charCount(next))) {
                            gone.add(new Gone(at, at + Character.charCount(next)));
                        }
                    } else if (sitsOn(next)) {
                        letter.appendCodePoint(next);
                        end = at + Character.charCount(next);
                    } else {
                        break;
                    }
                    tower++;
                    at += Character.charCount(next);
                }
                put(letter, start, end);
            }
        }

        private void put(StringBuilder letter, int start, int end) {
            if (letter.length() == 1) {
                char only = letter.charAt(0);
                // Hangul letters that stand alone stay alone: joined they would be other letters.
                if (only < 0x80 || only >= 0xAC00 && only <= 0xD7A3 || only >= 0x3131 && only <= 0x318E) {
                    put(only == '\t' || only == '\f' || only == 0x0B ? ' ' : only == '\r' ? '\n' : only, start, end);
                    return;
                }
            }
            String whole = Normalizer.normalize(letter, Normalizer.Form.NFKC);
            for (int i = 0; i < whole.length(); ) {
                int sign = whole.codePointAt(i);
                i += Character.charCount(sign);
                if (sign >= 0x300 && Character.getType(sign) == Character.ENCLOSING_MARK || unseen(sign)) {
                    continue;
                }
                int digit = Character.digit(sign, 10);
                if (digit >= 0) {
                    put((char) ('0' + digit), start, end);
                } else if (Character.getType(sign) == Character.DASH_PUNCTUATION || sign == 0x2212 || sign == 0x30FC) {
                    put('-', start, end);
                } else if (Character.isSpaceChar(sign)) {
                    put(sign == 0x2028 || sign == 0x2029 ? '\n' : ' ', start, end);
                } else if (sign == 0x85) {
                    put('\n', start, end);
                } else if (sign == 0xFFFC || sign == COVER) {
                    put('\uFFFD', start, end);
                } else {
                    for (char unit : Character.toChars(sign)) {
                        put(unit, start, end);
                    }
                }
            }
        }

        private void put(char sign, int start, int end) {
            int at = plain.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, at * 2);
                ends = Arrays.copyOf(ends, at * 2);
            }
            starts[at] = start;
            ends[at] = end;
            plain.append(sign);
        }

        private static boolean sitsOn(int sign) {
            if (sign < 0x300) {
                return false;
            }
            int type = Character.getType(sign);
            return type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    || sign >= 0x1161 && sign <= 0x1175
                    || sign >= 0x11A8 && sign <= 0x11C2;
        }

        private static boolean unseen(int sign) {
            if (sign < 0x80) {
                return sign < 0x20 && sign != '\n' && sign != '\t' && sign != '\r' && sign != 0x0B && sign != '\f'
                        || sign == 0x7F;
            }
            return Character.getType(sign) == Character.FORMAT
                    || sign >= 0x80 && sign < 0xA0 && sign != 0x85
                    || sign >= 0xFE00 && sign <= 0xFE0F
                    || sign >= 0xE0100 && sign <= 0xE01EF
                    || sign == 0x034F
                    || sign == 0x115F
                    || sign == 0x1160
                    || sign == 0x3164
                    || sign == 0xFFA0
                    || sign == 0x17B4
                    || sign == 0x17B5
                    || sign >= 0x180B && sign <= 0x180F;
        }

        /** A joiner or a style next to a picture makes one picture of several; it stays. */
        private boolean joinsPictures(int sign, int start, int end) {
            return (sign == 0x200D || sign == 0xFE0F)
                    && start > 0
                    && picture(from.codePointBefore(start))
                    && (sign == 0xFE0F || end < from.length() && picture(from.codePointAt(end)));
        }

        private static boolean picture(int sign) {
            return sign == 0xFE0F
                    || Character.getType(sign) == Character.OTHER_SYMBOL
                    || sign >= 0x1F3FB && sign <= 0x1F3FF;
        }
    }
}
