package org.somoim.privacy.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Parts of a text in which words were found, by several ways of looking. What overlaps is claimed as one. */
final class Spans {
    private final String text;
    private final List<int[]> spans = new ArrayList<>();

    Spans(String text) {
        this.text = text;
    }

    /** Adds with it the rest of the Latin word or the handle it stands in: minsu_87. Says where that ends. */
    int add(int start, int end) {
        int from = start;
        while (from > 0 && inHandle(text.charAt(start)) && inHandle(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && inHandle(text.charAt(end - 1)) && inHandle(text.charAt(to))) {
            to++;
        }
        spans.add(new int[] {from, to});
        return to;
    }

    void claim(Canvas canvas, Kind kind) {
        spans.sort(Comparator.comparingInt(span -> span[0]));
        for (int i = 0; i < spans.size(); ) {
            int start = spans.get(i)[0];
            int end = spans.get(i)[1];
            for (i++; i < spans.size() && spans.get(i)[0] < end; i++) {
                end = Math.max(end, spans.get(i)[1]);
            }
            canvas.claim(start, end, kind);
        }
    }

    private static boolean inHandle(char sign) {
        return Words.latinOrDigit(sign) || sign == '_';
    }
}
