package org.somoim.privacy.redaction;

import java.util.Collection;

/** Words that are never shown, whatever stands between their letters. */
final class Keywords implements Finder {
    private final Spellings words = new Spellings();

    Keywords(Collection<String> restricted) {
        for (String word : restricted) {
            words.add(Letters.folded(new Canvas(word).text()));
        }
    }

    @Override
    public void find(Canvas canvas) {
        String text = canvas.text();
        var spans = new Spans(text);
        words.find(text, spans, (letters, from, to) -> stands(text, letters.start(from), letters.end(to)));
        spans.claim(canvas, Kind.KEYWORD);
    }

    /** A Latin word must stand by itself; Hangul is found inside of words too, for it grows endings. */
    private static boolean stands(String text, int start, int end) {
        return !(start > 0 && Words.latin(text.charAt(start)) && Words.latin(text.charAt(start - 1)))
                && !(end < text.length() && Words.latin(text.charAt(end)) && Words.latin(text.charAt(end - 1)));
    }
}
