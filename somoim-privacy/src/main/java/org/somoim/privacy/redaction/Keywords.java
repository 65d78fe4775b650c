package org.somoim.privacy.redaction;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Words that are never shown, whatever stands between their letters. */
final class Keywords implements Finder {
    private final Set<String> words = new HashSet<>();
    private final int longest;

    Keywords(Collection<String> restricted) {
        int most = 0;
        for (String word : restricted) {
            String folded = Letters.folded(new Canvas(word).text());
            if (!folded.isEmpty()) {
                words.add(folded);
                most = Math.max(most, folded.length());
            }
        }
        this.longest = most;
    }

    @Override
    public void find(Canvas canvas) {
        if (words.isEmpty()) {
            return;
        }
        String text = canvas.text();
        Letters letters = Letters.of(text);
        for (int from = 0; from < letters.size(); from++) {
            var word = new StringBuilder();
            int best = -1;
            for (int at = from; at < letters.size() && at - from < longest && letters.at(at) != Letters.BREAK; at++) {
                word.append(letters.at(at));
                if (words.contains(word.toString()) && stands(text, letters.start(from), letters.end(at))) {
                    best = at;
                }
            }
            if (best >= 0) {
                canvas.claim(letters.start(from), letters.end(best), Kind.KEYWORD);
                from = best;
            }
        }
        canvas.settle();
    }

    /** A Latin word must stand by itself; Hangul is found inside of words too, for it grows endings. */
    private static boolean stands(String text, int start, int end) {
        return !(start > 0 && Words.latin(text.charAt(start)) && Words.latin(text.charAt(start - 1)))
                && !(end < text.length() && Words.latin(text.charAt(end)) && Words.latin(text.charAt(end - 1)));
    }
}
