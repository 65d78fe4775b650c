package org.somoim.kernel;

/**
 * A single line of text that a person wrote: 1 to 255 code points, not blank, no control characters, no NUL or lone
 * surrogate. Its {@link #toString()} shows only the length, so that logging a record which holds one gives nothing away.
 */
public record Line(String value) {
    /** In Unicode code points. */
    public static final int MAX = 255;

    /** @throws Refusal {@link KernelReason#NOT_ONE_LINE}, {@link KernelReason#TOO_LONG}, {@link KernelReason#BROKEN_TEXT} */
    public Line {
        Text.wellFormed(value, MAX);
        if (value.isBlank() || value.codePoints().anyMatch(Line::breaksTheLine)) {
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

    private static boolean breaksTheLine(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    @Override
    public String toString() {
        return "Line(" + length() + ")";
    }
}
