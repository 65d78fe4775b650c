package org.somoim.kernel;

/**
 * A single line of text that a person wrote: 1 to 255 code points, something to see among them, no control characters
 * (those that turn the direction of the text around them included), no NUL or lone surrogate. Its {@link #toString()} shows only the length, so that logging a record which holds one gives nothing away.
 */
public record Line(String value) {
    /** In Unicode code points. */
    public static final int MAX = 255;

    /** @throws Refusal {@link KernelReason#NOT_ONE_LINE}, {@link KernelReason#TOO_LONG}, {@link KernelReason#BROKEN_TEXT} */
    public Line {
        Text.wellFormed(value, MAX);
        if (value.codePoints().noneMatch(Line::isSeen) || value.codePoints().anyMatch(Line::breaksOut)) {
            throw KernelReason.NOT_ONE_LINE.refuse();
        }
    }

    /** @param raw white space at both ends is dropped before anything else */
    public static Line of(String raw) {
        return new Line(raw.strip());
    }

    /** In Unicode code points. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    /** What reaches beyond the line: into the next, or into the text beside it, which it would show backwards. */
    private static boolean breaksOut(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }

    /** Whether it leaves a trace by itself. A name of joiners or fillers only could not be told from no name. */
    private static boolean isSeen(int c) {
        return switch (c) {
            // Letters and a sign in name only: the fillers of Hangul, and Braille without a dot.
            case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> false;
            default ->
                switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SPACE_SEPARATOR,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.UNASSIGNED -> false;
                    default -> true;
                };
        };
    }

    @Override
    public String toString() {
        return "Line(" + length() + ")";
    }
}
