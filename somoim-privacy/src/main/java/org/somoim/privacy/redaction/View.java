package org.somoim.privacy.redaction;

/** Another way to read a canvas, such as with spelled digits as digits, and the way back. */
final class View {
    private final StringBuilder text;
    private final int[] starts;
    private final int[] ends;

    /** @param size the most signs it can take */
    View(int size) {
        this.text = new StringBuilder(size);
        this.starts = new int[size];
        this.ends = new int[size];
    }

    void put(char sign, int start, int end) {
        int at = text.length();
        starts[at] = start;
        ends[at] = end;
        text.append(sign);
    }

    void copy(String from, int start, int end) {
        for (int i = start; i < end; i++) {
            put(from.charAt(i), i, i + 1);
        }
    }

    String text() {
        return text.toString();
    }

    int start(int at) {
        return starts[at];
    }

    /** Where on the canvas ends what ends before {@code at} here. */
    int end(int at) {
        return ends[at - 1];
    }

    /** Covers the same part here and on the canvas. */
    void claim(Canvas canvas, int start, int end, Kind kind) {
        canvas.claim(start(start), end(end), kind);
        cover(start, end);
    }

    void cover(int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, Canvas.COVER);
        }
    }
}
