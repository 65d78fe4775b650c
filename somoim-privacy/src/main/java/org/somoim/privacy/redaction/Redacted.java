package org.somoim.privacy.redaction;

import java.util.List;

/**
 * A text that may be shown, and every change that made it so.
 *
 * @param text what may be shown
 * @param marks by start, none touching the inside of another; between them the text is the author's, sign for sign
 * @param risk how much the rest may still say about who wrote it
 */
public record Redacted(String text, List<Mark> marks, Risk risk) {

    public Redacted {
        marks = List.copyOf(marks);
    }

    /** Whether anything was changed. */
    public boolean changed() {
        return !marks.isEmpty();
    }

    /** Without the text: what people wrote is not for logs. */
    @Override
    public String toString() {
        return "Redacted[" + marks.size() + " marks, risk " + risk.points() + "]";
    }
}
