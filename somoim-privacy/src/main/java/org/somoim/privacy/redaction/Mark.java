package org.somoim.privacy.redaction;

/**
 * One change to a text. Holds nothing of what stood there.
 *
 * @param start where it begins in the author's original, in UTF-16 code units, as {@link String#substring} and a browser
 *     count
 * @param end where it ends, exclusive
 * @param replacement what stands there now; empty if it was taken out without trace
 */
public record Mark(int start, int end, Kind kind, String replacement) {

    public Mark {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a mark must cover at least one character");
        }
    }
}
