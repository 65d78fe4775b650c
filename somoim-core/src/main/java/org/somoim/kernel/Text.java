package org.somoim.kernel;

/** What is asked of every text that a person wrote. */
final class Text {
    private Text() {}

    /**
     * @param max in Unicode code points
     * @return {@code text} itself
     * @throws Refusal {@link KernelReason#BROKEN_TEXT}: SQLite's {@code length} stops at a NUL, and half a surrogate pair
     *     cannot be written as UTF-8, so either would come back changed; {@link KernelReason#TOO_LONG}
     */
    static String wellFormed(String text, int max) {
        int codePoints = 0;
        for (int i = 0; i < text.length(); codePoints++) {
            int c = text.codePointAt(i);
            if (c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw KernelReason.BROKEN_TEXT.refuse();
            }
            i += Character.charCount(c);
        }
        if (codePoints > max) {
            throw KernelReason.TOO_LONG.refuse();
        }
        return text;
    }
}
