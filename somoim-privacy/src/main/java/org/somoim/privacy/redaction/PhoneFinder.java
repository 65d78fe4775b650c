package org.somoim.privacy.redaction;

import java.util.List;

/**
 * Port. Finds telephone numbers in a text from which amounts and dates were already taken. Should rather find too much
 * than too little. Must take time linear in the text, and be safe for use by many threads.
 */
@FunctionalInterface
public interface PhoneFinder {

    /** In any order; they may overlap. */
    List<Span> find(String text);

    /**
     * Where a number stands.
     *
     * @param start in UTF-16 code units
     * @param end exclusive
     */
    record Span(int start, int end) {
        public Span {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("a span must cover at least one character");
            }
        }
    }
}
