package org.somoim.kernel;

/**
 * Text of any number of lines that a person wrote, in Markdown: 1 to 20,000 code points, not blank, no NUL or lone
 * surrogate. Kept as it was written; rendered and sanitised where it is shown. Its {@link #toString()} shows only the
 * length.
 */
public record Prose(String value) {
    /** In Unicode code points. */
    public static final int MAX = 20_000;

    /** @throws Refusal {@link KernelReason#BLANK}, {@link KernelReason#TOO_LONG}, {@link KernelReason#BROKEN_TEXT} */
    public Prose {
        Text.wellFormed(value, MAX);
        if (value.isBlank()) {
            throw KernelReason.BLANK.refuse();
        }
    }

    /** @param raw white space at the end is dropped; at the beginning it may mean something in Markdown */
    public static Prose of(String raw) {
        return new Prose(raw.stripTrailing());
    }

    /** In Unicode code points. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    @Override
    public String toString() {
        return "Prose(" + length() + ")";
    }
}
